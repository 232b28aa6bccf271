import { leanTo, UNKNOWN_LEANING } from '../../lexicon/leanings.ts';
import type { EntityType } from '../mention.ts';
import type { TaggerText } from '../tagger/text.ts';
import type { WordTable } from '../tagger/words.ts';

/** A name as a range of tokens. */
export interface TokenName {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
}

/** Tokens with the words that they are. */
export interface Words {
  readonly tokens: TaggerText;
  readonly table: WordTable;
  /** The word at a token, empty outside. */
  readonly at: (index: number) => string;
  /** The words of a name, with one space between them. */
  readonly of: (name: { from: number; to: number }) => string;
}

/** Whether common knowledge says this of the word at a token: one of `WORD`. */
export const isKnownAs = (at: number, bits: number, { table, tokens }: Words): boolean =>
  at >= 0 && at < tokens.count && ((table.flags[tokens.word[at] ?? 0] ?? 0) & bits) !== 0;

/** How far the word at a token leans to a kind of name, 0 to 3; 0 for a word that is not known. */
export function leaning(at: number, kind: Parameters<typeof leanTo>[1], { table, tokens }: Words): number {
  const known = table.leaning[tokens.word[at] ?? 0] ?? UNKNOWN_LEANING;
  return known === UNKNOWN_LEANING ? 0 : leanTo(known, kind);
}

/** 1 for each token that is within a name. */
export function insideNames(names: readonly TokenName[], { tokens }: Words): Uint8Array {
  const inside = new Uint8Array(tokens.count);
  for (const { from, to } of names) inside.fill(1, from, to);
  return inside;
}

export const retype = ({ from, to }: TokenName, type: EntityType): TokenName => ({ from, to, type });
