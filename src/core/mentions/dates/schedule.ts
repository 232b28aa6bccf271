import { WEEKDAYS } from '../../lexicon/calendar.ts';
import { type FigureTokens, kindAt, lowerAt } from '../figures/token.ts';

type Tokens = FigureTokens;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs of programmes and fixtures; right before a day their present tense looks forward: "plays Friday". */
const FIXTURES = words(
  'plays votes hosts visits returns runs convenes reconvenes premieres debuts airs gathers appears speaks',
);
const STARTING = words('starting beginning commencing effective');
const START = words('start begin open reopen end resume close meet convene');
const PUT_OFF = words(
  'postponed delayed rescheduled adjourned moved shifted pushed deferred postpone delay reschedule adjourn',
);
/** Who "is" on a day by name tells what day it is, not what is planned. */
const NO_EVENT = words('it today this that which what here there');
const BEFORE_NOUN = /^(?:the|an?|its|his|her|their|our|my|your|no|of|[’']s)$/;

/** The words straight before a day are those of a programme: "Services are Saturday", "moved to Thursday", "starting Sunday". */
export function isScheduled(tokens: Tokens, start: number): boolean {
  const word = lowerAt(tokens, start - 1);
  if (word === 'to' || word === 'for') return isPutOff(tokens, start - 2);
  const at = word === 'on' || word === 'from' ? start - 2 : start - 1;
  const verb = lowerAt(tokens, at);
  if (STARTING.has(verb)) return true;
  if (START.has(verb)) return lowerAt(tokens, at - 1) === 'to';
  if (!WEEKDAYS.has(lowerAt(tokens, start))) return false;
  if (verb === 'is' || verb === 'are') return word !== 'from' && !NO_EVENT.has(lowerAt(tokens, at - 1));
  return (
    FIXTURES.has(verb) && kindAt(tokens, at - 1) === 'word' && !BEFORE_NOUN.test(lowerAt(tokens, at - 1))
  );
}

/** "postponed to", "put back to" */
const isPutOff = (tokens: Tokens, at: number): boolean =>
  PUT_OFF.has(lowerAt(tokens, at)) ||
  (lowerAt(tokens, at - 1) === 'put' && /^(?:back|off)$/.test(lowerAt(tokens, at)));

/** "is to be held", "are to end", "goes to a vote": a present that looks forward, wherever its date stands. */
export function isPlanned(tokens: Tokens, at: number): boolean {
  const word = lowerAt(tokens, at);
  const to = lowerAt(tokens, at + 1) === 'to';
  if (word === 'is' || word === 'are') return to && kindAt(tokens, at + 2) === 'word';
  if (word === 'goes') return to || /^(?:on|before|into)$/.test(lowerAt(tokens, at + 1));
  return word === 'go' && to && lowerAt(tokens, at + 3) === 'polls' && lowerAt(tokens, at - 1) !== 'not';
}
