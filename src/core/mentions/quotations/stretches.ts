import type { Article, Block } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';
import { markedStretches, type Stretch } from './marks.ts';
import { spillsOf } from './spill.ts';

/** Lines of furniture that may stand within one speech. */
const MOST_FURNITURE = 5;

/** Whether the next paragraph takes up the speech again with the same mark. */
export function opensWith(article: Article, index: number, mark: string): boolean {
  const start = startFrom(article, index);
  return start !== null && mark !== '' && article.text.startsWith(mark, start);
}

/** Where the next paragraph starts. */
function startFrom({ blocks }: Article, index: number): number | null {
  let i = index;
  while (blocks[i]?.kind === 'furniture' && i < index + MOST_FURNITURE) i++;
  return blocks[i]?.start ?? null;
}

/** The stretches of each block; what goes on with a quotation of a block before stands in none. */
export function stretchesOfAll(article: Article): Stretch[][] {
  let spills: readonly Span[] = [];
  return article.blocks.map((block, index) => {
    const spill = spills.find(({ start }) => start === block.start);
    const found = stretchesOf(article, block, index, spill ? spill.end + 1 : block.start);
    const last = found.at(-1);
    if (last?.close === 0) spills = spillsOf(article, index, last);
    return found;
  });
}

/**
 * The stretches of a block from `start` on. One that nothing closes counts if the next paragraph takes it up or
 * closes it, or if it is the whole paragraph; any other is a slip, and what stands within it is read by itself.
 */
function stretchesOf(article: Article, block: Block, index: number, start: number): Stretch[] {
  if (block.kind === 'furniture' || block.kind === 'dateline') return [];
  const { text } = article;
  const found: Stretch[] = [];
  const next = startFrom(article, index + 1);
  const takenUp = next === null ? '' : text.charAt(next);
  let from = start;
  for (let tries = 0; tries < 4; tries++) {
    const stretches = markedStretches(text, { start: from, end: block.end }, takenUp);
    const last = stretches.at(-1);
    if (last?.close !== 0 || last.start === block.start || opensWith(article, index + 1, last.mark))
      return [...found, ...stretches];
    if (spillsOf(article, index, last).length > 0) return [...found, ...stretches];
    for (const stretch of stretches.slice(0, -1)) found.push(stretch);
    const alternate = alternateStretches(text, { start: last.start, end: block.end }, last.mark);
    if (alternate.length > 0) return [...found, ...alternate];
    from = last.start + last.open;
  }
  return found;
}

/**
 * Straight marks of which one has its space on the wrong side ("gone. \"Lorn left"): if their number is even, they
 * open and close by turns.
 */
function alternateStretches(text: string, rest: Span, mark: string): Stretch[] {
  const marks: number[] = [];
  if (mark !== '"') return [];
  for (let at = text.indexOf(mark, rest.start); at >= 0 && at < rest.end; at = text.indexOf(mark, at + 1))
    marks.push(at);
  if (marks.length % 2 > 0) return [];
  return marks.flatMap((start, i) => {
    const close = marks[i + 1];
    return i % 2 > 0 || close === undefined ? [] : [{ start, end: close + 1, open: 1, close: 1, mark }];
  });
}
