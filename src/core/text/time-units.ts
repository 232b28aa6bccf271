import { say, type Wording } from './wording.ts';

/** How long something takes, or how often it comes, in one unit of time. */
export interface UnitWords {
  readonly one: Wording;
  readonly many: (amount: string) => Wording;
  /** An unknown number of them. */
  readonly some: Wording;
  readonly every: Wording;
  readonly everyFew: (amount: string) => Wording;
}

/** By TIMEX3's letters, those of the clock behind a T. */
export const UNITS: ReadonlyMap<string, UnitWords> = new Map<string, UnitWords>([
  [
    'Y',
    {
      one: say('1 year'),
      many: (amount) => say('{0} years', amount),
      some: say('some years'),
      every: say('every year'),
      everyFew: (amount) => say('every {0} years', amount),
    },
  ],
  [
    'M',
    {
      one: say('1 month'),
      many: (amount) => say('{0} months', amount),
      some: say('some months'),
      every: say('every month'),
      everyFew: (amount) => say('every {0} months', amount),
    },
  ],
  [
    'W',
    {
      one: say('1 week'),
      many: (amount) => say('{0} weeks', amount),
      some: say('some weeks'),
      every: say('every week'),
      everyFew: (amount) => say('every {0} weeks', amount),
    },
  ],
  [
    'D',
    {
      one: say('1 day'),
      many: (amount) => say('{0} days', amount),
      some: say('some days'),
      every: say('every day'),
      everyFew: (amount) => say('every {0} days', amount),
    },
  ],
  [
    'TH',
    {
      one: say('1 hour'),
      many: (amount) => say('{0} hours', amount),
      some: say('some hours'),
      every: say('every hour'),
      everyFew: (amount) => say('every {0} hours', amount),
    },
  ],
  [
    'TM',
    {
      one: say('1 minute'),
      many: (amount) => say('{0} minutes', amount),
      some: say('some minutes'),
      every: say('every minute'),
      everyFew: (amount) => say('every {0} minutes', amount),
    },
  ],
  [
    'TS',
    {
      one: say('1 second'),
      many: (amount) => say('{0} seconds', amount),
      some: say('some seconds'),
      every: say('every second'),
      everyFew: (amount) => say('every {0} seconds', amount),
    },
  ],
  [
    'DE',
    {
      one: say('1 decade'),
      many: (amount) => say('{0} decades', amount),
      some: say('some decades'),
      every: say('every decade'),
      everyFew: (amount) => say('every {0} decades', amount),
    },
  ],
  [
    'CE',
    {
      one: say('1 century'),
      many: (amount) => say('{0} centuries', amount),
      some: say('some centuries'),
      every: say('every century'),
      everyFew: (amount) => say('every {0} centuries', amount),
    },
  ],
]);
