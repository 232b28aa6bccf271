import { COUNTRIES } from '../lexicon/countries.ts';
import { stemOf } from '../text/stem.ts';
import { foldWord } from './words.ts';

/** "the U.S." as "us". */
const phraseKey = (name: string): string =>
  name
    .replace(/^the\s+/i, '')
    .split(/[\s-]+/)
    .map(foldWord)
    .join(' ');

const PREFIX = '@';
const names = new Map<string, string>();
const capitals = new Map<string, string>();

for (const { name, aliases, demonyms, capitals: seats } of COUNTRIES) {
  const words = phraseKey(name).split(' ');
  const key = words.length === 1 ? stemOf(words[0] ?? '') : PREFIX + words.join('_');
  for (const word of [name, ...aliases, ...demonyms]) {
    const phrase = phraseKey(word);
    if (!names.has(phrase)) names.set(phrase, key);
    if (demonyms.includes(word) && !names.has(`${phrase}s`)) names.set(`${phrase}s`, key);
  }
  for (const seat of seats) capitals.set(phraseKey(seat), key);
}

/** One key for a country, its other names and its people: "UK", "Britain", "British"; null for other names. */
export const nationKey = (name: string): string | null => names.get(phraseKey(name)) ?? null;

/** Key of the country whose capital a name is: news says "Lisbon" where the government is meant. */
export const nationOfCapital = (name: string): string | null => capitals.get(phraseKey(name)) ?? null;

/** Whether a term stands for a country with a name of several words. */
export const isNation = (term: string): boolean => term.startsWith(PREFIX);
