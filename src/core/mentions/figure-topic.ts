import { CASUALTIES, NOUN_STOPS } from '../lexicon/counting.ts';
import { DIRECTIONS } from '../lexicon/directions.ts';
import { nounPhrase } from './figure-context.ts';
import { phrase } from './figure-count.ts';
import { type FigureToken, isHyphen, kindAt, lowerAt, textAt } from './figure-token.ts';
import type { FigureKind } from './mention.ts';

type Tokens = readonly FigureToken[];

const LEADS = new Set(['for', 'on', 'to', 'toward', 'towards', 'in', 'against', 'into']);
const ENDS = new Set(['.', ';', ':', '?', '!', ',', '(', ')', '“', '”', '"', '—', '–', '•']);

/**
 * What a figure is about, as a short noun phrase near it: what it is spent on ("5% of GDP for defence"),
 * what it modifies ("a $5 billion goal"), or what it is said of ("total commitments exceed $4 billion").
 * `start` and `end` are the figure's tokens, `after` is the index behind its base.
 */
export function topicOf(
  tokens: Tokens,
  start: number,
  end: number,
  after: number,
  kind: FigureKind,
): string | null {
  // What is counted is the figure's unit already; words before it are mostly the verb.
  if (kind === 'count') return purposeAfter(tokens, after);
  if (kind === 'duration' || kind === 'ordinal') return null;
  return (
    purposeAfter(tokens, after) ??
    modified(tokens, end) ??
    pledged(tokens, end) ??
    subjectBefore(tokens, start)
  );
}

/** "on defence", "to defense", "— some $2 billion — on ports": straight after the figure, its base or an aside. */
function purposeAfter(tokens: Tokens, at: number): string | null {
  const i = pastAside(tokens, at);
  if (!LEADS.has(lowerAt(tokens, i)) || kindAt(tokens, i + 1) === 'number') return null;
  if (isTimeWord(lowerAt(tokens, i + 1)) || isTimeWord(lowerAt(tokens, i + 2))) return null;
  return nounPhrase(tokens, i + 1)?.text ?? null;
}

const isDash = (tokens: Tokens, i: number): boolean => ['—', '–'].includes(textAt(tokens, i));

function pastAside(tokens: Tokens, i: number): number {
  if (!isDash(tokens, i)) return i;
  for (let at = i + 1; at < i + 9; at++) if (isDash(tokens, at)) return at + 1;
  return i + 1;
}

const isTimeWord = (word: string): boolean =>
  /^(?:days?|weeks?|months?|years?|decades?|hours?|quarters?)$/.test(word);

/** "a 5 billion dollar annual goal": the nouns that the figure stands before. */
function modified(tokens: Tokens, end: number): string | null {
  const first = lowerAt(tokens, end);
  if (
    kindAt(tokens, end) !== 'word' ||
    NOUN_STOPS.has(first) ||
    CASUALTIES.has(first) ||
    EXTENTS.has(first) ||
    first.length < 3 ||
    /ed$/.test(first)
  )
    return null;
  return nounPhrase(tokens, end)?.text ?? null;
}

const EXTENTS = new Set(
  'long wide high tall deep old late thick heavy away apart higher lower more less fewer cheaper'.split(' '),
);

/** "3.5% earmarked for core capabilities": the participle's object. */
function pledged(tokens: Tokens, end: number): string | null {
  for (let at = end; at < end + 3; at++) {
    const word = lowerAt(tokens, at);
    if (/(?:ed|spent|set|paid|given|made|sent)$/.test(word)) {
      const object =
        LEADS.has(lowerAt(tokens, at + 1)) && lowerAt(tokens, at + 2) !== 'a'
          ? nounPhrase(tokens, at + 2)
          : null;
      return object === null ? word : `${word} ${object.text}`;
    }
    if (word !== 'already' && word !== 'been' && word !== 'had' && word !== 'has' && word !== 'were')
      return null;
  }
  return null;
}

const VERBS = new Set(
  'exceed exceeds exceeded reach reaches reached hit hits totals totalled totaled spend spends spent cost costs pay pays paid raise raises push pushes allocate allocates allocated earmark pledge commit protect protects deliver delivers worth amount amounts stand stands stood top tops past remains remain account accounts sell sells sold buy buys bought invest invests win wins provide provides grant grants give gives gave send sends kill kills'.split(
    ' ',
  ),
);

const isVerb = (word: string): boolean =>
  VERBS.has(word) || DIRECTIONS.has(word) || /(?:[^e]ed|ing)$/.test(word);

/** The nearest content words before the figure in its clause, verbs left out: "total commitments". */
function subjectBefore(tokens: Tokens, start: number): string | null {
  let last = -1;
  let first = -1;
  for (let at = start - 1; at >= Math.max(0, start - 10); at--) {
    const word = lowerAt(tokens, at);
    if (ENDS.has(word)) break;
    const content =
      kindAt(tokens, at) === 'word' && !NOUN_STOPS.has(word) && word.length > 2 && !isVerb(word);
    if (content) {
      if (last === -1) last = at;
      first = at;
      if (last - first === 2) break;
    } else if (last !== -1 && !isHyphen(tokens, at)) break;
  }
  return last === -1 ? null : phrase(tokens, first, last);
}
