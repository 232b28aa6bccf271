import type { LedgerArticle } from '../core/desk/ledger.ts';
import { columnName } from '../core/desk/matrix.ts';
import type { Telling } from '../core/desk/timeline.ts';
import { isoText } from './plots/days.ts';

/** Of an article by its place in the model's articles. */
export const outletOf = (
  { articles }: { readonly articles: readonly LedgerArticle[] },
  article: number,
): string => columnName(articles[article] ?? { outlet: null, path: '' });

/** A day, and the time where it is known; `undated` where there is no day. */
export const whenText = (
  { day, time }: Pick<Telling, 'day' | 'time'>,
  { undated }: { readonly undated: string },
): string => [isoText(day, undated), ...(time === null ? [] : [time])].join(', ');
