import { type Amount, amountOf, durationOf } from './amount.ts';
import { exact } from './number.ts';
import { wordFractionAt } from './number-part.ts';
import { type FigureTokens, lowerAt, pastHyphen } from './token.ts';
import { type Suffix, unitAfter } from './unit.ts';

type Tokens = FigureTokens;

/** A part of one unit: "half a metre", "a quarter of an hour", "three-quarters of a mile", "a metre and a half". */
export function partOfUnitAt(tokens: Tokens, i: number): Amount | null {
  return shareOfUnit(tokens, i) ?? unitAndShare(tokens, i);
}

function shareOfUnit(tokens: Tokens, i: number): Amount | null {
  const word = lowerAt(tokens, i);
  const bare = word === 'half' || (word === 'quarter' && pastHyphen(tokens, i + 1) > i + 1);
  const share = bare ? { value: word === 'half' ? 0.5 : 0.25, end: i + 1 } : wordFractionAt(tokens, i);
  if (share === null) return null;
  const at = unitOfShare(tokens, share.end);
  const unit = at === null ? null : unitAfter(tokens, at);
  // "A half-year" is a season of reports, "a quarter century" an age.
  if (unit === null || (unit.kind === 'duration' && !/^(?:of|an?)$/.test(lowerAt(tokens, share.end))))
    return null;
  return measuredBy(share.value, unit, unit.end);
}

/** Where the unit of a share may stand: behind "a" or "of a", a hyphen, or straight behind "a half", "a quarter". */
function unitOfShare(tokens: Tokens, end: number): number | null {
  const of = lowerAt(tokens, end) === 'of' ? end + 1 : end;
  if (/^(?:an?|one)$/.test(lowerAt(tokens, of))) return of + 1;
  if (of > end) return null;
  const at = pastHyphen(tokens, end);
  return at > end || /^(?:half|quarters?)$/.test(lowerAt(tokens, end - 1)) ? at : null;
}

/** "a metre and a half", "a mile and a quarter" */
function unitAndShare(tokens: Tokens, i: number): Amount | null {
  if (!/^(?:an?|one)$/.test(lowerAt(tokens, i))) return null;
  const unit = unitAfter(tokens, i + 1);
  if (unit?.kind !== 'quantity') return null;
  const [and, a, part] = [0, 1, 2].map((k) => lowerAt(tokens, unit.end + k));
  if (and !== 'and' || a !== 'a' || (part !== 'half' && part !== 'quarter')) return null;
  return measuredBy(part === 'half' ? 1.5 : 1.25, unit, unit.end + 3);
}

function measuredBy(share: number, unit: Suffix, end: number): Amount {
  const value = exact(unit.kind === 'percent' ? share / 100 : share);
  const values = { value, upper: null, form: 'words' } as const;
  if (unit.kind === 'duration') return durationOf(values, unit.time, end);
  if (unit.kind === 'percent') return amountOf('percent', values, null, end);
  // A rate rises by "a quarter point": of a hundred.
  return amountOf(unit.kind, values, unit.unit === 'point' ? 'percentage point' : unit.unit, end);
}
