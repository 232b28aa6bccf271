import { outletOf } from '../../core/desk/ledger-export.ts';
import type { Saying, Telling, Timeline } from '../../core/desk/timeline.ts';
import { filled } from '../../core/text/wording.ts';
import type { TimelineWords } from '../words.ts';

export const placeText = (timeline: Timeline, telling: Telling, words: TimelineWords): string =>
  `${outletOf(timeline, telling.article)}, ${filled(words.line, telling.line)}`;

export const speakerText = ({ speaker }: Pick<Saying, 'speaker'>, { unknown }: TimelineWords): string =>
  speaker ?? unknown;
