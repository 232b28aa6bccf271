import { HYPHEN_ENDINGS } from '../../lexicon/roles.ts';
import { isNameShape } from '../tagger/mark.ts';
import { WORD } from '../tagger/word-flags.ts';
import { SHAPE } from './shape.ts';
import { isKnownAs, type TokenName, type Words } from './token-name.ts';

/**
 * The name without forms of address and roles before it, with the article that belongs to it ("The Hague") and
 * the rest of a hyphenated name, but no "-Style". "US" in "US$" and "US dollars" names nobody, nor does "I’m", nor the
 * "Q:" of an interview.
 */
export function trim(name: TokenName, words: Words): TokenName[] {
  let { from, to } = name;
  const hyphen = to - 2;
  if (hyphen > from && words.at(hyphen) === '-' && HYPHEN_ENDINGS.has(words.at(to - 1).toLowerCase()))
    to = hyphen;
  if (name.type === 'person') {
    while (from < to && isKnownAs(from, WORD.honorific, words)) from++;
    if (words.at(from) === '.') from++;
    while (from + 1 < to && isRole(from, words)) from++;
    while (continuesName(words, to)) to += 2;
  }
  if (words.at(from - 1) === 'The' && words.table.gazetteer.lookUp(`The ${words.at(from)}`)?.kind === 'city')
    from--;
  if (isLetterOfCompound({ from, to }, words) || NO_NAME.test(words.at(from))) return [];
  const { tokens } = words;
  const glued = tokens.end[to - 1] === tokens.start[to] && /^[$€£¥]$/.test(words.at(to));
  const beforeSign = glued || (name.type === 'place' && /^dollars?$/.test(words.at(to)));
  const contraction =
    to - from === 1 && words.at(from).startsWith('I') && /^I['’]\p{Ll}+$/u.test(words.at(from));
  const speaker = to - from === 1 && words.at(from).length === 1 && words.at(to) === ':';
  return from === to || beforeSign || contraction || speaker ? [] : [{ from, to, type: name.type }];
}

/** "Q4 2019" is a date, "N1.2bn" is money. */
const NO_NAME = /^(?:Q[1-4]|\p{Lu}{1,3}\d+(?:[.,]\d+)*(?:bn|tn))$/u;

/** The "A" of "Chick-fil-A": the end of a word with hyphens that was not found whole. */
const isLetterOfCompound = ({ from, to }: { from: number; to: number }, { tokens, at }: Words): boolean =>
  to - from === 1 &&
  at(from).length === 1 &&
  at(from - 1) === '-' &&
  tokens.end[from - 2] === tokens.start[from - 1] &&
  tokens.end[from - 1] === tokens.start[from];

const isRole = (at: number, words: Words): boolean =>
  isKnownAs(at, WORD.role | WORD.modifier, words) && !words.table.gazetteer.isGivenName(words.at(at));

/** Whether a hyphen at `at` and the word after it go on with a person's name: "Kim Min-seo", "Adler-Voss". */
function continuesName({ tokens, at: word }: Words, at: number): boolean {
  const glued = tokens.end[at - 1] === tokens.start[at] && tokens.end[at] === tokens.start[at + 1];
  if (!glued || word(at) !== '-') return false;
  const shape = tokens.shape[at + 1];
  return isNameShape(shape) || (shape === SHAPE.lower && !HYPHEN_ENDINGS.has(word(at + 1)));
}
