import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Figure } from '../mentions/mention.ts';
import { figureWords } from '../presentation/figure-text.ts';
import { indexAt, type Span } from '../text/span.ts';
import type { Wording } from '../text/wording.ts';

/** Enough of a passage to know it again in a list. */
const SHOWN = 200;

/** A passage in one line, cut at a word where it is long. */
export function lineOf({ article }: Analysis, span: Span, most = SHOWN): string {
  const text = article.text
    .slice(span.start, Math.min(span.end, span.start + 4 * most))
    .replace(/\s+/g, ' ')
    .replace(/^ ?[•·▪◦*-] /, '')
    .trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** The headline, or the first words of an article without one. */
export function titleOf(analysis: Analysis): string {
  const { headline, blocks, facts } = analysis.article;
  const first = headline ?? blocks.find(({ kind }) => kind !== 'furniture');
  return facts.headline ?? (first === undefined ? '' : lineOf(analysis, first, 120));
}

/** Whom the article does not name otherwise is nobody in a list. */
const PRONOUNS = /^(?:I|we|you|he|she|it|they|one|who)$/i;

/** Who says a claim: the quotation's source, or the one of indirect speech. */
export function speakerOf(analysis: Analysis, claim: Claim): string | null {
  const quotation = analysis.quotations.find(({ id }) => id === claim.mention);
  const name = quotation?.source?.name ?? claim.source;
  return name !== null && PRONOUNS.test(name) ? null : name;
}

const figuresById = new WeakMap<Analysis, ReadonlyMap<string | null, Figure>>();

/** The figure that a claim is; undefined of other claims. */
export function figureOf(analysis: Analysis, { mention }: Claim): Figure | undefined {
  const known = figuresById.get(analysis) ?? new Map(analysis.figures.map((figure) => [figure.id, figure]));
  figuresById.set(analysis, known);
  return known.get(mention);
}

/** The sentence that a place stands in. */
export function sentenceAround({ article }: Analysis, { start }: Span): Span | undefined {
  const sentences = article.blocks[indexAt(article.blocks, start)]?.sentences ?? [];
  return sentences[indexAt(sentences, start)];
}

/** A figure's value in one form; null for days and durations, whose form is made for programs. */
export const valueWords = (figure: Figure): Wording | null =>
  typeof figure.value === 'string' || figure.kind === 'ordinal' ? null : figureWords(figure);

/** Case, accents and marks don't count where something is looked for. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}%€$£¥]+/gu, ' ')
    .toLowerCase()
    .trim();
