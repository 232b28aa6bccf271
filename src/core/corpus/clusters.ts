/**
 * Joins the groups with the highest mean likeness of their members, step by step, until no mean is at least `least`;
 * at first each of the `count` members is a group. `likenesses`: a square, row by row, symmetric; it is used up.
 * Every group keeps the closest of the later ones, so that a step looks at each group, not at each pair. Of equal
 * means the first counts. Returns members by their numbers, and groups by their first ones.
 */
export function clustersOf(count: number, likenesses: Float64Array, least: number): readonly number[][] {
  const groups = Array.from({ length: count }, (_, i) => [i]);
  /** Groups that are left, ascending. */
  const open = [...groups.keys()];
  /** Of each group the closest later one and their mean; -1 where none is close enough. */
  const closest = new Int32Array(count).fill(-1);
  const means = new Float64Array(count);
  for (const group of open) findClosest(group);
  for (;;) {
    let into = -1;
    for (const group of open) if ((means[group] ?? 0) > (means[into] ?? 0)) into = group;
    const from = closest[into] ?? -1;
    if (from < 0) return open.map((group) => groups[group] ?? []);
    join(into, from);
    open.splice(open.indexOf(from), 1);
    for (const group of open) {
      if (group === into || closest[group] === into || closest[group] === from) findClosest(group);
      else if (group < into) consider(group, into);
    }
  }

  /** The sums of a group stand in the row of its first member. */
  function meanOf(a: number, b: number): number {
    return (likenesses[a * count + b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
  }

  function findClosest(group: number): void {
    closest[group] = -1;
    means[group] = 0;
    for (const other of open) if (other > group) consider(group, other);
  }

  function consider(group: number, other: number): void {
    const mean = meanOf(group, other);
    const best = means[group] ?? 0;
    const known = closest[group] ?? -1;
    if (mean < least || mean < best || (mean === best && known >= 0 && known < other)) return;
    closest[group] = other;
    means[group] = mean;
  }

  function join(into: number, from: number): void {
    groups[into]?.push(...(groups[from] ?? []));
    for (const other of open) {
      if (other === into || other === from) continue;
      const sum = (likenesses[into * count + other] ?? 0) + (likenesses[from * count + other] ?? 0);
      likenesses[into * count + other] = sum;
      likenesses[other * count + into] = sum;
    }
  }
}
