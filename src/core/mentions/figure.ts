import { LABELS } from '../lexicon/counting.ts';
import type { Article, Block } from '../text/article.ts';
import { type DateContext, type DateHit, dateAt } from './date.ts';
import { parseCivil } from './date-civil.ts';
import { type Amount, amountAt } from './figure-amount.ts';
import { comparatorAfter, comparatorAt, comparatorVerbBefore } from './figure-comparator.ts';
import { directionOf, measureAfter, qualifierOf } from './figure-context.ts';
import { ageAt, fractionAt, rankAt, ratioAt, scoreAt } from './figure-special.ts';
import {
  type FigureToken,
  figureTokens,
  figureWindows,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  startsUpper,
  textAt,
} from './figure-token.ts';
import { topicOf } from './figure-topic.ts';
import type { Comparator, Figure } from './mention.ts';

export type FigureDraft = Omit<Figure, 'id'>;

type Tokens = readonly FigureToken[];

interface Found {
  readonly draft: FigureDraft;
  /** Index of the first token after it. */
  readonly end: number;
}

/**
 * Figures, dates and durations of an article, in order, not overlapping: one pass over the tokens of each
 * block. Relative dates are resolved against the article's date, and left out where it has none.
 */
export function findFigures(article: Article): FigureDraft[] {
  const figures: FigureDraft[] = [];
  const context: DateContext = { reference: parseCivil(article.date) };
  for (const { block, span } of figureWindows(article)) {
    const tokens = figureTokens(article.text, span);
    for (let i = 0; i < tokens.length; ) {
      const found = figureAt(tokens, i, block, context);
      if (found === null) i++;
      else {
        figures.push(found.draft);
        i = found.end;
      }
    }
  }
  return figures;
}

function figureAt(tokens: Tokens, i: number, block: Block, context: DateContext): Found | null {
  const dated = dateAt(tokens, i, context);
  if (dated !== null) return { draft: dateDraft(tokens, i, dated, '='), end: dated.end };
  const bound = comparatorAt(tokens, i);
  if (bound !== null && bound.end < tokens.length) {
    const when = dateAt(tokens, bound.end, context);
    if (when !== null) return { draft: dateDraft(tokens, i, when, bound.comparator), end: when.end };
    const compared = quantityAt(tokens, bound.end, block, i, bound.comparator);
    if (compared !== null) return compared;
  }
  return quantityAt(tokens, i, block, i, null);
}

function dateDraft(tokens: Tokens, i: number, hit: DateHit, comparator: Comparator): FigureDraft {
  return {
    start: tokens[i]?.start ?? 0,
    end: tokens[hit.end - 1]?.end ?? 0,
    kind: hit.kind,
    value: hit.value,
    upper: null,
    unit: null,
    comparator,
    measure: null,
    topic: null,
    qualifier: null,
    direction: null,
  };
}

/** The amount at `i` with all that its neighbourhood says of it. `from`: where its comparator starts. */
function quantityAt(
  tokens: Tokens,
  i: number,
  block: Block,
  from: number,
  bound: Comparator | null,
): Found | null {
  const between = lowerAt(tokens, i) === 'between';
  const at = between ? i + 1 : i;
  if (!mayStart(tokens, at)) return null;
  const amount =
    fractionAt(tokens, at) ??
    ratioAt(tokens, at) ??
    scoreAt(tokens, at) ??
    ageAt(tokens, at) ??
    rankAt(tokens, at) ??
    amountAt(tokens, at, between);
  if (amount === null || (between && amount.upper === null)) return null;
  if (amount.bare && isLabel(tokens, at, amount, block, bound)) return null;
  const tail = comparatorAfter(tokens, amount.end);
  const end = tail?.end ?? amount.end;
  const comparator =
    tail?.comparator ?? bound ?? comparatorVerbBefore(tokens, from) ?? (amount.form === 'vague' ? '~' : '=');
  return { draft: draftOf(tokens, from, end, amount, comparator), end };
}

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
    start: tokens[from]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    kind: amount.kind,
    value: amount.value,
    upper: amount.upper,
    unit: amount.unit,
    comparator,
    measure: measure?.text ?? null,
    topic: amount.kind === 'ordinal' ? null : topicOf(tokens, from, end, after),
    qualifier: own ?? qualifierOf(tokens, from, after),
    direction: directionOf(tokens, from, end),
  };
}

/** Cheap refusals: a number inside a word or name ("A380", "COVID-19", "5G" has its own test). */
function mayStart(tokens: Tokens, i: number): boolean {
  if (i >= tokens.length) return false;
  if (!gluedAt(tokens, i)) return true;
  const before = kindAt(tokens, i - 1);
  if (before === 'word' || before === 'number') return false;
  if (isHyphen(tokens, i - 1) && gluedAt(tokens, i - 1)) return false;
  return !['.', '#', '_', '/', ':', '@', '&'].includes(textAt(tokens, i - 1)) || !gluedAt(tokens, i - 1);
}

/** A number that names rather than counts: "Boeing 747", "Part 3", "5G", a word for "one" without a noun. */
function isLabel(tokens: Tokens, i: number, amount: Amount, block: Block, bound: Comparator | null): boolean {
  const before = textAt(tokens, i - 1);
  if (kindAt(tokens, amount.end) === 'word' && gluedAt(tokens, amount.end)) return true;
  if (isHyphen(tokens, amount.end) && gluedAt(tokens, amount.end) && gluedAt(tokens, amount.end + 1))
    return true;
  if (before === '#' || LABELS.has(before.toLowerCase())) return true;
  if (before === '.' && lowerAt(tokens, i - 2) === 'no') return true;
  if (amount.form !== 'digits' && amount.value === 1) return true;
  if (bound !== null) return false;
  if (amount.form === 'vague') return lowerAt(tokens, amount.end) !== 'of';
  if (amount.form === 'words' && lowerAt(tokens, i) === 'zero') return true;
  const name = kindAt(tokens, i - 1) === 'word' && startsUpper(before) && i > 1;
  return name && block.kind !== 'headline' && block.kind !== 'heading';
}
