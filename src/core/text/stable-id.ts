/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/**
 * Gives ids that stay the same while an item's own text and its place among equal texts do: `q1x2y3z`.
 * One namer serves one article and one prefix; call it in order of position.
 */
export function idNamer(prefix: string): (text: string) => string {
  const seen = new Map<string, number>();
  const taken = new Set<string>();
  return (text) => {
    const place = seen.get(text) ?? 0;
    seen.set(text, place + 1);
    for (let salt = 0; ; salt++) {
      const id = prefix + hash(`${place}:${salt}:${text}`, 0x811c9dc5).toString(36);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
