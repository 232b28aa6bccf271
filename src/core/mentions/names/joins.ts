import { BODY_HEADS, EVENT_HEADS } from '../../lexicon/institutions.ts';
import type { EntityType } from '../mention.ts';
import { isNameShape } from '../tagger/mark.ts';
import { CASING } from '../tagger/text.ts';
import { SHAPE } from './shape.ts';
import type { TokenName, Words } from './token-name.ts';

/** At most so many small words ("of the") stand in a name that an acronym shortens. */
const MOST_SMALL = 4;

/**
 * "Harbour Trust Board (HTB)" is one name where the initials agree, and both are of one type; a person has no
 * acronym.
 */
export function joinAcronyms(names: readonly TokenName[], words: Words): TokenName[] {
  const { tokens } = words;
  const joined: TokenName[] = [];
  const types = new Map<string, EntityType>();
  const whole = new Map(names.map((name) => [name.from, name]));
  for (let i = 1; i + 1 < tokens.count; i++) {
    if (!isShort(words, i) || words.at(i - 1) !== '(' || words.at(i + 1) !== ')') continue;
    const from = spelledOut(words, i);
    if (from === null) continue;
    const type = typeOfWhole(whole.get(from), i - 1, words);
    types.set(words.at(i), type);
    joined.push({ from, to: i - 1, type }, { from: i, to: i + 1, type });
  }
  if (joined.length === 0) return [...names];
  const agreed = names.map((name): TokenName => {
    const type = types.get(words.of(name));
    return type === undefined ? name : { from: name.from, to: name.to, type };
  });
  return merge(agreed, joined, words);
}

/** "HTB", "BoN". */
function isShort({ tokens, at }: Words, i: number): boolean {
  const shape = tokens.shape[i];
  return shape === SHAPE.capitals || (shape === SHAPE.mixed && /^\p{Lu}\p{Ll}?\p{Lu}{1,4}$/u.test(at(i)));
}

function typeOfWhole(name: TokenName | undefined, to: number, words: Words): EntityType {
  if (EVENT_HEADS.has(words.at(to - 1))) return 'event';
  if (name === undefined || name.to !== to || name.type === 'person') return 'organization';
  return name.type === 'place' && words.table.gazetteer.lookUp(words.of(name)) === undefined
    ? 'organization'
    : name.type;
}

/** The token where the words that the acronym at `at` stands for begin. */
function spelledOut(words: Words, at: number): number | null {
  const letters = words.at(at).toLowerCase();
  let letter = letters.length - 1;
  let small = 0;
  for (let i = at - 2; i >= 0; i--) {
    const initial = words.at(i).charAt(0).toLowerCase();
    if (isNameShape(words.tokens.shape[i])) {
      if (initial !== letters.charAt(letter)) return null;
      letter--;
      if (letter < 0) return at - 1 - i > 1 ? i : null;
    } else if (words.tokens.shape[i] === SHAPE.lower && small < MOST_SMALL) {
      small++;
      if (initial === letters.charAt(letter) && isInitialOf(words, i, letters, letter)) letter--;
    } else return null;
  }
  return null;
}

/** Whether a small word has a letter of its own in the acronym: the "o" of "DoD", not the "of" of "WHO". */
const isInitialOf = (words: Words, i: number, letters: string, letter: number): boolean =>
  letter > 0 &&
  words
    .at(i - 1)
    .charAt(0)
    .toLowerCase() === letters.charAt(letter - 1) &&
  words
    .at(i - 1)
    .charAt(0)
    .toLowerCase() !== letters.charAt(letter);

/** Two names, or a name and the words after it, up to a head such as "Council": the name of one body. */
export function joinBodies(names: readonly TokenName[], words: Words): TokenName[] {
  const { tokens } = words;
  const joined: TokenName[] = [];
  let covered: Int32Array | undefined;
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    if (tokens.casing[s] !== CASING.plain) continue;
    const begin = tokens.sentences[s] ?? 0;
    for (let i = begin + 1; i < (tokens.sentences[s + 1] ?? 0); i++) {
      if (!isNameShape(tokens.shape[i]) || isNameShape(tokens.shape[i + 1])) continue;
      if (!BODY_HEADS.has(words.at(i))) continue;
      covered ??= coveredBy(names, tokens.count);
      let from = i;
      while (from > begin && isNameShape(tokens.shape[from - 1]) && covered[from - 1] !== -1) from--;
      while (from < i && words.table.gazetteer.lookUp(words.at(from))?.kind === 'people') from++;
      const pieces = new Set(covered.slice(from, i + 1));
      if (from < i && pieces.size > 1 && !startsWithPerson(names, pieces))
        joined.push({ from, to: i + 1, type: 'organization' });
    }
  }
  return merge(names, joined, words);
}

/** Heads that are a body's before "of" and the name of its place. */
const SEATED: ReadonlySet<string> = new Set(
  'Court Academy College School Embassy Diocese Archdiocese Conservatory Chamber Office'.split(' '),
);

/** "Supreme Court" of "Nordia": the name of one body. */
export function joinOf(names: readonly TokenName[], words: Words): TokenName[] {
  const joined: TokenName[] = [];
  names.forEach((name, i) => {
    const body = names[i - 1];
    if (body === undefined || name.type !== 'place' || body.type !== 'organization') return;
    if (body.to !== name.from - 1 || words.at(body.to) !== 'of') return;
    const head = words.at(body.to - 1);
    if (BODY_HEADS.has(head) || SEATED.has(head))
      joined.push({ from: body.from, to: name.to, type: 'organization' });
  });
  return merge(names, joined, words);
}

/** "Roe v. Wade": a case in court. */
const isAgainst = (from: number, to: number, { at }: Words): boolean =>
  (to === from + 1 && at(from) === 'v.') || (to === from + 2 && at(from) === 'v' && at(from + 1) === '.');

/** "Johnson & Johnson" at the head of a sentence: surnames with such a sign between them are a firm's, "Roe v. Wade" is a case. */
export function joinPartners(names: readonly TokenName[], words: Words): TokenName[] {
  const joined: TokenName[] = [];
  names.forEach((name, i) => {
    const before = names[i - 1];
    if (before === undefined) return;
    if (isAgainst(before.to, name.from, words))
      joined.push({ from: before.from, to: name.to, type: 'other' });
    if (before.to !== name.from - 1 || words.at(before.to) !== '&') return;
    if (before.to - before.from > 1 || name.to - name.from > 1) return;
    if (before.type === 'person' && name.type === 'person')
      joined.push({ from: before.from, to: name.to, type: 'organization' });
  });
  return merge(names, joined, words);
}

/** Of each token the number of the name that it is part of, -1 for none. */
function coveredBy(names: readonly TokenName[], count: number): Int32Array {
  const covered = new Int32Array(count).fill(-1);
  names.forEach((name, index) => {
    covered.fill(index, name.from, name.to);
  });
  return covered;
}

const startsWithPerson = (names: readonly TokenName[], pieces: ReadonlySet<number>): boolean =>
  [...pieces].some((piece) => names[piece]?.type === 'person');

/** The names with `joined` in place of those that they overlap; of two that are joined, the longer. */
export function merge(names: readonly TokenName[], joined: readonly TokenName[], words: Words): TokenName[] {
  if (joined.length === 0) return [...names];
  const taken = new Uint8Array(words.tokens.count);
  const free = (name: TokenName): boolean => !taken.subarray(name.from, name.to).includes(1);
  const kept = [...joined]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .filter((name) => {
      if (!free(name)) return false;
      taken.fill(1, name.from, name.to);
      return true;
    });
  return [...kept, ...names.filter(free)].sort((a, b) => a.from - b.from);
}
