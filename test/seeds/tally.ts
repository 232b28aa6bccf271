import { lengthOf, overlap, type Span } from '../../src/core/text/span.ts';

/** One figure of the scorecard and the bound it has to keep. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly bound: '>=' | '<=';
  readonly limit: number;
}

export const atLeast = (name: string, value: number, limit: number): Measure => ({
  name,
  value,
  bound: '>=',
  limit,
});
export const atMost = (name: string, value: number, limit: number): Measure => ({
  name,
  value,
  bound: '<=',
  limit,
});

/** Right answers among all. */
export interface Share {
  right: number;
  all: number;
}

export const share = (): Share => ({ right: 0, all: 0 });

/** Adds one answer; gives back whether it was right. */
export function count(into: Share, right: boolean): boolean {
  into.all++;
  if (right) into.right++;
  return right;
}

export const ratio = ({ right, all }: Share): number => (all === 0 ? 1 : right / all);

/** Found, asked for, and both. */
export interface Detection {
  both: number;
  asked: number;
  found: number;
}

export const detection = (): Detection => ({ both: 0, asked: 0, found: 0 });

export const f1 = ({ both, asked, found }: Detection): number =>
  asked + found === 0 ? 1 : (2 * both) / (asked + found);

/** Intersection over union of two spans. */
export function likeness(a: Span, b: Span): number {
  const common = overlap(a, b);
  return common === 0 ? 0 : common / (lengthOf(a) + lengthOf(b) - common);
}

/** At least half of the shorter span is in the other. */
export const mostlyIn = (a: Span, b: Span): boolean =>
  2 * overlap(a, b) >= Math.min(lengthOf(a), lengthOf(b)) && overlap(a, b) > 0;

/** Pairs each of `asked` with at most one of `found`, the likest first; a likeness of 0 is no pair. */
export function pairUp<A, F>(
  asked: readonly A[],
  found: readonly F[],
  like: (a: A, f: F) => number,
): Map<A, F> {
  const candidates = asked
    .flatMap((a) => found.map((f) => ({ a, f, score: like(a, f) })))
    .filter((c) => c.score > 0)
    .sort((x, y) => y.score - x.score);
  const pairs = new Map<A, F>();
  const taken = new Set<F>();
  for (const { a, f } of candidates) {
    if (pairs.has(a) || taken.has(f)) continue;
    pairs.set(a, f);
    taken.add(f);
  }
  return pairs;
}

export interface Clustered {
  readonly asked: string;
  readonly found: string;
}

/** F1 of B-cubed precision and recall: Bagga and Baldwin 1998. */
export function bCubed(items: readonly Clustered[]): number {
  const size = (key: (item: Clustered) => string): Map<string, number> => {
    const sizes = new Map<string, number>();
    for (const item of items) sizes.set(key(item), (sizes.get(key(item)) ?? 0) + 1);
    return sizes;
  };
  const asked = size((i) => i.asked);
  const found = size((i) => i.found);
  const both = size((i) => `${i.asked}\n${i.found}`);
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const common = both.get(`${item.asked}\n${item.found}`) ?? 0;
    precision += common / (found.get(item.found) ?? 1);
    recall += common / (asked.get(item.asked) ?? 1);
  }
  return items.length === 0 ? 1 : (2 * precision * recall) / ((precision + recall) * items.length);
}
