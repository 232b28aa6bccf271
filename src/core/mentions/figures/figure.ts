import { DIRECTIONS } from '../../lexicon/directions.ts';
import { type Article, type Block, dayAt, entryAt } from '../../text/article.ts';
import { isYear, monthAt } from '../dates/calendar.ts';
import { parseCivil } from '../dates/civil.ts';
import { dateAt } from '../dates/date.ts';
import type { DateContext, DateHit } from '../dates/hit.ts';
import type { Comparator, Figure } from '../mention.ts';
import { readWords } from '../text-words.ts';
import { ageAt } from './age.ts';
import { type Amount, amountAt, type Lead } from './amount.ts';
import {
  type ComparatorHit,
  comparatorAfter,
  comparatorAt,
  comparatorVerbBefore,
  isCause,
  isHandedOver,
} from './comparator.ts';
import { directionOf, measureAfter, qualifierOf } from './context.ts';
import { isPlural } from './count.ts';
import { exchangeRateAt } from './exchange-rate.ts';
import { fractionAt, fractionsAt } from './fraction.ts';
import { isLabel, mayStart } from './label.ts';
import { listedShareAt } from './listed-share.ts';
import { partOfUnitAt } from './part-of-unit.ts';
import { magnitudeAt, rankAt } from './rank.ts';
import { ratioAt, scoreAt } from './score.ts';
import { withSettledCurrency } from './settled-currency.ts';
import {
  endAt,
  type FigureTokens,
  figureWindows,
  formAt,
  lowerAt,
  noFigureTokens,
  readFigureTokens,
  startAt,
  textAt,
} from './token.ts';
import { topicOf } from './topic.ts';

export type FigureDraft = Omit<Figure, 'id'>;

type Tokens = FigureTokens;

interface Found {
  readonly draft: FigureDraft;
  /** Index of the first token after it. */
  readonly end: number;
}

/**
 * Figures, dates and durations of an article, in order, not overlapping: one pass over the tokens of each
 * block. Relative dates are resolved against the article's date, and left out where it has none.
 */
export function findFigures(article: Article, words = readWords(article.text)): FigureDraft[] {
  const figures: FigureDraft[] = [];
  const tokens = noFigureTokens();
  let before: string | null = null;
  for (const { block, span } of figureWindows(article)) {
    const head = headOfEntry(article, block);
    if (head !== null) {
      figures.push(head);
      continue;
    }
    const reference = parseCivil(dayAt(article, span.start));
    readFigureTokens(article.text, span, tokens, words);
    let context: DateContext = { reference, previous: before, previousEnd: null };
    for (let i = 0; i < tokens.length; ) {
      const found = mayBegin(tokens, i) ? figureAt(tokens, i, block, context) : null;
      if (found === null) i++;
      else {
        figures.push(found.draft);
        const { kind, value } = found.draft;
        // A date that recurs is none to count from.
        if (kind === 'date' && /^(?:FY)?\d/.test(String(value)))
          context = { reference, previous: String(value), previousEnd: found.end };
        i = found.end;
      }
    }
    before = context.previousEnd === null ? null : context.previous;
  }
  return withSettledCurrency(figures, article.text);
}

/** The line that states the time of a live blog's entry is one date. */
function headOfEntry(article: Article, { kind, start, end }: Block): FigureDraft | null {
  const entry = kind === 'dateline' ? entryAt(article, start) : undefined;
  if (entry?.start !== start) return null;
  const day = dayAt(article, start) ?? 'XXXX-XX-XX';
  const zone = /^(?:gmt|utc)$/i.test(entry.zone ?? '') ? 'Z' : '';
  return dateDraft(start, end, 'date', `${day}T${entry.time}${zone}`, '=');
}

/** Most tokens are told by themselves, or with the one behind them, to begin nothing. */
function mayBegin(tokens: Tokens, i: number): boolean {
  const begins = formAt(tokens, i)?.begins;
  if (begins === undefined || begins === 'never') return false;
  if (begins === 'led') return formAt(tokens, i + 1)?.follows === true;
  return begins === 'ever' || comparatorAt(tokens, i) !== null;
}

function figureAt(tokens: Tokens, i: number, block: Block, context: DateContext): Found | null {
  const dated = dateAt(tokens, i, context);
  if (dated !== null) return { draft: draftOfDate(tokens, i, dated, '='), end: dated.end };
  const bound = comparatorAt(tokens, i);
  if (bound !== null && bound.end < tokens.length) {
    const compared = comparedAt(tokens, i, bound, block, context);
    if (compared !== null) return compared;
  }
  return quantityAt(tokens, i, block, i, null);
}

/** A figure behind a comparator. "higher than a week earlier" compares with a time, "over the weekend" means during, "over three years" may. */
function comparedAt(
  tokens: Tokens,
  i: number,
  bound: ComparatorHit,
  block: Block,
  context: DateContext,
): Found | null {
  const word = lowerAt(tokens, i);
  const when = DEGREES.has(word) ? null : dateAt(tokens, bound.end, context);
  // "below 1990 levels": the year is not what is compared.
  if (when !== null && /^(?:levels?|baseline)$/.test(lowerAt(tokens, when.end))) return null;
  if (word === 'over' && when?.kind === 'date') return null;
  if (when !== null) return { draft: draftOfDate(tokens, i, when, bound.comparator), end: when.end };
  const found = quantityAt(tokens, bound.end, block, i, bound.comparator);
  if (word !== 'over' || found === null) return found;
  const before = lowerAt(tokens, i - 1);
  if (found.draft.kind === 'duration') return LASTING.has(before) ? found : null;
  // “On trial on Monday over $3 million.”
  const verbs = [before, lowerAt(tokens, i - 2) === 'on' ? lowerAt(tokens, i - 3) : ''];
  const caused = found.draft.kind === 'money' && isCause(before, lowerAt(tokens, found.end));
  return caused || verbs.some((verb) => isHandedOver(verb, found.draft)) ? null : found;
}

const DEGREES = new Set('higher lower greater bigger smaller better'.split(' '));
const LASTING = new Set(
  'for is was are were been being be took take takes taking taken lasted lasting lasts just well after of already in spent spend a'.split(
    ' ',
  ),
);

const dateDraft = (
  start: number,
  end: number,
  kind: DateHit['kind'],
  value: string,
  comparator: Comparator,
): FigureDraft => ({
  start,
  end,
  kind,
  value,
  upper: null,
  unit: null,
  comparator,
  measure: null,
  topic: null,
  qualifier: null,
  direction: null,
});

const draftOfDate = (tokens: Tokens, i: number, hit: DateHit, comparator: Comparator): FigureDraft =>
  dateDraft(startAt(tokens, i), endAt(tokens, hit.end - 1), hit.kind, hit.value, comparator);

/** The amount at `i` with all that its neighbourhood says of it. `from`: where its comparator starts. */
function quantityAt(
  tokens: Tokens,
  i: number,
  block: Block,
  from: number,
  bound: Comparator | null,
): Found | null {
  const lead = leadOf(tokens, i, from);
  const at = lead === 'between' ? i + 1 : i;
  if (!mayStart(tokens, at)) return null;
  const amount =
    listedShareAt(tokens, at) ??
    partOfUnitAt(tokens, at) ??
    (lead === 'between' ? fractionsAt(tokens, at) : fractionAt(tokens, at)) ??
    ratioAt(tokens, at) ??
    scoreAt(tokens, at) ??
    ageAt(tokens, at) ??
    rankAt(tokens, at) ??
    magnitudeAt(tokens, at) ??
    exchangeRateAt(tokens, at) ??
    amountAt(tokens, at, lead);
  if (amount === null || (lead === 'between' && (amount.upper === null || isDates(tokens, at, amount))))
    return null;
  if (isLabel(tokens, at, amount, block.kind, bound !== null)) return null;
  const tail = comparatorAfter(tokens, amount.end);
  const end = tail?.end ?? amount.end;
  const comparator =
    tail?.comparator ?? bound ?? comparatorVerbBefore(tokens, from) ?? (amount.form === 'vague' ? '~' : '=');
  const title = block.kind === 'headline' || block.kind === 'heading';
  const plain =
    title && amount.kind === 'count' ? { ...amount, unit: amount.unit?.toLowerCase() ?? null } : amount;
  return { draft: draftOf(tokens, from, end, plain, comparator), end };
}

/** What stands before the amount, or its comparator, and tells how to read a "to" or "and" behind it. */
function leadOf(tokens: Tokens, i: number, from: number): Lead {
  if (lowerAt(tokens, i) === 'between') return 'between';
  const before = lowerAt(tokens, from - 1);
  if (before === 'from') return 'from';
  const change = DIRECTIONS.has(before === 'by' || before === 'another' ? lowerAt(tokens, from - 2) : before);
  return change ? 'change' : 'none';
}

/** "between 1994 and 1997" and "between 4 and 6 May" hold two dates. */
const isDates = (tokens: Tokens, i: number, amount: Amount): boolean =>
  amount.kind === 'count' && (isYear(textAt(tokens, i)) || monthAt(tokens, amount.end) !== null);

function draftOf(
  tokens: Tokens,
  from: number,
  end: number,
  amount: Amount,
  comparator: Comparator,
): FigureDraft {
  const share = amount.kind === 'percent' || amount.kind === 'fraction';
  const measure = share ? measureAfter(tokens, end) : null;
  const after = measure?.end ?? end;
  const own = amount.per === null ? null : `per ${amount.per}`;
  return {
    start: startAt(tokens, from),
    end: endAt(tokens, end - 1),
    kind: amount.kind,
    value: amount.value,
    upper: amount.upper,
    unit: amount.unit,
    comparator,
    measure: measure?.text ?? baseWithin(tokens, from, end, amount),
    topic: topicOf(tokens, from, end, after, amount.kind),
    qualifier: own ?? qualifierOf(tokens, from, after),
    direction: STILL.has(amount.unit ?? '') ? null : directionOf(tokens, from, end, amount.kind),
  };
}

/** Units of what does not rise or fall: ages, and results of matches. */
const STILL = new Set(['years old', 'score']);

/** "one in four sensors" holds its base. */
function baseWithin(tokens: Tokens, from: number, end: number, { kind }: Amount): string | null {
  if (kind !== 'fraction') return null;
  // "one voter in ten"
  if (lowerAt(tokens, from) === 'one' && lowerAt(tokens, from + 2) === 'in') return textAt(tokens, from + 1);
  if (!isPlural(lowerAt(tokens, end - 1))) return null;
  for (let i = from; i < end; i++)
    if (lowerAt(tokens, i) === 'in' || lowerAt(tokens, i) === 'of') return textAt(tokens, end - 1);
  return null;
}
