import type { Analysis } from '../../src/core/claims/analysis.ts';
import type { Span } from '../../src/core/text/span.ts';

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Whether an offset stands between the two halves of one character. */
const splits = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

function flaw(text: string, { start, end }: Span): string | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'no whole numbers';
  if (start < 0 || end > text.length) return 'outside the text';
  if (end <= start) return 'empty';
  return splits(text, start) || splits(text, end) ? 'splits a character' : null;
}

/** What is wrong with the spans of an analysis, in words: none may be empty, outside, split or out of order. */
export function spanFlaws({ article, ...found }: Analysis): string[] {
  const { text } = article;
  const single = [article.headline, article.dateSpan, article.outletSpan].filter((s) => s !== null);
  const lists: Readonly<Record<string, readonly Span[]>> = {
    blocks: article.blocks,
    entries: article.entries,
    sentences: article.blocks.flatMap((block) => block.sentences),
    quotations: found.quotations,
    contents: found.quotations.map((q) => q.content),
    figures: found.figures,
    entities: found.entities,
    indirect: found.indirect,
    claims: found.claims,
  };
  const loose: readonly Span[] = [
    ...single,
    ...[...found.quotations, ...found.indirect].flatMap((q) => [q.source, q.cue].filter((s) => s !== null)),
  ];
  return [
    ...Object.entries(lists).flatMap(([name, spans]) =>
      spans.flatMap((span, i) => {
        const wrong = flaw(text, span) ?? (span.start < (spans[i - 1]?.start ?? 0) ? 'out of order' : null);
        return wrong === null ? [] : [`${name}[${i}] ${span.start}-${span.end}: ${wrong}`];
      }),
    ),
    ...loose.flatMap((span) => {
      const wrong = flaw(text, span);
      return wrong === null ? [] : [`${span.start}-${span.end}: ${wrong}`];
    }),
  ];
}
