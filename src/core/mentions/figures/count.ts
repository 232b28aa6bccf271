import {
  CASUALTIES,
  GROUP_NOUNS,
  NOT_PLURAL,
  NOUN_STOPS,
  ONE_IDIOMS,
  PLURAL_MODIFIERS,
  PLURAL_NOUNS,
} from '../../lexicon/counting.ts';
import { DIRECTIONS } from '../../lexicon/directions.ts';
import {
  type FigureTokens,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  pastHyphen,
  startsUpper,
  textAt,
} from './token.ts';

type Tokens = FigureTokens;

/** What is counted: the noun phrase as written ("first-team players") and the index after it. */
export interface Counted {
  readonly unit: string;
  readonly end: number;
}

const LONGEST_PHRASE = 6;
const SINGULAR_ADJECTIVE =
  /^(?:single|whole|big|small|large|great|new|old|young|major|minor|simple|common|full)$|(?:ing|al|ive|ous|ic|ful|less|able|ible|ary|ar|ish|ian|ese|ed|ern|est|er)$/;

export const isPlural = (word: string): boolean =>
  PLURAL_NOUNS.has(word) ||
  (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|ous)$/.test(word) && !NOT_PLURAL.has(word));

/** The noun phrase that a number counts, starting at `i`; null where none can be told. */
export function countedAt(tokens: Tokens, i: number, value: number): Counted | null {
  if (isHyphen(tokens, i)) return hyphenated(tokens, i);
  // "25 million more people"
  if (lowerAt(tokens, i) === 'more' && value !== 1) return pluralAt(tokens, i + 1);
  if (value === 1) return singularAt(tokens, i);
  // "Lorn's team of 14 plans to dig"
  if (lowerAt(tokens, i + 1) === 'to' && lowerAt(tokens, i - 2) === 'of' && TEAMS.has(lowerAt(tokens, i - 3)))
    return null;
  return pluralAt(tokens, i) ?? casualtiesAt(tokens, i) ?? attributiveAt(tokens, i);
}

const TEAMS = new Set('team crew group panel squad staff family party band class unit'.split(' '));

/** "12-page document", "four-cylinder engine": the word behind the hyphen. */
function hyphenated(tokens: Tokens, i: number): Counted | null {
  const at = pastHyphen(tokens, i);
  const word = lowerAt(tokens, at);
  if (at === i || kindAt(tokens, at) !== 'word' || NOUN_STOPS.has(word) || word.length < 3) return null;
  if (/(?:ed|ly|ing|fold|sided|way|time|plus)$/.test(word)) return null;
  // "a 2,000-strong crowd"
  if (word === 'strong') return { unit: 'people', end: at + 1 };
  return { unit: word, end: at + 1 };
}

function casualtiesAt(tokens: Tokens, i: number): Counted | null {
  return CASUALTIES.has(lowerAt(tokens, i)) ? { unit: lowerAt(tokens, i), end: i + 1 } : null;
}

/** "a 12 page document", "3 cylinder engine": a hyphen left out; two singular nouns in a row. */
function attributiveAt(tokens: Tokens, i: number): Counted | null {
  const [word, next] = [lowerAt(tokens, i), lowerAt(tokens, i + 1)];
  const plain = [textAt(tokens, i), textAt(tokens, i + 1)].every((text) => /^\p{Ll}{3,}$/u.test(text));
  if (!plain || NOUN_STOPS.has(word) || NOUN_STOPS.has(next) || gluedAt(tokens, i) || gluedAt(tokens, i + 1))
    return null;
  if (DIRECTIONS.has(word) || DID.has(word)) return null;
  if (SINGULAR_ADJECTIVE.test(word) || /(?:ing|ly|s)$/.test(word) || /(?:ed|ly|ing)$/.test(next)) return null;
  return { unit: word, end: i + 1 };
}

/** "11 fell ill": what some did. */
const DID = new Set(
  'fell ran sat stood lay slept spoke wrote drove flew swam held met sent felt heard fled sank set put'.split(
    ' ',
  ),
);

/** The plural behind "of the": "35m of its devices"; the figure ends before it. */
export function countedOf(tokens: Tokens, i: number): string | null {
  if (lowerAt(tokens, i) !== 'of' || !OWNERS.has(lowerAt(tokens, i + 1))) return null;
  // "three of the city’s 12 wards", "350 of its 11,400 jobs"
  let at = i + 2;
  for (let n = 0; n < MOST_BEFORE_COUNT && kindAt(tokens, at) !== 'number'; n++) at++;
  const noun = kindAt(tokens, at) === 'number' ? pluralAt(tokens, at + 1) : pluralAt(tokens, i + 2);
  return noun === null ? null : textAt(tokens, noun.end - 1);
}

/** At most so many tokens stand between "of the" and a number. */
const MOST_BEFORE_COUNT = 3;

const OWNERS = new Set('the its their his her our those these my your'.split(' '));

/** Modifiers up to the first plural noun: "four different bosses", "60 commercial fishermen". */
function pluralAt(tokens: Tokens, i: number): Counted | null {
  let at = i;
  for (let n = 0; n < LONGEST_PHRASE; n++) {
    const word = lowerAt(tokens, at);
    const number = kindAt(tokens, at) === 'number' && n > 0 && startsUpper(textAt(tokens, at - 1));
    const inner = isHyphen(tokens, at - 1) && n > 0;
    if (!number && (kindAt(tokens, at) !== 'word' || (NOUN_STOPS.has(word) && !inner))) return null;
    if (isPlural(word) && !isModifier(tokens, at)) {
      const head = withGroup(tokens, at);
      return { unit: phrase(tokens, isAdding(tokens, i) && at > i ? i + 1 : i, head), end: head + 1 };
    }
    const next = pastHyphen(tokens, at + 1);
    if (next === at + 1 && (gluedAt(tokens, next) || lowerAt(tokens, next) === '’s')) return null;
    at = next;
  }
  return null;
}

/** "six extra ferries" are ferries. */
const isAdding = (tokens: Tokens, i: number): boolean =>
  ADDING.has(lowerAt(tokens, i)) && !isHyphen(tokens, i + 1);

const ADDING = new Set(['extra', 'additional', 'further', 'total']);

/** A plural that goes before the noun it counts ("sports cars", "Models X vehicles"). */
function isModifier(tokens: Tokens, at: number): boolean {
  const next = pastHyphen(tokens, at + 1);
  if (next !== at + 1) return true;
  return PLURAL_MODIFIERS.has(lowerAt(tokens, at)) && isPlural(lowerAt(tokens, next));
}

/** "categories of products", "members of parliament": the head with what it groups. */
function withGroup(tokens: Tokens, at: number): number {
  const grouped = GROUP_NOUNS.has(lowerAt(tokens, at)) && lowerAt(tokens, at + 1) === 'of';
  return grouped && isPlural(lowerAt(tokens, at + 2)) ? at + 2 : at;
}

/** "one solution", "one particular demand": adjectives, then one noun. */
function singularAt(tokens: Tokens, i: number): Counted | null {
  for (let at = i; at < i + 3; at++) {
    const word = lowerAt(tokens, at);
    if (kindAt(tokens, at) !== 'word' || NOUN_STOPS.has(word) || word.length < 3) return null;
    if (ONE_IDIOMS.has(word)) return null;
    const next = lowerAt(tokens, at + 1);
    const more = kindAt(tokens, at + 1) === 'word' && !NOUN_STOPS.has(next) && !gluedAt(tokens, at + 1);
    if (SINGULAR_ADJECTIVE.test(word) && more) continue;
    return /(?:ed|ly)$/.test(word) ? null : { unit: phrase(tokens, i, at), end: at + 1 };
  }
  return null;
}

/** The words from one token to another as written, white space made one space. */
export function phrase(tokens: Tokens, from: number, to: number): string {
  let text = textAt(tokens, from);
  for (let at = from + 1; at <= to; at++) text += (gluedAt(tokens, at) ? '' : ' ') + textAt(tokens, at);
  return text;
}
