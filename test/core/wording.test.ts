import { describe, expect, it } from 'vitest';
import {
  asIs,
  filled,
  inEnglish,
  languageTag,
  say,
  sentences,
  sideBySide,
  type Wording,
  worded,
} from '../../src/core/text/wording.ts';

const GERMAN: Readonly<Record<string, string>> = {
  'about {0}': 'etwa {0}',
  '{0} {1}': '{0}. {1}',
  May: 'Mai',
  'The tag "{0}" is not in the codebook.': 'Das Schlagwort „{0}“ steht nicht im Codebuch.',
};
const inGerman = (wording: Wording): string =>
  worded(wording, (text, ...parts) => filled(GERMAN[text] ?? text, ...parts));

describe('wording', () => {
  it.each<[name: string, Wording, english: string, german: string]>([
    [
      'a sentence',
      say('The tag "{0}" is not in the codebook.', 'figure'),
      'The tag "figure" is not in the codebook.',
      'Das Schlagwort „figure“ steht nicht im Codebuch.',
    ],
    [
      'what fills a place is put into the language, too',
      say('about {0}', say('{0} {1}', 3, say('May'))),
      'about 3 May',
      'etwa 3. Mai',
    ],
    [
      'what stands side by side is no sentence of its own',
      sideBySide(' ', say('May'), 2031),
      'May 2031',
      'Mai 2031',
    ],
    ['several sentences', sentences(say('May'), say('about {0}', 2)), 'May about 2', 'Mai etwa 2'],
    ['what others said stays', asIs('{0} is no place'), '{0} is no place', '{0} is no place'],
    ['a text with braces fills a place as it is', say('about {0}', '{1}'), 'about {1}', 'etwa {1}'],
    ['a place that nothing fills stays', say('about {0}'), 'about {0}', 'etwa {0}'],
    ['one part in two places', say('from {0} to {0}', 1), 'from 1 to 1', 'from 1 to 1'],
  ])('%s', (_, wording, english, german) => {
    expect(inEnglish(wording)).toBe(english);
    expect(inGerman(wording)).toBe(german);
  });
});

describe('languages', () => {
  it.each([
    ['de', 'de'],
    ['en_US', 'en-US'],
    ['pt-br', 'pt-BR'],
    ['', 'en'],
    ['qps_ploc_x_long_nonsense_', 'en'],
  ])('“%s” is %s', (called, tag) => {
    expect(languageTag(called)).toBe(tag);
    expect(worded(say('{0}', { amount: 1.5 }), filled, languageTag(called))).toMatch(/^1[.,]5$/);
  });
});
