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

/** What claims are compared by comes first, with its length before it: it is asked for a hundred times as often. */
function packAnalysis(analysis: Analysis): Uint8Array {
  const { claims, figures, article, ...rest } = analysis;
  const [first, second] = [
    packValue({ claims, figures }),
    packValue({ article: { ...article, text: '' }, ...rest }),
  ];
  const bytes = new Uint8Array(LENGTH + first.length + second.length);
  new DataView(bytes.buffer).setUint32(0, first.length);
  bytes.set(first, LENGTH);
  bytes.set(second, LENGTH + first.length);
  return bytes;
}

/** Bytes of the first part's length. */
const LENGTH = 4;

/** What is not asked for is not unpacked. */
export function unpackAnalysis(bytes: Uint8Array, text: string): Analysis {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const compared = once(
    () => unpackValue(bytes.subarray(LENGTH, LENGTH + length)) as Pick<Analysis, 'claims' | 'figures'>,
  );
  const others = once(() => {
    const rest = unpackValue(bytes.subarray(LENGTH + length)) as Omit<Analysis, 'claims' | 'figures'>;
    return { ...rest, article: { ...rest.article, text } };
  });
  return {
    get article() {
      return others().article;
    },
    get quotations() {
      return others().quotations;
    },
    get indirect() {
      return others().indirect;
    },
    get figures() {
      return compared().figures;
    },
    get entities() {
      return others().entities;
    },
    get chains() {
      return others().chains;
    },
    get claims() {
      return compared().claims;
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
