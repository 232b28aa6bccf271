import { resolveSelectors } from '../anchors/resolve.ts';
import type { Resolution, Selectors } from '../anchors/selector.ts';
import { indexText } from '../anchors/text-index.ts';
import type { Analysis } from '../claims/analysis.ts';
import { type ArticleKeys, keysOf } from '../counterparts/article-keys.ts';
import { type PackedProfile, packed } from '../counterparts/packed.ts';
import { profileOf } from '../counterparts/profile.ts';
import { type TopicVector, vectorOf } from '../counterparts/topic-vector.ts';
import type { Vocabulary } from '../counterparts/vocabulary.ts';
import type { Dismissal } from '../sidecar/annotation.ts';
import { withoutDismissed } from './dismissals.ts';
import { packValue, unpackValue } from './packed-value.ts';

/**
 * All that reading an article came to, as bytes and numbers: it takes little room, and can be sent and stored.
 * Terms are numbers of a vocabulary.
 */
export interface Reading {
  /** Publication date, ISO 8601. */
  readonly date: string | null;
  /** The analysis without the text: all that was found, what is dismissed too. */
  readonly found: Uint8Array;
  /** The same without what is dismissed; null where nothing is. */
  readonly accepted: Uint8Array | null;
  readonly profile: PackedProfile;
  readonly keys: ArticleKeys;
  readonly topic: TopicVector;
  /** Ids of the claims in order, with a space between. */
  readonly claims: string;
}

export interface ToRead {
  readonly text: string;
  readonly dismissals?: readonly Dismissal[];
}

/** Finds the passage of a dismissal in a text. */
export type Resolve = (text: string, selectors: Selectors) => Resolution;

/** What was found in an article, made fit to be kept. */
export function readingOf(
  found: Analysis,
  { text, dismissals = [] }: ToRead,
  vocabulary: Vocabulary,
  resolve?: Resolve,
): Reading {
  const analysis =
    dismissals.length === 0 ? found : withoutDismissed(found, dismissals, finder(text, resolve));
  const profile = profileOf('', analysis);
  return {
    date: found.article.date,
    found: packAnalysis(found),
    accepted: analysis === found ? null : packAnalysis(analysis),
    profile: packed(profile, vocabulary),
    keys: keysOf(profile, vocabulary),
    topic: vectorOf(profile.topic, vocabulary),
    claims: analysis.claims.map(({ id }) => id).join(' '),
  };
}

function finder(text: string, resolve: Resolve | undefined): (selectors: Selectors) => Resolution {
  if (resolve) return (selectors) => resolve(text, selectors);
  const target = indexText(text);
  return (selectors) => resolveSelectors(target, selectors);
}

const packAnalysis = (analysis: Analysis): Uint8Array =>
  packValue({ ...analysis, article: { ...analysis.article, text: '' } });

export function unpackAnalysis(bytes: Uint8Array, text: string): Analysis {
  const analysis = unpackValue(bytes) as Analysis;
  return { ...analysis, article: { ...analysis.article, text } };
}
