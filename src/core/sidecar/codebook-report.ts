import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say, type Wording } from '../text/wording.ts';
import type { Entry } from './document.ts';
import { suggestion } from './nearest.ts';

/** Collects what is wrong, with what would mend it. */
export type Report = (
  words: Wording,
  span: Span,
  more?: Partial<Pick<Problem, 'severity' | 'fixes'>>,
) => void;

/** A key that Counterpoint does not know: it stays, but it may be a mistyped one. */
export function reportUnknown({ key, keySpan }: Entry, known: readonly string[], report: Report): void {
  const { words, fixes } = suggestion(
    say('Counterpoint does not know "{0}" here.', key),
    key,
    known,
    keySpan,
  );
  const severity = fixes.length === 0 ? 'information' : 'warning';
  report(words, keySpan, { severity, fixes });
}
