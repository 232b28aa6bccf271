/** A text file as it is worked on: without a leading byte order mark, which a writer puts back. */
export interface DecodedText {
  readonly text: string;
  readonly bom: boolean;
}

/** What keeps bytes from being UTF-8 text, and where. */
export interface EncodingFlaw {
  readonly kind: 'utf-16' | 'binary' | 'not-utf-8';
  /** Of the first byte at fault. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** UTF-8 bytes as text, or the flaw that keeps them from being any: nothing is replaced silently. */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly flaw: EncodingFlaw } {
  const flaw = flawOf(bytes);
  if (flaw) return { flaw };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bom = text.startsWith('\uFEFF');
  return { text: bom ? text.slice(1) : text, bom };
}

function flawOf(bytes: Uint8Array): EncodingFlaw | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { kind: 'utf-16', offset: 0, line: 1 };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { kind: 'binary', offset: zero, line: lineOf(bytes, zero) };
  const bad = invalidAt(bytes);
  return bad < 0 ? null : { kind: 'not-utf-8', offset: bad, line: lineOf(bytes, bad) };
}

const lineOf = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((n, byte) => (byte === 10 ? n + 1 : n), 1);

/** Offset of the first sequence that is no UTF-8, or -1: halves the prefix that still decodes. */
function invalidAt(bytes: Uint8Array): number {
  const decodes = (end: number, stream = end < bytes.length): boolean => {
    try {
      // Streaming: a sequence cut off at `end` is no error yet.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bytes.length)) return -1;
  let sound = 0;
  let broken = bytes.length;
  while (broken - sound > 1) {
    const middle = (sound + broken) >>> 1;
    if (decodes(middle)) sound = middle;
    else broken = middle;
  }
  // The sound prefix may end in the first bytes of the broken sequence: at most three.
  while (sound > 0 && !decodes(sound, false)) sound--;
  return sound;
}
