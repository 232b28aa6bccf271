import { eachRun, keyOf, type Postings } from './postings.ts';
import type { Indexed } from './reach.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What two claims have in common, by their places in their articles. */
export interface Shared {
  readonly own: number;
  readonly other: number;
  /** Weight of the terms that both have. */
  readonly weight: number;
  /** Whether both have a run of words, and whether it is so rare in the archive that it leads from claim to claim. */
  readonly run: boolean;
  readonly runLeads: boolean;
  /** Whether one of the terms or runs leads. */
  readonly leads: boolean;
}

/** Brings the claims of one article together with those of another that share a term or a run of words. */
export type Join = (other: Indexed, visit: (shared: Shared) => void) => void;

const NONE = -1;

/** Reads the article once, for any number of others. */
export function joinTo(own: Indexed, postings: Postings, vocabulary: Vocabulary): Join {
  const { keys } = own;
  const claimsOf = new Map<number, number[]>();
  for (let i = 0; i < keys.size; i++) {
    for (let k = keys.termsAt[i] ?? 0; k < (keys.termsAt[i + 1] ?? 0); k++)
      push(claimsOf, keyOf(keys.terms[k] ?? 0, keys.kind[i] ?? 0), i);
  }
  const runs = new Map<number, number[]>();
  eachRun(keys, (hash, i) => push(runs, hash, i));
  const weights = new Int32Array(keys.size);
  const marks = new Uint8Array(keys.size);
  return (other, visit) => {
    for (let j = 0; j < other.keys.size; j++) {
      const touched = share(other, j);
      for (const i of touched) {
        const mark = marks[i] ?? 0;
        const weight = weights[i] ?? 0;
        weights[i] = 0;
        marks[i] = 0;
        const runLeads = (mark & RUN_LEADS) !== 0;
        visit({
          own: i,
          other: j,
          weight,
          run: (mark & RUN) !== 0,
          runLeads,
          leads: runLeads || (mark & LEADS) !== 0,
        });
      }
    }
  };

  /** Own claims that share something with one of the other article; what it is goes to `weights` and `marks`. */
  function share({ keys: others }: Indexed, j: number): number[] {
    const touched: number[] = [];
    const kind = others.kind[j] ?? 0;
    for (let k = others.termsAt[j] ?? 0; k < (others.termsAt[j + 1] ?? 0); k++) {
      const key = keyOf(others.terms[k] ?? NONE, kind);
      const claims = claimsOf.get(key);
      if (claims === undefined) continue;
      const leads = postings.leads(key) ? LEADS : 0;
      for (const i of claims) {
        if (marks[i] === 0) touched.push(i);
        weights[i] = (weights[i] ?? 0) + vocabulary.weightOf(key >> 1);
        marks[i] = (marks[i] ?? 0) | MET | leads;
      }
    }
    for (let k = others.runsAt[j] ?? 0; k < (others.runsAt[j + 1] ?? 0); k++) {
      const hash = others.runs[k] ?? 0;
      const claims = runs.get(hash);
      if (claims === undefined) continue;
      const leads = postings.withRun(hash).length > 0 ? RUN_LEADS : 0;
      for (const i of claims) {
        if (marks[i] === 0) touched.push(i);
        marks[i] = (marks[i] ?? 0) | MET | RUN | leads;
      }
    }
    return touched;
  }
}

const MET = 1;
const RUN = 2;
const LEADS = 4;
const RUN_LEADS = 8;

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
