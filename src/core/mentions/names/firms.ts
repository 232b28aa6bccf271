import { NOUN_STOPS } from '../../lexicon/counting.ts';
import { DIRECTIONS } from '../../lexicon/directions.ts';
import { lineAt } from '../../text/line-number.ts';
import { isEveryday } from '../everyday.ts';
import { isNameShape } from '../tagger/mark.ts';
import { CASING } from '../tagger/text.ts';
import { WORD } from '../tagger/word-flags.ts';
import { merge } from './joins.ts';
import { SHAPE } from './shape.ts';
import { insideNames, isKnownAs, type TokenName, type Words } from './token-name.ts';
import { isLegalForm, KINDS } from './told.ts';

/** What has shareholders, and no person or place: behind the name of a firm. */
const OF_FIRMS: ReadonlySet<string> = new Set('stock shareholders stockholders CEO'.split(' '));
/** What firms' shares do, so that "shares" is no verb: "Nordia shares a border". */
const OF_SHARES: ReadonlySet<string> = new Set(
  'were are have had closed opened ended traded trading hit stood price prices'.split(' '),
);
/** What a firm does: "Varnholt, which makes pumps". */
const OF_MAKERS: ReadonlySet<string> = new Set('makes sells employs manufactures'.split(' '));

/** Longest name before a legal form that was not found, in words. */
const LONGEST_FIRM = 5;

/** With what the law calls a firm behind it a name is a firm's: "Varnholt AG", "Varnholt Mining, Inc."; found or not. */
export function wholeFirms(names: readonly TokenName[], words: Words): TokenName[] {
  const { at, tokens } = words;
  const ends = new Map(names.map((name) => [name.to, name]));
  const found: TokenName[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if (!isLegalForm(at(i)) || tokens.shape[i] === SHAPE.lower) continue;
    const behind = at(i - 1) === ',' ? i - 1 : i;
    const known = [ends.get(i + 1), ends.get(behind)].find(
      (name) => name !== undefined && name.from < behind,
    );
    const from = known?.from ?? firstOfFirm(behind, words);
    if (from < behind && known?.type !== 'event') found.push({ from, to: i + 1, type: 'organization' });
  }
  return merge(names, found, words);
}

/** Where the words in capitals before a legal form begin, in a sentence in which not all words have one. */
function firstOfFirm(to: number, { at, tokens: { sentences, casing, shape } }: Words): number {
  const sentence = lineAt(sentences, to);
  const [start = 0, end = 0] = [sentences[sentence], sentences[sentence + 1]];
  if (casing[sentence] !== CASING.plain && at(end - 1) !== '.') return to;
  let from = to;
  while (from > start && from > to - LONGEST_FIRM && isNameShape(shape[from - 1])) from--;
  while (from < to && NOUN_STOPS.has(at(from).toLowerCase())) from++;
  return from;
}

/**
 * A name of one word that common knowledge has nothing of is a firm's all through the article where it has shares or
 * shareholders somewhere in it; if somebody has it for a surname, only there.
 */
export function withFirms(
  names: readonly TokenName[],
  people: ReadonlySet<string>,
  words: Words,
): readonly TokenName[] {
  const isFirm = (name: TokenName): boolean => isTradedAt(name, people, words) && !isKnown(name.from, words);
  const firms = new Set(names.filter(isFirm).map(words.of));
  for (const name of unnamed(names, words))
    if (isFirm(name) && isAlone(name, words)) firms.add(words.of(name));
  if (firms.size === 0) return names;
  const told = names.map((name): TokenName => {
    const word = words.of(name);
    if (name.type === 'organization' || !firms.has(word)) return name;
    if (isKnownAs(name.from - 1, WORD.address, words) || (people.has(word) && !isFirm(name))) return name;
    return { from: name.from, to: name.to, type: 'organization' };
  });
  for (const name of unnamed(names, words))
    if (firms.has(words.of(name)) && !people.has(words.of(name))) told.push(name);
  return told;
}

/** Words with a capital that are in no name, as firms. */
function* unnamed(names: readonly TokenName[], words: Words): Iterable<TokenName> {
  const { count, shape } = words.tokens;
  const inside = insideNames(names, words);
  for (let i = 0; i < count; i++)
    if (inside[i] === 0 && isNameShape(shape[i])) yield { from: i, to: i + 1, type: 'organization' };
}

/** "Shares of Norvane", not "Shares of Big Norvane" nor "Company shares". */
const isAlone = ({ from }: TokenName, { at, tokens }: Words): boolean =>
  !isNameShape(tokens.shape[from - 1]) && at(from).length > 2 && !isEveryday(at(from).toLowerCase());

function isKnown(at: number, { at: word, table: { gazetteer } }: Words): boolean {
  const kind = gazetteer.lookUp(word(at))?.kind;
  return (kind !== undefined && kind !== 'town' && kind !== 'company') || gazetteer.isGivenName(word(at));
}

function isTradedAt({ from, to }: TokenName, people: ReadonlySet<string>, { at, tokens }: Words): boolean {
  if (to - from > 1) return false;
  const [next, after] = [at(to), at(to + 1)];
  if (OF_FIRMS.has(next) || (next === 'chief' && after === 'executive') || next === 'employs') return true;
  if (next === 'shares' && (DIRECTIONS.has(after) || OF_SHARES.has(after))) return true;
  if (next === ',' && after === 'which' && OF_MAKERS.has(at(to + 2))) return true;
  // Somebody has shares of a firm's too.
  if (tokens.shape[to] === SHAPE.possessive && !people.has(at(from)))
    return /^(?:shares|stock|shareholders)$/.test(after) || (after === 'chief' && at(to + 2) === 'executive');
  if (KINDS.has(at(from - 1).toLowerCase())) return true;
  const before = at(from - 2).toLowerCase();
  if (at(from - 1) === 'by' && /^(?:polls?|surveys?|polling)$/.test(before)) return true;
  if (at(from - 1) === 'in') return /^(?:shares|stake|shareholders)$/.test(before);
  return (
    at(from - 1) === 'of' && (before === 'shares' || (before === 'executive' && at(from - 3) === 'chief'))
  );
}
