import type { ArticleKeys } from './article-keys.ts';

/** Article number of what is no longer there. */
export const REMOVED = -1;

/** Claims come in blocks, one an article, so that an article's claims have numbers in a row. */
const BLOCK = 32;

/** What of a claim tells quickly that it can't be a candidate, by its number. */
interface Columns {
  /** The number of its article. */
  article: Int32Array;
  /** Its `kind` and `weight` in the article's keys. */
  kind: Uint8Array;
  weight: Float64Array;
  /** Of 64 bits those of its terms. */
  low: Int32Array;
  high: Int32Array;
  /** Scratch: what the claim at hand is known to share with it, 0 between two questions. */
  met: Uint8Array;
}

/** Numbers for the claims of an archive, and what is asked of each again and again: in flat lists, not by article. */
export interface ClaimTable extends Readonly<Columns> {
  /** Makes room for an article's claims and returns the number of the first. */
  readonly add: (keys: ArticleKeys, article: number) => number;
  readonly remove: (first: number, size: number) => void;
}

/** Of 64 bits the one of a term. */
export const bitOf = (term: number): number => Math.imul(term, 0x9e3779b1) >>> 26;

export function claimTable(): ClaimTable {
  let count = 0;
  /** First numbers of blocks that are free, by their size. */
  const free = new Map<number, number[]>();
  const roomFor = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;
  const columns = columnsOf(0);
  return Object.assign(columns, { add, remove });

  function add(keys: ArticleKeys, article: number): number {
    const room = roomFor(keys.size);
    const first = free.get(room)?.pop() ?? count;
    if (first === count) count += room;
    if (count > columns.article.length) grow(columns, count);
    columns.article.fill(article, first, first + keys.size);
    columns.kind.set(keys.kind, first);
    columns.weight.set(keys.weight, first);
    for (let i = 0; i < keys.size; i++) sign(first + i, keys, i);
    return first;
  }

  function sign(number: number, { terms, termsAt }: ArticleKeys, i: number): void {
    let [low, high] = [0, 0];
    for (let k = termsAt[i] ?? 0; k < (termsAt[i + 1] ?? 0); k++) {
      const bit = bitOf(terms[k] ?? 0);
      if (bit < 32) low |= 1 << bit;
      else high |= 1 << (bit - 32);
    }
    columns.low[number] = low;
    columns.high[number] = high;
  }

  function remove(first: number, size: number): void {
    const room = roomFor(size);
    if (room === 0) return;
    columns.article.fill(REMOVED, first, first + room);
    const blocks = free.get(room);
    if (blocks === undefined) free.set(room, [first]);
    else blocks.push(first);
  }
}

const columnsOf = (size: number): Columns => ({
  article: new Int32Array(size).fill(REMOVED),
  kind: new Uint8Array(size),
  weight: new Float64Array(size),
  low: new Int32Array(size),
  high: new Int32Array(size),
  met: new Uint8Array(size),
});

function grow(columns: Columns, count: number): void {
  const { article, kind, weight, low, high } = columns;
  const larger = columnsOf(Math.max(1024, 2 * count));
  larger.article.set(article);
  larger.kind.set(kind);
  larger.weight.set(weight);
  larger.low.set(low);
  larger.high.set(high);
  Object.assign(columns, larger);
}
