import type { GazetteerKind } from '../../lexicon/gazetteer.ts';
import { AMBIGUOUS_BODIES, INSTITUTIONS } from '../../lexicon/institutions.ts';
import type { EntityType } from '../mention.ts';
import { isNameShape } from '../tagger/mark.ts';
import { CASING } from '../tagger/text.ts';
import { isAbbreviatedBody } from './abbreviations.ts';
import { wellKnown, wellKnownAt } from './known.ts';
import { isDatelinePlace } from './places.ts';
import { SHAPE } from './shape.ts';
import { insideNames, type TokenName, type Words } from './token-name.ts';

/** Names that the tagger has not seen: surnames known from elsewhere, institutions, abbreviations, countries. */
export function overlooked(
  names: readonly TokenName[],
  people: ReadonlySet<string>,
  words: Words,
): TokenName[] {
  const { tokens } = words;
  const inside = insideNames(names, words);
  const found: TokenName[] = [];
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const to = tokens.sentences[s + 1] ?? 0;
    const first = tokens.sentences[s] ?? 0;
    if (inside[first] === 0 && isDatelinePlace({ from: first, to: first + 1 }, words))
      found.push({ from: first, to: first + 1, type: 'place' });
    for (let i = first + (found.at(-1)?.from === first ? 1 : 0); i < to; i++) {
      if (inside[i] === 1 || !isNameShape(tokens.shape[i])) continue;
      const type = typeAlone(words, i, tokens.casing[s] ?? CASING.plain, people);
      if (type !== null) found.push({ from: i, to: i + 1, type });
    }
  }
  return found;
}

function typeAlone(words: Words, i: number, casing: number, people: ReadonlySet<string>): EntityType | null {
  const name = words.at(i);
  const kind = wellKnownAt(i, words);
  if (kind === 'country' && name.length > 3) return 'place';
  if (isPlaceInCapitals(name, words)) return 'place';
  if (isPlainCity(kind, i, casing, words)) return 'place';
  if (kind === 'body' && name.length > 3 && !AMBIGUOUS_BODIES.has(name)) return 'organization';
  if (kind === 'people' && name.length > 4 && casing !== CASING.capitals) return 'group';
  if (people.has(name) && kind === undefined && !words.table.gazetteer.isGivenName(name)) return 'person';
  if (INSTITUTIONS.has(name)) return 'organization';
  return casing !== CASING.capitals && isAbbreviatedBody(words, i) ? 'organization' : null;
}

/** A large city alone inside a sentence. */
function isPlainCity(kind: GazetteerKind | undefined, i: number, casing: number, words: Words): boolean {
  if ((kind !== 'city' && kind !== 'capital') || casing !== CASING.plain) return false;
  const { tokens } = words;
  const alone = !isNameShape(tokens.shape[i - 1]) && !isNameShape(tokens.shape[i + 1]);
  return alone && tokens.shape[i - 1] === SHAPE.lower;
}

/** "CAIRO" at the head of a dispatch. */
export function isPlaceInCapitals(name: string, words: Words): boolean {
  if (name.length < 4 || !/^\p{Lu}+$/u.test(name)) return false;
  const kind = wellKnown(name.charAt(0) + name.slice(1).toLowerCase(), words);
  return kind === 'country' || kind === 'capital' || kind === 'city';
}
