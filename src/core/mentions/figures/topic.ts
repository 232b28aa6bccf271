import { MONTHS, WEEKDAYS } from '../../lexicon/calendar.ts';
import { CASUALTIES, NOUN_STOPS } from '../../lexicon/counting.ts';
import { SMALL_NUMBERS } from '../../lexicon/number-words.ts';
import type { FigureKind } from '../mention.ts';
import { nounPhrase } from './context.ts';
import { subjectBefore } from './subject.ts';
import { type FigureTokens, kindAt, lowerAt, startsUpper, textAt } from './token.ts';

type Tokens = FigureTokens;

const LEADS = new Set(['for', 'on', 'to', 'toward', 'towards', 'in', 'against', 'into']);

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
  if (kind === 'ordinal') return null;
  if (kind === 'duration')
    return LASTING.has(lowerAt(tokens, start - 1)) ? subjectBefore(tokens, start) : null;
  return (
    purposeAfter(tokens, after) ??
    modified(tokens, pastConversion(tokens, end)) ??
    pledged(tokens, end) ??
    subjectBefore(tokens, start)
  );
}

const LASTING = new Set('take takes took taken taking last lasts lasted within'.split(' '));

/** "on defence", "to defense", "— some $2 billion — on ports": straight after the figure, its base or an aside. */
function purposeAfter(tokens: Tokens, at: number): string | null {
  const i = pastAside(tokens, pastConversion(tokens, at));
  if (!LEADS.has(lowerAt(tokens, i)) || kindAt(tokens, i + 1) === 'number') return null;
  // "in Paris" is where, not what for.
  if (lowerAt(tokens, i) === 'in' && startsUpper(textAt(tokens, i + 1))) return null;
  if (isTimeWord(lowerAt(tokens, i + 1)) || isTimeWord(lowerAt(tokens, i + 2))) return null;
  if (WEEKDAYS.has(lowerAt(tokens, i + 1)) || MONTHS.has(lowerAt(tokens, i + 1))) return null;
  const purpose = nounPhrase(tokens, i + 1);
  if (purpose === null || SMALL_NUMBERS.has(purpose.text)) return null;
  // "won seven seats to hold 24"
  const verb = lowerAt(tokens, i) === 'to' && kindAt(tokens, purpose.end) === 'number';
  return verb ? null : purpose.text;
}

const isDash = (tokens: Tokens, i: number): boolean => ['—', '–'].includes(textAt(tokens, i));

function pastAside(tokens: Tokens, i: number): number {
  if (!isDash(tokens, i)) return i;
  for (let at = i + 1; at < i + 9; at++) if (isDash(tokens, at)) return at + 1;
  return i + 1;
}

/** Behind "($5.5bn)", the same in another currency or unit: "a €5bn ($5.5bn) fund". */
function pastConversion(tokens: Tokens, i: number): number {
  if (textAt(tokens, i) !== '(') return i;
  for (let at = i + 1; at < i + 7; at++) if (textAt(tokens, at) === ')') return at + 1;
  return i;
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
    if (word === 'compared') return null;
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
