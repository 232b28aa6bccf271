import type { Article } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';
import { isClosingOnly, type Stretch } from './marks.ts';

/** How far into a paragraph the mark may stand that closes a quotation of the paragraph before, in code units. */
const REACH = 4000;

/** Marks of each double opening mark that may stand first in the next paragraph: those that open, and that close it. */
const FAMILY: Readonly<Record<string, RegExp>> = { '"': /["“”]/, '“': /["“”]/, '«': /[«»]/ };

/**
 * The words at the beginning of block `index` up to the mark that closes a quotation which `mark` opened in the
 * paragraph before, and which no mark takes up again. Null where the block's first mark opens, or stands behind a
 * digit and may mean inches.
 */
function spillOf({ text, blocks }: Article, index: number, mark: string): Span | null {
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

/** Paragraphs up to the closing mark. */
const MOST = 6;

/**
 * The words behind an unclosed stretch, the last of block `index`, up to the mark that closes it in a later
 * paragraph; paragraphs between hold no such mark. A stretch that is a whole paragraph goes on only where an
 * attribution follows the mark: "We dig. ¶ We dig again," said Orlan. None where nothing closes it so.
 */
export function spillsOf(article: Article, index: number, { start, mark, close }: Stretch): Span[] {
  if (close > 0 || FAMILY[mark] === undefined) return [];
  const { text, blocks } = article;
  const whole = start === blocks[index]?.start;
  const spills: Span[] = [];
  for (let i = index + 1; i < blocks.length && spills.length < MOST; i++) {
    const block = blocks[i];
    if (block?.kind === 'furniture') continue;
    if (block?.kind !== 'paragraph') return [];
    const spill = spillOf(article, i, mark);
    if (spill) return !whole || isAttributed(text, spill.end, block.end) ? [...spills, spill] : [];
    if (block.end - block.start > REACH || DOUBLE.test(text.slice(block.start, block.end))) return [];
    spills.push({ start: block.start, end: block.end });
  }
  return [];
}

const DOUBLE = /["“”«»]/;

const isAttributed = (text: string, mark: number, end: number): boolean =>
  /[,?!]/.test(text.charAt(mark - 1)) && /^\s\p{L}/u.test(text.slice(mark + 1, Math.min(end, mark + 4)));
