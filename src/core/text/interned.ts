import { hashOf } from '../lexicon/hash.ts';

/** What is known of the word from `start` to `end` of a text. */
export type Interned<T> = (text: string, start: number, end: number) => T;

/** Longer words are hardly met again, and would be kept for nothing. */
const LONGEST = 40;
/** As many words as some hundred articles have; then the table begins anew, so that it stays small. */
const MOST = 1 << 14;

/**
 * Keeps what follows from a word's letters alone, so that it is reckoned when the word is first met and no text is
 * cut out afterwards. One string stands for all places of a word, which makes looking it up in sets fast.
 */
export function interned<T>(make: (word: string) => T, most = MOST): Interned<T> {
  const mask = most * 2 - 1;
  const slots = new Int32Array(mask + 1);
  const hashes = new Int32Array(most);
  let words: string[] = [];
  let values: T[] = [];

  const add = (slot: number, hash: number, word: string): T => {
    if (words.length === most) {
      slots.fill(0);
      words = [];
      values = [];
      slot = (hash ^ (hash >>> 15)) & mask;
    }
    hashes[words.length] = hash;
    const value = make(word);
    slots[slot] = words.push(word);
    values.push(value);
    return value;
  };
  return (text, start, end) => {
    if (end - start > LONGEST) return make(text.slice(start, end));
    const hash = hashOf(text, start, end);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const held = (slots[slot] as number) - 1;
      if (held < 0) return add(slot, hash, text.slice(start, end));
      if (hashes[held] === hash && isAt(words[held] as string, text, start, end)) return values[held] as T;
    }
  };
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
