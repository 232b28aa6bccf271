import { describe, expect, it } from 'vitest';
import { calledOut } from '../../src/core/counterparts/called-out.ts';
import { sameName } from '../../src/core/counterparts/names.ts';
import { wordDiff } from '../../src/core/counterparts/word-diff.ts';
import { wordsOf } from '../../src/core/counterparts/words.ts';
import { foldSpelling } from '../../src/core/lexicon/spelling.ts';
import { stemOf } from '../../src/core/text/stem.ts';

describe('spelling variants', () => {
  it.each([
    ['defence', 'defense'],
    ['offences', 'offenses'],
    ['modernising', 'modernizing'],
    ['destabilisation', 'destabilization'],
    ['behaviour', 'behavior'],
    ['neighbouring', 'neighboring'],
    ['favourite', 'favorite'],
    ['centre', 'center'],
    ['centred', 'centered'],
    ['kilometres', 'kilometers'],
    ['theatre', 'theater'],
    ['programme', 'program'],
    ['programmes', 'programs'],
    ['catalogue', 'catalog'],
    ['travelled', 'traveled'],
    ['cancelling', 'canceling'],
    ['analyse', 'analyze'],
    ['paralysed', 'paralyzed'],
    ['grey', 'gray'],
    ['sceptical', 'skeptical'],
    ['judgement', 'judgment'],
    ['licence', 'license'],
    ['fulfil', 'fulfill'],
    ['anaesthetic', 'anesthetic'],
  ])('%s is %s', (british, american) => {
    expect(foldSpelling(british)).toBe(foldSpelling(american));
  });

  it.each([
    ['hour', 'hor'],
    ['four', 'for'],
    ['source', 'sorce'],
    ['called', 'caled'],
    ['filled', 'filed'],
    ['recalled', 'recaled'],
  ])('%s is not %s', (word, other) => {
    expect(foldSpelling(word)).not.toBe(foldSpelling(other));
  });
});

describe('stems', () => {
  it.each([
    ['pledges', 'pledged'],
    ['negotiations', 'negotiation'],
    ['ministers', 'minister'],
    ['cities', 'city'],
    ['strengthening', 'strengthens'],
    ['investing', 'invested'],
    ['stopped', 'stopping'],
    ['took', 'taken'],
    ['left', 'leaving'],
    ['won', 'winning'],
    ['children', 'child'],
    ['harbour', 'harbours'],
    ['hopefulness', 'hopeful'],
  ])('%s and %s', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['universe', 'unit'],
    ['policy', 'police'],
    ['news', 'new'],
    ['general', 'generous'],
  ])('%s and %s stay apart', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

describe('words', () => {
  it('have no case, marks, possessives and accents, and keep their offsets', () => {
    const text = '“Ostrand’s LONG-term Café plan,” U.S. 3,000';
    const words = wordsOf(text, { start: 0, end: text.length });
    expect(words.map((word) => word.key)).toEqual(['ostrand', 'long', 'term', 'cafe', 'plan', 'us', '3000']);
    expect(text.slice(words[1]?.start, words[1]?.end)).toBe('LONG');
    expect(text.slice(words[2]?.start, words[2]?.end)).toBe('term');
  });
});

describe('names', () => {
  it.each([
    ['Ilse Ostrand', 'Ostrand', true],
    ['Ilse Ostrand', 'ILSE OSTRAND', true],
    ['I. Ostrand', 'Ilse Ostrand', true],
    ['Ilse Ostrand', 'Jonas Ostrand', false],
    ['Ilse Ostrand', 'Maren Holt', false],
    ['Vellmark Harbour Authority', 'Harbour Authority', true],
    ['José Quell', 'Jose Quell', true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
    expect(sameName(b, a)).toBe(same);
  });
});

describe('what a word diff calls out', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['We will not leave the island.', 'We will leave the island.', ['dropped negation not']],
    ['We leave on Monday at noon.', 'We never leave on Monday at noon.', ['added negation never']],
    ['We cannot pay for it.', 'We can’t pay for it.', []],
    [
      'Some 14 boats sank off the pier.',
      'Some 17 boats sank off the pier.',
      ['dropped number 14', 'added number 17'],
    ],
    ['All twelve boats sank.', 'All 12 boats sank.', []],
    ['He and Ostrand knew of it.', 'He knew of it.', ['dropped name Ostrand']],
    ['The pier holds. Nobody in Vellmark doubts it.', 'The pier holds.', []],
    ['The pier holds. Engineers agree it will.', 'The pier holds. They agree it will.', []],
    ['The Council is right, I say.', 'The council is right. We say so.', []],
    ['We will not leave the pier.', '‘We Will Leave The Old Pier’', ['dropped negation not']],
    ['one two', 'three four', []],
    ['', 'not', []],
  ])('%s → %s', (a, b, expected) => {
    const said = calledOut(wordDiff(a, b)).map(({ kind, change, text }) => `${change} ${kind} ${text}`);
    expect(said).toEqual(expected);
  });
});

describe('word diff', () => {
  const shown = (a: string, b: string): string =>
    wordDiff(a, b)
      .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
      .join('');

  it.each([
    ['The harbour stays open.', 'The harbor stays open', 'The harbor stays open'],
    ['We will stay.', 'We will not stay.', 'We will [+not +]stay.'],
    ['a just and lasting peace', 'a fair and lasting peace', 'a [-just -][+fair +]and lasting peace'],
    ['“We leave — today,” she said', '"We leave today" she said', '"We leave today" she said'],
    ['one two', '', '[-one two-]'],
    ['', 'one two', '[+one two+]'],
    ['over 5% of it', 'over 6% of it', 'over [-5% -][+6% +]of it'],
    ['😀 yes', '😀 no', '😀 [-yes-][+no+]'],
  ])('%s → %s', (a, b, expected) => {
    expect(shown(a, b)).toBe(expected);
  });

  it('gives back the second text, also of long texts without a common word', () => {
    const a = Array.from({ length: 4000 }, (_, i) => `a${i}`).join(' ');
    const b = Array.from({ length: 4000 }, (_, i) => `b${i}`).join(' ');
    const parts = wordDiff(a, b);
    expect(
      parts
        .filter((part) => part.kind !== 'removed')
        .map((part) => part.text)
        .join(''),
    ).toBe(b);
  });
});
