import { columnName } from '../../core/desk/matrix.ts';
import type { Saying, Telling, Timeline } from '../../core/desk/timeline.ts';
import { isoText } from '../plots/days.ts';
import { filled, type TimelineWords } from '../words.ts';

export const outletOf = ({ articles }: Pick<Timeline, 'articles'>, article: number): string =>
  columnName(articles[article] ?? { outlet: null, path: '' });

export const whenText = ({ day, time }: Pick<Telling, 'day' | 'time'>, { undated }: TimelineWords): string =>
  [isoText(day, undated), ...(time === null ? [] : [time])].join(', ');

export const placeText = (timeline: Timeline, telling: Telling, words: TimelineWords): string =>
  `${outletOf(timeline, telling.article)}, ${filled(words.line, telling.line)}`;

export const speakerText = ({ speaker }: Pick<Saying, 'speaker'>, { unknown }: TimelineWords): string =>
  speaker ?? unknown;
