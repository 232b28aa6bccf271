import type { LedgerArticle } from './ledger.ts';

/** Where an article has it, the first time. */
export interface Telling {
  /** Place of the article in the timeline's articles; with its path, `claim` is a `ClaimRef`. */
  readonly article: number;
  readonly claim: string;
  /** As this article has it: what is said, or the sentence that speaks of a day. */
  readonly words: string;
  /** 1-based. */
  readonly line: number;
  /** The day that the article, or the entry of a live blog, is of; and the entry's time: "14:32 GMT". */
  readonly day: string | null;
  readonly time: string | null;
  /** The same as days since 1970-01-01 of universal time, and the part of the day that has passed; null without a day. */
  readonly at: number | null;
}

/** What somebody is quoted with or reported to have said, from the article that is first with it. */
export interface Saying {
  readonly id: string;
  readonly speaker: string | null;
  readonly words: string;
  /** In indirect speech in all of them. */
  readonly reported: boolean;
  /** In order of publication, a live blog's by its entries; at least one. */
  readonly tellings: readonly [Telling, ...Telling[]];
  /** How many articles say otherwise than the first. */
  readonly differing: number;
}

/** A day or a stretch of days that a claim speaks of. */
export interface SpokenOf {
  readonly id: string;
  /** Days since 1970-01-01, half open. */
  readonly from: number;
  readonly to: number;
  /** As it is written, and its sentence. */
  readonly words: string;
  readonly sentence: string;
  readonly tellings: readonly [Telling, ...Telling[]];
}

/** Who said what when, and what days are spoken of; plain data. */
export interface Timeline {
  readonly title: string;
  /** In order of publication. */
  readonly articles: readonly LedgerArticle[];
  /** By day and time; those without a day last. */
  readonly sayings: readonly Saying[];
  /** By their first day. */
  readonly days: readonly SpokenOf[];
}
