/** How far two values are from being the same: 0 where they are. */
export type Distance<T> = (a: T, b: T) => number;

/** For values of which one is just another one. */
export const nominal: Distance<unknown> = (a, b) => (a === b ? 0 : 1);

/**
 * Krippendorff's alpha over units, each with the values that its coders gave it; a coder who gave none is left out.
 * 1 is agreement, 0 what chance would do, less is worse than chance. Null where no unit has two values, or where all
 * values are the same, so that there is nothing to agree on.
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, https://repository.upenn.edu/asc_papers/43
 */
export function krippendorffAlpha<T>(
  units: readonly (readonly T[])[],
  distance: Distance<T> = nominal,
): number | null {
  const pairable = units.filter((values) => values.length >= 2);
  const all = pairable.flat();
  let observed = 0;
  for (const values of pairable) observed += disagreement(countsOf(values), distance) / (values.length - 1);
  const expected = disagreement(countsOf(all), distance);
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected;
}

function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The distances between all ordered pairs of values. */
function disagreement<T>(counts: ReadonlyMap<T, number>, distance: Distance<T>): number {
  let sum = 0;
  for (const [a, m] of counts) for (const [b, n] of counts) if (a !== b) sum += m * n * distance(a, b);
  return sum;
}
