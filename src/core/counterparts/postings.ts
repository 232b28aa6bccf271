import type { ArticleKeys } from './article-keys.ts';
import { FIGURE } from './article-keys.ts';
import { createRunTable } from './run-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which claims have a term or a run of words, over all articles. Figures are kept apart from other claims. */
export interface Postings {
  readonly add: (keys: ArticleKeys, first: number) => void;
  readonly remove: (keys: ArticleKeys, first: number) => void;
  /** Claims that have a term, by its key. */
  readonly withTerm: (key: number) => readonly number[];
  /** Whether few enough claims have a term that it leads from one to the other. */
  readonly leads: (key: number) => boolean;
  /** Claims that have a run, or none where too many have it. */
  readonly withRun: (hash: number) => readonly number[];
  /** The claims of each key that has come to lead, or has ceased to, since this was last asked. */
  readonly turned: () => { readonly leads: boolean; readonly claims: readonly number[] }[];
}

/** Key of a term of a claim. */
export const keyOf = (term: number, kind: number): number => 2 * term + (kind & FIGURE ? 1 : 0);

const NONE: readonly number[] = [];

/** `most`: how many claims may have a term or run that leads from each to the others. */
export function createPostings(vocabulary: Vocabulary, most: number): Postings {
  const lists: (number[] | undefined)[] = [];
  const runs = createRunTable();
  const turnedTerms = new Set<number>();
  const turnedRuns = new Set<number>();
  return { add, remove, withTerm, leads, withRun, turned };

  function add(keys: ArticleKeys, first: number): void {
    while (lists.length < 2 * vocabulary.size()) lists.push(undefined);
    eachTerm(keys, (key, i) => {
      const list = lists[key];
      if (list === undefined) lists[key] = [first + i];
      else if (list.push(first + i) === most + 1) toggle(turnedTerms, key);
    });
    eachRun(keys, (hash, i) => {
      runs.add(hash, first + i);
      if (runs.claims(hash, most + 2).length === most + 1) toggle(turnedRuns, hash);
    });
  }

  function remove(keys: ArticleKeys, first: number): void {
    eachTerm(keys, (key, i) => {
      const list = lists[key];
      const at = list?.lastIndexOf(first + i) ?? -1;
      if (list === undefined || at < 0) return;
      list[at] = list.at(-1) ?? 0;
      list.pop();
      if (list.length === most) toggle(turnedTerms, key);
    });
    eachRun(keys, (hash, i) => {
      runs.remove(hash, first + i);
      if (runs.claims(hash, most + 1).length === most) toggle(turnedRuns, hash);
    });
  }

  function withTerm(key: number): readonly number[] {
    return lists[key] ?? NONE;
  }

  function leads(key: number): boolean {
    return withTerm(key).length <= most;
  }

  function withRun(hash: number): readonly number[] {
    const claims = runs.claims(hash, most + 1);
    return claims.length > most ? NONE : claims;
  }

  function turned(): { leads: boolean; claims: readonly number[] }[] {
    const lists = [
      ...[...turnedTerms].map(withTerm),
      ...[...turnedRuns].map((hash) => runs.claims(hash, Number.POSITIVE_INFINITY)),
    ];
    turnedTerms.clear();
    turnedRuns.clear();
    return lists.map((claims) => ({ leads: claims.length <= most, claims }));
  }
}

/** Back where it was is not turned. */
function toggle(set: Set<number>, key: number): void {
  if (!set.delete(key)) set.add(key);
}

export function eachTerm(keys: ArticleKeys, visit: (key: number, claim: number) => void): void {
  for (let i = 0; i < keys.size; i++) {
    const kind = keys.kind[i] ?? 0;
    for (let k = keys.termsAt[i] ?? 0; k < (keys.termsAt[i + 1] ?? 0); k++)
      visit(keyOf(keys.terms[k] ?? 0, kind), i);
  }
}

export function eachRun(keys: ArticleKeys, visit: (hash: number, claim: number) => void): void {
  for (let i = 0; i < keys.size; i++) {
    for (let k = keys.runsAt[i] ?? 0; k < (keys.runsAt[i + 1] ?? 0); k++) visit(keys.runs[k] ?? 0, i);
  }
}
