import { asIs, say, type Wording } from '../text/wording.ts';

const WORDS: ReadonlyMap<string, Wording> = new Map([
  ['rounded', say('rounded')],
  ['range', say('range')],
  ['comparator', say('comparator')],
  ['base', say('base')],
  ['period', say('period')],
  ['deadline', say('deadline')],
  ['date', say('date')],
  ['unit', say('unit')],
  ['currency', say('currency')],
  ['value', say('value')],
  ['negation', say('negation')],
  ['opposite', say('opposite')],
  ['direction', say('direction')],
  ['qualifier', say('qualifier')],
  ['withdrawn', say('withdrawn')],
  ['converted unit', say('converted unit')],
]);

/** Every difference that a link can have. */
export const DIFFERENCES: readonly string[] = [...WORDS.keys()];

/** What differs, in a word. */
export const differenceWords = (difference: string): Wording => WORDS.get(difference) ?? asIs(difference);
