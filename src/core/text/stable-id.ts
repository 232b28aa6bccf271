/** FNV-1a, 32 bits, over UTF-16 code units; goes on from `seed`. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** As `toString(36)` of a number of 32 bits, which takes it for a fraction. */
function base36(value: number): string {
  let text = '';
  for (let rest = value >>> 0; rest > 0 || text === ''; rest = Math.floor(rest / 36))
    text = DIGITS.charAt((rest >>> 0) % 36) + text;
  return text;
}

/**
 * Gives ids that stay the same while an item's own text and its place among equal texts do: `q1x2y3z`.
 * One namer serves one article and one prefix; call it in order of position.
 */
export function idNamer(prefix: string): (text: string) => string {
  const seen = new Map<string, number>();
  const taken = new Set<number>();
  return (text) => {
    const place = seen.get(text) ?? 0;
    seen.set(text, place + 1);
    for (let salt = 0; ; salt++) {
      const number = hash(text, hash(`${place}:${salt}:`, 0x811c9dc5));
      if (taken.has(number)) continue;
      taken.add(number);
      return prefix + base36(number);
    }
  };
}
