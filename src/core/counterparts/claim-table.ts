/** Article number of what is no longer there. */
export const REMOVED = -1;

/** Claims come in blocks, one an article, so that an article's claims have numbers in a row. */
const BLOCK = 32;

/** Numbers for the claims of an archive, and what is asked of each again and again. */
export interface ClaimTable {
  /** By claim: the number of its article. */
  article: Int32Array;
  /** Scratch: weight shared with the claim at hand, 0 between two questions. */
  shared: Int32Array;
  /** Makes room for an article's claims and returns the number of the first. */
  readonly add: (size: number, article: number) => number;
  readonly remove: (first: number, size: number) => void;
}

export function claimTable(): ClaimTable {
  let count = 0;
  /** First numbers of blocks that are free, by their size. */
  const free = new Map<number, number[]>();
  const roomFor = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;
  const table: ClaimTable = {
    article: new Int32Array(0),
    shared: new Int32Array(0),
    add(size, article) {
      const room = roomFor(size);
      const first = free.get(room)?.pop() ?? count;
      if (first === count) count += room;
      if (count > table.article.length) grow(table, count);
      table.article.fill(article, first, first + size);
      return first;
    },
    remove(first, size) {
      const room = roomFor(size);
      if (room === 0) return;
      table.article.fill(REMOVED, first, first + room);
      const blocks = free.get(room);
      if (blocks === undefined) free.set(room, [first]);
      else blocks.push(first);
    },
  };
  return table;
}

function grow(table: ClaimTable, count: number): void {
  const article = new Int32Array(Math.max(1024, 2 * count)).fill(REMOVED);
  article.set(table.article);
  table.article = article;
  table.shared = new Int32Array(article.length);
}
