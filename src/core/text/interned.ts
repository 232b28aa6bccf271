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
export function interned<T extends { readonly text: string }>(
  make: (word: string) => T,
  most = MOST,
): Interned<T> {
  const mask = most * 2 - 1;
  /** Open addressing by hash: the hash and index + 1 side by side, 0 where free. */
  const slots = new Int32Array(most * 4);
  let values: T[] = [];

  const add = (text: string, hash: number, at: number): T => {
    if (values.length === most) {
      slots.fill(0);
      values = [];
      at = slotOf(hash, mask);
    }
    const value = make(text);
    slots[at * 2] = hash;
    slots[at * 2 + 1] = values.push(value);
    return value;
  };
  return (text, start, end) => {
    if (end - start > LONGEST) return make(text.slice(start, end));
    const hash = hashOf(text, start, end);
    for (let at = slotOf(hash, mask); ; at = (at + 1) & mask) {
      const held = slots[at * 2 + 1] as number;
      if (held === 0) return add(text.slice(start, end), hash, at);
      if (slots[at * 2] !== hash) continue;
      const value = values[held - 1] as T;
      if (isAt(value.text, text, start, end)) return value;
    }
  };
}

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

/** Whether a word stands from `start` to `end` of a text. */
export function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
