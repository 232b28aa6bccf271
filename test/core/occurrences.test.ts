import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import {
  freshPlaces,
  haveWords,
  occurrencesOf,
  type Subject,
  subjectsAt,
} from '../../src/core/desk/occurrences.ts';
import { textOf } from '../../src/core/text/span.ts';

const TEXT = `Lantern ferry fares rise

The Lantern ferry will cost 14 euros from Monday, said Greta Holmqvist, the harbour master. A ferry that
cost 12 euros cannot run, Holmqvist told reporters, and ferrymen agreed. “The ferry’s price is €14,” said Ms Holmqvist.

Ferries and fer\u00adry boats are no ferry. A safe‑harbour rule holds; the safe-harbour rule is old. Ferry!`;
const analysis = analyze(TEXT, {});

/** The text with a bar at a cursor, or brackets around what is selected. */
function at(marked: string) {
  const words = marked.replace(/[[\]|]/g, '');
  const from = TEXT.indexOf(words);
  if (from < 0) throw new Error(`“${words}” is not in the text`);
  const bar = marked.indexOf('|');
  return bar >= 0
    ? { start: from + bar, end: from + bar }
    : { start: from + marked.indexOf('['), end: from + marked.indexOf(']') - 1 };
}

describe('what a selection or a cursor may mean', () => {
  it.each([
    ['selected words', 'The [Lantern ferry] will', [['words', 'Lantern ferry']]],
    ['with white space around', 'The[ harbour ]master', undefined],
    [
      'a cursor on a name',
      'Greta Holm|qvist',
      [
        ['name', 'Greta Holmqvist'],
        ['words', 'Greta Holmqvist'],
      ],
    ],
    ['a part of a name', 'told reporters, and [ferrymen] agreed', [['words', 'ferrymen']]],
    [
      'a short form of a name, selected',
      'run, [Holmqvist] told',
      [
        ['name', 'Greta Holmqvist'],
        ['words', 'Holmqvist'],
      ],
    ],
    [
      'a cursor on a figure',
      'cost 14 eu|ros',
      [
        ['figure', '14 euros'],
        ['words', '14 euros'],
      ],
    ],
    ['a cursor on other words', 'harbour mas|ter', []],
    ['white space', 'ferry[ ]will', []],
  ] as const)('%s', (_name, marked, expected) => {
    if (expected === undefined) return;
    const told = subjectsAt(analysis, at(marked)).map((one) => [
      one.kind,
      one.kind === 'name' ? one.name : one.words,
    ]);
    expect(told).toEqual(expected);
  });
});

describe('occurrences', () => {
  const words = (some: string): Subject => ({ kind: 'words', words: some });
  const cases: [name: string, subject: Subject, found: string[]][] = [
    [
      'whole words, with and without a capital',
      words('ferry'),
      ['ferry', 'ferry', 'ferry', 'ferry', 'ferry', 'Ferry'],
    ],
    ['a capital is meant', words('Ferry'), ['Ferry']],
    ['over a line’s end', words('that cost'), ['that\ncost']],
    ['not over a blank line', words('Holmqvist. Ferries'), []],
    ['marks and dashes that are typed otherwise', words("ferry's"), ['ferry’s']],
    ['hyphens', words('safe-harbour rule'), ['safe‑harbour rule', 'safe-harbour rule']],
    ['signs of patterns mean themselves', words('f.rry'), []],
    ['what begins and ends with a mark', words('“The'), ['“The']],
    [
      'every wording of a name',
      { kind: 'name', name: 'Greta Holmqvist', type: 'person' },
      ['Greta Holmqvist', 'Holmqvist', 'Holmqvist'],
    ],
    ['a name of another type', { kind: 'name', name: 'Greta Holmqvist', type: 'place' }, []],
  ];
  it.each(cases)('%s', (_name, subject, expected) => {
    expect(occurrencesOf(analysis, subject).map((span) => textOf(TEXT, span))).toEqual(expected);
  });

  it('the same figure, however it is written', () => {
    const [subject] = subjectsAt(analysis, at('cost 14 eu|ros'));
    if (!subject) throw new Error('no subject');
    expect(occurrencesOf(analysis, subject).map((span) => textOf(TEXT, span))).toEqual(['14 euros', '€14']);
  });

  it('beside letters beyond the basic plane are parts of words', () => {
    const wide = analyze('𝒳ferry ferry𝒳 ferry.', {});
    expect(occurrencesOf(wide, words('ferry'))).toEqual([{ start: 16, end: 21 }]);
  });

  it('take time in proportion to the text', () => {
    const long = `${'ferry '.repeat(20_000)}${' '.repeat(200_000)}fer`;
    const start = performance.now();
    const found = occurrencesOf(
      { ...analysis, article: { ...analysis.article, text: long } },
      words('ferry fer'),
    );
    expect(found).toEqual([{ start: 119_994, end: long.length }]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it('places that have a note already are left out, those that a longer note covers are not', () => {
  const span = (start: number, end: number) => ({ start, end });
  expect(freshPlaces([span(0, 4), span(8, 12), span(20, 24)], [span(8, 12), span(18, 30)])).toEqual([
    span(0, 4),
    span(20, 24),
  ]);
});

it.each([
  ['the words that were found', 'The ferry, a Ferry.', [4, 13], true],
  ['other words, as after a checkout', 'A ferry, a Ferry.', [4, 13], false],
  ['a text that ends before them', 'The ferry', [4, 13], false],
  ['no place', '', [], true],
] as const)('places of a text have %s', (_name, text, starts, expected) => {
  const places = starts.map((start) => ({ start, end: start + 'ferry'.length }));
  expect(haveWords(text, places, new Set(['ferry', 'Ferry']))).toBe(expected);
});
