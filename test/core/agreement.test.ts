import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../src/core/agreement/agreement.ts';
import { type Distance, krippendorffAlpha, nominal } from '../../src/core/agreement/alpha.ts';
import { type Coding, passagesOf } from '../../src/core/agreement/passages.ts';

const interval: Distance<string> = (a, b) => (Number(a) - Number(b)) ** 2;

/** Coders' rows, one value a unit, a dot where the coder gave none, as units. */
const units = (...rows: readonly string[]): string[][] => {
  const values = rows.map((row) => row.split(' '));
  return (values[0] ?? []).map((_, i) => values.map((row) => row[i] ?? '.').filter((value) => value !== '.'));
};

/** Worked examples: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A to C; Wikipedia's article. */
const published: readonly (readonly [string, string[][], number, Distance<string>])[] = [
  ['A, two coders, two values', units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 0.095, nominal],
  ['B, two coders', units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 0.692, nominal],
  [
    'C, four coders, gaps',
    units(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ),
    0.743,
    nominal,
  ],
  [
    'C as figures',
    units(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ),
    0.849,
    interval,
  ],
  [
    'three coders, many gaps',
    units('. . . . . 3 4 1 2 1 1 3 3 . 3', '1 . 2 1 3 3 4 3 . . . . . . .', '. . 2 1 3 4 4 . 2 1 1 3 3 . 4'),
    0.691,
    nominal,
  ],
  [
    'the same as figures',
    units('. . . . . 3 4 1 2 1 1 3 3 . 3', '1 . 2 1 3 3 4 3 . . . . . . .', '. . 2 1 3 4 4 . 2 1 1 3 3 . 4'),
    0.811,
    interval,
  ],
];

describe("Krippendorff's alpha", () => {
  it.each(published)('as published: %s', (_, values, alpha, distance) => {
    expect(krippendorffAlpha(values, distance)).toBeCloseTo(alpha, 3);
  });

  it.each([
    ['no unit', []],
    ['no unit with two values', [['a'], ['b'], []]],
    [
      'one value throughout',
      [
        ['a', 'a'],
        ['a', 'a', 'a'],
      ],
    ],
  ])('there is none for %s', (_, values) => {
    expect(krippendorffAlpha(values)).toBeNull();
  });

  it('is 1 for agreement on different values, and never more; the order of units and coders is nothing to it', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b', 'b'],
      ]),
    ).toBe(1);
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })), (values) => {
        const alpha = krippendorffAlpha(values);
        const turned = krippendorffAlpha([...values].reverse().map((unit) => [...unit].reverse()));
        if (alpha === null) expect(turned).toBeNull();
        else {
          expect(alpha).toBeLessThanOrEqual(1);
          expect(turned).toBeCloseTo(alpha, 10);
        }
      }),
    );
  });
});

const coding = (analyst: string, start: number, end: number, ...tags: string[]): Coding => ({
  ...{ analyst, article: 'ferry.txt', span: { start, end }, tags, status: 'open' },
});

describe('agreement', () => {
  it('takes notes for ones on the same passage where they share half of what they cover', () => {
    const passages = passagesOf([
      coding('Vera', 0, 100, 'a'),
      coding('Jon', 10, 90, 'b'),
      coding('Jon', 95, 200, 'c'),
      coding('Vera', 0, 99, 'd'),
      { ...coding('Jon', 0, 100), article: 'bridge.txt' },
    ]);
    expect(
      passages.map(({ article, codings }) => [
        article,
        [...codings].map(([name, { tags }]) => `${name} ${tags.join()}`).sort(),
      ]),
    ).toEqual([
      ['bridge.txt', ['Jon ']],
      ['ferry.txt', ['Jon b', 'Vera d,a']],
      ['ferry.txt', ['Jon c']],
    ]);
  });

  it('counts by analyst and tag, and compares what two noted', () => {
    const result = agreementOf([
      ...[coding('Vera', 0, 9, 'figure'), coding('Jon', 0, 9, 'figure')],
      ...[coding('Vera', 20, 29, 'figure', 'source'), coding('Jon', 20, 29, 'source')],
      ...[coding('Vera', 40, 49, 'source'), coding('Jon', 40, 49, 'source')],
      ...[coding('Vera', 60, 69), coding('Jon', 80, 89, 'figure')],
    ]);
    expect(result.analysts).toEqual([
      { name: 'Jon', passages: 4 },
      { name: 'Vera', passages: 4 },
    ]);
    expect(result.passages).toEqual({ all: 5, shared: 3 });
    // Six values, two of them each "figure", one "figure and source", three "source": 1 - 5 * 2 / 22.
    expect(result.alpha).toEqual({ tags: 1 - 10 / 22, status: null });
    expect(result.tags).toMatchObject([
      { tag: 'figure', given: { Jon: 2, Vera: 2 }, agreed: 1, disputed: 1 },
      { tag: 'source', given: { Jon: 2, Vera: 2 }, agreed: 2, disputed: 0 },
    ]);
    expect(result.pairs).toEqual([{ analysts: ['Jon', 'Vera'], shared: 3, alpha: 1 - 10 / 22 }]);
  });
});
