import type { Telling } from '../core/desk/timeline.ts';
import { isoText } from './plots/days.ts';

/** A day, and the time where it is known; `undated` where there is no day. */
export const whenText = (
  { day, time }: Pick<Telling, 'day' | 'time'>,
  { undated }: { readonly undated: string },
): string => [isoText(day, undated), ...(time === null ? [] : [time])].join(', ');
