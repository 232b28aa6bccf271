import type { CueForm } from '../../lexicon/speech-cues.ts';
import type { Span } from '../../text/span.ts';
import { KIND } from './word-kinds.ts';

/** A token of the narration, or a whole quotation taken as one: its `text` is its last character. */
export interface Item extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'quote';
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /**
   * What kinds of word it is; 0 for all that is no word. A capital that the beginning of a sentence explains makes no
   * name of it.
   */
  readonly bits: number;
  readonly cue: CueForm | undefined;
  /** Index of the quotation; -1 for tokens. */
  readonly quote: number;
}

/** A sentence of the narration: quotations within it don't end it. */
export interface Phrase extends Span {
  readonly items: readonly Item[];
  /** Index in `article.blocks`. */
  readonly block: number;
}

export const isWord = (item: Item | undefined): item is Item & { kind: 'word' } => item?.kind === 'word';

export const isMark = (item: Item | undefined, marks: string): boolean =>
  item?.kind === 'mark' && marks.includes(item.text);

/** A comma, or a quotation that ends with one. */
export const isComma = (item: Item | undefined): boolean =>
  isMark(item, ',') || (item?.kind === 'quote' && item.text === ',');

/** A word with a capital. */
export const isCapital = (item: Item | undefined): boolean =>
  item !== undefined && (item.bits & KIND.capital) !== 0;

export const isPossessive = (item: Item | undefined): boolean =>
  item !== undefined && (item.bits & KIND.possessive) !== 0;
