import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Entry } from './document.ts';
import { nearest } from './nearest.ts';

/** Collects what is wrong, with what would mend it. */
export type Report = (
  message: string,
  span: Span,
  more?: Partial<Pick<Problem, 'severity' | 'fixes'>>,
) => void;

/** A key that Counterpoint does not know: it stays, but it may be a mistyped one. */
export function reportUnknown({ key, keySpan }: Entry, known: readonly string[], report: Report): void {
  const meant = nearest(key, known);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  const fixes =
    meant === null ? [] : [{ title: `Change to "${meant}"`, edits: [{ span: keySpan, text: meant }] }];
  const severity = meant === null ? 'information' : 'warning';
  report(`Counterpoint does not know "${key}" here.${hint}`, keySpan, { severity, fixes });
}
