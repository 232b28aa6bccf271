import type { Entry } from './article.ts';
import { findDate } from './dateline.ts';
import type { Span } from './span.ts';

/** What a line at the head of a live blog's entry states. */
interface EntryTime {
  /** `14:32`. */
  readonly time: string;
  /** As the line puts it. */
  readonly zone: string | null;
  /** ISO 8601, where the line has it. */
  readonly day: string | null;
  /** Whether the line states nothing else. */
  readonly alone: boolean;
}

const ZONE = '(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|JST|HKT|[AECMP][SD]?T|A[EC][SD]T)';
/** Minutes, a half of the day or a zone show that it is a time: "14:32", "2.15pm", "9 a.m.", "14.32 GMT". */
const TIME = new RegExp(
  String.raw`^(?:(?:updated|posted|published|at)\b:?\s+(?:at\s+)?)?(\d{1,2})(?:([:.h])(\d\d))?\s?([ap]\.?m\b\.?)?(?:\s?\(?(${ZONE})\b\)?)?`,
  'i',
);
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s*/i;
const LONGEST_TIME = 60;

/** Reads the time that a line begins with, or consists of; null where it begins otherwise. */
function entryTimeOf(line: string): EntryTime | null {
  const dated = line.length <= LONGEST_TIME ? findDate(line) : null;
  const undated =
    dated === null ? line : `${line.slice(0, dated.span.start)}${line.slice(dated.span.end)}`.trim();
  const rest = undated.replace(/^[\s,|·–—-]+/, '').replace(WEEKDAY, '');
  const match = TIME.exec(rest);
  if (match === null) return null;
  const [all, digits = '', mark, minutes, half, zone] = match;
  if (minutes === undefined ? half === undefined : mark === '.' && half === undefined && zone === undefined)
    return null;
  const hour = hourOf(Number(digits), half);
  if (hour === null || Number(minutes ?? 0) > 59) return null;
  const behind = rest.slice(all.length).replace(WEEKDAY, '');
  const alone = /^[\s,.:|·–—-]*$/.test(behind) && line.length <= LONGEST_TIME;
  if (!alone && (dated !== null || !/^\s*[|:·–—-]\s*\p{L}|^\s+["“‘'’]?\p{Lu}/u.test(behind))) return null;
  const time = `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
  return { time, zone: zone ?? null, day: dated?.iso ?? null, alone };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour % 24 : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Fewer lines than this that begin with a time are a programme or chance. */
const FEWEST = 3;
const FEWEST_ALONE = 2;

interface Head extends EntryTime {
  readonly start: number;
}

/** What a text's lines state of the entries of a live blog. */
export interface EntryLines {
  readonly entries: readonly Entry[];
  /** Starts of the lines that state a time or a day and nothing else. */
  readonly alone: ReadonlySet<number>;
}

/**
 * The entries of a live blog: each goes from its time to the next one's. A day that stands alone between them is
 * that of the entries behind it. Lines are in order of position.
 */
export function readEntries(text: string, lines: readonly Span[]): EntryLines {
  const alone = new Set<number>();
  const heads: Head[] = [];
  const days: { readonly start: number; readonly iso: string }[] = [];
  for (const { start, end } of lines) {
    const line = text.slice(start, Math.min(end, start + 2 * LONGEST_TIME));
    const head = entryTimeOf(line);
    if (head !== null) heads.push({ ...head, start });
    if (head?.alone === true) alone.add(start);
    const day = head === null && end - start <= LONGEST_TIME ? dayAlone(line) : null;
    if (day !== null) days.push({ start, iso: day });
  }
  const single = heads.filter((head) => head.alone);
  // A paragraph of an entry can begin with a time as well.
  const kept = single.length >= FEWEST_ALONE ? single : heads.length >= FEWEST ? heads : [];
  if (kept.length > 0) for (const { start } of days) alone.add(start);
  let next = 0;
  const entries = kept.map((head, i): Entry => {
    const { start, time, zone, day } = head;
    while ((days[next]?.start ?? text.length) < start) next++;
    const end = kept[i + 1]?.start ?? endOfLast(text, lines, head);
    return { start, end, time, zone, day: day ?? days[next - 1]?.iso ?? null };
  });
  return { entries, alone };
}

/** How what is said of the whole page begins. */
const OF_PAGE =
  /^(?:(?:corrections?(?: and clarifications?)?|clarifications?|editor[’']?s?[’']? note|amendment)\s?(?:\([^)]{0,40}\)\s?)?(?:[,:.–—-]|$)|(?:an|the) earlier version of this\b|this (?:article|story|report|page|post|live ?blog|live coverage) (?:was|has been|is being) (?:amended|corrected|updated|edited|changed|clarified)\b)/i;

/** A correction or an editor's note behind the last entry is of the whole; the first line of an entry is its own. */
function endOfLast(text: string, lines: readonly Span[], { start, alone }: Head): number {
  const behind = lines.filter((line) => line.start > start).slice(alone ? 1 : 0);
  return (
    behind.find((line) => OF_PAGE.test(text.slice(line.start, line.start + LONGEST_TIME)))?.start ??
    text.length
  );
}

/** The date that is all of a line, but for the day of the week. */
function dayAlone(line: string): string | null {
  const found = findDate(line);
  if (found === null) return null;
  const rest = line.slice(0, found.span.start).replace(WEEKDAY, '') + line.slice(found.span.end);
  return /^[\s,.:|]*$/.test(rest) ? found.iso : null;
}
