import { HONOURS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import { lineAt } from '../../text/line-number.ts';
import { isNameShape } from '../tagger/mark.ts';
import { SHAPE } from './shape.ts';
import { leaning, type TokenName, type Words } from './token-name.ts';

/** What may follow a person's name and belongs to it: "Anders Voll Jr.", "Anders Voll, Jr.". */
export const GENERATION = /^(?:Jr|Sr)\.?$/;
/** "Osric the Elder". */
const EPITHETS: ReadonlySet<string> = new Set(
  `Great Elder Younger Conqueror Terrible Magnificent Bold Bald Fair Good Pious Wise Brave Cruel Lionheart Confessor
  Unready Simple Stout Fat Short Tall Strong Fearless Impaler Navigator Apostate Baptist Evangelist Greek Venerable
  Hermit Martyr`.split(/\s+/),
);
const BIRTH_NAME = /^n[ée]e?$/u;
const OPENS = /^["“‘«']$/;
const CLOSES = /^["”’»']$/;
/** A name in quotation marks inside a person's has at most so many words. */
const LONGEST_NICKNAME = 3;

/** Small words that go on with a sentence behind what "the" stands before. */
const AFTER: ReadonlySet<string> = new Set(
  `of in on at to for by from with as but that which who is was are were has have had will would could
  himself herself itself`.split(/\s+/),
);

/**
 * "The Pope" and "the Pasquino, a statue" are no person's name; "the Gandhis", "the Lorn plan" and "the Lorn and
 * Quill plans" may have one.
 */
function isCalledThe({ from, to }: TokenName, { at, tokens }: Words): boolean {
  if (to - from > 1 || !/^[Tt]he$/.test(at(from - 1))) return false;
  const [word, next] = [at(from), at(to)];
  if (isNameShape(tokens.shape[to])) return false;
  if (ROLE_NOUNS.has(word.toLowerCase())) return true;
  if (word.endsWith('s')) return false;
  return AFTER.has(next) || /^[.;:!?)]$/.test(next) || (next === ',' && tokens.shape[to + 1] === SHAPE.lower);
}

/** "Mayor declares": a role that has its capital from where it stands, unless somebody has it for a surname. */
function isRoleAlone({ from, to }: TokenName, surnames: ReadonlySet<string>, words: Words): boolean {
  const word = words.at(from);
  if (to - from > 1 || !ROLE_NOUNS.has(word.toLowerCase()) || leaning(from, 'person', words) > 1)
    return false;
  return isFirst(from, words) && !surnames.has(word);
}

/** Last words of persons' names of several. */
function surnamesIn(names: readonly TokenName[], words: Words): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to, type } of names) if (type === 'person' && to - from > 1) found.add(words.at(to - 1));
  return found;
}

const isFirst = (at: number, { tokens: { sentences } }: Words): boolean =>
  sentences[lineAt(sentences, at)] === at;

/**
 * Persons' names whole: with "Jr." and "the Elder" behind them, with a nickname in quotation marks inside them, and
 * without the "née" before a name at birth; not what only its article names.
 */
export function wholePersons(names: readonly TokenName[], words: Words): TokenName[] {
  const whole: TokenName[] = [];
  const surnames = surnamesIn(names, words);
  for (const name of names) {
    const before = whole.at(-1);
    if (before !== undefined && name.from < before.to) continue;
    if (name.type !== 'person') {
      whole.push(name);
      continue;
    }
    if (isCalledThe(name, words) || isRoleAlone(name, surnames, words)) continue;
    const from = withNickname(withoutBirth(name, words), whole, words);
    while ((whole.at(-1)?.to ?? 0) > from) whole.pop();
    whole.push({ from, to: withEpithet(name.to, words), type: name.type });
  }
  return whole;
}

/** "Simon Fell QC" is Simon Fell, and "QC" behind him no body or place. */
export function withoutHonours(names: readonly TokenName[], words: Words): TokenName[] {
  const { at } = words;
  const kept: TokenName[] = [];
  for (const name of names) {
    const { from, to, type } = name;
    const before = kept.at(-1);
    const behind = before?.type === 'person' && before.to === (at(from - 1) === ',' ? from - 1 : from);
    if (to - from === 1 && behind && HONOURS.has(at(from))) continue;
    const ends = type === 'person' && to - from > 2 && HONOURS.has(at(to - 1));
    kept.push(ends ? { from, to: to - 1, type } : name);
  }
  return kept;
}

const withoutBirth = (name: TokenName, words: Words): TokenName =>
  BIRTH_NAME.test(words.at(name.from)) && name.to - name.from > 1 ? { ...name, from: name.from + 1 } : name;

function withEpithet(to: number, words: Words): number {
  const behind = words.at(to) === ',' ? to + 1 : to;
  if (GENERATION.test(words.at(behind))) return behind + 1;
  return words.at(to) === 'the' && EPITHETS.has(words.at(to + 1)) ? to + 2 : to;
}

/** Where a name begins that goes on behind a nickname: "Ada “Fox” Lorn". */
function withNickname({ from }: TokenName, before: readonly TokenName[], words: Words): number {
  if (!CLOSES.test(words.at(from - 1))) return from;
  let open = from - 2;
  while (open > 0 && open >= from - 1 - LONGEST_NICKNAME && isNameShape(words.tokens.shape[open])) open--;
  if (open === from - 2 || !OPENS.test(words.at(open))) return from;
  let first = open;
  while (first > 0 && first > open - 3 && isNameShape(words.tokens.shape[first - 1])) first--;
  const known = before.slice(-2).some(({ type, to }) => type === 'person' && to === open);
  return first < open && (known || isGiven(first, words)) ? first : from;
}

function isGiven(at: number, words: Words): boolean {
  const { gazetteer } = words.table;
  const word = words.at(at);
  return leaning(at, 'person', words) >= 2 || gazetteer.isGivenName(word) || gazetteer.isPersonName(word);
}
