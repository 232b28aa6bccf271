import { CHANGES } from './changes.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { likenessOf } from './topic.ts';

/** Two articles under comparison: how much a term says between them. */
export interface Pairing {
  readonly a: ArticleProfile;
  readonly b: ArticleProfile;
  /** Factor of a term's weight, 0..1: what both articles speak of throughout tells their claims apart little. */
  readonly rarity: (term: string) => number;
  /** Weight of all terms of a claim. */
  readonly weight: (claim: ClaimProfile) => number;
  /** How much the two being of one story or not speaks for or against any two of their claims. */
  readonly prior: number;
}

const COMMON = 0.3;

export function pairingOf(a: ArticleProfile, b: ArticleProfile, prior = priorOf(a, b)): Pairing {
  const rarities = new Map<string, number>();
  const weights = new Map<ClaimProfile, number>();
  const rarity = (term: string): number => {
    const known = rarities.get(term);
    if (known !== undefined) return known;
    const spread = Math.max(1, a.frequency.get(term) ?? 0) * Math.max(1, b.frequency.get(term) ?? 0);
    const value = spread === 1 ? 1 : 1 / (1 + COMMON * Math.log(spread));
    rarities.set(term, value);
    return value;
  };
  const weight = (claim: ClaimProfile): number => {
    const known = weights.get(claim);
    if (known !== undefined) return known;
    let sum = 0;
    for (const [term, own] of claim.terms) sum += own * rarity(term);
    weights.set(claim, sum);
    return sum;
  };
  return { a, b, rarity, weight, prior };
}

/** Likeness of articles above which they are rather of one story, and how much it then says. */
const STRANGERS = 0.22;
const KINSHIP = 1.3;
const MOST_KINSHIP = 0.28;
/** Sentences in an article beyond which two of one story are less and less likely to say the same. */
const USUAL_SENTENCES = 15;

/** The same from both sides, to the last bit. */
function priorOf(x: ArticleProfile, y: ArticleProfile): number {
  const [a, b] = x.path < y.path ? [x, y] : [y, x];
  return priorFrom(likenessOf(a.topic, b.topic), a.sentences, b.sentences);
}

/** The same from the articles' likeness and how many sentences they have. */
export function priorFrom(likeness: number, sentences: number, others: number): number {
  const both = Math.sqrt(Math.max(1, sentences * others));
  const kinship = KINSHIP * (likeness - STRANGERS) * Math.min(1, USUAL_SENTENCES / both);
  return Math.min(MOST_KINSHIP, kinship);
}

/** That something rose is no fact without what rose. */
export const tellsFact = (term: string): boolean => !term.startsWith('#') && !CHANGES.has(term);

/** How much two claims' words have in common. */
export interface Overlap {
  /** Weight of shared terms against the weight of both, 0..1. */
  readonly dice: number;
  /** Weight of shared terms against the weight of the lighter claim, 0..1. */
  readonly containment: number;
  /** Weight of the lighter claim. */
  readonly lighter: number;
  readonly shared: number;
  /** Weight of those shared terms that do not only say who somebody is. */
  readonly content: number;
  /** The part of it that is no name, no number and no mere change. */
  readonly fact: number;
  /** The part of it that names somebody or something, or says who somebody is. */
  readonly named: number;
  /** How many terms are shared. */
  readonly count: number;
}

export function overlapOf(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Overlap {
  const [small, large] = x.terms.size <= y.terms.size ? [x, y] : [y, x];
  const sums = { shared: 0, content: 0, fact: 0, named: 0, count: 0 };
  for (const [term, weight] of small.terms) {
    const other = large.terms.get(term);
    if (other === undefined) continue;
    const common = Math.min(weight, other) * pairing.rarity(term);
    const who = x.whoTerms.has(term) || y.whoTerms.has(term);
    sums.shared += common;
    if (!who) sums.content += common;
    if (who || x.nameTerms.has(term) || y.nameTerms.has(term)) sums.named += common;
    else if (tellsFact(term)) sums.fact += common;
    sums.count++;
  }
  return overlap(sums, [pairing.weight(x), pairing.weight(y)]);
}

type Sums = Omit<Overlap, 'dice' | 'containment' | 'lighter'>;

/** Of what two claims share, and of the weights of both. */
export function overlap(
  { shared, content, fact, named, count }: Sums,
  [p, q]: readonly [number, number],
): Overlap {
  const lighter = Math.min(p, q);
  // Field by field: to V8, each object that a spread begins and another field goes on is of a kind of its own.
  return {
    dice: shared === 0 ? 0 : Math.min(1, (2 * shared) / (p + q)),
    containment: shared === 0 ? 0 : Math.min(1, shared / lighter),
    lighter,
    shared,
    content,
    fact,
    named,
    count,
  };
}

/** Of both articles' sentences, so many have what the whole story is about. */
const THEME = 0.2;
const FEWEST_SENTENCES = 2;

/** Whether two claims share nothing but what both articles speak of throughout: any two of their claims do. */
export function shareThemesOnly(x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): boolean {
  const isThemeOf = ({ frequency, sentences }: ArticleProfile, term: string): boolean => {
    const count = frequency.get(term) ?? 0;
    return count >= FEWEST_SENTENCES && count >= THEME * sentences;
  };
  for (const term of x.terms.keys())
    if (y.terms.has(term) && !(isThemeOf(a, term) && isThemeOf(b, term))) return false;
  return true;
}

/** Terms that two claims share, the most telling first. */
export function sharedTerms(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): string[] {
  const found: [string, number][] = [];
  for (const [term, weight] of x.terms) {
    const other = y.terms.get(term);
    if (other !== undefined) found.push([term, Math.min(weight, other) * pairing.rarity(term)]);
  }
  return found.sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1)).map(([term]) => term);
}
