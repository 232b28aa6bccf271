import type { Analysis } from '../../claims/analysis.ts';
import { dayAt } from '../../text/article.ts';
import { contains, indexAt, type Span, textOf } from '../../text/span.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { timeOfTerm } from '../terms.ts';
import { compareTimes, daysNamed, hasCome, isDayOrLess, timesApart } from '../times.ts';

/** What times its sentence ties to a figure, as TIMEX3 values. */
interface When {
  /** When it was taken: “as of Monday”, or “by Monday” in an article of Wednesday. */
  readonly asOf: string | null;
  /** When it is due: “by 2030”. */
  readonly due: string | null;
  /** The month, quarter or year that it is of: “in March”. */
  readonly period: string | null;
}

/** Most characters between a figure and a time of its own, and of the words before that time that tell what it is. */
const REACH = 90;
const CUE = 40;

const EDGE = String.raw`\s+(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+(?:the\s+)?|(?:early|late|mid)[\s-]+)?$`;
const AS_OF = new RegExp(String.raw`\bas\s+(?:of|at)${EDGE}`, 'i');
const BY = new RegExp(String.raw`\b(?:by|until|till|before|up\s+to|later\s+than)${EDGE}`, 'i');
const ON = /\bon\s+$/i;
/** “In January it was 3.1 per cent, down from 3.4”: of another month. */
const ORIGIN = /\bfrom\s+(?:\p{L}+\s+){0,2}$/iu;
/** “Grew 2.1 percent last year”. */
const RELATIVE = /^(?:last|this|next)\s/i;
const IN = new RegExp(String.raw`\b(?:in|for|during|of|over)${EDGE}`, 'i');

/** Times of a figure's sentence that stand in reach of it, with their TIMEX3 values and how far. */
function* timesNear(
  { claim, context }: ClaimProfile,
  { figures }: Analysis,
): Iterable<readonly [date: Span, value: string, apart: number]> {
  for (let i = indexAt(figures, context.start); i < figures.length; i++) {
    const date = figures[i];
    if (date === undefined || date.start >= context.end) return;
    if (date.kind !== 'date' || typeof date.value !== 'string' || !contains(context, date)) continue;
    const apart = Math.max(date.start - claim.end, claim.start - date.end);
    if (apart >= 0 && apart <= REACH) yield [date, date.value, apart];
  }
}

/** What stands before a span of a figure's sentence and may tell what the span is. */
const leadOf = ({ start }: Span, { context }: ClaimProfile, { article }: Analysis): string =>
  article.text.slice(Math.max(context.start, start - CUE), start);

/** Of several times that a sentence has in one role, the nearest is the figure's. */
function whenOf(profile: ClaimProfile, analysis: Analysis): When {
  const { claim } = profile;
  const { text } = analysis.article;
  const day = dayAt(analysis.article, claim.start);
  const when: Record<keyof When, string | null> = { asOf: null, due: null, period: null };
  const nearest: Record<keyof When, number> = { asOf: REACH + 1, due: REACH + 1, period: REACH + 1 };
  const isOrigin = ORIGIN.test(leadOf(claim, profile, analysis));
  for (const [date, value, apart] of timesNear(profile, analysis)) {
    if (isOrigin && date.start < claim.start) continue;
    const role = roleOf(value, textOf(text, date), leadOf(date, profile, analysis), day);
    if (role === null || apart >= nearest[role]) continue;
    when[role] = value;
    nearest[role] = apart;
  }
  return when;
}

/** `words`: the time's own; `before`: those before it; `day`: the article's. */
function roleOf(value: string, words: string, before: string, day: string | null): keyof When | null {
  if (AS_OF.test(before)) return 'asOf';
  if (BY.test(before)) return hasCome(value, day) === true ? 'asOf' : 'due';
  if ((IN.test(before) || RELATIVE.test(words)) && !isDayOrLess(value)) return 'period';
  // What an article has of its own day it has as of that day: “34 on Friday”, on Friday.
  return ON.test(before) && compareTimes(value, day ?? '') === 'same' ? 'asOf' : null;
}

/** Two articles, as far as their times are asked for. */
export type Articles = Readonly<Record<'a' | 'b', { readonly analysis: Analysis }>>;

/**
 * What times make of two figures whose values differ, or of two deadlines: `date` where they were taken on other
 * days, `period` where they are due or of another time; null where times tell nothing.
 */
export function timesDiffer(x: ClaimProfile, y: ClaimProfile, { a, b }: Articles): 'date' | 'period' | null {
  const [p, q] = [whenOf(x, a.analysis), whenOf(y, b.analysis)];
  const apart = (one: string | null, other: string | null): boolean =>
    one !== null && other !== null && compareTimes(one, other) === 'apart';
  // The day on which both were told is no time that both are of.
  const otherwise = apart(p.due, q.due) || apart(p.period, q.period);
  if (otherwise && !haveOneTime(withoutDay(p), withoutDay(q))) return 'period';
  if (p.asOf === null && q.asOf === null) return null;
  const [taken, other] = [
    p.asOf ?? dayAt(a.analysis.article, x.claim.start),
    q.asOf ?? dayAt(b.analysis.article, y.claim.start),
  ];
  return apart(taken, other) ? 'date' : null;
}

/** Whether one time is tied to both figures, however it is put: “next year”, “until 2032”. */
export const shareTime = (x: ClaimProfile, y: ClaimProfile, { a, b }: Articles): boolean =>
  haveOneTime(whenOf(x, a.analysis), whenOf(y, b.analysis));

const haveOneTime = (a: When, b: When): boolean =>
  timesIn(a).some((time) => timesIn(b).some((other) => compareTimes(time, other) === 'same'));

const withoutDay = (when: When): When => ({ ...when, asOf: null });

const timesIn = ({ asOf, due, period }: When): string[] =>
  [asOf, due, period].filter((time) => time !== null);

/** Days before its article from which a time is another than the news is of. */
const LONG_AGO = 90;
/** “In 2021, 112 people had been detained”; but “The bridge, built in 1974, carries 50,000 cars”. */
const OPENING = 12;
const CLAUSE_END = /[,;:()—–]/;
/** “Turnout then was 64.8 percent.” */
const THEN = /\b(?:then|previously|formerly|at the time)\b[^.;]*$/i;

/**
 * Whether only one of two figures is told of a time long before the news, as of what another flood did two years ago: a
 * time that its clause names, or `then`.
 */
export function onePast(x: ClaimProfile, y: ClaimProfile, { a, b }: Articles): 'then' | 'time' | null {
  if (isOfThen(x, a.analysis) !== isOfThen(y, b.analysis)) return 'then';
  return isOfPast(x, a.analysis) === isOfPast(y, b.analysis) ? null : 'time';
}

const isOfThen = (profile: ClaimProfile, analysis: Analysis): boolean =>
  THEN.test(leadOf(profile.claim, profile, analysis));

function isOfPast(profile: ClaimProfile, analysis: Analysis): boolean {
  const { claim, context } = profile;
  const { date: day, text } = analysis.article;
  const published = day === null ? undefined : daysNamed(day)?.[0];
  if (published === undefined) return false;
  for (const [date, value] of timesNear(profile, analysis)) {
    const [from, to] = date.start < claim.start ? [date.end, claim.start] : [claim.end, date.start];
    const opens = date.start - context.start < OPENING;
    if (CLAUSE_END.test(text.slice(opens ? from + 1 : from, to))) continue;
    const end = daysNamed(value)?.[1];
    if (end !== undefined && end < published - LONG_AGO) return true;
  }
  return false;
}

/** Whether a date is when something is due rather than when it was. */
export function isDeadline(profile: ClaimProfile, analysis: Analysis): boolean {
  const before = leadOf(profile.claim, profile, analysis);
  return BY.test(before) && !AS_OF.test(before);
}

/** Whether the sentences of two figures name days, and none in common: two events rather than one told otherwise. */
export const daysApart = (x: ClaimProfile, y: ClaimProfile): boolean => timesApart(daysNear(x), daysNear(y));

/** Whatever the hour: surveyors in the evening measure the hole of the morning. */
const daysNear = ({ terms }: ClaimProfile): string[] =>
  [...terms.keys()]
    .filter((term) => term.startsWith('#'))
    .map(timeOfTerm)
    .filter(isDayOrLess)
    .map((time) => time.split('T')[0] ?? time);
