import type { Analysis } from '../core/claims/analysis.ts';
import type { ClaimRef, Link } from '../core/counterparts/link.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { type Span, textOf } from '../core/text/span.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** 1-based line of an offset. */
const lineOf = (text: string, offset: number): number => lineAt(lineStarts(text), offset) + 1;

/** An article's findings for a person to read: one line each, `line: kind  what  text`. */
export function documentText(path: string, { article, quotations, figures, chains }: Analysis): string {
  const lines = lineStarts(article.text);
  const at = (span: Span, kind: string, what: string) =>
    `  ${String(lineAt(lines, span.start) + 1).padStart(4)}  ${kind.padEnd(9)}  ${what}  ${flat(textOf(article.text, span))}`;
  const head = [path, article.outlet, article.date].filter((part) => part !== null).join('  ·  ');
  return [
    head,
    ...quotations.map((q) => at(q, 'quotation', `${q.source?.name ?? 'source not told'}:`)),
    ...figures.map((f) => at(f, f.kind, [f.comparator, f.value, f.unit].filter((x) => x !== null).join(' '))),
    ...chains.map((c) => `        ${c.type.padEnd(12)}  ${c.name}  (${c.mentions.length})`),
    '',
  ].join('\n');
}

/** A link for a person to read: both wordings, the relation, and why. */
export function linkText(link: Link, analysisOf: (path: string) => Analysis | undefined): string {
  const wording = ({ path, claim }: ClaimRef): string => {
    const analysis = analysisOf(path);
    const found = analysis?.claims.find((c) => c.id === claim);
    return analysis && found
      ? `  ${path}:${lineOf(analysis.article.text, found.start)}  ${flat(textOf(analysis.article.text, found))}`
      : `  ${path}`;
  };
  const difference = link.difference === null ? '' : ` (${link.difference})`;
  const reasons = [
    ...(link.confirmedBy === undefined ? [] : [`confirmed by ${link.confirmedBy}`]),
    ...link.evidence,
  ];
  return [
    `${link.relation}${difference}  ${link.score.toFixed(2)}`,
    wording(link.from),
    wording(link.to),
    `  because: ${reasons.join('; ')}`,
    '',
  ].join('\n');
}
