import {
  COMPARATOR_SECONDS,
  COMPARATOR_STARTS,
  COMPARATOR_VERBS,
  COMPARATORS_AFTER,
  COMPARATORS_BEFORE,
  LONGEST_COMPARATOR,
} from '../../lexicon/comparators.ts';
import type { Comparator, Figure } from '../mention.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, textAt } from './token.ts';

export interface ComparatorHit {
  readonly comparator: Comparator;
  /** Index of the first token after it. */
  readonly end: number;
}

/** The longest comparator phrase that starts at `i`: "more than", "just under", "an estimated". */
export function comparatorAt(tokens: FigureTokens, i: number): ComparatorHit | null {
  if (/^[~≈±]$/.test(textAt(tokens, i))) return { comparator: '~', end: i + 1 };
  if (textAt(tokens, i) === '>' || textAt(tokens, i) === '<') {
    return { comparator: textAt(tokens, i) === '>' ? '>' : '<', end: i + 1 };
  }
  if (!COMPARATOR_STARTS.has(lowerAt(tokens, i))) return null;
  // "160,000 more than a year ago"
  if (
    /^(?:more|less|fewer)$/.test(lowerAt(tokens, i)) &&
    /^(?:\d.*|%|percent|cent)$/.test(lowerAt(tokens, i - 1))
  )
    return null;
  // "edged up to 7.4%": the verb's own "up".
  if (lowerAt(tokens, i) === 'up' && MOVING_UP.test(lowerAt(tokens, i - 1))) return null;
  let phrase = '';
  let hit: ComparatorHit | null = null;
  for (let n = 0; n < LONGEST_COMPARATOR; n++) {
    const word = lowerAt(tokens, i + n);
    if (word === '' || (n === 1 && !COMPARATOR_SECONDS.has(word))) break;
    phrase = n === 0 ? word : `${phrase} ${word}`;
    const comparator = COMPARATORS_BEFORE.get(phrase);
    if (comparator !== undefined) hit = { comparator, end: i + n + 1 };
  }
  return hit;
}

const MOVING_UP =
  /^(?:edg|inch|nudg|tick|creep|mov|climb|push|bump|shoot|jump|round)(?:e[ds]?|s|ed|ing)$|^(?:crept|shot|went|gone|back)$/;

/** A comparator after the figure: "or more", "+", "or so". */
export function comparatorAfter(tokens: FigureTokens, i: number): ComparatorHit | null {
  const word = lowerAt(tokens, i);
  // "90+3" are minutes of a match.
  if (word === '+')
    return gluedAt(tokens, i) && kindAt(tokens, i + 1) !== 'number' ? { comparator: '>=', end: i + 1 } : null;
  if (word === '-' && gluedAt(tokens, i) && lowerAt(tokens, i + 1) === 'plus')
    return { comparator: '>=', end: i + 2 };
  // “Younger than 30 and older than 64.”
  if (lowerAt(tokens, i + 2) === 'than') return null;
  const two = COMPARATORS_AFTER.get(`${word} ${lowerAt(tokens, i + 1)}`);
  return two === undefined ? null : { comparator: two, end: i + 2 };
}

/** What a verb in front says of the figure: "exceed $4 billion", "past $4 billion"; the verb stays outside. */
export function comparatorVerbBefore(tokens: FigureTokens, i: number): Comparator | null {
  const at = ['the', 'a', 'an'].includes(lowerAt(tokens, i - 1)) ? i - 2 : i - 1;
  // "the past nine elections" are no more than nine.
  if (lowerAt(tokens, at) === 'past' && ['the', 'this', '’s', "'s"].includes(lowerAt(tokens, at - 1)))
    return null;
  // "Top 3 stores"
  if (textAt(tokens, at) === 'Top') return null;
  // "the top 1 percent"
  if (lowerAt(tokens, at) === 'top' && /^(?:the|its|their)$/.test(lowerAt(tokens, at - 1))) return null;
  return COMPARATOR_VERBS.get(lowerAt(tokens, at)) ?? null;
}

/** "handed over 40 hostages", "taking over 49 per cent", "took over three banks", "on trial over $3 million": the verb's own "over". */
export const isHandedOver = (verb: string, { kind, unit }: Pick<Figure, 'kind' | 'unit'>): boolean =>
  HANDING.test(verb) ||
  DISPUTES.has(verb) ||
  (TAKING.test(verb) && (kind === 'percent' || kind === 'fraction' || TAKEN_OVER.test(unit ?? '')));

/** "jailed over $2m fraud": what somebody is blamed for, and no bound. */
export const isCause = (before: string, after: string): boolean =>
  /^(?:fraud|theft|scam|bribes?|debts?|claims?|blunder|error|loan|gifts?|heist)$/.test(after) &&
  !/^(?:of|with|has|have|had|for|in|to|worth|owes?|owed)$/.test(before);

const DISPUTES: ReadonlySet<string> = new Set(
  'trial dispute disputes row rows lawsuit lawsuits suit sued sues sue suing court case fight battle clash clashed spat feud standoff quarrel quarrelled scandal protest protests protested'.split(
    ' ',
  ),
);
const HANDING = /^(?:hand|turn|roll)(?:s|ed|ing)?$/;
const TAKING = /^(?:take[ns]?|took|taking)$/;
const TAKEN_OVER =
  /\b(?:airline|airport|bank|branche?|building|business(?:e)?|compan(?:y|ie)|factor(?:y|ie)|farm|firm|home|hospital|hotel|mine|plant|port|prison|school|shop|site|station|store|town|village)s?$/i;
