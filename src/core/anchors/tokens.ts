import type { FoldedText } from './fold.ts';

/** The words, numbers and marks of a folded text, numbered alike where they are alike. */
export interface Tokens {
  readonly ids: Uint32Array;
  /** Folded offsets. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Those that a paragraph begins with. */
  readonly leads: ReadonlySet<number>;
}

/** Where the tokens of an old text are in a new one, and the other way; -1 for what is in one alone. */
export interface Alignment {
  readonly old: Tokens;
  readonly now: Tokens;
  readonly image: Int32Array;
  readonly source: Int32Array;
}

/** Numbers for words: one for both texts that are compared. */
export type Numbering = Map<string, number>;

/** `source` is the text that was folded. */
export function tokensOf(source: string, { text, at }: FoldedText, numbering: Numbering): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const leads = new Set<number>();
  let nextBreak = source.indexOf('\n');
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^ ]/gu)) {
    const [word] = match;
    const id = numbering.get(word) ?? numbering.size;
    numbering.set(word, id);
    if (nextBreak >= 0 && nextBreak < (at[match.index] ?? 0)) {
      leads.add(ids.length);
      nextBreak = source.indexOf('\n', at[match.index] ?? 0);
    }
    ids.push(id);
    starts.push(match.index);
    ends.push(match.index + word.length);
  }
  return {
    ids: Uint32Array.from(ids),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    leads,
  };
}

/** The first token that ends after a folded offset; their number if there is none. */
export function tokenAfter({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
