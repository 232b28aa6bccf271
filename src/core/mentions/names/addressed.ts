import { isNameShape } from '../tagger/mark.ts';
import { WORD } from '../tagger/word-flags.ts';
import { insideNames, isKnownAs, retype, type TokenName, type Words } from './token-name.ts';

/** What "Mrs." begins is a person; what a dash follows in a dispatch, "CAIRO - Ministers", is none of the name. */
export function addressed(name: TokenName, words: Words): TokenName {
  const { at, tokens } = words;
  const person = name.to - name.from > 1 && isKnownAs(name.from, WORD.address, words);
  let to = name.from + 1;
  const isDash = (i: number): boolean =>
    at(i) === '-' && tokens.end[i - 1] !== tokens.start[i] && tokens.end[i] !== tokens.start[i + 1];
  while (to < name.to && !isDash(to)) to++;
  return { from: name.from, to, type: person ? 'person' : name.type };
}

/** Longest name behind a form of address, in tokens. */
const LONGEST_ADDRESSED = 3;

/** "Mr. Orlan" is a person, whatever else the name might be, and found or not. */
export function withAddressed(names: readonly TokenName[], words: Words): TokenName[] {
  const { tokens } = words;
  const starts = new Map(names.map((name) => [name.from, name]));
  const inside = insideNames(names, words);
  const added: TokenName[] = [];
  const turned = new Map<TokenName, TokenName>();
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (!isNameShape(tokens.shape[i + 1]) || !isKnownAs(i, WORD.address, words) || inside[i] === 1) continue;
    // “Lt. Gov. Lorn”: a second title is no name.
    if (isKnownAs(i + 1, WORD.address, words)) continue;
    // “Sgt. First Class Lorn”
    const from = words.at(i + 2) === 'Class' ? i + 3 : i + 1;
    if (!isNameShape(tokens.shape[from])) continue;
    const known = starts.get(from);
    if (known !== undefined) turned.set(known, retype(known, 'person'));
    if (known !== undefined || inside[from] === 1) continue;
    let to = from + 1;
    while (to < from + LONGEST_ADDRESSED && isNameShape(tokens.shape[to]) && inside[to] !== 1) to++;
    added.push({ from, to, type: 'person' });
  }
  return added.length + turned.size === 0
    ? [...names]
    : [...names.map((name) => turned.get(name) ?? name), ...added].sort((a, b) => a.from - b.from);
}

/** “REP.”, before a name in capitals. */
export const isTitleAlone = ({ from, to }: TokenName, words: Words): boolean =>
  to - from === 1 && words.at(from).endsWith('.') && isKnownAs(from, WORD.honorific, words);
