import { CUE_NOUNS } from '../../lexicon/speech-cues.ts';
import type { Span } from '../../text/span.ts';
import { type Item, isPossessive, isWord } from './items.ts';
import { phraseAfter, type SourceSpan, spanOf } from './phrase.ts';
import { bitsOf, KIND } from './word-kinds.ts';
import { isName } from './words.ts';

type Items = readonly Item[];

/** Who, and by what word. */
export interface Attribution {
  readonly source: SourceSpan | null;
  readonly cue: Span;
}

/** "according to Lorn", "as per the board", "in the words of Lorn": the phrase after it, wherever it stands in the sentence. */
export function accordingTo(items: Items, from: number, to: number, end = to): Attribution | null {
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item === undefined || (item.bits & KIND.credits) === 0) continue;
    const last = lastOfCredit(items, i);
    const phrase = last === null ? null : phraseAfter(items, last + 1, end);
    if (last === null || !phrase) continue;
    return { source: spanOf(items, phrase), cue: { start: item.start, end: items[last]?.end ?? item.end } };
  }
  return null;
}

/** The last of the words that credit somebody with what is quoted; null where they do not. */
function lastOfCredit(items: Items, i: number): number | null {
  const [before, next] = [items[i - 1]?.lower, items[i + 1]];
  switch (items[i]?.lower) {
    case 'according':
      return next?.lower === 'to' ? i + 1 : null;
    case 'words':
      return before === 'the' && items[i - 2]?.lower === 'in' && next?.lower === 'of' ? i + 1 : null;
    case 'quote':
      return before === 'to' && isName(next) ? i : null;
    default:
      // "Per" inside a sentence is a first name.
      return isName(next) && (i === 0 || items[i]?.text !== 'Per') ? i : null;
  }
}

/** "Lorn’s claim that", "his message": the possessor of the noun of speech nearest to the left of `to`. */
export function cueNounBefore(items: Items, to: number): Attribution | null {
  if (items[to - 1]?.lower === 'as') return null;
  for (let i = to - 1; i > 0 && i > to - 16; i--) {
    const item = items[i];
    if (item?.kind === 'quote' && to - i > NEAR_QUOTE) return null;
    if (!isWord(item) || !CUE_NOUNS.has(item.lower)) continue;
    if (isJudged(items, i, to)) return { source: null, cue: item };
    for (let k = i - 1; k >= 0 && k > i - 4; k--) {
      const owner = items[k];
      if (!isWord(owner)) break;
      if (/^(?:his|her|their)$/.test(owner.lower)) return { source: owner, cue: item };
      if (isPossessive(owner) && isName(owner)) return { source: possessor(items, k), cue: item };
      const role = isPossessive(owner) ? roleOwning(items, k) : null;
      if (role) return { source: role, cue: item };
    }
    if ((items[i + 1]?.lower === 'by' || items[i + 1]?.lower === 'from') && isWord(items[i + 2])) {
      const by = phraseAfter(items, i + 2, to);
      if (by) return { source: spanOf(items, by), cue: item };
    }
  }
  return null;
}

/** How far behind another quotation one may still be of the same noun: "his talk of “x” and of “y”". */
const NEAR_QUOTE = 4;

/** "Lorn’s statement was “true”" judges it, and who judges is not told; "Lorn’s slogan is “True”" gives it. */
const isJudged = (items: Items, noun: number, to: number): boolean =>
  to === noun + 2 &&
  /^(?:is|was|are|were)$/.test(items[noun + 1]?.lower ?? '') &&
  !GIVEN.has(items[noun]?.lower ?? '');

const GIVEN = new Set(
  'slogan motto mantra refrain line phrase answer reply response message word words quote question'.split(
    ' ',
  ),
);

/** "the minister’s pledge": the noun of somebody with its article. */
function roleOwning(items: Items, at: number): Span | null {
  const owner = items[at];
  const lower = owner?.lower.replace(/[’'](?:s)?$/, '') ?? '';
  const article = items[at - 1];
  if (!owner || article?.lower !== 'the' || (bitsOf(lower, lower) & KIND.speaker) === 0) return null;
  return { start: article.start, end: endOfOwner(owner) };
}

/** The name without its possessive ending. */
function possessor(items: Items, at: number): Span {
  let from = at;
  while (from > 0 && isName(items[from - 1]) && !isPossessive(items[from - 1])) from--;
  const last = items[at];
  return { start: items[from]?.start ?? 0, end: last ? endOfOwner(last) : 0 };
}

/** Without the possessive ending. */
const endOfOwner = ({ text, end }: Item): number => end - (/[’'][sS]?$/.exec(text)?.[0].length ?? 0);
