import { CUE_FORMS } from '../../lexicon/speech-cues.ts';
import type { Span } from '../../text/span.ts';

/** Longest wording between somebody who speaks and the name of the hearer, in code units. */
const REACH = 40;

/** "Orlan asked Lorn", "Orlan said to Minister Lorn": whether a person is named as whom the speaker speaks to. */
export function isHearer(text: string, speaker: Span, person: Span): boolean {
  if (person.start <= speaker.end || person.start > speaker.end + REACH) return false;
  const between = /^\s(?:\p{L}+ly\s|then\s|later\s)?(\p{L}+)\s(to\s)?(?:\p{Lu}\p{L}*\.?\s)?$/u.exec(
    text.slice(speaker.end, person.start),
  );
  const kinds = CUE_FORMS.get(between?.[1] ?? '')?.kinds;
  return kinds !== undefined && (between?.[2] !== undefined || kinds.has('address'));
}

/** "he replied", "replied she" */
export const isReplying = (text: string, { start, end }: Span): boolean =>
  /^\s(?:\p{L}+ly\s)?(?:replie[sd]|answer(?:s|ed)|respond(?:s|ed)|retort(?:s|ed))(?!\p{L})/u.test(
    text.slice(end, end + 30),
  ) || /(?:replie[sd]|answered|responded|retorted)\s$/u.test(text.slice(Math.max(0, start - 10), start));
