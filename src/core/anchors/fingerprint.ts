/**
 * The git blob id (SHA-1) of a text, 40 hexadecimal digits, with CRLF read as LF as git stores it.
 * So a selector names the very text that it was made on, and git can bring that text back.
 * SHA-1: RFC 3174. Blob: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function fingerprint(text: string): string {
  const encoder = new TextEncoder();
  const content = encoder.encode(text.replaceAll('\r\n', '\n'));
  const header = encoder.encode(`blob ${content.length}\0`);
  const length = header.length + content.length;
  const padded = new Uint8Array(((length + 8) >>> 6) * 64 + 64);
  padded.set(header);
  padded.set(content, header.length);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  return sha1(view);
}

function sha1(blocks: DataView): string {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Uint32Array(80);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = blocks.getUint32(at + i * 4);
    for (let i = 16; i < 80; i++)
      words[i] = turn(word(words, i - 3) ^ word(words, i - 8) ^ word(words, i - 14) ^ word(words, i - 16), 1);
    mix(state, words);
  }
  return Array.from(state, (n) => n.toString(16).padStart(8, '0')).join('');
}

const word = (words: Uint32Array, i: number): number => words[i] ?? 0;
const turn = (n: number, bits: number): number => (n << bits) | (n >>> (32 - bits));

/** One block's 80 rounds. */
function mix(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const [f, k] =
      i < 20
        ? [(b & c) | (~b & d), 0x5a827999]
        : i < 40
          ? [b ^ c ^ d, 0x6ed9eba1]
          : i < 60
            ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
            : [b ^ c ^ d, 0xca62c1d6];
    const next = (turn(a, 5) + f + e + k + word(words, i)) | 0;
    e = d;
    d = c;
    c = turn(b, 30);
    b = a;
    a = next;
  }
  state.set([a, b, c, d, e].map((n, i) => (n + word(state, i)) | 0));
}
