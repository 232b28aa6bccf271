import type { Analysis } from '../core/claims/analysis.ts';
import type { ClaimRef, Link } from '../core/counterparts/link.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { type Span, textOf } from '../core/text/span.ts';
import { inEnglish } from '../core/text/wording.ts';
import { claimPlaces } from './claim-places.ts';

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

export function wordings(analysisOf: (path: string) => Analysis | undefined): Wording {
  const placeOf = claimPlaces(analysisOf);
  return (ref) => {
    const place = placeOf(ref);
    return place === null ? `  ${ref.path}` : `  ${ref.path}:${place.line}  ${flat(place.text)}`;
  };
}

/** A link for programs: its reasons in words. */
export const linkJson = (link: Link): string =>
  JSON.stringify({ ...link, evidence: link.evidence.map(inEnglish) });

/** A link for a person to read: both wordings, the relation, and why. */
export function linkText(link: Link, wording: Wording): string {
  const difference = link.difference === null ? '' : ` (${link.difference})`;
  const reasons = [
    ...(link.confirmedBy === undefined ? [] : [`confirmed by ${link.confirmedBy}`]),
    ...link.evidence.map(inEnglish),
  ];
  return [
    `${link.relation}${difference}  ${link.score.toFixed(2)}`,
    wording(link.from),
    wording(link.to),
    `  because: ${reasons.join('; ')}`,
    '',
  ].join('\n');
}
