import type { Pairing } from '../alignment.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { surfacesOf } from '../evidence.ts';
import type { Verdict } from '../verdict.ts';
import { compareValues, otherDifference } from './difference.ts';
import { valuesInWords } from './evidence.ts';
import type { FigureMeasure } from './measure.ts';
import { weighFigures } from './weighing.ts';

/** Of figures that contradict each other, more are of two measures after all than of those that agree. */
const OTHER_VALUE = 0.78;

/** Compares two figures; null when they cannot measure the same thing. */
export function compareFigures(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null || !comparable(a, b)) return null;
  const values = compareValues(a, b);
  if (values === 'value' && (a.quantity.group === 'date' || a.quantity.group === 'ordinal')) return null;
  const weighed = weighFigures([x, y], [a, b], values, pairing);
  if (weighed === null) return null;
  const { relation, difference } = relationOfFigures(x, y);
  return {
    score: difference === 'value' ? OTHER_VALUE * weighed.score : weighed.score,
    weak: false,
    relation,
    difference,
    evidence: () => [
      valuesInWords(a, b, difference),
      ...(weighed.words.length > 0 ? [`shared: ${surfacesOf(weighed.words.slice(0, 4), pairing)}`] : []),
    ],
  };
}

/** How two figures stand to each other that are known to be of one measure. */
export function relationOfFigures(
  x: ClaimProfile,
  y: ClaimProfile,
): Pick<Verdict, 'relation' | 'difference'> {
  const difference = differenceOf(x, y);
  return { relation: difference === null ? 'agrees' : 'differs', difference };
}

function differenceOf(x: ClaimProfile, y: ClaimProfile): string | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null) return x.figure?.value === y.figure?.value ? null : 'value';
  if (a.quantity.group !== b.quantity.group) return 'unit';
  if (a.base !== null && b.base !== null && a.base !== b.base) return 'base';
  if (!sameDimension(a, b) && (a.quantity.measured || b.quantity.measured)) return 'unit';
  const values = compareValues(a, b);
  const inHeading = [x, y].some(({ block }) => block === 'heading' || block === 'headline');
  return values === 'equal' ? otherDifference(a, b, inHeading) : values;
}

function comparable(a: FigureMeasure, b: FigureMeasure): boolean {
  const [x, y] = [a.quantity, b.quantity];
  if (x.group !== y.group) return false;
  return sameDimension(a, b) && (a.base === null || b.base === null || a.base === b.base);
}

/** A count of things that are not named may count anything. */
const sameDimension = ({ quantity: x }: FigureMeasure, { quantity: y }: FigureMeasure): boolean =>
  x.dimension === y.dimension || x.dimension === '' || y.dimension === '';
