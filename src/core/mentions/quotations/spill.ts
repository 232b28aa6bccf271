import type { Article } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';
import { isClosingOnly } from './marks.ts';

/** How far into a paragraph the mark may stand that closes a quotation of the paragraph before, in code units. */
const REACH = 4000;

/** Marks of each double opening mark that may stand first in the next paragraph: those that open, and that close it. */
const FAMILY: Readonly<Record<string, RegExp>> = { '"': /["“”]/, '“': /["“”]/, '«': /[«»]/ };

/**
 * The words at the beginning of block `index` up to the mark that closes a quotation which `mark` opened in the
 * paragraph before, and which no mark takes up again. Null where the block's first mark opens, or stands behind a
 * digit and may mean inches.
 */
export function spillOf({ text, blocks }: Article, index: number, mark: string): Span | null {
  const block = blocks[index];
  const family = FAMILY[mark];
  if (!family || block?.kind !== 'paragraph') return null;
  const at = text.slice(block.start, Math.min(block.end, block.start + REACH)).search(family);
  if (at <= 0) return null;
  const end = block.start + at;
  return /[\p{L}.,!?…)’]/u.test(text.charAt(end - 1)) && isClosingOnly(text, end, block)
    ? { start: block.start, end }
    : null;
}
