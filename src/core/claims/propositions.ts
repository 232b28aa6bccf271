import { SAYING, STOPWORDS } from '../lexicon/stopwords.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/token.ts';
import { around } from './around.ts';

/** Words that open a further proposition after a comma. */
const OPENERS: ReadonlySet<string> = new Set(
  `while whereas but although though as after before because since following despite amid alongside including
  with which who whose where when adding saying noting stressing warning arguing insisting claiming urging
  calling citing accusing prompting leaving leading according so unless until`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Content words that a sentence must have to be worth splitting, and that each part must keep. */
const LONG = 14;
const PART = 4;

const isContent = (token: Token): boolean =>
  token.kind === 'number' || (token.kind === 'word' && !STOPWORDS.has(token.text.toLowerCase()));

const lower = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';

/** Whether a part may begin at token `i`: after a semicolon or dash, at an opener after a comma, at "and said". */
function mayBegin(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text ?? '';
  const here = lower(tokens[i]);
  if (before === ';' || before === '—' || before === '–') return true;
  const comma = before === ',' || (/^[”"’']$/.test(before) && tokens[i - 2]?.text === ',');
  if (comma && OPENERS.has(here)) return true;
  return (here === 'and' || here === 'while') && SAYING.has(lower(tokens[i + 1]));
}

/**
 * The propositions of a sentence: itself when it is short, else its parts between semicolons, dashes and
 * conjunctions, none inside `kept` (quotations). The parts cover the sentence, in order.
 */
export function propositionsOf(sentence: Span, tokens: readonly Token[], kept: readonly Span[]): Span[] {
  const contents: number[] = [0];
  for (const token of tokens) contents.push((contents.at(-1) ?? 0) + (isContent(token) ? 1 : 0));
  const total = contents.at(-1) ?? 0;
  if (total < LONG) return [sentence];
  const parts: Span[] = [];
  let start = sentence.start;
  let first = 0;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const previous = tokens[i - 1];
    if (token === undefined || previous === undefined || !mayBegin(tokens, i)) continue;
    if (first === 0 && isDatelineEnd(tokens, i - 1)) continue;
    const done = contents[i] ?? 0;
    if (done - (contents[first] ?? 0) < PART || total - done < PART) continue;
    if (around(kept, { start: token.start - 1, end: token.start }).length > 0) continue;
    const end = previous.kind === 'mark' ? previous.start : previous.end;
    parts.push({ start, end: trimmedEnd(tokens, i - 1, start, end) });
    start = token.start;
    first = i;
  }
  parts.push({ start, end: sentence.end });
  return parts;
}

/** "OSTVALE, Jan 21 (Some Wire) —" heads the first proposition and is none. */
const isDatelineEnd = (tokens: readonly Token[], dash: number): boolean =>
  tokens[dash - 1]?.text === ')' && /^\p{Lu}{3}/u.test(tokens[0]?.text ?? '');

/** The end of a part without the marks before the next one ("…, —"). */
function trimmedEnd(tokens: readonly Token[], last: number, start: number, end: number): number {
  for (let i = last; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.start < start) break;
    if (token.kind !== 'mark' || !/[,;—–]/.test(token.text)) return token.end;
  }
  return end;
}
