import type { Analysis } from '../claims/analysis.ts';
import type { Quotation } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { inEnglish, type Wording } from '../text/wording.ts';
import { lineOf, titleOf, valueWords } from './words.ts';

/** An entry of an article's outline. */
export interface OutlineEntry {
  readonly kind: 'headline' | 'section' | 'quotation';
  /** Of a quotation: who says it; null where that is not known. */
  readonly name: string | null;
  /** Of a quotation: its words. */
  readonly detail: string;
  /** All that belongs to it. */
  readonly span: Span;
  /** Its own words. */
  readonly selection: Span;
  readonly children: readonly OutlineEntry[];
}

/** A stretch of an article from a heading to the next. */
export interface Section extends Span {
  readonly heading: Span;
}

/** Sections in order; what stands before the first heading belongs to none. */
export function sectionsOf({ article }: Analysis): Section[] {
  const { blocks } = article;
  const starts = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  return starts.flatMap((at, nth) => {
    const [heading, last] = [blocks[at], blocks[(starts[nth + 1] ?? blocks.length) - 1]];
    return heading && last ? [{ start: heading.start, end: last.end, heading }] : [];
  });
}

/** Headline, sections, and in them the quotations by who says them. */
export function outlineOf(analysis: Analysis): OutlineEntry[] {
  const { headline } = analysis.article;
  const sections = sectionsOf(analysis);
  const quoted = analysis.quotations.map((quotation) => quotationEntry(analysis, quotation));
  const within = ({ start, end }: Span): OutlineEntry[] =>
    quoted.filter(({ selection }) => selection.start >= start && selection.end <= end);
  const first = sections[0]?.start ?? Number.POSITIVE_INFINITY;
  const top: OutlineEntry[] =
    headline === null ? [] : [entry('headline', titleOf(analysis), headline, headline, [])];
  return [
    ...top,
    ...quoted.filter(({ selection }) => selection.start < first),
    ...sections.map((section) =>
      entry('section', lineOf(analysis, section.heading, 80), section, section.heading, within(section)),
    ),
  ];
}

const entry = (
  kind: OutlineEntry['kind'],
  name: string | null,
  span: Span,
  selection: Span,
  children: readonly OutlineEntry[],
): OutlineEntry => ({
  kind,
  name,
  detail: '',
  span: { start: span.start, end: span.end },
  selection: { start: selection.start, end: selection.end },
  children,
});

const quotationEntry = (analysis: Analysis, quotation: Quotation): OutlineEntry => ({
  ...entry('quotation', quotation.source?.name ?? null, quotation, quotation, []),
  detail: lineOf(analysis, quotation, 80),
});

/** What a reader may want to know at a place, shown in the line where hints are switched on. */
export interface Hint {
  /** Behind what it says more of. */
  readonly offset: number;
  readonly text: string;
}

/**
 * Who “she” and “the minister” are that something is quoted from, and what figures in words come to; `put`: puts these
 * into the reader's language.
 */
export function hintsOf(analysis: Analysis, put: (wording: Wording) => string = inEnglish): Hint[] {
  const { article, quotations, figures } = analysis;
  const speakers = quotations.flatMap(({ source }) => {
    if (source === null || source.chain === null) return [];
    const words = textOf(article.text, source);
    return source.name.includes(words) || words.includes(source.name)
      ? []
      : [{ offset: source.end, text: source.name }];
  });
  const values = figures.flatMap((figure) => {
    const value = valueWords(figure);
    const bare = (one: string): string => one.replace(/[\s,]+/g, '').toLowerCase();
    return value !== null && bare(inEnglish(value)) !== bare(textOf(article.text, figure))
      ? [{ offset: figure.end, text: put(value) }]
      : [];
  });
  const unique = new Map([...speakers, ...values].map((hint) => [hint.offset, hint]));
  return [...unique.values()].sort((a, b) => a.offset - b.offset);
}
