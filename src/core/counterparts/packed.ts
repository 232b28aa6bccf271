import type { Analysis } from '../claims/analysis.ts';
import type { BlockKind } from '../text/article.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import type { FigureMeasure } from './figures/measure.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An article's profile in a tenth of the room: its analysis as it is, and all else as numbers in two flat lists.
 * Whole ones are read from left to right; what is not whole stands in `floats`, in the same order.
 */
export interface PackedProfile {
  readonly path: string;
  readonly analysis: Analysis;
  readonly sentences: number;
  readonly claims: number;
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  /** By claim: where it begins in `ints`, and where in `floats`. */
  readonly at: Int32Array;
}

export const BLOCK_KINDS: readonly BlockKind[] = [
  'headline',
  'dateline',
  'heading',
  'paragraph',
  'bullet',
  'furniture',
];

/** In place of a term's number or a number of entries: there is none. */
export const ABSENT = -1;

interface Lists {
  readonly ints: number[];
  readonly floats: number[];
  readonly idOf: (term: string) => number;
}

export function packed(profile: ArticleProfile, vocabulary: Vocabulary): PackedProfile {
  const { path, analysis, sentences, claims } = profile;
  const lists: Lists = { ints: [], floats: [], idOf: vocabulary.idOf };
  const at = new Int32Array(2 * claims.length);
  packFrequency(profile, lists);
  for (const [i, claim] of claims.entries()) {
    at[2 * i] = lists.ints.length;
    at[2 * i + 1] = lists.floats.length;
    packClaim(claim, lists);
  }
  const [ints, floats] = [Int32Array.from(lists.ints), Float64Array.from(lists.floats)];
  return { path, analysis, sentences, claims: claims.length, ints, floats, at };
}

/** Terms come in the order of their sentences: a term is looked for so far on each side of the one before. */
const WINDOW = 2000;

/** So many whole numbers stand for a term of the article. */
export const TERM_INTS = 4;

/** Each term with how often it stands there and how it is put: as a stretch of the text, or as a term of its own. */
function packFrequency({ analysis, frequency, surface }: ArticleProfile, { ints, idOf }: Lists): void {
  const { text } = analysis.article;
  ints.push(frequency.size);
  let last = 0;
  for (const [term, count] of frequency) {
    const put = surface.get(term) ?? '';
    const from = Math.max(0, last - WINDOW);
    const found = text.slice(from, last + WINDOW).indexOf(put);
    ints.push(idOf(term), count, found < 0 ? ABSENT : from + found, found < 0 ? idOf(put) : put.length);
    if (found >= 0) last = from + found;
  }
}

function packClaim(claim: ClaimProfile, lists: Lists): void {
  const { ints, floats, idOf } = lists;
  const { context, block, negations, denies, terms, names, nameTerms, whoTerms, measure } = claim;
  ints.push(context.start, context.end, BLOCK_KINDS.indexOf(block), negations, denies ? 1 : 0);
  floats.push(claim.weight);
  ints.push(terms.size);
  for (const [term, weight] of terms) {
    ints.push(idOf(term));
    floats.push(weight);
  }
  ints.push(names.size);
  for (const [key, name] of names) ints.push(idOf(key), idOf(name));
  packTerms(nameTerms, lists);
  packTerms(whoTerms, lists);
  packTerms(claim.places, lists);
  packTerms(claim.persons, lists);
  ints.push(measure === null ? ABSENT : 0);
  if (measure !== null) packMeasure(measure, lists);
}

function packTerms(terms: ReadonlySet<string>, { ints, idOf }: Lists): void {
  ints.push(terms.size);
  for (const term of terms) ints.push(idOf(term));
}

/** The figure itself and its quantity are read from the analysis. */
function packMeasure({ distinct, base, rate, topic, names, senses }: FigureMeasure, lists: Lists): void {
  const { ints, floats, idOf } = lists;
  ints.push(base === null ? ABSENT : idOf(base), rate === null ? ABSENT : idOf(rate));
  floats.push(distinct);
  packTerms(topic, lists);
  packTerms(names, lists);
  ints.push(senses.size);
  for (const [sense, { stem, weight }] of senses) {
    ints.push(sense, idOf(stem));
    floats.push(weight);
  }
}
