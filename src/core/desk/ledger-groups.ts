import { isOtherwise, type Link } from '../counterparts/link.ts';
import { type ClaimGroup, ownKey, refKey, type StoryClaim } from './claim-groups.ts';

/**
 * Figures that links join, as measures: those that agree, and with them those that differ from one of these. What only
 * differs from what differs is a measure of its own: two boats are told as three elsewhere, three boats are no three guns.
 * Each measure, and all of them, in the order of `claims`.
 */
export function measuresIn(claims: readonly StoryClaim[]): ClaimGroup[] {
  const components = agreeing(claims);
  const taken = new Set<readonly StoryClaim[]>();
  return components.flatMap((core) => {
    if (taken.has(core)) return [];
    taken.add(core);
    const near = new Set(core.flatMap(({ links }) => links.map(({ to }) => refKey(to))));
    const own = new Set(core);
    for (const other of components) {
      if (taken.has(other) || !other.some((one) => near.has(ownKey(one)))) continue;
      taken.add(other);
      for (const one of other) own.add(one);
    }
    const [first, ...others] = claims.filter((one) => own.has(one));
    return first ? [[first, ...others] as const] : [];
  });
}

const isAgreeing = ({ relation, difference }: Link): boolean =>
  !isOtherwise(relation) || difference === 'rounded';

/** Claims that agreeing links join, directly or by way of others. */
function agreeing(claims: readonly StoryClaim[]): (readonly StoryClaim[])[] {
  const byKey = new Map(claims.map((one) => [ownKey(one), one]));
  const met = new Set<StoryClaim>();
  return claims.flatMap((first) => {
    if (met.has(first)) return [];
    met.add(first);
    const component = [first];
    for (const one of component)
      for (const link of one.links.filter(isAgreeing)) {
        const other = byKey.get(refKey(link.to));
        if (!other || met.has(other)) continue;
        met.add(other);
        component.push(other);
      }
    return [component];
  });
}
