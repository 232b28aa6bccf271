import { CUE_FORMS } from '../../lexicon/speech-cues.ts';
import type { Span } from '../../text/span.ts';
import { isPersonal } from './apposition.ts';

const SUBJECT =
  /^(?:(?:But|And|Then|Later),?\s)?(the\s(?:[\p{L}’'-]+\s){0,2}?([\p{Ll}-]+))\s(\p{Ll}+)\s(?:\p{L}+\.?\s){0,3}$/iu;

/** Farthest into a sentence that its object begins, in code units. */
const REACH = 80;

/**
 * "The judge jailed Orlan": somebody without a name who is the subject of the sentence, of whom it tells more than of
 * `object`, whom it names behind its verb. In "The winner was Orlan" they are one, and who is asked may answer.
 */
export function roleSubject(text: string, sentence: Span, object: Span): Span | null {
  if (object.start - sentence.start > REACH) return null;
  const opening = text.slice(sentence.start, object.start);
  const match = SUBJECT.exec(opening);
  const [, phrase = '', head = '', verb = ''] = match ?? [];
  if (!match || !isPersonal(head) || isPersonal(verb)) return null;
  if (/^(?:is|was|are|were|and|or|who|of|for|in|at|from)$/.test(verb)) return null;
  if (CUE_FORMS.get(verb)?.kinds.has('address')) return null;
  const start = sentence.start + opening.indexOf(phrase);
  return { start, end: start + phrase.length };
}
