import { type FigureTokens, isHyphen, kindAt, lowerAt } from '../figures/token.ts';
import { anchoredAt, sinceThenAt } from './anchored.ts';
import { monthDateAt } from './calendar.ts';
import { clockAt, dottedDateAt, nineElevenAt, numericDateAt } from './clock.ts';
import { yearEdgeAt } from './edge.ts';
import { eraYearAt } from './era.ts';
import type { DateContext, DateHit } from './hit.ts';
import { holidayAt } from './holiday.ts';
import { centuryAt, decadeAt, fiscalYearAt, quarterAt, seasonAt, yearAt } from './period.ts';
import { followingAt, nowAt, recurringAt, sameAt, vagueTimeAt } from './recurring.ts';
import { agoAt, deicticAt, shiftedAt } from './relative.ts';
import { vagueSpanAt } from './span.ts';
import { weekOfAt } from './week.ts';
import { weekdayAt } from './weekday.ts';

type Tokens = FigureTokens;

/** The date or unnumbered span of time that starts at `i`. Numbered spans ("two weeks") are amounts. */
export function dateAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const part = partPrefix(tokens, i);
  if (part !== i) {
    const inner = shiftedAt(tokens, part, context) ?? plainDateAt(tokens, part, context);
    if (inner !== null) return inner;
  }
  return (
    anchoredAt(tokens, i, context, plainDateAt) ??
    weekOfAt(tokens, i, context, plainDateAt) ??
    sinceThenAt(tokens, i, context) ??
    plainDateAt(tokens, i, context)
  );
}

function plainDateAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  if (kindAt(tokens, i) === 'number') {
    return (
      eraYearAt(tokens, i) ??
      numericDateAt(tokens, i) ??
      nineElevenAt(tokens, i) ??
      clockAt(tokens, i, context) ??
      monthDateAt(tokens, i, context) ??
      agoAt(tokens, i, context) ??
      centuryAt(tokens, i) ??
      yearAt(tokens, i)
    );
  }
  if (kindAt(tokens, i) === 'mark') return dottedDateAt(tokens, i) ?? yearAt(tokens, i);
  return (
    deicticAt(tokens, i, context) ??
    eraYearAt(tokens, i) ??
    fiscalYearAt(tokens, i, context.reference) ??
    monthDateAt(tokens, i, context) ??
    weekdayAt(tokens, i, context, null) ??
    shiftedAt(tokens, i, context) ??
    agoAt(tokens, i, context) ??
    seasonAt(tokens, i, context) ??
    quarterAt(tokens, i, context) ??
    centuryAt(tokens, i) ??
    decadeAt(tokens, i) ??
    yearEdgeAt(tokens, i, context) ??
    holidayAt(tokens, i, context) ??
    clockAt(tokens, i, context) ??
    recurringAt(tokens, i) ??
    sameAt(tokens, i, context) ??
    followingAt(tokens, i, context) ??
    nowAt(tokens, i) ??
    vagueTimeAt(tokens, i) ??
    vagueSpanAt(tokens, i)
  );
}

/** Past "early", "late", "mid-": the part of the period, which its value leaves open. */
function partPrefix(tokens: Tokens, i: number): number {
  const word = lowerAt(tokens, i);
  if (word !== 'early' && word !== 'late' && word !== 'mid') return i;
  return isHyphen(tokens, i + 1) ? i + 2 : i + 1;
}
