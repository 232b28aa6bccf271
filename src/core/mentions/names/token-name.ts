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
