import type { Span } from '../../text/span.ts';
import { SHAPE } from '../names/shape.ts';
import { type NameTokens, nameTokens, splitForNames } from '../names/tokens.ts';
import { readWords, type TextWords } from '../text-words.ts';
import { type WordForm, wordFormAt } from '../word-form.ts';
import { isNameShape, leaveOutClosed, markCandidates } from './mark.ts';
import { WORD } from './word-flags.ts';
import { entryOfWord, idOfForm, lowerIdOf, type WordTable, wordId } from './words.ts';

/** How a sentence uses capitals. */
export const CASING = { plain: 0, title: 1, capitals: 2 } as const;

/** A text made ready for the tagger: parallel arrays by token; sentences are ranges of tokens. */
export interface TaggerText {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly shape: Uint8Array;
  /** Ids in the word table. */
  readonly word: Int32Array;
  /** 1 where a name may stand: only these tokens are tagged. */
  readonly candidate: Uint8Array;
  /** Kind of gazetteer match (1 up) times 4 and the part of it (first, inside, last, single); 0 is none. */
  readonly gazetteer: Uint8Array;
  /** Token where each sentence begins, with the count at the end. */
  readonly sentences: Int32Array;
  /** `CASING` of each sentence. */
  readonly casing: Uint8Array;
  /** What the document shows of a word, by word id: `DOCUMENT` bits. */
  readonly document: Uint8Array;
}

/** What a document shows of a word in one of its places. */
export const DOCUMENT = {
  lowerCase: 1,
  afterTitle: 2,
  afterGiven: 4,
  afterIn: 8,
  afterThe: 16,
  possessive: 32,
  beforeName: 64,
} as const;

export function prepare(
  text: string,
  stretches: readonly Span[],
  table: WordTable,
  words: TextWords = readWords(text),
): TaggerText {
  const all = nameTokens(Math.max(64, text.length >> 2));
  const sentences = new Int32Array(stretches.length + 1);
  stretches.forEach((stretch, i) => {
    splitForNames(text, stretch, all, words);
    sentences[i + 1] = all.count;
  });
  const word = new Int32Array(all.count);
  for (let i = 0; i < all.count; i++) {
    const shared = all.shared[i] as number;
    const form =
      shared > 0
        ? (words.forms[shared - 1] as WordForm)
        : wordFormAt(text, all.start[i] as number, all.end[i] as number);
    word[i] = idOfForm(table, form);
  }
  const candidate = new Uint8Array(all.count);
  const casing = new Uint8Array(stretches.length);
  for (let s = 0; s < stretches.length; s++) {
    const [from, to] = [sentences[s] ?? 0, sentences[s + 1] ?? 0];
    markCandidates(text, all, from, to, candidate);
    casing[s] = casingOf(all, from, to);
    if (casing[s] === CASING.plain) leaveOutClosed(word, table, from, to, candidate);
  }
  const gazetteer = matchGazetteer(text, all, word, table, candidate);
  const document = readDocument(all, word, table, sentences, casing);
  const { count, start, end, shape } = all;
  return { count, start, end, shape, word, candidate, gazetteer, sentences, casing, document };
}

function casingOf(tokens: NameTokens, from: number, to: number): number {
  let words = 0;
  let capitalised = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const shape = tokens.shape[i];
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    if (shape === SHAPE.mark || shape === SHAPE.number || shape === SHAPE.possessive || length < 4) continue;
    words++;
    if (shape === SHAPE.capitals) capitals++;
    if (isNameShape(shape)) capitalised++;
  }
  if (words >= 3 && capitals >= words * 0.7) return CASING.capitals;
  return words >= 3 && capitalised >= words * 0.7 ? CASING.title : CASING.plain;
}

const KIND = { country: 1, city: 2, region: 3, people: 4, body: 5, town: 6, company: 7, capital: 8 } as const;
/** The longest entry looked for, in tokens. */
const LONGEST_ENTRY = 7;

function matchGazetteer(
  text: string,
  tokens: NameTokens,
  word: Int32Array,
  table: WordTable,
  candidate: Uint8Array,
): Uint8Array {
  const matches = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    if (candidate[i] === 0 || table.longest[word[i] ?? 0] === 0) continue;
    const limit = (tokens.start[i] ?? 0) + (table.longest[word[i] ?? 0] ?? 0);
    let end = i + 1;
    while (
      end < tokens.count &&
      end - i < LONGEST_ENTRY &&
      candidate[end] === 1 &&
      (tokens.end[end] ?? 0) <= limit
    )
      end++;
    for (; end > i; end--) {
      const alone = end === i + 1;
      const entry = alone
        ? entryOfWord(table, word[i] ?? 0)
        : table.gazetteer.lookUp(text.slice(tokens.start[i], tokens.end[end - 1]));
      if (!entry) continue;
      const kind = KIND[entry.kind] * 4;
      if (alone) matches[i] = kind + 3;
      else {
        matches[i] = kind;
        matches.fill(kind + 1, i + 1, end - 1);
        matches[end - 1] = kind + 2;
      }
      i = end - 1;
      break;
    }
  }
  return matches;
}

function readDocument(
  tokens: NameTokens,
  word: Int32Array,
  table: WordTable,
  sentences: Int32Array,
  casing: Uint8Array,
): Uint8Array {
  for (let i = 0; i < tokens.count; i++)
    if (isNameShape(tokens.shape[i]) && (table.lowerId[word[i] ?? 0] ?? -1) < 0)
      lowerIdOf(table, word[i] ?? 0);
  const [the, places] = [wordId(table, 'the'), ['in', 'at', 'from', 'near'].map((w) => wordId(table, w))];
  const isPlace = new Set(places);
  const seen = new Uint8Array(table.count);
  for (let s = 0; s + 1 < sentences.length; s++) {
    if (casing[s] !== CASING.plain) continue;
    const [from, to] = [sentences[s] ?? 0, sentences[s + 1] ?? 0];
    for (let i = from; i < to; i++) {
      const id = word[i] ?? 0;
      if (tokens.shape[i] === SHAPE.lower) seen[id] = (seen[id] ?? 0) | DOCUMENT.lowerCase;
      if (!isNameShape(tokens.shape[i])) continue;
      const before = i > from ? (word[i - 1] ?? 0) : -1;
      const flags = before < 0 ? 0 : (table.flags[before] ?? 0);
      let bits = 0;
      if (flags & (WORD.honorific | WORD.role)) bits |= DOCUMENT.afterTitle;
      if (flags & WORD.given && isNameShape(tokens.shape[i - 1])) bits |= DOCUMENT.afterGiven;
      if (before === the) bits |= DOCUMENT.afterThe;
      if (isPlace.has(before)) bits |= DOCUMENT.afterIn;
      if (i + 1 < to && tokens.shape[i + 1] === SHAPE.possessive) bits |= DOCUMENT.possessive;
      if (i + 1 < to && isNameShape(tokens.shape[i + 1])) bits |= DOCUMENT.beforeName;
      seen[id] = (seen[id] ?? 0) | bits;
    }
  }
  return seen;
}
