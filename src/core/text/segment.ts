import { BEFORE_NAME, BEFORE_NUMBER, EITHER, STARTERS } from './abbreviations.ts';
import { classAt, closes, DIGIT, isLower, LETTER, opens, SPACE, widthAt } from './characters.ts';
import type { Span } from './span.ts';
import { trimSpan } from './span.ts';
import type { Token, TokenKind } from './token.ts';

const STOPS = new Set([...'.!?…。！？؟۔।']);
/** Scripts without spaces end a sentence on the mark itself. */
const WIDE_STOPS = new Set([...'。！？']);

/** Every character is asked this: those of plain English without a look-up. */
function isStop(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f;
  return STOPS.has(text.charAt(i));
}

/**
 * Sentences of one block, in order, trimmed. One pass: `Intl.Segmenter` takes more than linear time on a
 * long line, and splits after abbreviations and inside "U.S.".
 */
export function sentencesOf(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (let i = block.start; i < block.end; i++) {
    if (!isStop(text, i)) continue;
    const end = afterStop(text, i, block.end);
    if (!endsSentence(text, start, i, end, block.end)) {
      i = Math.max(i, end - 1);
      continue;
    }
    pushTrimmed(text, start, end, sentences);
    start = end;
    i = end - 1;
  }
  pushTrimmed(text, start, block.end, sentences);
  return sentences;
}

function pushTrimmed(text: string, start: number, end: number, into: Span[]): void {
  const span = trimSpan(text, { start, end });
  if (span.end > span.start) into.push(span);
}

/** Past a run of stops and the quotation marks and brackets that close after it. */
function afterStop(text: string, at: number, limit: number): number {
  let i = at + 1;
  while (i < limit && isStop(text, i)) i++;
  while (i < limit && closes(text.charAt(i))) i++;
  return i;
}

function endsSentence(text: string, start: number, at: number, end: number, limit: number): boolean {
  if (end >= limit) return true;
  if (WIDE_STOPS.has(text.charAt(at))) return true;
  if (classAt(text, end) !== SPACE) return isGlued(text, at, end);
  let next = end;
  while (next < limit && classAt(text, next) === SPACE) next++;
  if (next >= limit) return true;
  if (isSignature(text, end, next)) return false;
  const following = followingWord(text, next, limit);
  if (following.first !== '' && isLower(following.first)) return false;
  if (following.first === '' && !opens(text.charAt(next)) && !startsLine(text, next)) return false;
  if (text.charAt(at) === '…' || (text.charAt(at) === '.' && text.charAt(at + 1) === '.')) return true;
  return text.charAt(at) !== '.' || end > at + 1 || !isAbbreviation(text, start, at, following.word);
}

/** “… ended.” — Ada Lorn: the name belongs to the quotation. */
const isSignature = (text: string, end: number, next: number): boolean =>
  /[”"’»]/.test(text.charAt(end - 1)) &&
  /[—–―-]/.test(text.charAt(next)) &&
  /^\s?\p{Lu}/u.test(text.slice(next + 1, next + 3));

/** “… ended.”Next: the space is missing after a closing mark. */
const isGlued = (text: string, at: number, end: number): boolean =>
  end > at + 1 && text.charAt(end - 1) === '”' && classAt(text, end) === LETTER && !isLower(text.charAt(end));

/** Marks, currency signs and pictures that may begin a sentence: not a comma, say. */
const startsLine = (text: string, next: number): boolean => !/[,;:.%!?)\]}]/.test(text.charAt(next));

/** First letter or digit after opening marks, and the word it begins. */
function followingWord(text: string, next: number, limit: number): { first: string; word: string } {
  let i = next;
  while (i < limit && opens(text.charAt(i))) i++;
  const kind = i < limit ? classAt(text, i) : SPACE;
  if (kind !== LETTER && kind !== DIGIT) return { first: '', word: '' };
  let end = i;
  while (end < limit && end < i + 20 && classAt(text, end) === kind) end += widthAt(text, end);
  return { first: text.charAt(i), word: text.slice(i, end) };
}

function isAbbreviation(text: string, start: number, at: number, following: string): boolean {
  let from = at;
  while (from > start && from > at - 12 && classAt(text, from - 1) === LETTER) from--;
  const word = text.slice(from, at);
  if (word === '') return false;
  const lower = word.toLowerCase();
  const starter = STARTERS.has(following.toLowerCase());
  if (word.length === 1 && word !== 'I') {
    if (from > start && text.charAt(from - 1) === '.') return !starter;
    return isLower(word) ? false : !starter;
  }
  if (BEFORE_NAME.has(lower)) return lower.length > 2 || word !== lower || lower === 'v' || lower === 'vs';
  if (BEFORE_NUMBER.has(lower)) return /^\p{N}/u.test(following);
  return EITHER.has(lower) && !starter;
}

/** Signs that join letters into one word when letters or digits stand on both sides. */
const JOINERS = new Set([..."’'.&-"]);

/** A token's place and kind; the kind is null behind the last one. */
export interface Place extends Span {
  readonly kind: TokenKind | null;
}

/** Words, numbers and marks of a span, in order. One pass, no regular expression. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (let at = tokenAt(text, span.start, span.end); at.kind !== null; at = tokenAt(text, at.end, span.end))
    tokens.push({ start: at.start, end: at.end, kind: at.kind, text: text.slice(at.start, at.end) });
  return tokens;
}

/** The first token from `from` on. */
export function tokenAt(text: string, from: number, limit: number): Place {
  let start = from;
  while (start < limit && classAt(text, start) === SPACE) start++;
  if (start >= limit) return { start, end: start, kind: null };
  const kind = classAt(text, start);
  if (kind === LETTER) return { start, end: wordEnd(text, start, limit), kind: 'word' };
  if (kind === DIGIT) return { start, end: numberEnd(text, start, limit), kind: 'number' };
  return { start, end: Math.min(limit, start + widthAt(text, start)), kind: 'mark' };
}

/** The end of a run of characters of one class; `other` is a second one. */
function runEnd(text: string, from: number, limit: number, kind: number, other = kind): number {
  let i = from;
  while (i < limit) {
    const found = classAt(text, i);
    if (found !== kind && found !== other) break;
    i += widthAt(text, i);
  }
  return Math.min(i, limit);
}

function wordEnd(text: string, from: number, limit: number): number {
  let end = runEnd(text, from, limit, LETTER);
  while (end + 1 < limit && JOINERS.has(text.charAt(end))) {
    const next = runEnd(text, end + 1, limit, LETTER, DIGIT);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function numberEnd(text: string, from: number, limit: number): number {
  let end = runEnd(text, from, limit, DIGIT);
  while (end + 1 < limit && (text.charAt(end) === ',' || text.charAt(end) === '.')) {
    const next = runEnd(text, end + 1, limit, DIGIT);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
