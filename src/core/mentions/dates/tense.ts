import { MONTHS, TIME_ZONES } from '../../lexicon/calendar.ts';
import { type FigureTokens, isHyphen, kindAt, lowerAt, textAt } from '../figures/token.ts';
import { isPlanned, isScheduled } from './schedule.ts';

/** Whether the words around a date look back or forward: by the tense of the nearest verb, by "until" and the like. */

type Tokens = FigureTokens;

export type Cue = 'past' | 'future' | null;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const FUTURE = words(
  'will ’ll shall would plans plan planned planning expected expects expect scheduled slated due next upcoming forthcoming hopes intends deadline coming ahead begins starts meets opens resumes arrives departs travels ends expires expire closes launches reopens soon early wants seeks seeking faces facing awaits awaiting expecting anticipates anticipated predicts forecasts',
);
/** Look forward before "to": "set to begin", "vowed to return". */
const TO_COME = words(
  'set due going expected scheduled slated poised likely about ready plans planned hopes hoped intends intended wants promised vowed pledged prepares preparing prepared threatened forecast projected predicted tipped',
);
const PAST = words(
  'was were had did said told took went came met held made found won lost left gave began saw since last died killed led ago struck broke hit fell rose became ran sent spoke bought sold paid built fought grew knew threw shot stood sat fled drove wrote sank caught brought thought felt kept',
);
const ENDS = words('. ; ? ! :');
/** May stand between "by" or "until" and its date. */
const BETWEEN = words(
  'early late mid the next this end of beginning start middle - at least a.m. p.m. am pm noon midnight',
);

/** Words looked at before a date and behind it. */
const LEFT = 12;
const RIGHT = 6;
/** Words behind a date among which its clause's verb may look forward. */
const CLAUSE = 14;

/** The nearest word on the left decides; else what follows. */
export function cueAround(tokens: Tokens, start: number, end: number): Cue {
  if (isBound(tokens, start)) return cueAfter(tokens, end) ?? 'future';
  // "a cut in September was likely"
  if (/^(?:is|are|was|were)$/.test(lowerAt(tokens, end)) && OPEN.has(lowerAt(tokens, end + 1)))
    return 'future';
  if (isScheduled(tokens, start)) return 'future';
  for (let at = start - 1; at >= Math.max(0, start - LEFT); at--) {
    const word = lowerAt(tokens, at);
    if (ENDS.has(word) && !(word === '.' && kindAt(tokens, at + 1) === 'number')) break;
    if (looksForward(tokens, at) || isOutlook(tokens, at, start)) return 'future';
    if (isPastVerb(tokens, at)) return 'past';
  }
  return cueAfter(tokens, end) ?? clauseAfter(tokens, end);
}

/** "by Friday", "until the end of May", "as early as Friday". */
function isBound(tokens: Tokens, start: number): boolean {
  let at = start - 1;
  // "until 9 a.m. Friday"
  while (at > start - 7 && isBetween(tokens, at)) at--;
  return lowerAt(tokens, at) === 'until' || lowerAt(tokens, at) === 'till' || lowerAt(tokens, at) === 'by';
}

const isBetween = (tokens: Tokens, at: number): boolean => {
  const word = lowerAt(tokens, at);
  return BETWEEN.has(word) || TIME_ZONES.has(word) || kindAt(tokens, at) === 'number';
};

const MODALS = words('may might should must');

/** "the plan" was made; "they plan" looks forward. */
const NOUN_TOO = words('plan plans hopes starts meets opens ends');
const NOUN_LEADS = /^(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|no|any|new|[’']s)$/;

function looksForward(tokens: Tokens, at: number): boolean {
  const word = lowerAt(tokens, at);
  const next = lowerAt(tokens, at + 1);
  if (word === 'early' || word === 'soon') return lowerAt(tokens, at - 1) === 'as' && next === 'as';
  if (isPlanned(tokens, at)) return true;
  if (TO_COME.has(word) && (next === 'to' || (word === 'set' && next === 'for'))) return true;
  if (MODALS.has(word)) return textAt(tokens, at) === word && next !== 'have' && next !== 'not';
  if (NOUN_TOO.has(word) && NOUN_LEADS.test(lowerAt(tokens, at - 1))) return false;
  return FUTURE.has(word) && !(word === 'next' && next === 'to');
}

export function cueAfter(tokens: Tokens, end: number): Cue {
  for (let at = end; at < end + RIGHT; at++) {
    const word = lowerAt(tokens, at);
    if (word === '' || ENDS.has(word)) return null;
    if (word === 'will' || word === '’ll') return 'future';
    if (isPastVerb(tokens, at)) return 'past';
  }
  return null;
}

const BE = words('is are');
const PLANNING = words('plan plans expects expect intends intend hopes hope');

/** "On Tuesday, the union plans to …", "… is expected to". */
function clauseAfter(tokens: Tokens, end: number): Cue {
  for (let at = end; at < end + CLAUSE; at++) {
    const word = lowerAt(tokens, at);
    if (word === '' || ENDS.has(word) || isPastVerb(tokens, at)) return null;
    if (word === 'will') return 'future';
    if (PLANNING.has(word) && lowerAt(tokens, at + 1) === 'to') return 'future';
    if (BE.has(word) && looksForward(tokens, at + 1)) return 'future';
  }
  return null;
}

/** What these ask for or tell of is to come. */
const OUTLOOK = words(
  'predicted predict forecast forecasted proposed propose considered considering consider promised pledged threatened threaten demanded demand hinted hints signalled signaled flagged feared fear favoured favored mooted floated sought seek wanted want anticipate weighing mulling planning preparing',
);
/** As `OUTLOOK`, with the word behind it: "ruled out", "a chance of". */
const OUTLOOK_WITH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    for: 'called calls calling call brace braced bracing running runs campaigning preparing',
    of: 'chance prospect prospects possibility likelihood odds talk ahead',
    on: 'bet bets betting',
    out: 'ruled rule rules ruling',
    to: 'pointed point points pointing open',
  }).flatMap(([behind, before]) => before.split(' ').map((word): [string, string] => [word, behind])),
);

const OPEN = words('likely unlikely possible probable');

/** "hinted at another cut in September", but "hinted in September"; days of the week are too near to tell. */
function isOutlook(tokens: Tokens, at: number, date: number): boolean {
  if (!MONTHS.has(lowerAt(tokens, kindAt(tokens, date) === 'number' ? date + 1 : date))) return false;
  const word = lowerAt(tokens, at);
  if (date - at <= 3) return OPEN.has(word);
  return OUTLOOK.has(word) || OUTLOOK_WITH.get(word) === lowerAt(tokens, at + 1);
}

/** A verb in the past; a participle after "be" ("will be returned", "to be held") is none. */
function isPastVerb(tokens: Tokens, at: number): boolean {
  const word = textAt(tokens, at);
  if (!PAST.has(word) && !(/^[a-z]{2,20}(?:[^aeiou]|[aiu])ed$/.test(word) && word.length > 4)) return false;
  if (isHyphen(tokens, at - 1)) return false;
  // "when she is sentenced on Aug. 15"
  if (BE.has(lowerAt(tokens, at - 1)) && [2, 3, 4].some((k) => lowerAt(tokens, at - k) === 'when'))
    return false;
  return lowerAt(tokens, at - 1) !== 'be' && lowerAt(tokens, at - 2) !== 'be';
}
