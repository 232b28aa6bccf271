import { classAt, DIGIT, LETTER, SPACE } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';

/** A stretch within marks, which it includes; the outermost where marks nest. */
export interface Stretch extends Span {
  /** Opening and closing mark, in code units. */
  readonly open: number;
  /** 0 where no mark closes it. */
  readonly close: number;
  /** The opening mark. */
  readonly mark: string;
}

/** Closing marks of each opening mark; of low marks both habits. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '„': '“”‟"',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"”',
  '``': "''",
  '‘': '’',
  "'": "'",
  '‚': '‘’',
};

const SINGLE = new Set(['‘', "'", '‚', '‹']);
export const isSingle = (stretch: Stretch): boolean => SINGLE.has(stretch.mark);

/** Marks open at a time; more is no writing, and would cost time. */
const DEEPEST = 8;

interface Open {
  readonly at: number;
  readonly mark: string;
}

/** What stands around a mark, without which it can't be told whether it opens or closes. */
interface Around {
  readonly before: number;
  readonly after: number;
  readonly previous: string;
  readonly next: string;
}

function around(text: string, at: number, width: number, block: Span): Around {
  const inside = (i: number): boolean => i >= block.start && i < block.end;
  return {
    before: inside(at - 1) ? classAt(text, at - 1) : SPACE,
    after: inside(at + width) ? classAt(text, at + width) : SPACE,
    previous: inside(at - 1) ? text.charAt(at - 1) : ' ',
    next: inside(at + width) ? text.charAt(at + width) : ' ',
  };
}

const OPENS_AFTER = new Set([...'([{—–-/“"„«‘\'|>:―=']);

const mayOpen = ({ before, after, previous, next }: Around): boolean =>
  after !== SPACE && (before === SPACE || OPENS_AFTER.has(previous)) && !/[,;:!?)\]}]/.test(next);

const mayClose = ({ before, after }: Around): boolean =>
  before !== SPACE && after !== LETTER && after !== DIGIT;

/** Whether the mark at `at`, one code unit wide, can close a quotation and not open one. */
export function isClosingOnly(text: string, at: number, block: Span): boolean {
  const place = around(text, at, 1, block);
  const mark = text.charAt(at);
  return mark === '”' || mark === '»' || (mark === '"' && mayClose(place) && !mayOpen(place));
}

/**
 * Stretches within quotation marks of one block, outermost only, in order. The stack of open marks starts
 * empty in each block; a mark left open at the end gives a stretch with `close` 0, a single one only if it is `takenUp`
 * by the next block: it may be an apostrophe.
 */
export function markedStretches(text: string, block: Span, takenUp = ''): Stretch[] {
  const found: Stretch[] = [];
  const stack: Open[] = [];
  const close = (at: number, width: number, level: number): void => {
    const opened = stack[level];
    stack.length = level;
    if (opened && level === 0)
      found.push({
        start: opened.at,
        end: at + width,
        open: opened.mark.length,
        close: width,
        mark: opened.mark,
      });
  };
  for (let at = block.start; at < block.end; at++) {
    const mark = markAt(text, at);
    if (mark === '') continue;
    const level = closedBy(text, at, mark, stack, block);
    if (level >= 0) close(at, mark.length, level);
    else if (stack.length < DEEPEST && isOpening(text, at, mark, stack, block)) stack.push({ at, mark });
    at += mark.length - 1;
  }
  const left = stack.find((open) => !SINGLE.has(open.mark) || open.mark === takenUp);
  if (left) {
    const inner = found.filter((stretch) => stretch.start < left.at);
    return [...inner, { start: left.at, end: block.end, open: left.mark.length, close: 0, mark: left.mark }];
  }
  return found;
}

function markAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code === 0x22) return '"';
  if (code === 0x27) return text.charCodeAt(at + 1) === 0x27 ? "''" : "'";
  if (code === 0x60) return text.charCodeAt(at + 1) === 0x60 ? '``' : '';
  if (
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a
  )
    return text.charAt(at);
  return '';
}

/** Level of the open mark that this one closes, -1 where it closes none. */
function closedBy(text: string, at: number, mark: string, stack: readonly Open[], block: Span): number {
  const place = around(text, at, mark.length, block);
  for (let level = stack.length - 1; level >= 0; level--) {
    const open = stack[level];
    if (!open || !(PAIRS[open.mark] ?? '').includes(mark)) continue;
    if (mark === '’' || mark === "'") {
      if (!mayClose(place) || isPlural(text, at, open, block)) continue;
      return level;
    }
    // “It sank,“ she said: an opening mark that can only close is a slip.
    if (mark === '“' && open.mark === '“' && (!mayClose(place) || mayOpen(place))) continue;
    if (mark !== '"') return level;
    // A straight mark that can only open is nested or begins anew.
    if (mayClose(place) || !mayOpen(place)) return level;
  }
  return -1;
}

/** The possessive of a plural ("the allies’ ships") inside single marks: a later mark closes better. */
function isPlural(text: string, at: number, open: Open, block: Span): boolean {
  if (text.charAt(at - 1) !== 's' || !/^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const limit = Math.min(block.end, at + 400);
  for (let i = at + 1; i < limit; i++) {
    const character = text.charAt(i);
    if (character === open.mark && classAt(text, i - 1) === SPACE) return false;
    const closing = character === text.charAt(at) && classAt(text, i - 1) !== SPACE;
    if (closing && (i + 1 >= block.end || !/[\p{L}\p{N}]/u.test(text.charAt(i + 1)))) return true;
  }
  return false;
}

/** Words that lose their beginning: an apostrophe before them quotes nothing. */
const CLIPPED =
  /^(?:\d\ds?|[Ee]m|[Tt]il|[Tt]is|[Tt]was|[Cc]ause|[Bb]out|[Rr]ound|[Nn]|[Cc]os|[Cc]uz|[Nn]uff|[Ee]re)(?![\p{L}\p{N}])|^(?:t \p{Lu}|s-\p{Lu})/u;

function isOpening(text: string, at: number, mark: string, stack: readonly Open[], block: Span): boolean {
  if (PAIRS[mark] === undefined) return false;
  const place = around(text, at, mark.length, block);
  if (mark === '``' || mark === '„' || mark === '‚') return true;
  if (mark === '»') return place.before === SPACE && place.after !== SPACE;
  if (mark === '“' || mark === '«' || mark === '‹' || mark === '‟')
    return place.after !== SPACE || stack.length === 0;
  if (mark === '"') {
    const inch = place.before === DIGIT && stack.length === 0;
    return (
      !inch && (mayOpen(place) || (stack.length === 0 && place.before === SPACE && place.after === SPACE))
    );
  }
  if (!mayOpen(place) || stack.some((open) => open.mark === mark)) return false;
  return !CLIPPED.test(text.slice(at + 1, at + 8));
}
