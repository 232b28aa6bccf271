import { MONTHS } from '../../lexicon/calendar.ts';
import { DIRECTIONS } from '../../lexicon/directions.ts';
import type { FigureKind } from '../mention.ts';
import { phrase } from './count.ts';
import { type FigureTokens, isHyphen, kindAt, lowerAt, pastHyphen, textAt } from './token.ts';

type Tokens = FigureTokens;

const DETERMINERS = new Set(
  'the a an its their his her our my your this that these those all such any some each every'.split(' '),
);
const PHRASE_ENDS = new Set(
  'of at by for with about against between into through during before after to from up down in on off over under within without upon toward towards among across along around near per via and or but nor as than that which who whom whose when where while because if so is are was were be been being am has have had will would could should may might can must do does did said says not also already this next last it he she they we i you who'.split(
    ' ',
  ),
);

/** The words of a noun phrase from `i`, without its determiners and owners: "annual budget"; at most `most`. */
export function nounPhrase(tokens: Tokens, i: number, most = 4): { text: string; end: number } | null {
  let from = i;
  while (DETERMINERS.has(lowerAt(tokens, from))) from++;
  let end = from;
  for (let n = 0; n < most + 2; n++) {
    const word = lowerAt(tokens, end);
    if (word === '’s' || word === "'s") {
      from = end + 1;
      end = from;
      continue;
    }
    if (kindAt(tokens, end) !== 'word' || PHRASE_ENDS.has(word) || DETERMINERS.has(word)) break;
    if (end > from && (/[^e]ed$/.test(word) || MONTHS.has(word) || word === 'annually')) break;
    end = pastHyphen(tokens, end + 1);
    if (isHyphen(tokens, end - 1)) continue;
  }
  if (end === from) return null;
  const last = isHyphen(tokens, end - 1) ? end - 2 : end - 1;
  return { text: phrase(tokens, from, Math.min(last, from + most - 1)), end: last + 1 };
}

/** "only a fifth oppose it" */
export const DONE_BY_SOME = new Set(
  'say said support supported oppose opposed back backed want wanted think thought believe believed have had are were agree agreed disagree favour favor approve disapprove trust feel felt see voted reported'.split(
    ' ',
  ),
);

/** The base of a share: "GDP" in "5% of GDP", "Allies" in "two thirds of Allies". */
export function measureAfter(tokens: Tokens, end: number): { text: string; end: number } | null {
  if (lowerAt(tokens, end) === 'of') return beforeVerb(tokens, end + 2, nounPhrase(tokens, end + 1));
  return lowerAt(tokens, end - 1) === 'half' && DETERMINERS.has(lowerAt(tokens, end))
    ? nounPhrase(tokens, end)
    : null;
}

/** "Two thirds of Lorners oppose plan": the phrase up to what they do. */
function beforeVerb(tokens: Tokens, from: number, base: ReturnType<typeof nounPhrase>): typeof base {
  if (base === null) return null;
  for (let at = from; at < base.end; at++)
    if (DONE_BY_SOME.has(lowerAt(tokens, at))) return nounPhrase(tokens, from - 1, at - from + 1);
  return base;
}

const DIRECTION_BRIDGE = new Set(
  'by to from of a an the about around nearly almost roughly some at more than over another further just only as much up down slightly sharply'.split(
    ' ',
  ),
);

/** Where the figure moves: "rose by", "cut to", "down 0.1%", "a 19% drop". `start`, `end`: its tokens. */
export function directionOf(
  tokens: Tokens,
  start: number,
  end: number,
  kind: FigureKind,
): 'up' | 'down' | null {
  const lasting = kind === 'duration';
  if (lasting && isModifier(tokens, start, end)) return null;
  // "brought down a 90-metre mast"
  const adjective = kind === 'quantity' && isModifier(tokens, start, end);
  for (let at = start - 1; at >= start - 4 && !adjective; at--) {
    const direction = moveAt(tokens, at, kind);
    if (direction !== undefined && !isNoMove(tokens, at)) return direction;
    if (!DIRECTION_BRIDGE.has(lowerAt(tokens, at))) break;
  }
  return (lasting ? undefined : moveBehind(tokens, start, end, kind)) ?? movedFrom(tokens, start);
}

const LOST = new Set('lost cut added shed gained slashed'.split(' '));
const AFTER_LOST = new Set(
  'in at by since as over across last this after amid under from and so respectively'.split(' '),
);

/** "6 percent fewer visitors". */
const COMPARED: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...['more', 'dearer', 'costlier', 'bigger', 'larger'].map((word) => [word, 'up'] as const),
  ...['fewer', 'less', 'cheaper', 'smaller'].map((word) => [word, 'down'] as const),
]);

/** "a 19% drop", "a 40-seat loss", "400 jobs cut in May"; what "three banks cut rates" tells is no move of three. */
function moveBehind(tokens: Tokens, start: number, end: number, kind: FigureKind): 'up' | 'down' | undefined {
  const word = lowerAt(tokens, end);
  // "1,400 miles down the ridge"
  if (/^(?:up|down)$/.test(word) && DETERMINERS.has(lowerAt(tokens, end + 1))) return undefined;
  if (kind === 'count') {
    const ends = kindAt(tokens, end + 1) !== 'word' || AFTER_LOST.has(lowerAt(tokens, end + 1));
    const counted = isModifier(tokens, start, end) ? !/(?:ing|ed)$/.test(word) : LOST.has(word) && ends;
    if (!counted) return undefined;
  }
  return (kind === 'percent' ? COMPARED.get(word) : undefined) ?? moveAt(tokens, end, kind);
}

/** "a five-year deal", "the 3-hour drop": how long something else lasts. */
function isModifier(tokens: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isHyphen(tokens, at)) return true;
  return lowerAt(tokens, start) === 'over';
}

/** Shares contract, and other figures are in a contract or of people who contracted something; who raises money, gets it. */
function moveAt(tokens: Tokens, at: number, kind: FigureKind): 'up' | 'down' | undefined {
  const word = lowerAt(tokens, at);
  if (kind !== 'percent' && word.startsWith('contract')) return undefined;
  const got =
    kind === 'money' && word.startsWith('rais') && !/^(?:by|to|from)$/.test(lowerAt(tokens, at + 1));
  return got ? undefined : DIRECTIONS.get(word);
}

/** Verbs with which "up" and "down" move nothing: "set up", "pay down". General English. */
const PHRASAL = new Set(
  'set sets setting make makes made making end ends ended ending take takes took taken taking give gives gave given giving put puts putting sign signs signed signing pick picks picked picking turn turns turned turning show shows showed lay lays laid laying pay pays paid paying hold holds held holding draw draws drew drawn drawing split break breaks broke open opens opened opening stump stumped cough coughed line lined lining free freed freeing'.split(
    ' ',
  ),
);

/** "up to 40" is a bound, "set up a 40-million fund" founds one; "broke down 5%" went down. */
const isNoMove = (tokens: Tokens, at: number): boolean => {
  const next = lowerAt(tokens, at + 1);
  if (!/^(?:up|down)$/.test(lowerAt(tokens, at))) return false;
  // "made up 28% of them"
  if (/^(?:makes?|made|making)$/.test(lowerAt(tokens, at - 1))) return true;
  return next === 'to' || (DETERMINERS.has(next) && PHRASAL.has(lowerAt(tokens, at - 1)));
};

/** "raise capacity from 14 to 22 ships": the verb before what is raised. */
function movedFrom(tokens: Tokens, start: number): 'up' | 'down' | null {
  if (lowerAt(tokens, start - 1) !== 'from') return null;
  for (let at = start - 2; at >= start - 7; at--) {
    if (kindAt(tokens, at) !== 'word' || /^(?:and|or|but|that|which|by)$/.test(lowerAt(tokens, at)))
      return null;
    const direction = DIRECTIONS.get(lowerAt(tokens, at));
    if (direction !== undefined) return direction;
  }
  return null;
}

const PERIODS = new Set(
  'annual annually yearly monthly weekly daily hourly quarterly year-on-year cumulative'.split(' '),
);
const CLAUSE_ENDS = new Set(['.', ';', ':', '?', '!', '(', ')', '“', '”', '"']);

/** What changes a figure's meaning: "annual", "per person", "by year-end", "over five years". */
export function qualifierOf(tokens: Tokens, start: number, end: number): string | null {
  for (let at = start - 1; at >= start - 2; at--)
    if (PERIODS.has(lowerAt(tokens, at))) return lowerAt(tokens, at);
  const isAside = textAt(tokens, end) === ',';
  for (let at = end; at < end + 7; at++) {
    const word = lowerAt(tokens, at);
    // "30 countries, halted sales within an hour"
    if (isAside && at > end + 1) return null;
    if (word === '' || CLAUSE_ENDS.has(word) || word === 'which') return null;
    if (kindAt(tokens, at) === 'number') return null;
    if (PERIODS.has(word) && lowerAt(tokens, at - 1) !== 'of') return word;
    const adverbial = adverbialAt(tokens, at);
    if (adverbial !== null) return adverbial;
    if (word === 'and' || word === 'but' || (word === ',' && !isAside)) return null;
  }
  return null;
}

const TIME_NOUN = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)$/;

/** "by year-end", "by 2030", "per capita", "each year", "over five years", "within days". */
function adverbialAt(tokens: Tokens, i: number): string | null {
  const word = lowerAt(tokens, i);
  if (word === 'per' && kindAt(tokens, i + 1) === 'word') return phrase(tokens, i, i + 1);
  if (
    (word === 'each' || word === 'every' || word === 'a') &&
    /^(?:day|week|month|quarter|year)$/.test(lowerAt(tokens, i + 1)) &&
    !/^(?:ago|earlier|later|before|after|from)$/.test(lowerAt(tokens, i + 2))
  ) {
    return phrase(tokens, i, i + 1);
  }
  if (word === 'by' || word === 'until' || word === 'before') return deadlineAt(tokens, i);
  if (word === 'over' || word === 'within' || word === 'in') {
    for (let at = i + 1; at <= i + 4; at++)
      if (isTimeNoun(tokens, at) && lowerAt(tokens, at + 1) !== 'old') return phrase(tokens, i, at);
  }
  return null;
}

/** "In the second half" names no second. */
const isTimeNoun = (tokens: Tokens, at: number): boolean =>
  TIME_NOUN.test(lowerAt(tokens, at)) &&
  (lowerAt(tokens, at) !== 'second' || /^(?:a|one|each|every)$/.test(lowerAt(tokens, at - 1)));

function deadlineAt(tokens: Tokens, i: number): string | null {
  const at = lowerAt(tokens, i + 1) === 'the' ? i + 2 : i + 1;
  const word = lowerAt(tokens, at);
  if (/^(?:1[89]|20|21)\d\d$/.test(textAt(tokens, at))) return phrase(tokens, i, at);
  if (MONTHS.has(word)) return phrase(tokens, i, kindAt(tokens, at + 1) === 'number' ? at + 1 : at);
  if (word === 'year' && lowerAt(tokens, at + 2) === 'end') return phrase(tokens, i, at + 2);
  if (word === 'end' || word === 'start' || word === 'middle' || word === 'beginning') {
    for (let k = at + 1; k <= at + 5; k++) {
      if (
        TIME_NOUN.test(lowerAt(tokens, k)) ||
        MONTHS.has(lowerAt(tokens, k)) ||
        kindAt(tokens, k) === 'number'
      )
        return phrase(tokens, i, k);
    }
  }
  if (word === 'next' || word === 'this')
    return TIME_NOUN.test(lowerAt(tokens, at + 1)) ? phrase(tokens, i, at + 1) : null;
  return null;
}
