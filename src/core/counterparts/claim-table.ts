import type { ClaimProfile } from './claim-profile.ts';

/** Article number of what is no longer there. */
export const REMOVED = -1;

/** What is asked of every claim again and again, by its number. */
export interface ClaimTable {
  count: number;
  article: Int32Array;
  weight: Float64Array;
  /** 1 for statements. */
  statement: Uint8Array;
  /** Scratch: weight shared with the claim at hand, 0 between two questions. */
  shared: Int32Array;
  touched: Int32Array;
  /** Returns the claim's number. */
  readonly add: (claim: ClaimProfile, article: number) => number;
}

export function claimTable(): ClaimTable {
  const table: ClaimTable = {
    count: 0,
    article: new Int32Array(0),
    weight: new Float64Array(0),
    statement: new Uint8Array(0),
    shared: new Int32Array(0),
    touched: new Int32Array(0),
    add(claim, article) {
      const number = table.count++;
      if (number >= table.article.length) grow(table);
      table.article[number] = article;
      table.weight[number] = claim.weight;
      table.statement[number] = claim.claim.kind === 'statement' ? 1 : 0;
      return number;
    },
  };
  return table;
}

function grow(table: ClaimTable): void {
  const size = Math.max(1024, table.article.length * 2);
  const { article, weight, statement } = table;
  table.article = new Int32Array(size);
  table.article.set(article);
  table.weight = new Float64Array(size);
  table.weight.set(weight);
  table.statement = new Uint8Array(size);
  table.statement.set(statement);
  table.shared = new Int32Array(size);
  table.touched = new Int32Array(size);
}
