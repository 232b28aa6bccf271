import type { Analysis } from '../core/claims/analysis.ts';
import type { ClaimRef, Link } from '../core/counterparts/link.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { type Span, textOf } from '../core/text/span.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

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

/** How a claim is cited: where it stands, and its words. */
export type Wording = (ref: ClaimRef) => string;

/** Reads each article's lines and claims once, for any number of links. */
export function wordings(analysisOf: (path: string) => Analysis | undefined): Wording {
  const cited = new Map<string, Wording>();
  const citing = (path: string): Wording => {
    const analysis = analysisOf(path);
    if (analysis === undefined) return () => `  ${path}`;
    const { text } = analysis.article;
    const lines = lineStarts(text);
    const claims = new Map(analysis.claims.map((claim) => [claim.id, claim]));
    return ({ claim }) => {
      const found = claims.get(claim);
      return found === undefined
        ? `  ${path}`
        : `  ${path}:${lineAt(lines, found.start) + 1}  ${flat(textOf(text, found))}`;
    };
  };
  return (ref) => {
    const wording = cited.get(ref.path) ?? citing(ref.path);
    cited.set(ref.path, wording);
    return wording(ref);
  };
}

/** A link for a person to read: both wordings, the relation, and why. */
export function linkText(link: Link, wording: Wording): string {
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
