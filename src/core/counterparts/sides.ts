import { FATE_WORDS, MEASURE_WORDS, OPPOSITE_WORDS } from '../lexicon/opposites.ts';
import { stemsOf } from '../text/stem.ts';
import { weightOfTerm } from './terms.ts';

/** Sides as bits of a number. */
export interface Sides {
  readonly ofStem: ReadonlyMap<string, number>;
  /** The bits of each group's sides. */
  readonly groups: readonly number[];
}

function sidesOf(groups: readonly (readonly string[])[]): Sides {
  const ofStem = new Map<string, number>();
  const masks: number[] = [];
  let bit = 1;
  for (const sides of groups) {
    let mask = 0;
    for (const side of sides) {
      for (const stem of stemsOf(side)) ofStem.set(stem, (ofStem.get(stem) ?? 0) | bit);
      mask |= bit;
      bit <<= 1;
    }
    masks.push(mask);
  }
  return { ofStem, groups: masks };
}

export const OPPOSITES: Sides = sidesOf(OPPOSITE_WORDS);
export const KINDS: Sides = sidesOf(MEASURE_WORDS);
export const FATES: Sides = sidesOf(FATE_WORDS);

/** The bits of the groups of which both have a side, and none in common. */
export function apart(a: number, b: number, { groups }: Sides): number {
  if (a === 0 || b === 0) return 0;
  let found = 0;
  for (const group of groups)
    if ((a & group) !== 0 && (b & group) !== 0 && (a & b & group) === 0) found |= group;
  return found;
}

/** Whether two stems stand on two sides. */
export function areOpposites(a: string, b: string): boolean {
  const [p, q] = [OPPOSITES.ofStem.get(a) ?? 0, OPPOSITES.ofStem.get(b) ?? 0];
  return apart(p, q, OPPOSITES) !== 0;
}

/** What is said in a figure's own clause has its whole weight. */
export const OWN_CLAUSE = 0.99;

/** Of each group the sides that stand nearest: “killed 31 and injured 140”. `terms`: with their weights around a figure. */
export function sidesNear(
  terms: Iterable<readonly [term: string, weight: number]>,
  { ofStem, groups }: Sides,
  least = 0,
): number {
  const nearest = groups.map(() => least);
  let sides = 0;
  for (const [term, weight] of terms) {
    const own = ofStem.get(term);
    if (own === undefined) continue;
    const near = weight / weightOfTerm(term);
    for (const [at, group] of groups.entries()) {
      const known = nearest[at] ?? 0;
      if ((own & group) === 0 || near < known) continue;
      sides = (near > known ? sides & ~group : sides) | (own & group);
      nearest[at] = near;
    }
  }
  return sides;
}
