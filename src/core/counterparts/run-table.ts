const NONE = -1;
const FIRST_SIZE = 1024;

/** Claims by the hashes of their runs of words: chains in flat arrays, since most runs stand in one claim only. */
export interface RunTable {
  readonly add: (hash: number, claim: number) => void;
  /** Takes one claim out of a run. */
  readonly remove: (hash: number, claim: number) => void;
  /** Claims that have a run, at most `limit` of them. */
  readonly claims: (hash: number, limit: number) => number[];
}

export function createRunTable(): RunTable {
  let heads = new Int32Array(FIRST_SIZE).fill(NONE);
  let hashes = new Int32Array(FIRST_SIZE);
  let owners = new Int32Array(FIRST_SIZE);
  let nexts = new Int32Array(FIRST_SIZE);
  let used = 0;
  let free = NONE;
  return { add, remove, claims };

  function add(hash: number, claim: number): void {
    const node = free === NONE ? used : free;
    if (free === NONE) used++;
    else free = nexts[free] ?? NONE;
    if (node >= hashes.length) grow();
    hashes[node] = hash;
    owners[node] = claim;
    link(node);
  }

  function link(node: number): void {
    const bucket = bucketOf(hashes[node] ?? 0);
    nexts[node] = heads[bucket] ?? NONE;
    heads[bucket] = node;
  }

  function bucketOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (heads.length - 1);
  }

  function remove(hash: number, claim: number): void {
    const bucket = bucketOf(hash);
    let previous = NONE;
    for (let node = heads[bucket] ?? NONE; node !== NONE; node = nexts[node] ?? NONE) {
      if (hashes[node] === hash && owners[node] === claim) {
        const next = nexts[node] ?? NONE;
        if (previous === NONE) heads[bucket] = next;
        else nexts[previous] = next;
        nexts[node] = free;
        owners[node] = NONE;
        free = node;
        return;
      }
      previous = node;
    }
  }

  function claims(hash: number, limit: number): number[] {
    const found: number[] = [];
    for (let node = heads[bucketOf(hash)] ?? NONE; node !== NONE && found.length < limit; ) {
      if (hashes[node] === hash) found.push(owners[node] ?? NONE);
      node = nexts[node] ?? NONE;
    }
    return found;
  }

  function grow(): void {
    const size = hashes.length * 2;
    [hashes, owners, nexts] = [copied(hashes, size), copied(owners, size), copied(nexts, size)];
    heads = new Int32Array(size).fill(NONE);
    // All nodes are in use: a free one would have been taken.
    for (let node = 0; node < used - 1; node++) link(node);
  }
}

function copied(from: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
