import { durationValue, TIME_UNITS } from '../../lexicon/calendar.ts';
import { type FigureTokens, isHyphen, lowerAt, pastHyphen, startsUpper, textAt } from '../figures/token.ts';
import type { DateHit } from './hit.ts';

type Tokens = FigureTokens;

const BEFORE_SPAN = new Set(
  'for in within after over than under about almost nearly just took takes take spent lasted lasting least every-other full'.split(
    ' ',
  ),
);
const AFTER_SPAN = new Set('later earlier after before ago long'.split(' '));

/** Spans of time without a number: "for weeks", "within a month", "decades-long", "a few days". */
export function vagueSpanAt(tokens: Tokens, i: number): DateHit | null {
  const word = lowerAt(tokens, i);
  const amount = ['several', 'many', 'few', 'some'].includes(word)
    ? i + 1
    : word === 'a' && lowerAt(tokens, i + 1) === 'few'
      ? i + 2
      : i;
  const unit = TIME_UNITS.get(lowerAt(tokens, amount));
  if (unit !== undefined && (lowerAt(tokens, amount).endsWith('s') || unit === 'century')) {
    // "some years ago" says when, if not how long since.
    if (amount > i && lowerAt(tokens, amount + 1) === 'ago')
      return { kind: 'date', value: 'PAST_REF', end: amount + 2 };
    const told = amount > i || isLasting(tokens, i) || isStretch(tokens, i);
    const long = pastHyphen(tokens, amount + 1) > amount + 1 && lowerAt(tokens, amount + 2) === 'long';
    if ((told || long) && lowerAt(tokens, amount + 1) !== 'old') {
      return { kind: 'duration', value: durationValue('X', unit), end: long ? amount + 3 : amount + 1 };
    }
    return null;
  }
  return singleSpanAt(tokens, i, word);
}

const LASTING = new Set(
  'for in within over about almost nearly took takes take spent spend lasted lasting full'.split(' '),
);
const FROM_THEN = new Set('later earlier ago'.split(' '));

/** "for weeks", "weeks later"; "just minutes apart" or "in the days before the vote" tells no length of time. */
const isLasting = (tokens: Tokens, i: number): boolean =>
  LASTING.has(lowerAt(tokens, i - 1)) ||
  FROM_THEN.has(lowerAt(tokens, i + 1)) ||
  (lowerAt(tokens, i - 1) === 'after' && lowerAt(tokens, i + 1) === 'of');

const STRETCHES = new Set(['following', 'ensuing', 'intervening']);

/** "over the years", "in the years that followed", "the weeks since". */
function isStretch(tokens: Tokens, i: number): boolean {
  const lead = lowerAt(tokens, i - 1);
  if (STRETCHES.has(lead)) return true;
  if (lead !== 'the') return false;
  const [next, after] = [lowerAt(tokens, i + 1), lowerAt(tokens, i + 2)];
  if (next === 'since' || next === 'ahead' || (next === 'to' && after === 'come')) return true;
  return lowerAt(tokens, i - 2) === 'over' || (next === 'that' && after === 'followed');
}

/** "half-hour", "half hour" behind "a". */
function halfUnitAt(tokens: Tokens, i: number): DateHit | null {
  if (lowerAt(tokens, i) !== 'half' || isHyphen(tokens, i - 1)) return null;
  const at = pastHyphen(tokens, i + 1);
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined || lowerAt(tokens, at).endsWith('s') || unit === 'quarter' || unit === 'second')
    return null;
  if (at === i + 1 && lowerAt(tokens, i - 1) !== 'a') return null;
  return { kind: 'duration', value: durationValue(0.5, unit), end: at + 1 };
}

const WHOLE = new Set(['day', 'week', 'month', 'year']);
const AS_LONG = new Set(['long', 'little', 'much']);

/** "weeklong", "hourslong" */
function longAt(word: string): DateHit['value'] | null {
  const written = /^(hour|day|week|month|year|decade)(s?)long$/.exec(word);
  const unit = TIME_UNITS.get(written?.[1] ?? '');
  return unit === undefined ? null : durationValue(written?.[2] === 's' ? 'X' : 1, unit);
}

/** "a week", "an hour", "half an hour", "day-long", "a full year". */
function singleSpanAt(tokens: Tokens, i: number, word: string): DateHit | null {
  const whole = word.endsWith('long') ? longAt(word) : null;
  if (whole !== null) return { kind: 'duration', value: whole, end: i + 1 };
  const long = TIME_UNITS.get(word);
  if (long !== undefined && pastHyphen(tokens, i + 1) > i + 1 && lowerAt(tokens, i + 2) === 'long') {
    return { kind: 'duration', value: durationValue(1, long), end: i + 3 };
  }
  if (word === 'all' && long === undefined && WHOLE.has(lowerAt(tokens, i + 1))) {
    const whole = TIME_UNITS.get(lowerAt(tokens, i + 1));
    const title = startsUpper(textAt(tokens, i + 1)) || pastHyphen(tokens, i + 2) > i + 2;
    if (whole !== undefined && !title)
      return { kind: 'duration', value: durationValue(1, whole), end: i + 2 };
  }
  const short = halfUnitAt(tokens, word === 'a' ? i + 1 : i);
  if (short !== null) return short;
  const half = word === 'half' && ['a', 'an'].includes(lowerAt(tokens, i + 1));
  if (!half && word !== 'a' && word !== 'an' && word !== 'another') return null;
  const first = half ? i + 2 : i + 1;
  const at = ['full', 'whole', 'entire', 'single', 'further'].includes(lowerAt(tokens, first))
    ? first + 1
    : first;
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined || lowerAt(tokens, at).endsWith('s') || unit === 'second' || unit === 'quarter')
    return null;
  const told =
    half ||
    at > first ||
    word === 'another' ||
    BEFORE_SPAN.has(lowerAt(tokens, i - 1)) ||
    (lowerAt(tokens, i - 1) === 'as' && AS_LONG.has(lowerAt(tokens, i - 2))) ||
    AFTER_SPAN.has(lowerAt(tokens, at + 1));
  const more = ['and', 'a', 'half'].every((w, k) => lowerAt(tokens, at + 1 + k) === w);
  if (more && !half) return { kind: 'duration', value: durationValue(1.5, unit), end: at + 4 };
  if (!told || isHyphen(tokens, at + 1)) return null;
  return { kind: 'duration', value: durationValue(half ? 0.5 : 1, unit), end: at + 1 };
}
