import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../src/core/mentions/attribution/phrases.ts';
import { noFigureTokens, readFigureTokens } from '../../src/core/mentions/figures/token.ts';
import { nameTokens, splitForNames } from '../../src/core/mentions/names/tokens.ts';
import { readWords, type TextWords } from '../../src/core/mentions/text-words.ts';
import { readArticle } from '../../src/core/text/structure.ts';

const shared = (text: string): string[] => {
  const { count, start, end } = readWords(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
};

describe('readWords', () => {
  it.each([
    ['Ada left, then Tobin.', 'Ada|left|,|then|Tobin|.'],
    ['“It’s over” — Ada', '“|s|over|”|—|Ada'],
    ['U.S. and Gen. Lorn', '.|.|and|.|Lorn'],
    ['G20 Russia-linked AT&T', 'linked|T'],
    ['a .5 café', 'a'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(shared(text).join('|')).toBe(words);
  });
});

/** All that the three readers make of a text. */
function tokensBy(text: string, words: TextWords): unknown {
  const span = { start: 0, end: text.length };
  const names = nameTokens();
  splitForNames(text, span, names, words);
  const figures = noFigureTokens();
  readFigureTokens(text, span, figures, words);
  const article = readArticle(text);
  const items = article.blocks.map((_, i) => phrasesOf({ article, names: [], words }, i, [], 0, 0));
  const { start, end, shape, count } = names;
  return [
    [start, end, shape].map((values) => [...values.subarray(0, count)]),
    [figures.start, figures.end].map((values) => [...values.subarray(0, figures.length)]),
    figures.forms.map((form) => form.text),
    items,
  ];
}

describe('every reader of tokens', () => {
  const none = (): TextWords => ({ ...readWords(''), at: 0 });
  const parts = fc.constantFrom(
    ..."Ada|left|I|U|S|Gen|Mr|th|é|Ü|ß|\u0301|s|t|0|12|1,000|.|,|-|&|'|’|‘|“|”|—|…|/|$|%| |  |\n|\u00a0|\u200b|😀|\ud800|_".split(
      '|',
    ),
  );

  it('finds the same with the words that all share as without', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(tokensBy(text, readWords(text))).toEqual(tokensBy(text, none()));
      }),
      { numRuns: 3000 },
    );
  });
});
