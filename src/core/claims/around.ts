import type { Span } from '../text/span.ts';
import { indexAt } from '../text/span.ts';

/** Those of `spans` (in order of position, not nested) that overlap a span. */
export function around<S extends Span>(spans: readonly S[], span: Span): S[] {
  const found: S[] = [];
  for (let i = indexAt(spans, span.start); i < spans.length; i++) {
    const candidate = spans[i];
    if (candidate === undefined || candidate.start >= span.end) break;
    found.push(candidate);
  }
  return found;
}
