import { SMALL_NUMBERS, TENS } from '../lexicon/number-words.ts';
import { NEGATIONS, STOPWORDS } from '../lexicon/stopwords.ts';
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
  const [a, b] = [sideOf(parts, 'removed'), sideOf(parts, 'added')];
  const found: CalledOut[] = [];
  let before: string | undefined;
  for (const part of inner) {
    if (part.kind === 'same') {
      before = part.text;
      continue;
    }
    const change = part.kind === 'removed' ? 'dropped' : 'added';
    const [own, other] = change === 'dropped' ? [a, b] : [b, a];
    for (const { kind, key, text } of tellingWords(part.text, endsSentence(before))) {
      if (other.said.has(key) || (kind === 'name' && own.titled)) continue;
      if (!found.some((one) => one.change === change && one.text === text))
        found.push({ kind, change, text });
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

interface Side {
  /** Keys of all its words: what only moves is not dropped. */
  readonly said: ReadonlySet<string>;
  /** Whether it is set like a headline, so that capitals say nothing. */
  readonly titled: boolean;
}

const TITLED = 0.6;

function sideOf(parts: readonly WordDiff[], kind: 'removed' | 'added'): Side {
  const words = parts.flatMap((part) =>
    part.kind === kind || part.kind === 'same' ? wordsIn(part.text) : [],
  );
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  return {
    said: new Set(words.map(({ text }) => keyOf(foldWord(text)))),
    titled: capitals.length > 1 && capitals.length >= TITLED * words.length,
  };
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;

const wordsIn = (text: string): { readonly text: string; readonly at: number }[] =>
  [...text.matchAll(WORD)].map((match) => ({ text: match[0].replace(/[.,'’-]+$/u, ''), at: match.index }));

function tellingWords(text: string, starts: boolean): Telling[] {
  return wordsIn(text).flatMap(({ text: word, at }) => {
    const before = text.slice(0, at);
    const key = foldWord(word);
    const kind = kindOf(word, key, before.trim() === '' ? starts : endsSentence(before));
    return kind === null ? [] : [{ kind, key: keyOf(key), text: word }];
  });
}

const isNegation = (key: string): boolean => NEGATIONS.has(key) || key.endsWith("n't");

function kindOf(word: string, key: string, first: boolean): CalledOut['kind'] | null {
  if (isNegation(key)) return 'negation';
  if (/^\d/.test(key) || (key !== 'one' && (SMALL_NUMBERS.has(key) || TENS.has(key)))) return 'number';
  return !first && /^\p{Lu}/u.test(word) && !STOPWORDS.has(key) ? 'name' : null;
}

const keyOf = (key: string): string =>
  isNegation(key) ? 'not' : String(SMALL_NUMBERS.get(key) ?? TENS.get(key) ?? key.replace(/,(?=\d{3})/g, ''));

/** Whether a word that follows begins a sentence, so that its capital says nothing. */
const endsSentence = (text: string | undefined): boolean =>
  text === undefined || /(?:[.!?:]|^)["“”‘’')\s—–-]*$/u.test(text);
