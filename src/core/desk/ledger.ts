import type { Relation } from '../counterparts/link.ts';
import type { Comparator } from '../mentions/mention.ts';
import type { Wording } from '../text/wording.ts';

/** An article of the story. */
export interface LedgerArticle {
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

/** What one article gives for a measure, once however often it repeats it. */
export interface LedgerValue {
  /** Place of the article in the ledger's articles; with its path, `claim` is a `ClaimRef`. */
  readonly article: number;
  readonly claim: string;
  /** As it is written, and the sentence that it stands in. */
  readonly words: string;
  readonly sentence: string;
  /** In one form; null for days and durations. */
  readonly value: Wording | null;
  /** 1-based. */
  readonly line: number;
  /** The day that the article, or the entry of a live blog, is of; and the entry's time. */
  readonly day: string | null;
  readonly time: string | null;
  /**
   * On the measure's scale: in its unit, or days since 1970-01-01. Null where it can't be put there, as an amount of
   * another currency. `to`: the other end of a range; of days, the end of the last one.
   */
  readonly from: number | null;
  readonly to: number | null;
  readonly comparator: Comparator;
  /** To the measure's first value; null in that itself. */
  readonly relation: Relation | null;
  /** What differs, in a word, or null. */
  readonly difference: string | null;
  readonly confirmedBy: string | null;
  /** How many more times the article gives it. */
  readonly more: number;
}

/** One figure of the story, as its articles give it. */
export interface LedgerMeasure {
  /** Stays the same while its first value does. */
  readonly id: string;
  /** What it is of, in the articles' words; null where they don't say. */
  readonly what: string | null;
  readonly scale: 'number' | 'day';
  /** Of the scale: "EUR", "km", "vehicles", "%"; of durations, that of TIMEX3: "M", "TH". Null where there is none. */
  readonly unit: string | null;
  readonly isDuration: boolean;
  /** In order of publication, a live blog's by its entries. */
  readonly values: readonly LedgerValue[];
  /** How many articles give another value than the first. */
  readonly differing: number;
  /** What differs, each kind once, the most frequent first. */
  readonly differences: readonly string[];
}

/** The figures of a story that several of its articles give; plain data. */
export interface Ledger {
  readonly title: string;
  /** In order of publication. */
  readonly articles: readonly LedgerArticle[];
  /** Those that differ first, those that are only rounded otherwise next; then those that most articles have. */
  readonly measures: readonly LedgerMeasure[];
  /** How many figures only one article has. */
  readonly alone: number;
}
