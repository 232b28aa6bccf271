import type { Civil } from './civil.ts';

/** A date, time or span of time as a TIMEX3 value. */
export interface DateHit {
  readonly kind: 'date' | 'duration';
  readonly value: string;
  /** Index of the first token after it. */
  readonly end: number;
}

export interface DateContext {
  /** The article's date; null where it is not known. */
  readonly reference: Civil | null;
  /** Value of the nearest date before in this paragraph or the one before, for "that day". */
  readonly previous: string | null;
  /** Index of the first token after it; null where it stands in the paragraph before. */
  readonly previousEnd: number | null;
}
