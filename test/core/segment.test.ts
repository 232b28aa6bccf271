import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, tokensOf } from '../../src/core/text/segment.ts';

const split = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

describe('sentencesOf', () => {
  // A bar marks each boundary.
  it.each([
    'Mr. Orlan left.|He was late.',
    'The U.S. Navy came.|The ship sank.',
    'She lives in the U.S.|The harbour is far.',
    '“We dig.|We always dig,” she said.|“Mud is money.”|He left.',
    'It cost $4.5 million.|No. 10 agreed.',
    'Repairs cost Rs. 240 crore.|They cost Rs.|Lorn paid.',
    'At 5 p.m. Orlan spoke.|At 6 p.m.|The rain came.',
    'Gen. A. B. Orlan and Sen. Lorn met.|They shook hands.',
    'Orlan Corp. fell.|Lorn Inc. rose.',
    'On Jan. 5 it rained.|In Jan.|Lorn was away.',
    '“Why?” he asked.|“Who knows!”|Nobody did.',
    'Wait… no.|Yes.',
    'He said so.|3,000 left.',
    'She named it “Mud.”|Then she left.',
    'The end.”|Next came Lorn.',
    '会议结束了。|大家离开。',
  ])('%s', (marked) => {
    const parts = marked.split('|');
    expect(split(parts.join(' '))).toEqual(parts);
  });
});

/** No half of a surrogate pair on its own. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('tokensOf', () => {
  it.each([
    ['NATO’s 3,000-strong force—again', ['NATO’s', '3,000', '-', 'strong', 'force', '—', 'again']],
    ['$4.5bn (40%) on F-16s.', ['$', '4.5', 'bn', '(', '40', '%', ')', 'on', 'F-16s', '.']],
    ['the U.S. and AT&T 🚢', ['the', 'U.S', '.', 'and', 'AT&T', '🚢']],
    ['Türkiye’de', ['Türkiye’de']],
  ])('%s', (text, expected) => {
    expect(tokensOf(text, { start: 0, end: text.length }).map((t) => t.text)).toEqual(expected);
  });

  it('covers every character that is no space, in order, and splits no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokensOf(text, { start: 0, end: text.length });
        let at = 0;
        for (const token of tokens) {
          expect(text.slice(at, token.start)).toMatch(/^[\s\u200b]*$/u);
          expect(isWhole(token.text) || !isWhole(text)).toBe(true);
          at = token.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b]*$/u);
      }),
    );
  });
});
