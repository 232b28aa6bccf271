/** Values that were asked for last, at most so many; the others are made anew. */
export interface Recent<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly forget: (key: K) => void;
  readonly clear: () => void;
}

export function createRecent<K, V>(most: number, make: (key: K) => V | undefined): Recent<K, V> {
  /** In the order in which they were asked for. */
  const known = new Map<K, V>();
  return {
    get(key) {
      const value = known.get(key) ?? make(key);
      if (value === undefined) return undefined;
      known.delete(key);
      known.set(key, value);
      for (const oldest of known.keys()) {
        if (known.size <= most) break;
        known.delete(oldest);
      }
      return value;
    },
    forget: (key) => {
      known.delete(key);
    },
    clear: () => known.clear(),
  };
}
