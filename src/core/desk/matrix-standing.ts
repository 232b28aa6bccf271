import type { Link, Relation } from '../counterparts/link.ts';
import { inEnglish } from '../text/wording.ts';
import { type ClaimGroup, ownKey, refKey, type StoryClaim } from './claim-groups.ts';
import { figureOf, valueWords } from './words.ts';

/** How a claim stands to the one that its row is named after. */
export interface Standing {
  readonly relation: Relation;
  readonly difference: string | null;
  readonly confirmedBy: string | null;
  /** How sure the link of the two is, 0..1; 0 where they are linked by way of others. */
  readonly score: number;
}

/**
 * How the claims of a row stand to the one it is named after: as their link says; where there is none, as the shortest
 * way of links to it comes to.
 */
export function standingsOf(named: StoryClaim, group: ClaimGroup): ReadonlyMap<StoryClaim, Standing> {
  const byKey = new Map(group.map((one) => [ownKey(one), one]));
  const standings = new Map<StoryClaim, Standing>();
  const reached = [named];
  for (const one of reached) {
    for (const link of one.links) {
      const other = byKey.get(refKey(link.to));
      if (other === undefined || other === named || standings.has(other)) continue;
      standings.set(other, standingBeyond(link, other, { named, way: standings.get(one) }));
      reached.push(other);
    }
  }
  return standings;
}

interface Way {
  readonly named: StoryClaim;
  /** Of the claim that is linked; undefined of the one that the row is named after. */
  readonly way: Standing | undefined;
}

/** How a claim that a link leads to stands to the one that the row is named after, not to the one that is linked. */
export const standingBeyond = (link: Link, to: StoryClaim, { named, way }: Way): Standing =>
  way === undefined ? standingBy(link) : byWayOf(way, link, isSameValue(named, to));

const standingBy = ({ relation, difference, confirmedBy, score }: Link): Standing => ({
  ...{ relation, difference, confirmedBy: confirmedBy ?? null, score },
});

/** The farther from the same words the later; two steps that agree agree, one that does not makes both differ. */
const RANK: readonly Relation[] = ['verbatim', 'agrees', 'reworded', 'paraphrase', 'differs', 'contradicts'];

/** `isSame`: both are figures of one value. Two that differ from a third may be the same, or not: their values tell. */
function byWayOf(way: Standing, { relation, difference }: Link, isSame: boolean): Standing {
  if (isSame) return { relation: 'agrees', difference: null, confirmedBy: null, score: 0 };
  const later = RANK.indexOf(relation) >= RANK.indexOf(way.relation);
  const isTwice = way.relation === 'contradicts' && relation === 'contradicts';
  if (isTwice) return { relation: 'paraphrase', difference: null, confirmedBy: null, score: 0 };
  return {
    relation: later ? relation : way.relation,
    difference: later ? difference : way.difference,
    confirmedBy: null,
    score: 0,
  };
}

function isSameValue(a: StoryClaim, b: StoryClaim): boolean {
  const value = figureValue(a);
  return value !== null && value === figureValue(b);
}

/** Days and durations have a form for programs. */
function figureValue({ analysis, claim }: StoryClaim): string | null {
  const figure = figureOf(analysis, claim);
  if (figure === undefined || figure.kind === 'ordinal') return null;
  const { kind, value, upper, comparator } = figure;
  const words = valueWords(figure);
  return words ? inEnglish(words) : [kind, value, upper, comparator].join(' ');
}
