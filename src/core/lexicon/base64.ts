const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of a base64 string without line breaks. `atob` is a global that `core` does without. */
export function bytesOf(base64: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < base64.length; i += 4) {
    const group =
      ((values[base64.charCodeAt(i)] ?? 0) << 18) |
      ((values[base64.charCodeAt(i + 1)] ?? 0) << 12) |
      ((values[base64.charCodeAt(i + 2)] ?? 0) << 6) |
      (values[base64.charCodeAt(i + 3)] ?? 0);
    bytes[at++] = group >> 16;
    bytes[at++] = (group >> 8) & 0xff;
    bytes[at++] = group & 0xff;
  }
  return bytes;
}
