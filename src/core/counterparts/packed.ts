import type { BlockKind } from '../text/article.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import type { FigureMeasure } from './figures/measure.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * An article's profile, without its analysis, in a tenth of the room: as numbers in three flat lists that are read from
 * left to right. Terms stand in `ids` by their numbers, other whole numbers in `ints`, what is not whole in `floats`.
 */
export interface PackedProfile {
  readonly sentences: number;
  readonly claims: number;
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  readonly ids: Int32Array;
  /** By claim: where it begins in `ints`, in `floats` and in `ids`. */
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
  readonly ids: number[];
  readonly idOf: (term: string) => number;
}

export function packed(profile: ArticleProfile, vocabulary: Vocabulary): PackedProfile {
  const { sentences, claims } = profile;
  const lists: Lists = { ints: [], floats: [], ids: [], idOf: vocabulary.idOf };
  const at = new Int32Array(LISTS * claims.length);
  packFrequency(profile, lists);
  for (const [i, claim] of claims.entries()) {
    at.set([lists.ints.length, lists.floats.length, lists.ids.length], LISTS * i);
    packClaim(claim, lists);
  }
  return {
    sentences,
    claims: claims.length,
    ints: Int32Array.from(lists.ints),
    floats: Float64Array.from(lists.floats),
    ids: Int32Array.from(lists.ids),
    at,
  };
}

/** How many lists there are. */
export const LISTS = 3;

/** Terms come in the order of their sentences: a term is looked for so far on each side of the one before. */
const WINDOW = 2000;

/** So many whole numbers stand for a term of the article. */
export const TERM_INTS = 3;

/** Each term with how often it stands there and how it is put: as a stretch of the text, or as a term of its own. */
function packFrequency({ analysis, frequency, surface }: ArticleProfile, { ints, ids, idOf }: Lists): void {
  const { text } = analysis.article;
  ints.push(frequency.size);
  let last = 0;
  for (const [term, count] of frequency) {
    const put = surface.get(term) ?? '';
    const from = Math.max(0, last - WINDOW);
    const found = text.slice(from, last + WINDOW).indexOf(put);
    ids.push(idOf(term));
    ints.push(count, found < 0 ? ABSENT : from + found, put.length);
    if (found < 0) ids.push(idOf(put));
    else last = from + found;
  }
}

function packClaim(claim: ClaimProfile, lists: Lists): void {
  const { ints, floats, ids, idOf } = lists;
  const { context, block, negations, denies, terms, names, nameTerms, whoTerms, measure } = claim;
  ints.push(context.start, context.end, BLOCK_KINDS.indexOf(block), negations, denies ? 1 : 0);
  floats.push(claim.weight);
  ints.push(terms.size);
  for (const [term, weight] of terms) {
    ids.push(idOf(term));
    floats.push(weight);
  }
  ints.push(names.size);
  for (const [key, name] of names) ids.push(idOf(key), idOf(name));
  packTerms(nameTerms, lists);
  packTerms(whoTerms, lists);
  packTerms(claim.places, lists);
  packTerms(claim.persons, lists);
  ints.push(measure === null ? ABSENT : 0);
  if (measure !== null) packMeasure(measure, lists);
}

function packTerms(terms: ReadonlySet<string>, { ints, ids, idOf }: Lists): void {
  ints.push(terms.size);
  for (const term of terms) ids.push(idOf(term));
}

/** The figure itself and its quantity are read from the analysis. */
function packMeasure(
  { distinct, base, rate, person, topic, names, senses }: FigureMeasure,
  lists: Lists,
): void {
  const { ints, floats, ids, idOf } = lists;
  for (const term of [base, rate, person]) ids.push(term === null ? ABSENT : idOf(term));
  floats.push(distinct);
  packTerms(topic, lists);
  packTerms(names, lists);
  ints.push(senses.size);
  for (const [sense, { stem, weight }] of senses) {
    ints.push(sense);
    ids.push(idOf(stem));
    floats.push(weight);
  }
}
