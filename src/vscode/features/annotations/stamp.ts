/** Now, in UTC, to the second. */
export const timeNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** An id that no two analysts get: a letter for the kind and 40 random bits. */
export function newId(kind: 'a' | 'd' | 'r' | 'x'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `${kind}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
