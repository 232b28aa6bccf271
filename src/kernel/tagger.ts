// The tagger's arithmetic, in AssemblyScript (TypeScript with types of machine words): `npm run kernel` compiles it to
// the bytes in src/core/mentions/tagger/tagger-kernel.generated.ts. Numbers are asked for at addresses that the caller
// gives; how they lie there is told in kernel.ts, feature-scores.ts and sums.ts.

const VECTOR: usize = 16;
const HIDDEN_BYTES: usize = 48 * 4;
const LABELS: i32 = 17;
/** A row of the net's output, with room for labels that there are not. */
const OUTPUT_BYTES: usize = 20 * 4;
const HALF: i32 = 9;
const BUCKET_BITS: i32 = 6;
/** Bytes of a feature's codes. */
const CODES: usize = 9;
/** In a bucket: a bit for each of its features; then of each 16 bits of its hash, and 8 more. */
const HELD: usize = 47;
const FULL: u8 = 31;
const TAGS: usize = 48;
const HIGH: i32 = 10;
const NEXT: i32 = 256;
/** Where in a hash it is told which byte of the filter a feature has, and which bit of that. */
const FILTER_SHIFT: u32 = 15;
const FILTER_BIT: u32 = 12;
/** Two codes of nought in a byte. */
const NOUGHTS: i8 = <i8>0x88;
/** Sums in a vector. */
const LANES: i32 = 8;

/** Adds `count` rows, whose addresses stand at `rows`, to the 48 numbers at `from`, and writes them to `hidden`. */
export function addRows(from: usize, rows: usize, count: i32, hidden: usize): void {
  const end = rows + (count << 2);
  for (let i: usize = 0; i < HIDDEN_BYTES; i += 2 * VECTOR) {
    let a = v128.load(from + i);
    let b = v128.load(from + i, VECTOR);
    for (let at = rows; at < end; at += 4) {
      const row = load<usize>(at) + i;
      a = f32x4.add(a, v128.load(row));
      b = f32x4.add(b, v128.load(row, VECTOR));
    }
    v128.store(hidden + i, a);
    v128.store(hidden + i, b, VECTOR);
  }
}

/** Adds a vector of 48 numbers times its weights, 48 rows, to the 48 numbers at `hidden`. */
export function addVector(hidden: usize, vector: usize, weights: usize): void {
  for (let i: usize = 0; i < HIDDEN_BYTES; i += 4 * VECTOR) {
    let a = v128.load(hidden + i);
    let b = v128.load(hidden + i, VECTOR);
    let c = v128.load(hidden + i, 2 * VECTOR);
    let d = v128.load(hidden + i, 3 * VECTOR);
    let row = weights + i;
    for (let at = vector; at < vector + HIDDEN_BYTES; at += 4) {
      const x = v128.load32_splat(at);
      a = f32x4.add(a, f32x4.mul(x, v128.load(row)));
      b = f32x4.add(b, f32x4.mul(x, v128.load(row, VECTOR)));
      c = f32x4.add(c, f32x4.mul(x, v128.load(row, 2 * VECTOR)));
      d = f32x4.add(d, f32x4.mul(x, v128.load(row, 3 * VECTOR)));
      row += HIDDEN_BYTES;
    }
    v128.store(hidden + i, a);
    v128.store(hidden + i, b, VECTOR);
    v128.store(hidden + i, c, 2 * VECTOR);
    v128.store(hidden + i, d, 3 * VECTOR);
  }
}

/** Writes what the units above nought of the hidden layer come to into the 20 numbers at `scores`. */
export function writeOutput(hidden: usize, output: usize, scores: usize): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  const nought = f32x4.splat(0);
  for (let at = hidden; at < hidden + HIDDEN_BYTES; at += 4) {
    // To ask which of them are above nought takes longer than to add nought.
    const x = f32x4.pmax(nought, v128.load32_splat(at));
    a = f32x4.add(a, f32x4.mul(x, v128.load(output)));
    b = f32x4.add(b, f32x4.mul(x, v128.load(output, VECTOR)));
    c = f32x4.add(c, f32x4.mul(x, v128.load(output, 2 * VECTOR)));
    d = f32x4.add(d, f32x4.mul(x, v128.load(output, 3 * VECTOR)));
    e = f32x4.add(e, f32x4.mul(x, v128.load(output, 4 * VECTOR)));
    output += OUTPUT_BYTES;
  }
  v128.store(scores, a);
  v128.store(scores, b, VECTOR);
  v128.store(scores, c, 2 * VECTOR);
  v128.store(scores, d, 3 * VECTOR);
  v128.store(scores, e, 4 * VECTOR);
}

/** As `mix` in features.ts. */
@inline
function mix(template: i32, a: i32, b: i32): i32 {
  let h = ((template + 1) * <i32>0x9e3779b1) ^ (a * <i32>0x85ebca6b);
  h = (rotl(h, 13) * 5) ^ ((b ^ (b >>> 15)) * <i32>0xc2b2ae35);
  h ^= <i32>(<u32>h >> 16);
  h *= <i32>0x85ebca6b;
  h ^= <i32>(<u32>h >> 13);
  return (h * <i32>0xc2b2ae35) ^ <i32>(<u32>h >> 16);
}

/** The address of a feature's codes; `none` for one without weights. */
@inline
function codesOf(buckets: usize, mask: i32, hash: i32, none: usize): usize {
  const low = i16x8.splat(<i16>(hash >> 8));
  const high = i8x16.splat(<i8>(hash >> 24));
  let bucket = hash & mask;
  while (true) {
    const at = buckets + (<usize>bucket << BUCKET_BITS);
    const tags = v128.load(at, TAGS);
    const found =
      i16x8.bitmask(i16x8.eq(tags, low)) & (i8x16.bitmask(i8x16.eq(tags, high)) >> HIGH) & load<u8>(at, HELD);
    // Which of the two it is can't be foretold, so that none is to be.
    if (found | i32(load<u8>(at, HELD) != FULL)) return select<usize>(at + <usize>ctz(found) * CODES, none, found);
    bucket = (bucket + NEXT) & mask;
  }
}

/**
 * Writes to `sums` what features come to, label by label, and what stands at `rowCount` other addresses, listed at
 * `rows`, where such sums were written. At `templates` stand `count` times three numbers: the template's own, and
 * where among the `values` its two are. `hashes` is room for one number more than there are. At `filter` stands a bit
 * for each value of the upper bits of a hash: whether a feature has them.
 */
export function sumFeatures(
  values: usize,
  templates: usize,
  count: i32,
  filter: usize,
  buckets: usize,
  mask: i32,
  rows: usize,
  rowCount: i32,
  hashes: usize,
  sums: usize,
): void {
  const squares = i8x16(-64, -49, -36, -25, -16, -9, -4, -1, 0, 1, 4, 9, 16, 25, 36, 49);
  const nibble = i8x16.splat(15);
  let a = i16x8.splat(0);
  let b = a;
  let c = a;
  for (const end = rows + (rowCount << 2); rows < end; rows += 4) {
    const row = load<usize>(rows);
    a = i16x8.add(a, v128.load(row));
    b = i16x8.add(b, v128.load(row, VECTOR));
    c = i16x8.add(c, v128.load(row, 2 * VECTOR));
  }
  const none = sums + 3 * VECTOR;
  v128.store(none, i8x16.splat(NOUGHTS));
  const end = templates + count * 12;
  let last = hashes;
  for (; templates < end; templates += 12) {
    const first = load<i32>(values + load<usize>(templates, 4));
    if (first == i32.MIN_VALUE) continue;
    const second = load<i32>(values + load<usize>(templates, 8));
    const hash = mix(load<i32>(templates), first, second);
    store<i32>(last, hash);
    // Most have no weights, as one bit tells; which do can't be foretold, so that nothing branches on it.
    const bits = <u32>load<u8>(filter + <usize>(<u32>hash >> FILTER_SHIFT));
    last += <usize>((bits >> ((<u32>hash >> FILTER_BIT) & 7)) & 1) << 2;
  }
  // Buckets are asked for before any is searched, so that they are waited for together.
  let touched = 0;
  for (let at = hashes; at < last; at += 4) touched |= load<i32>(buckets + (<usize>(load<i32>(at) & mask) << BUCKET_BITS));
  store<i32>(last, touched);
  for (let at = hashes; at < last; at += 4) {
    const codes = v128.load(codesOf(buckets, mask, load<i32>(at), none));
    const low = i8x16.swizzle(squares, v128.and(codes, nibble));
    const high = i8x16.swizzle(squares, i8x16.shr_u(codes, 4));
    a = i16x8.add(a, i16x8.extend_low_i8x16_s(low));
    b = i16x8.add(b, i16x8.extend_high_i8x16_s(low));
    c = i16x8.add(c, i16x8.extend_low_i8x16_s(high));
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
  v128.store(sums, c, 32);
}

/** Adds sums of features to the numbers at `scores`; a step of theirs is worth `step`. */
export function addSums(sums: usize, step: f32, scores: usize): void {
  for (let label = 0; label < LABELS; label++) {
    const lane = label < HALF ? label : label - HALF + 2 * LANES;
    const score = scores + (label << 2);
    store<f32>(score, load<f32>(score) + <f32>load<i16>(sums + (lane << 1)) * step);
  }
}
