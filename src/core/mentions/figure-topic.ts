import { CASUALTIES, NOUN_STOPS } from '../lexicon/counting.ts';
import { DIRECTIONS } from '../lexicon/directions.ts';
import { nounPhrase } from './figure-context.ts';
import { phrase } from './figure-count.ts';
import { type FigureToken, isHyphen, kindAt, lowerAt } from './figure-token.ts';

type Tokens = readonly FigureToken[];

const LEADS = new Set(['for', 'on', 'to', 'toward', 'towards', 'in', 'against', 'into']);
const ENDS = new Set(['.', ';', ':', '?', '!', ',', '(', ')', '“', '”', '"', '—', '–', '•']);

/**
 * What a figure is about, as a short noun phrase near it: what it is spent on ("5% of GDP for defence"),
 * what it modifies ("a $5 billion goal"), or what it is said of ("total commitments exceed $4 billion").
 * `start` and `end` are the figure's tokens, `after` is the index behind its base.
 */
export function topicOf(tokens: Tokens, start: number, end: number, after: number): string | null {
  return (
    purposeAfter(tokens, after) ??
    modified(tokens, end) ??
    pledged(tokens, end) ??
    subjectBefore(tokens, start)
  );
}

/** "on defence", "to defense", "for civilian repairs": only straight after the figure and its base. */
function purposeAfter(tokens: Tokens, i: number): string | null {
  if (!LEADS.has(lowerAt(tokens, i)) || kindAt(tokens, i + 1) === 'number') return null;
  if (isTimeWord(lowerAt(tokens, i + 1)) || isTimeWord(lowerAt(tokens, i + 2))) return null;
  return nounPhrase(tokens, i + 1)?.text ?? null;
}

const isTimeWord = (word: string): boolean =>
  /^(?:days?|weeks?|months?|years?|decades?|hours?|quarters?)$/.test(word);

/** "a 5 billion dollar annual goal": the nouns that the figure stands before. */
function modified(tokens: Tokens, end: number): string | null {
  const first = lowerAt(tokens, end);
  if (kindAt(tokens, end) !== 'word' || NOUN_STOPS.has(first) || CASUALTIES.has(first) || /ed$/.test(first))
    return null;
  return nounPhrase(tokens, end)?.text ?? null;
}

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

/** The nearest content words before the figure in its clause, verbs of change left out. */
function subjectBefore(tokens: Tokens, start: number): string | null {
  let last = -1;
  for (let at = start - 1; at >= Math.max(0, start - 10); at--) {
    const word = lowerAt(tokens, at);
    if (ENDS.has(word)) break;
    const content =
      kindAt(tokens, at) === 'word' && !NOUN_STOPS.has(word) && !DIRECTIONS.has(word) && word.length > 2;
    if (content && last === -1) last = at;
    else if (!content && last !== -1 && !isHyphen(tokens, at))
      return phrase(tokens, Math.max(at + 1, last - 2), last);
    if (at === 0 && last !== -1) return phrase(tokens, Math.max(0, last - 2), last);
  }
  return last === -1 ? null : phrase(tokens, last, last);
}
