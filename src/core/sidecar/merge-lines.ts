/** What three versions of one value make of it where at most one side changed it; null where both did. */
export function unlessBoth<T>(base: T, ours: T, theirs: T): { readonly value: T } | null {
  if (ours === theirs || base === theirs) return { value: ours };
  return base === ours ? { value: theirs } : null;
}

/** Merges comments and blank lines: what one side took away goes, what any side added stays, once. */
export function mergeComments(base: string, ours: string, theirs: string): string {
  const clean = unlessBoth(base, ours, theirs);
  if (clean) return clean.value;
  const lines = (text: string): Lines => new Set(linesOf(text));
  const [b, o, t] = [lines(base), lines(ours), lines(theirs)];
  const kept = linesOf(base).filter((line) => o.has(line) && t.has(line));
  const added = [ours, theirs].map((text) => linesOf(text).filter((line) => !b.has(line)));
  const picked = (wanted: (line: string) => boolean): string[] =>
    added.map((list) => list.filter(wanted).join('')).sort();
  const both = picked((line) => o.has(line) && t.has(line));
  const one = picked((line) => o.has(line) !== t.has(line));
  return kept.join('') + (both[0] ?? '') + one.join('');
}

type Lines = ReadonlySet<string>;

/** Lines, each with a line feed. */
const linesOf = (text: string): string[] => (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(closed);

const closed = (line: string): string => (line.endsWith('\n') ? line : `${line}\n`);

/** Comment lines of one text that another one lacks. */
export function commentsBeyond(text: string, known: string): string[] {
  const there = new Set(linesOf(known).map((line) => line.trim()));
  return linesOf(text).filter((line) => line.trim().startsWith('#') && !there.has(line.trim()));
}

/** A text without comment lines that another one has and a third has not. */
export function withoutComments(text: string, spare: string, known: string): string {
  const gone = new Set(commentsBeyond(spare, known).map((line) => line.trim()));
  if (gone.size === 0) return text;
  return linesOf(text)
    .filter((line) => !gone.has(line.trim()))
    .join('');
}

/** Whether lines may hold a comment that another text lacks. */
export function mayAddComment(text: string, known: string): boolean {
  const there = new Set(linesOf(known).map((line) => line.trim()));
  return linesOf(text).some((line) => line.includes('#') && !there.has(line.trim()));
}

/** The line of a key that holds a mapping; where both sides put a comment behind it, both are kept. */
export function mergeHeads(base: string, ours: string, theirs: string): string {
  const clean = unlessBoth(base, ours, theirs);
  if (clean) return clean.value;
  if (ours === '' || theirs === '') return ours + theirs;
  const [first, second] = [ours, theirs].sort() as [string, string];
  const comment = second.slice(second.indexOf(':')).match(/\s#.*/)?.[0];
  if (comment === undefined || first.includes(comment.trim())) return first;
  return first.replace(/\r?\n?$/, (lineBreak) => `${comment}${lineBreak}`);
}

/** Orders times as sidecars have them; what is no time is the earliest. */
export const byTime = (a: string, b: string): number => instant(a) - instant(b) || (a < b ? -1 : +(a > b));

const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds; a time without a zone is UTC, whatever the zone of the machine. */
function instant(time: string): number {
  const full = time.length > 10 && !ZONE.test(time) ? `${time}Z` : time;
  const at = Date.parse(full.replace(' ', 'T'));
  return Number.isNaN(at) ? Number.MIN_SAFE_INTEGER : at;
}
