import type { Document } from 'yaml';
import { lineStart, nextLine } from '../text/line-number.ts';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** Code units that are read again, at most, to find further causes: the first is told however long the file is. */
const MOST_READ_AGAIN = 4_000_000;

/**
 * The mistakes in a text that is not valid YAML. One of them makes the parser complain of many lines after it, so of
 * each entry only the first is told; what stays when the entry is left out has a cause of its own.
 */
export function syntaxCauses(
  text: string,
  parse: (text: string) => Document.Parsed,
  what: 'sidecar' | 'codebook',
  most: number,
): Problem[] {
  const causes: Problem[] = [];
  let rest = text;
  let document = parse(rest);
  while (causes.length < most) {
    const first = firstIn(rest, document, what);
    const last = causes.at(-1);
    // One that stands before what was told is another sight of it.
    if (!first || (last && first.span.start <= last.span.start)) break;
    causes.push(first);
    if (causes.length * text.length > MOST_READ_AGAIN) break;
    rest = without(rest, entryAround(rest, first.span.start));
    document = parse(rest);
  }
  return causes;
}

/** The one that stands first: some are seen by the parser where a text ends, and told where it begins. */
function firstIn(text: string, document: Document.Parsed, what: 'sidecar' | 'codebook'): Problem | undefined {
  return document.errors
    .map((error) => syntaxProblem(text, document, error, what))
    .reduce<Problem | undefined>(
      (first, one) => (first && first.span.start <= one.span.start ? first : one),
      undefined,
    );
}

/** Spaces before an entry's id, at most: what stands deeper belongs to an entry. */
const ENTRY = 2;

/** From the line that begins the entry to the one that begins the next. */
function entryAround(text: string, offset: number): Span {
  let start = lineStart(text, offset);
  while (start > 0 && !(indentAt(text, start) <= ENTRY)) start = lineStart(text, start - 1);
  const level = indentAt(text, start) === 0 ? 0 : ENTRY;
  let end = nextLine(text, offset);
  while (end < text.length && !(indentAt(text, end) <= level)) end = nextLine(text, end);
  return { start, end };
}

/** Of the line that starts there; infinite where it begins no entry: it is empty, a comment, or indented by a tab. */
function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  const isIdle = at >= text.length || '\n\r#\t'.includes(text[at] ?? '');
  return isIdle ? Number.POSITIVE_INFINITY : at - start;
}

/** The lines emptied, so that all others stay where they are. */
const without = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
