/** A run of equal tokens in two texts. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** Tokens of a stretch that is looked for as a whole. */
const GRAM = 4;
const RADIX = 2 ** 26;

/**
 * Longest runs made of stretches that stand once in either text, in the order of the old one, wherever they stand in
 * the new one (Heckel, A technique for isolating differences between files, 1978; with stretches for his lines).
 */
export function uniqueRuns(old: Uint32Array, now: Uint32Array): Run[] {
  const [olds, nows] = grams(old, now);
  const oldPlaces = uniquePlaces(olds);
  const nowPlaces = uniquePlaces(nows);
  const runs: Run[] = [];
  let last: { old: number; now: number; length: number } | undefined;
  for (let i = 0; i < olds.length; i++) {
    const gram = olds[i] ?? 0;
    const j = oldPlaces.get(gram) === i ? nowPlaces.get(gram) : undefined;
    if (j === undefined || j < 0) continue;
    if (last && i - last.old === j - last.now && i <= last.old + last.length)
      last.length = i + GRAM - last.old;
    else {
      last = { old: i, now: j, length: GRAM };
      runs.push(last);
    }
  }
  return runs;
}

/** Stretches of both texts by number: pairs of pairs of tokens. */
function grams(old: Uint32Array, now: Uint32Array): readonly [Uint32Array, Uint32Array] {
  const paired = (numbers: Map<number, number>, ids: Uint32Array, apart: number): Uint32Array =>
    Uint32Array.from({ length: Math.max(0, ids.length - apart) }, (_, i) => {
      const key = (ids[i] ?? 0) * RADIX + (ids[i + apart] ?? 0);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  const pairs = new Map<number, number>();
  const fours = new Map<number, number>();
  const [oldPairs, nowPairs] = [paired(pairs, old, 1), paired(pairs, now, 1)];
  return [paired(fours, oldPairs, 2), paired(fours, nowPairs, 2)];
}

/** Where each stretch stands that stands once; -1 for the others. */
function uniquePlaces(grams: Uint32Array): Map<number, number> {
  const places = new Map<number, number>();
  grams.forEach((gram, i) => {
    places.set(gram, places.has(gram) ? -1 : i);
  });
  return places;
}

/** The heaviest selection of runs that keeps the order of both texts, as a set of their indices. */
export function inOrder(runs: readonly Run[], nowLength: number): Set<number> {
  const before = new Int32Array(runs.length).fill(-1);
  const weight = new Float64Array(runs.length);
  // A Fenwick tree over places in the new text: the heaviest chain that ends before each.
  const best = new Int32Array(nowLength + 2).fill(-1);
  const heavier = (a: number, b: number): number =>
    a < 0 || (b >= 0 && (weight[b] ?? 0) > (weight[a] ?? 0)) ? b : a;
  runs.forEach((run, i) => {
    let chain = -1;
    for (let at = run.now + 1; at > 0; at -= at & -at) chain = heavier(chain, best[at] ?? -1);
    before[i] = chain;
    weight[i] = run.length + (chain < 0 ? 0 : (weight[chain] ?? 0));
    for (let at = run.now + 2; at < best.length; at += at & -at) best[at] = heavier(best[at] ?? -1, i);
  });
  let top = -1;
  for (let i = 0; i < runs.length; i++) top = heavier(top, i);
  const chosen = new Set<number>();
  for (; top >= 0; top = before[top] ?? -1) chosen.add(top);
  return chosen;
}
