import { SMALL_NUMBERS, TENS } from '../lexicon/number-words.ts';
import { NEGATIONS } from '../lexicon/stopwords.ts';
import type { WordDiff } from './word-diff.ts';
import { foldWord } from './words.ts';

/** A word whose coming or going turns what is said: a negation, a number, a name. */
export interface CalledOut {
  readonly kind: 'negation' | 'number' | 'name';
  /** Seen from the first text of the comparison. */
  readonly change: 'dropped' | 'added';
  readonly text: string;
}

/**
 * What a comparison must not leave to the reader's eye. Words before and after all that both texts have are left
 * out, since one text may only be cut shorter; so is what is put otherwise: "twelve" for "12", "nothing" for "not".
 */
export function calledOut(parts: readonly WordDiff[]): readonly CalledOut[] {
  const first = parts.findIndex(({ kind }) => kind === 'same');
  const last = parts.findLastIndex(({ kind }) => kind === 'same');
  const inner = parts.slice(Math.max(0, first), last + 1);
  const sides = { dropped: saidIn(parts, 'removed'), added: saidIn(parts, 'added') };
  const found: CalledOut[] = [];
  let before: string | undefined;
  for (const part of inner) {
    if (part.kind === 'same') {
      before = part.text;
      continue;
    }
    const change = part.kind === 'removed' ? 'dropped' : 'added';
    const other = sides[change === 'dropped' ? 'added' : 'dropped'];
    for (const word of tellingWords(part.text, endsSentence(before))) {
      const key = `${word.kind} ${word.key}`;
      if (!other.has(key) && !found.some((one) => one.change === change && one.text === word.text))
        found.push({ kind: word.kind, change, text: word.text });
    }
  }
  return found;
}

interface Telling {
  readonly kind: CalledOut['kind'];
  /** Equal for words that say the same: all negations, numbers of one value. */
  readonly key: string;
  readonly text: string;
}

/** Keys of what one text says, shared words too: what moves is not dropped. */
function saidIn(parts: readonly WordDiff[], kind: 'removed' | 'added'): ReadonlySet<string> {
  const words = parts.flatMap((part) =>
    part.kind === kind || part.kind === 'same' ? tellingWords(part.text, false) : [],
  );
  return new Set(words.map((word) => `${word.kind} ${word.key}`));
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;

function tellingWords(text: string, starts: boolean): Telling[] {
  const found: Telling[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/[.,'’-]+$/u, '');
    const key = foldWord(word);
    const before = text.slice(0, match.index);
    const first = before.trim() === '' ? starts : endsSentence(before);
    const kind = kindOf(word, key, first);
    if (kind !== null) found.push({ kind, key: kind === 'negation' ? '' : worthOf(key), text: word });
  }
  return found;
}

function kindOf(word: string, key: string, first: boolean): CalledOut['kind'] | null {
  if (NEGATIONS.has(key) || key.endsWith("n't")) return 'negation';
  if (/^\d/.test(key) || (key !== 'one' && (SMALL_NUMBERS.has(key) || TENS.has(key)))) return 'number';
  return !first && /^\p{Lu}/u.test(word) && key !== 'i' && !key.startsWith("i'") ? 'name' : null;
}

const worthOf = (key: string): string =>
  String(SMALL_NUMBERS.get(key) ?? TENS.get(key) ?? key.replace(/,(?=\d{3})/g, ''));

/** Whether a word that follows begins a sentence, so that its capital says nothing. */
const endsSentence = (text: string | undefined): boolean =>
  text === undefined || /(?:[.!?:]|^)["“”‘’')\s—–-]*$/u.test(text);
