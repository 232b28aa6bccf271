import { indexAt, type Span } from './span.ts';

/**
 * What a block of lines is for. `furniture` is what a web page leaves behind (advertisement and image
 * placeholders, share buttons, stray comments): it is shown, never claimed.
 */
export type BlockKind = 'headline' | 'dateline' | 'heading' | 'paragraph' | 'bullet' | 'furniture';

/** A paragraph-like unit. The span leaves out surrounding white space; a bullet's span has its mark. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Sentences in order, trimmed; a bullet's first sentence starts after its mark. Empty in furniture. */
  readonly sentences: readonly Span[];
}

/** What a live blog says at one time, its time among it: up to the next entry, or the end. */
export interface Entry extends Span {
  /** `14:32`, as the clock of the zone shows it. */
  readonly time: string;
  /** "GMT", as the text puts it, or null. */
  readonly zone: string | null;
  /** ISO 8601, where the text states it for this entry. */
  readonly day: string | null;
}

/** An immutable snapshot of one article's text and its structure. */
export interface Article {
  /** The text without a leading byte order mark; every offset counts in it. */
  readonly text: string;
  readonly headline: Span | null;
  /** Publication date, ISO 8601 (`2025-12-04`). */
  readonly date: string | null;
  /** Where the text states the date. */
  readonly dateSpan: Span | null;
  readonly outlet: string | null;
  readonly outletSpan: Span | null;
  /** In order, not overlapping. */
  readonly blocks: readonly Block[];
  /** Entries of a live blog, in order; empty where it is none. */
  readonly entries: readonly Entry[];
  /** What the sidecar states; empty where there is none. */
  readonly facts: ArticleFacts;
}

/** What the sidecar's `article` block states of the source; it goes before what the text says. */
export interface ArticleFacts {
  readonly headline?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
  readonly retrieved?: string;
  readonly archive?: string;
  readonly language?: string;
  readonly versionOf?: string;
  readonly copyOf?: string;
  readonly truncated?: boolean;
}

/** The entry of a live blog that a place stands in. */
export function entryAt({ entries }: Article, offset: number): Entry | undefined {
  const entry = entries[indexAt(entries, offset)];
  return entry !== undefined && entry.start <= offset && offset < entry.end ? entry : undefined;
}

/** The day that a place of an article tells of as its own: that of its entry, else of the whole. */
export const dayAt = (article: Article, offset: number): string | null =>
  entryAt(article, offset)?.day ?? article.date;
