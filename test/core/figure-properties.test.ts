import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/core/mentions/figures/figure.ts';
import type { Article } from '../../src/core/text/article.ts';
import { articleOf } from '../support/figures.ts';

const WORDS =
  'five hundred of million tens - to and $ € 5 2,000 3.5 % per cent a half two thirds March May Friday last next week years ago old between from over more than US dollars in 2014 ( ) ’s every day one EUR “ the same early Q 3 st 😀 ½ / : 30 p.m. GMT people out first quarter century 0 1990 s 99999999999999 # 13.2.2020 – now'.split(
    ' ',
  );

/** Any characters, and words that figures are made of in any order. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join('')),
);
const date = fc.constantFrom(null, '2024-02-29', '1999-12-31');

const isHalf = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

describe('figures of any text', () => {
  it('are inside it, in order, not overlapping, and split no surrogate pair', () => {
    fc.assert(
      fc.property(text, date, (written, day) => {
        let at = 0;
        for (const { start, end, value } of findFigures(articleOf(written, day))) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
          expect(isHalf(written.charCodeAt(start)) && written.charCodeAt(start - 1) >= 0xd800).toBe(false);
          expect(typeof value === 'number' ? Number.isFinite(value) : !/NaN|undefined|null/.test(value)).toBe(
            true,
          );
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay where they are when a paragraph follows', () => {
    fc.assert(
      fc.property(text, text, date, (first, second, day) => {
        const alone = articleOf(first, day);
        const start = first.length + 2;
        const end = start + second.length;
        const after = { start, end, kind: 'paragraph' as const, sentences: [{ start, end }] };
        const both: Article = { ...alone, text: `${first}\n\n${second}`, blocks: [...alone.blocks, after] };
        const before = findFigures(both).filter((figure) => figure.start < first.length);
        expect(before).toEqual(findFigures(alone));
      }),
      { numRuns: 200 },
    );
  });

  it('are found in a paragraph of any length', () => {
    const sentence = 'The quay cost $4.5 million in March 2014 and took 3,000 workers two years. ';
    const long = sentence.repeat(2000);
    expect(findFigures(articleOf(long)).length).toBe(4 * 2000);
  });
});
