import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Figure } from '../mentions/mention.ts';
import type { BlockKind } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { FigureMeasure, MeasureCounts } from './figures/measure.ts';
import type { Topic } from './topic.ts';
import type { Word } from './words.ts';

/** A claim as it is compared. */
export interface ClaimProfile {
  readonly claim: Claim;
  /** Every word and number in order, without quotation marks. */
  readonly words: readonly Word[];
  /** Terms of content (stems, name keys, figures) with how much each says, 0..1. */
  readonly terms: ReadonlyMap<string, number>;
  readonly weight: number;
  /** Of quotations, every five words in a row: they betray a shared utterance even where all are common. */
  readonly shingles: readonly string[];
  /** Keys of the names mentioned, with the names. */
  readonly names: ReadonlyMap<string, string>;
  /** Terms that stand for those names, or are part of them. */
  readonly nameTerms: ReadonlySet<string>;
  /** Terms that say who somebody is: persons' names, titles. */
  readonly whoTerms: ReadonlySet<string>;
  /** Keys of the places and of the persons named. */
  readonly places: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Keys of figures that are no dates, and of dates. */
  readonly numbers: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly figure: Figure | null;
  /** What the figure measures; null for other claims and for figures that give no quantity. */
  readonly measure: FigureMeasure | null;
  /** The passage around: the sentence that a figure or a fragment stands in. */
  readonly context: Span;
  readonly block: BlockKind;
  /** How many words deny: "not", "never". */
  readonly negations: number;
  readonly denies: boolean;
}

/** An article as it is compared. */
export interface ArticleProfile {
  readonly path: string;
  readonly analysis: Analysis;
  readonly claims: readonly ClaimProfile[];
  /** How many sentences the article has. */
  readonly sentences: number;
  /** In how many of them a term stands. */
  readonly frequency: ReadonlyMap<string, number>;
  readonly topic: Topic;
  readonly measures: MeasureCounts;
  /** What a term looks like in the text, for evidence. */
  readonly surface: ReadonlyMap<string, string>;
}
