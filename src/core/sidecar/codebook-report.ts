import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Entry } from './document.ts';
import { suggestion } from './nearest.ts';

/** Collects what is wrong, with what would mend it. */
export type Report = (
  message: string,
  span: Span,
  more?: Partial<Pick<Problem, 'severity' | 'fixes'>>,
) => void;

/** A key that Counterpoint does not know: it stays, but it may be a mistyped one. */
export function reportUnknown({ key, keySpan }: Entry, known: readonly string[], report: Report): void {
  const { hint, fixes } = suggestion(key, known, keySpan);
  const severity = fixes.length === 0 ? 'information' : 'warning';
  report(`Counterpoint does not know "${key}" here.${hint}`, keySpan, { severity, fixes });
}
