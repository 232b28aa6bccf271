import type { Span } from '../../text/span.ts';

/** A colon stands right before or behind. */
export const isBesideColon = (text: string, { start, end }: Span): boolean =>
  /^\s?:/.test(text.slice(end, end + 2)) || /:\s?$/.test(text.slice(Math.max(0, start - 2), start));
