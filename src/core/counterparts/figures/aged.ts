import type { Analysis } from '../../claims/analysis.ts';
import type { Entity, Figure } from '../../mentions/mention.ts';
import { indexAt } from '../../text/span.ts';
import { sameName } from '../names.ts';
import type { FigureMeasure } from './measure.ts';

/** “Ilse Ostrand, 57,”, “Ostrand (aged 57)”, “Ostrand, who is 57”. */
const BEHIND_NAME = /^,?\s*\(?(?:(?:who\s+(?:is|was)|is|was|aged|now)\s+)?$/i;
/** “57-year-old Ilse Ostrand”, “the 57-year-old builder Ilse Ostrand”. */
const BEFORE_NAME = /^\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}$/u;
/** Most characters between a name and its age. */
const REACH = 40;

/** Whose age a figure tells, by the person's name; null where it tells none or nobody's who is named beside it. */
export function personAged({ article: { text }, entities, chains }: Analysis, figure: Figure): string | null {
  if (figure.unit !== 'years old' || figure.upper !== null) return null;
  const at = indexAt(entities, figure.start);
  const [before, after] = [entities[at - 1], entities[at]];
  const isBeside = (entity: Entity | undefined, from: number, to: number, form: RegExp): boolean =>
    entity?.type === 'person' && to >= from && to - from <= REACH && form.test(text.slice(from, to));
  const person = isBeside(before, before?.end ?? 0, figure.start, BEHIND_NAME)
    ? before
    : isBeside(after, figure.end, after?.start ?? 0, BEFORE_NAME)
      ? after
      : undefined;
  return chains.find(({ id }) => id === person?.chain)?.name ?? null;
}

/** Whether two ages are one person's: null where it is not told whose, or “Jim” may be “James”. */
export function agesOfOne({ person: a }: FigureMeasure, { person: b }: FigureMeasure): boolean | null {
  if (a === null || b === null) return null;
  if (sameName(a, b)) return true;
  return sameName(lastOf(a), lastOf(b)) ? null : false;
}

const lastOf = (name: string): string => name.split(' ').at(-1) ?? name;
