/** Shares of symbols are counted in so many parts. */
const SHARE_BITS = 12;
const WHOLE = 1 << SHARE_BITS;
/** The state stays from here to 256 times as much. */
const LEAST = 1 << 23;

/** Symbols, each under 256, and what is known of the next one from those before it. */
export interface Alphabet {
  readonly symbols: number;
  readonly contexts: number;
  /** The context of symbol `i`, from those before it. */
  readonly contextOf: (known: Uint8Array, i: number) => number;
}

/**
 * Symbols in as few bits as their shares in each context allow: range asymmetric numeral systems (Duda 2013), in the
 * byte-wise form of ryg_rans (Fabian Giesen). Bytes: length of the stream (u32, little-endian), the shares of the
 * symbols by context (u16 each), the stream.
 */
export function packSymbols(values: Uint8Array, alphabet: Alphabet): Uint8Array {
  const { symbols, contexts } = alphabet;
  const counts = Array.from({ length: contexts }, () => new Float64Array(symbols));
  const context = Uint16Array.from(values, (_, i) => alphabet.contextOf(values, i));
  values.forEach((value, i) => {
    const row = counts[context[i] ?? 0];
    if (row !== undefined) row[value] = (row[value] ?? 0) + 1;
  });
  const shares = counts.map(sharesOf);
  const begins = shares.map(beginsOf);
  const stream: number[] = [];
  let state = LEAST;
  for (let i = values.length - 1; i >= 0; i--) {
    const share = shares[context[i] ?? 0]?.[values[i] ?? 0] ?? 1;
    const begin = begins[context[i] ?? 0]?.[values[i] ?? 0] ?? 0;
    for (const most = (LEAST >>> SHARE_BITS) * 256 * share; state >= most; state = Math.floor(state / 256))
      stream.push(state & 0xff);
    state = Math.floor(state / share) * WHOLE + (state % share) + begin;
  }
  for (let k = 0; k < 4; k++) stream.push((state >>> (8 * k)) & 0xff);
  const bytes = new Uint8Array(4 + contexts * symbols * 2 + stream.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, stream.length, true);
  shares.forEach((row, c) => {
    row.forEach((share, s) => {
      view.setUint16(4 + (c * symbols + s) * 2, share, true);
    });
  });
  bytes.set(stream.reverse(), 4 + contexts * symbols * 2);
  return bytes;
}

/** The first `count` symbols that `packSymbols` wrote at `at`, and where the bytes go on. */
export function unpackSymbols(
  bytes: Uint8Array,
  at: number,
  count: number,
  alphabet: Alphabet,
): { values: Uint8Array; next: number } {
  const { symbols, contexts, contextOf } = alphabet;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const streamAt = at + 4 + contexts * symbols * 2;
  const shares = Uint16Array.from({ length: contexts * symbols }, (_, k) =>
    view.getUint16(at + 4 + k * 2, true),
  );
  const begins = new Uint16Array(shares.length);
  const symbolAt = new Uint8Array(contexts * WHOLE);
  for (let c = 0; c < contexts; c++) {
    const row = shares.subarray(c * symbols, (c + 1) * symbols);
    begins.set(beginsOf(row), c * symbols);
    row.forEach((share, s) => {
      const from = c * WHOLE + (begins[c * symbols + s] ?? 0);
      symbolAt.fill(s, from, from + share);
    });
  }
  const values = new Uint8Array(count);
  let from = streamAt;
  let state = 0;
  for (let k = 0; k < 4; k++) state = state * 256 + (bytes[from++] ?? 0);
  for (let i = 0; i < count; i++) {
    const context = contextOf(values, i);
    const low = state & (WHOLE - 1);
    const value = symbolAt[context * WHOLE + low] as number;
    const k = context * symbols + value;
    state = (shares[k] as number) * (state >>> SHARE_BITS) + low - (begins[k] as number);
    while (state < LEAST) state = state * 256 + (bytes[from++] as number);
    values[i] = value;
  }
  return { values, next: streamAt + view.getUint32(at, true) };
}

/** Whole parts of `WHOLE`, at least one for each symbol that occurs. */
function sharesOf(counts: Float64Array): Uint16Array {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const shares = Uint16Array.from(counts, (n) =>
    n === 0 ? 0 : Math.max(1, Math.round((n / total) * WHOLE)),
  );
  if (total === 0) shares[0] = WHOLE;
  for (let over = shares.reduce((sum, n) => sum + n, 0) - WHOLE; over !== 0; ) {
    const widest = shares.reduce((most, n, s) => (n > (shares[most] ?? 0) ? s : most), 0);
    const change = Math.min(over, (shares[widest] ?? 0) >> 1);
    shares[widest] = (shares[widest] ?? 0) - change;
    over -= change;
  }
  return shares;
}

function beginsOf(shares: Uint16Array): Uint16Array {
  const begins = new Uint16Array(shares.length);
  for (let s = 1; s < shares.length; s++) begins[s] = (begins[s - 1] ?? 0) + (shares[s - 1] ?? 0);
  return begins;
}
