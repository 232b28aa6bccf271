import { SCALES, SMALL_NUMBERS, TENS } from '../lexicon/number-words.ts';
import { NEGATIONS } from '../lexicon/stopwords.ts';
import { stemsOf } from '../text/stem.ts';
import type { Word } from './words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Straight behind a negation these say how much, how often or when it is, not that it is untrue: “not only”, “no
 * fewer”, “not far from”, “not until Friday”, “never before”, “nothing but”.
 */
const DEGREES = setOf(
  'only just merely simply solely least fewer less later earlier far until till before but except short',
);
/** What “no” and “without” say is so all the more: “no doubt”, “no sooner”, “without fail”. */
const AFFIRMED = setOf(
  'doubt wonder surprise question mistake secret coincidence accident sooner exception fail',
);
/** “Not the first time”: it was so before. */
const RANKS = setOf('first last only');
const BEFORE_RANK = setOf('for the a his her its their');
/** Farthest behind a negation that “until” turns it: “will not open until Friday”. */
const UNTIL_REACH = 12;
/** “Whether or not it opens”, “dozens, if not hundreds”. */
const OPEN = setOf('or if');

/** “Refused to sign”: did not. */
const UNDONE = stemsOf('refuse decline fail neglect unable');

/** Whether the word at a place of a claim negates something. */
export function negatesAt(words: readonly Word[], at: number): boolean {
  const { key, stem } = words[at] ?? { key: '', stem: '' };
  if (UNDONE.has(stem)) return words[at + 1]?.key === 'to';
  if (!NEGATIONS.has(key) || (key === 'not' && OPEN.has(words[at - 1]?.key ?? ''))) return false;
  const behind = words.slice(at + 1, at + 1 + UNTIL_REACH);
  const [next = '', second = ''] = behind.map((word) => word.key);
  if (DEGREES.has(next) || isComparison(behind) || isAmount(behind)) return false;
  if ((key === 'no' || key === 'without') && AFFIRMED.has(next)) return false;
  if ((next === 'one' || next === 'help') && second === 'but') return false;
  if (next === 'long' && /^(?:after|ago|before)$/.test(second)) return false;
  if (RANKS.has(behind.find((word) => !BEFORE_RANK.has(word.key))?.key ?? '')) return false;
  return !behind.some((word) => word.key === 'until' || word.key === 'till');
}

/** “No longer than”, “none other than”, “no more likely than”. */
function isComparison([next, second, third]: readonly Word[]): boolean {
  if (second?.key === 'than') return /(?:er|more|less|worse)$/.test(next?.key ?? '');
  return third?.key === 'than' && /^(?:more|less)$/.test(next?.key ?? '');
}

const BEFORE_AMOUNT = setOf('even quite a');

/** “Not 40 metres from the gate”, “not even half”: less than that. “Not one boat” denies. */
function isAmount(behind: readonly Word[]): boolean {
  const word = behind.find(({ key }) => !BEFORE_AMOUNT.has(key));
  if (word === undefined || word.key === 'one') return false;
  return word.number || [SMALL_NUMBERS, TENS, SCALES].some((numbers) => numbers.has(word.key));
}
