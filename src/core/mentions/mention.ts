import type { Span } from '../text/span.ts';

/** `marked`: within quotation marks, which the span includes. `block`: without marks, introduced by a colon. */
export type QuotationForm = 'marked' | 'block';

/** Who a quotation or statement is attributed to, as the article puts it and by full name. */
export interface Source extends Span {
  /** The chain of the person or body that the mention stands for; null for unnamed sources. */
  readonly chain: string | null;
  /** Full name of the chain, or the mention's own words ("European diplomats"). */
  readonly name: string;
}

/** One stretch of quoted speech; the pieces of a split quotation share `utterance`. */
export interface Quotation extends Span {
  readonly id: string;
  readonly form: QuotationForm;
  /** The quoted words without marks. */
  readonly content: Span;
  readonly utterance: string;
  readonly source: Source | null;
  /** What attributes it: a verb ("said"), a noun, "according to". */
  readonly cue: Span | null;
}

/** Speech reported without quotation marks: "Rutte said all Allies want …". */
export interface IndirectSpeech extends Span {
  readonly source: Source | null;
  readonly cue: Span;
}

export type FigureKind =
  | 'money'
  | 'percent'
  | 'fraction'
  | 'count'
  | 'quantity'
  | 'date'
  | 'duration'
  | 'ordinal';

export type Comparator = '=' | '>' | '<' | '>=' | '<=' | '~';

/** A number with what it means. Percentage points, ages, ratios and scores are quantities. */
export interface Figure extends Span {
  readonly id: string;
  readonly kind: FigureKind;
  /** 5 % is 0.05; dates and durations are TIMEX3 strings. */
  readonly value: number | string;
  /** The other end of a range. */
  readonly upper: number | null;
  /** ISO 4217 code, unit symbol, or what is counted ("people"); null where there is none. */
  readonly unit: string | null;
  readonly comparator: Comparator;
  /** The base: "GDP" in "5% of GDP". */
  readonly measure: string | null;
  /** What the figure is about: "defence spending", "pledges to PURL". */
  readonly topic: string | null;
  /** What changes the meaning: "annual", "by year-end". */
  readonly qualifier: string | null;
  readonly direction: 'up' | 'down' | null;
}

export type EntityType = 'person' | 'organization' | 'place' | 'group' | 'event' | 'other';

/** One mention of a named entity: no title, no determiner. */
export interface Entity extends Span {
  readonly id: string;
  readonly type: EntityType;
  readonly chain: string;
}

/** All mentions of one entity in one article. */
export interface Chain {
  readonly id: string;
  /** The fullest name that the article, or a lexicon of common knowledge, gives. */
  readonly name: string;
  readonly type: EntityType;
  /** Role as the article gives it: "NATO Secretary General". */
  readonly role: string | null;
  /** Every distinct wording, most frequent first. */
  readonly aliases: readonly string[];
  /** Ids of the chain's entities in order of appearance. */
  readonly mentions: readonly string[];
}
