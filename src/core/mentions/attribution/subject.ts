import { PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { addressStart, asideStart, beforeTag, bracketStart, isClause, quotedAsideStart } from './aside.ts';
import { type Item, isMark, isPossessive, isWord } from './items.ts';
import { subjectOf } from './opening-subject.ts';
import { isSomebody, type NounPhrase } from './phrase.ts';
import { phraseBefore, trimBetween } from './phrase-before.ts';
import { isName, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

const MOST_ASIDES = 3;
/** Longest clause with "who" that no comma parts off, in items. */
const LONGEST_CLAUSE = 10;

/**
 * The subject of the verb at `verb`, looked for to its left: past adverbs and auxiliaries, parentheses
 * ("Lorn, who leads the board, said"), adjuncts ("Lorn in a statement said"). Null where the verb shares its
 * subject with an earlier one ("and said"), is a participle, or has none.
 */
export function subjectBefore(items: Items, verb: number, limit = 0): NounPhrase | null {
  let at = trimBetween(items, verb - 1, limit);
  for (let asides = 0; asides <= MOST_ASIDES && at >= limit; asides++) {
    const item = items[at];
    if (isWord(item) && /^(?:who|that|which)$/.test(item.lower)) return antecedent(items, at, limit);
    if (isMark(item, ')')) {
      const opened = bracketStart(items, at, limit);
      if (opened > limit) {
        at = trimBetween(items, opened - 1, limit);
        continue;
      }
    }
    if (isMark(item, ',—–')) {
      const opened = asideStart(items, at, limit);
      if (opened < 0) return introduced(items, at, limit);
      if (isClause(items, opened + 1, at)) return subjectOf(items, opened + 1, at);
      const start = addressStart(items, opened, at, limit);
      at = beforeTag(items, trimBetween(items, start - 1, limit), limit);
      continue;
    }
    // "Lorn, whom divers call “slow,” said": the comma that closes the aside stands within the marks.
    if (item?.kind === 'quote') {
      const opened = quotedAsideStart(items, at, limit);
      if (opened >= 0) {
        at = beforeTag(items, opened - 1, limit);
        continue;
      }
    }
    const phrase = phraseBefore(items, at, limit);
    const sure =
      phrase && isSomebody(items, phrase) && !isAdjunct(items, phrase, limit)
        ? (tied(items, phrase, limit) ?? phrase)
        : (beforeAdjunct(items, at, limit) ??
          whoDid(items, at, limit) ??
          familiarWith(items, at, limit) ??
          notGoverned(items, phrase));
    return widened(items, sure && governing(items, sure, limit), limit, asides);
  }
  return null;
}

/** "the diver who found the crane": somebody with a clause of their own right before the verb. */
function whoDid(items: Items, at: number, limit: number): NounPhrase | null {
  for (let i = at; i > Math.max(limit, at - LONGEST_CLAUSE); i--) {
    const item = items[i];
    if (!isWord(item) && item?.kind !== 'number') return null;
    if (item.lower === 'who') {
      const phrase = phraseBefore(items, i - 1, limit);
      return phrase && { from: phrase.from, to: at };
    }
    if (/^(?:and|but|or|that|while|as|when|because)$/.test(item.lower)) return null;
  }
  return null;
}

/** "a person familiar with the matter", "people close to the talks": somebody and what ties them to a thing. */
function familiarWith(items: Items, at: number, limit: number): NounPhrase | null {
  for (let i = at - 1; i > Math.max(limit, at - LONGEST_CLAUSE); i--) {
    const item = items[i];
    if (!isWord(item)) return null;
    if (!TIES.has(item.lower) || !PREPOSITIONS.has(items[i + 1]?.lower ?? '')) continue;
    const phrase = isSpeaker(items[i - 1]) ? phraseBefore(items, i - 1, limit) : null;
    return phrase && { from: phrase.from, to: at };
  }
  return null;
}

/** "a person close to the board": from the board to who is close to it. */
const tied = (items: Items, { from, to }: NounPhrase, limit: number): NounPhrase | null =>
  TIES.has(items[from - 2]?.lower ?? '') ? familiarWith(items, to, limit) : null;

/** What people are to a thing, before its preposition. */
export const TIES: ReadonlySet<string> = new Set(
  'familiar close briefed involved present aware knowledgeable privy connected linked working based speaking opposed loyal allied'.split(
    ' ',
  ),
);

/** "an envoy for the board in Orlan": from the name on to the left, to somebody whom the prepositions name further. */
function governing(items: Items, phrase: NounPhrase, limit: number): NounPhrase {
  let { from } = phrase;
  for (let round = 0; round < 3 && from - 2 >= limit; round++) {
    if (!/^(?:of|for|at|in|on|from|with)$/.test(items[from - 1]?.lower ?? '')) break;
    const head = phraseBefore(items, from - 2, limit);
    if (!head || isPronoun(items[head.to])) break;
    from = head.from;
    const named = items.slice(from, head.to + 1).some((item) => isSpeaker(item) && !isPossessive(item));
    if (named) return { from, to: phrase.to };
    if (!isName(items[head.to])) break;
  }
  return phrase;
}

/** What the relative pronoun at `at` stands for. */
function antecedent(items: Items, at: number, limit: number): NounPhrase | null {
  const before = isMark(items[at - 1], ',') ? at - 2 : at - 1;
  const phrase = before >= limit ? phraseBefore(items, before, limit) : null;
  if (!phrase) return null;
  const { from, to } = whole(items, phrase, limit);
  return { from, to, relative: at };
}

/** "Ada Lorn, a scholar and head of the Port Centre, who said": from the centre to its head, and on to the name. */
function whole(items: Items, phrase: NounPhrase, limit: number): NounPhrase {
  let found = phrase;
  for (let round = 0; round < 3 && found.from - 2 >= limit; round++) {
    const link = items[found.from - 1];
    if (isWord(link) && /^(?:of|for|at|in|on|and)$/.test(link.lower) && isName(items[found.to])) {
      const head = phraseBefore(items, found.from - 2, limit);
      if (!head || !(isSpeaker(items[head.to]) || (link.lower === 'and' && !isName(items[head.to])))) break;
      found = { from: head.from, to: found.to };
    } else if (isMark(link, ',') && !isName(items[found.from])) {
      const named = phraseBefore(items, found.from - 2, limit);
      return named && isName(items[named.to]) ? named : found;
    } else break;
  }
  return found;
}

/** "Asked about it, said Lorn" has no subject here; "Lorn, said" has one before a stray comma. */
const introduced = (items: Items, comma: number, limit: number): NounPhrase | null => {
  const phrase = phraseBefore(items, comma - 1, limit);
  return phrase && phrase.from === limit && isSomebody(items, phrase) ? phrase : null;
};

/** "on the eve of the vote" is nobody: a preposition governs it. */
const notGoverned = (items: Items, phrase: NounPhrase | null): NounPhrase | null =>
  phrase && PREPOSITIONS.has(items[phrase.from - 1]?.lower ?? '') ? null : phrase;

/** "in a statement", right after a name or a pronoun. */
const isAdjunct = (items: Items, { from }: NounPhrase, limit: number): boolean =>
  from - 2 >= limit &&
  /^(?:in|at|on|during|via)$/.test(items[from - 1]?.lower ?? '') &&
  !isName(items[from]) &&
  (isName(items[from - 2]) || isPronoun(items[from - 2]));

/** "Lorn in a statement said": the name before the adjunct. Not "grew by a tenth and said": verbs that go on share a subject. */
function beforeAdjunct(items: Items, at: number, limit: number): NounPhrase | null {
  if (/^(?:and|but|or|nor)$/.test(items[at]?.lower ?? '')) return null;
  for (let i = at; i >= Math.max(limit, at - 8); i--) {
    const item = items[i];
    if (!isWord(item)) return null;
    if (PREPOSITIONS.has(item.lower) && i > limit) {
      let before = trimBetween(items, i - 1, limit);
      if (/ing$/.test(items[before]?.lower ?? '') && before > limit) before--;
      if (items[before]?.lower === 'who') return antecedent(items, before, limit);
      if (isName(items[before]) || isPronoun(items[before]) || isSpeaker(items[before]))
        return phraseBefore(items, before, limit);
    }
  }
  return null;
}

/**
 * A phrase that stands in apposition ("Lorn, the mayor, said" reads "the mayor" at first when the comma closes
 * before the verb) goes on to the name that it explains.
 */
function widened(items: Items, phrase: NounPhrase | null, limit: number, asides: number): NounPhrase | null {
  if (!phrase || asides === 0 || !isMark(items[phrase.from - 1], ',')) return phrase;
  if (isPronoun(items[phrase.from])) return phrase;
  const named = phraseBefore(items, phrase.from - 2, limit);
  const explains = isWord(items[phrase.from]) && !isName(items[phrase.from]);
  const governed = named && PREPOSITIONS.has(items[named.from - 1]?.lower ?? '');
  return named && !governed && explains && isName(items[named.to]) ? named : phrase;
}
