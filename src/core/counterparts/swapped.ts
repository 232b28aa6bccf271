import { stemsOf } from '../text/stem.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** Verbs that say the same of both. */
const MUTUAL = stemsOf('meet met face play draw marry talk agree clash merge join fight debate discuss');

/** Behind these stands somebody else than whom a verb is of: “a tackle for the Chargers”. */
const NO_OBJECT: ReadonlySet<string> = new Set(
  'of for at in with from to on and or against over as than before after'.split(' '),
);

/** Words between a verb and whom it is said of, at most. */
const REACH = 4;

/**
 * Whether two claims tell of one deed with the parts swapped: “Varnholt will buy Colm”, “Colm will buy Varnholt”; not
 * “Varnholt was bought by Colm” for the second.
 */
export function swapParts(x: ClaimProfile, y: ClaimProfile): boolean {
  if (x.names.size < 2 || y.names.size < 2) return false;
  const shared = [...x.names.keys()].filter((name) => y.names.has(name));
  if (shared.length < 2 || shared.length > MOST_NAMES) return false;
  for (const one of shared)
    for (const other of shared) {
      if (one >= other) continue;
      const [doneIn, doneBy] = [deedsOf(x, one, other), deedsOf(y, one, other)];
      for (const [verb, isFirst] of doneIn) if (doneBy.has(verb) && doneBy.get(verb) !== isFirst) return true;
    }
  return false;
}

/** A sentence with more names than that is a list. */
const MOST_NAMES = 6;

/** Verbs that stand between two names, and whether the first of them does it: of what one says, one part each. */
function deedsOf(claim: ClaimProfile, one: string, other: string): Map<string, boolean> {
  const { words, terms, nameTerms } = claim;
  const [own, others] = [stemsIn(claim, one), stemsIn(claim, other)];
  const isOf = (stems: ReadonlySet<string>, rest: ReadonlySet<string>) => (stem: string) =>
    stems.has(stem) && !rest.has(stem);
  const at = words.findIndex(({ stem }) => isOf(own, others)(stem));
  const to = words.findIndex(({ stem }) => isOf(others, own)(stem));
  const deeds = new Map<string, boolean>();
  if (at < 0 || to < 0) return deeds;
  const [from, end] = [Math.min(at, to), Math.max(at, to)];
  for (let i = from + 1; i < end; i++) {
    const { stem } = words[i] ?? { stem: '' };
    if (!terms.has(stem) || nameTerms.has(stem) || MUTUAL.has(stem)) continue;
    if (i - from > REACH || end - i > REACH) continue;
    const behind = words.slice(i + 1, end);
    const passive = behind.some(({ key }) => key === 'by');
    if (!passive && behind.some(({ key }) => NO_OBJECT.has(key))) continue;
    deeds.set(stem, at < to !== passive);
  }
  return deeds;
}

const stemsIn = ({ names }: ClaimProfile, key: string): ReadonlySet<string> =>
  stemsOf((names.get(key) ?? '').toLowerCase());
