import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import type { ArticleProfile, ClaimProfile } from '../../src/core/counterparts/claim-profile.ts';
import { packed } from '../../src/core/counterparts/packed.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';
import { unpacked } from '../../src/core/counterparts/unpacked.ts';
import { createVocabulary } from '../../src/core/counterparts/vocabulary.ts';
import { generateArchive } from '../bench/generate.ts';

/** In the order in which entries were put in: sums hang on it. */
const listed = <T>(value: T): unknown =>
  value instanceof Map || value instanceof Set ? [...value].map(listed) : value;

const plainClaim = (claim: ClaimProfile) => ({
  claim: claim.claim,
  words: claim.words,
  terms: listed(claim.terms),
  weight: claim.weight,
  shingles: claim.shingles,
  names: listed(claim.names),
  nameTerms: listed(claim.nameTerms),
  whoTerms: listed(claim.whoTerms),
  places: listed(claim.places),
  persons: listed(claim.persons),
  numbers: listed(claim.numbers),
  days: listed(claim.days),
  figure: claim.figure,
  measure: claim.measure && {
    ...claim.measure,
    topic: listed(claim.measure.topic),
    names: listed(claim.measure.names),
    senses: listed(claim.measure.senses),
  },
  context: claim.context,
  block: claim.block,
  negations: claim.negations,
  denies: claim.denies,
});

const plain = (profile: ArticleProfile) => ({
  path: profile.path,
  sentences: profile.sentences,
  frequency: listed(profile.frequency),
  surface: listed(profile.surface),
  topic: { length: profile.topic.length, weights: listed(profile.topic.weights) },
  dimensions: listed(profile.measures.ofDimension),
  quantities: listed(profile.measures.ofQuantity),
  claims: profile.claims.map(plainClaim),
});

describe('a packed profile is the same when it is unpacked', () => {
  it.each<readonly [string, string]>([
    ['nothing', ''],
    [
      'a heading, a denial, a share, a rate, a repeated amount',
      'Storm bill\n\nMarch 3, 2026\n\nWhat it costs\n\nIlse Ostrand denied that 40% of the ferries would not run. ' +
        'The repair of the pier costs $41.7 million a year, and the pier’s $41.7 million is a third of the budget. ' +
        'The Vellmark Harbour Authority (VHA) counted 1,200 lifejackets. “No ferry ran at all on Monday,” the VHA’s Tam Orrel said.',
    ],
    ...generateArchive(6).articles.map(({ path, text }) => [path, text] as const),
  ])('%s', (_, text) => {
    const profile = profileOf('a.txt', analyze(text));
    const vocabulary = createVocabulary();
    const { path, analysis } = profile;
    const back = unpacked({
      path,
      text,
      analysis: () => analysis,
      packed: packed(profile, vocabulary),
      vocabulary,
    });
    expect(plain(back)).toEqual(plain(profile));
  });
});
