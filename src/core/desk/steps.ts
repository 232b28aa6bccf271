/**
 * The next of some places from an offset, in either direction; round the end, as VS Code goes through problems.
 * Null where there is none.
 */
export function stepFrom<T extends { readonly start: number }>(
  places: readonly T[],
  offset: number,
  direction: 1 | -1,
): T | null {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return direction === 1
    ? (sorted.find(({ start }) => start > offset) ?? first ?? null)
    : (sorted.findLast(({ start }) => start < offset) ?? last ?? null);
}
