import { priorFrom } from './alignment.ts';
import { type ArticleKeys, DENIES, FIGURE, LISTED, RARE, STATEMENT } from './article-keys.ts';
import { ofTwoStories, UNSURE } from './figures/weighing.ts';
import { MOST_GAIN } from './list-support.ts';
import type { Placed } from './topic-index.ts';
import { likenessOfVectors } from './topic-vector.ts';
import { UNIT, type Vocabulary } from './vocabulary.ts';
import { FULL_WEIGHT } from './weights.ts';

/** An article as the index knows it. */
export interface Indexed extends Placed {
  readonly keys: ArticleKeys;
  /** Number of its first claim. */
  readonly first: number;
  readonly version: number;
}

/** Slack for what weighs differently between two articles, and for terms that are not in the index. */
const SLACK = 1.5;
/** Among strangers little is found, so less is tried. */
const SLACK_OF_STRANGERS = 1.25;

/** Claims that share less are no candidates, whatever their articles; items of lists, which may be borne out by others. */
const LEAST_REACH = { usual: 0.2, listed: 0.12 };

/** How much two articles' being of one story or not speaks for their claims. */
export const priorBetween = (a: Indexed, b: Indexed): number =>
  priorFrom(likenessOfVectors(a.topic, b.topic), a.keys.sentences, b.keys.sentences);

/** A claim by its article and its place there. */
export type ClaimAt = readonly [keys: ArticleKeys, place: number];

/** What two claims share, of both and of the lighter one; `shared` in units of the index. */
function sharesOf([a, i]: ClaimAt, [b, j]: ClaimAt, shared: number) {
  const weight = shared / UNIT;
  const [p, q] = [a.weight[i] ?? 0, b.weight[j] ?? 0];
  const lighter = Math.min(p, q);
  return { dice: (2 * weight) / (p + q), containment: weight / lighter, lighter };
}

/**
 * Whether two claims that share this weight of terms, and are no figures, can score as much as `floor`, seen from
 * the terms of the index alone.
 */
export function wordsReach(
  [a, i]: ClaimAt,
  [b, j]: ClaimAt,
  shared: number,
  floor: number,
  prior: number,
): boolean {
  const { dice, containment, lighter } = sharesOf([a, i], [b, j], shared);
  const [kind, other] = [a.kind[i] ?? 0, b.kind[j] ?? 0];
  const statements = (kind & STATEMENT) + (other & STATEMENT);
  const size = Math.min(1, lighter / FULL_WEIGHT);
  const most =
    SLACK *
    (statements === 2
      ? 0.65 * dice + 0.35 * containment
      : statements === 1 && ((kind ^ other) & DENIES) === 0
        ? 0.5 * dice + 0.5 * Math.min(1, containment) ** 1.5 * size
        : Math.max(dice, containment));
  const listed = isListed([a, i]) || isListed([b, j]);
  if (most < (listed ? LEAST_REACH.listed : LEAST_REACH.usual)) return false;
  return most + prior + (listed ? MOST_GAIN : 0) >= floor;
}

/**
 * The same for claims of articles that are not near each other, by their kinds and weights: as `compareClaims` has it.
 * Asked of millions of pairs, so it makes no objects.
 */
export function strangersReach(
  ownKind: number,
  ownWeight: number,
  otherKind: number,
  otherWeight: number,
  shared: number,
  floor: number,
  prior: number,
): boolean {
  const weight = shared / UNIT;
  const lighter = Math.min(ownWeight, otherWeight);
  const [dice, containment] = [(2 * weight) / (ownWeight + otherWeight), weight / lighter];
  const size = Math.min(1, lighter / FULL_WEIGHT);
  const statements = (ownKind & STATEMENT) + (otherKind & STATEMENT);
  if (statements === 2)
    return SLACK_OF_STRANGERS * (0.65 * dice + 0.35 * containment * size) + prior >= floor;
  const most = SLACK * Math.max(dice, containment ** 1.5 * size);
  return most + (statements === 1 ? 0.3 * prior : Math.min(0, prior)) >= floor;
}

/**
 * How likely two claims that share this weight of terms are counterparts, 0..2, seen from the index alone: only to
 * choose from too many. A shared run of words, or for figures one value, says more than all words.
 */
export function likenessOf(p: ClaimAt, q: ClaimAt, shared: number, run: boolean): number {
  const { dice } = sharesOf(p, q, shared);
  const [[a, i], [b, j]] = [p, q];
  // Figures may share what they count and have nothing around them.
  const words = shared === 0 ? 0 : Math.min(1, dice);
  return words + (run || (isFigure(p) && mayBeEqual(a, i, b, j)) ? 1 : 0);
}

/** Whether two figures, with something around them in common, can score as much as `floor`. */
export function figuresReach([a, i]: ClaimAt, [b, j]: ClaimAt, floor: number, prior: number): boolean {
  if (floor <= UNSURE || !ofTwoStories(prior)) return true;
  return (((a.kind[i] ?? 0) | (b.kind[j] ?? 0)) & RARE) !== 0 && mayBeEqual(a, i, b, j);
}

export const isFigure = ([keys, place]: ClaimAt): boolean => ((keys.kind[place] ?? 0) & FIGURE) !== 0;

const isListed = ([keys, place]: ClaimAt): boolean => ((keys.kind[place] ?? 0) & LISTED) !== 0;

/** Units of two systems are converted with a digit lost. */
const CLOSE = 0.005;

function mayBeEqual(a: ArticleKeys, i: number, b: ArticleKeys, j: number): boolean {
  const [p, q] = [a.value[i] ?? 0, b.value[j] ?? 0];
  const [things, others] = [a.dimension[i] ?? 0, b.dimension[j] ?? 0];
  return (
    (things === others || things === 0 || others === 0) &&
    Math.abs(p - q) <= Math.max(Math.abs(p), Math.abs(q)) * CLOSE
  );
}

/** Weight of the terms that two claims share. */
export function sharedWeight([a, i]: ClaimAt, [b, j]: ClaimAt, vocabulary: Vocabulary): number {
  let sum = 0;
  let x = a.termsAt[i] ?? 0;
  let y = b.termsAt[j] ?? 0;
  for (const [m, n] = [a.termsAt[i + 1] ?? 0, b.termsAt[j + 1] ?? 0]; x < m && y < n; ) {
    const [p, q] = [a.terms[x] ?? 0, b.terms[y] ?? 0];
    if (p === q) {
      sum += vocabulary.weightOf(p);
      x++;
      y++;
    } else if (p < q) x++;
    else y++;
  }
  return sum;
}
