export const SEED = 0x811c9dc5;

/** FNV-1a gone on with by one UTF-16 code unit. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** FNV-1a over the UTF-16 code units of a stretch of text: a signed 32-bit number. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = hashed(hash, text.charCodeAt(i));
  return hash;
}
