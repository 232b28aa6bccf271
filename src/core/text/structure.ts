import type { Article, ArticleFacts, Block, BlockKind, Entry } from './article.ts';
import { isLower } from './characters.ts';
import { type Dateline, isByline, readDateline, readWireDateline } from './dateline.ts';
import { readEntries } from './entries.ts';
import { isFurniture } from './furniture.ts';
import { bulletMark, isTitleCase, type Line, linesOf } from './lines.ts';
import { sentencesOf } from './segment.ts';
import { type Span, textOf } from './span.ts';

/** How many lines from the top may hold headline, date and outlet. */
const TOP = 15;
const LONGEST_HEADLINE = 260;
const LONGEST_HEADING = 140;
/** So many headings in a row are a list of statements. */
const LIST = 4;
/** Blank lines before a stray comment at the end. */
const WIDE_GAP = 4;
const LONGEST_STRAY = 280;

interface Draft extends Line {
  kind: BlockKind | null;
}

interface Stated {
  date: string | null;
  dateSpan: Span | null;
  outletSpan: Span | null;
}

/** Reads an article's structure from its text; `facts` go before what the text says. */
export function readArticle(text: string, facts: ArticleFacts = {}): Article {
  const drafts = linesOf(text).map(
    ({ start, end, indent, gap }): Draft => ({ start, end, indent, gap, kind: null }),
  );
  markByWords(text, drafts);
  markStray(drafts);
  const stated = markDatelines(text, drafts);
  const entries = markEntries(text, drafts);
  markHeadline(text, drafts, stated, facts.headline);
  markIndented(text, drafts);
  if (!isList(text, drafts)) markHeadings(text, drafts);
  const blocks = drafts.map((draft) => blockOf(text, draft));
  const headline = blocks.find((block) => block.kind === 'headline');
  return {
    text,
    headline: headline ? { start: headline.start, end: headline.end } : null,
    date: facts.published ?? stated.date,
    dateSpan: stated.dateSpan,
    outlet: facts.outlet ?? (stated.outletSpan ? textOf(text, stated.outletSpan) : null),
    outletSpan: stated.outletSpan,
    blocks,
    entries,
    facts,
  };
}

function blockOf(text: string, { start, end, kind }: Draft): Block {
  const body = { start: kind === 'bullet' ? start + bulletMark(text, { start, end }) : start, end };
  const sentences = kind === 'furniture' ? [] : sentencesOf(text, body);
  return { start, end, kind: kind ?? 'paragraph', sentences };
}

function markByWords(text: string, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.end - draft.start <= LONGEST_STRAY && isFurniture(textOf(text, draft)))
      draft.kind = 'furniture';
    else if (bulletMark(text, draft) > 0) draft.kind = 'bullet';
  }
}

/** A short line far below everything else is a reader's comment or a rest of the page. */
function markStray(drafts: readonly Draft[]): void {
  const widest = (from: number, to: number): number =>
    drafts.slice(from, to).reduce((most, draft) => Math.max(most, draft.gap), 0);
  for (let i = Math.max(1, drafts.length - 3); i < drafts.length; i++) {
    const draft = drafts[i];
    if (!draft || draft.gap < WIDE_GAP || draft.gap < 2 * widest(1, i)) continue;
    const rest = drafts.slice(i);
    if (rest.every((line) => line.end - line.start <= LONGEST_STRAY)) {
      for (const line of rest) line.kind = 'furniture';
      return;
    }
  }
}

/** Lines at the top (or, failing that, at the end) that only state date, outlet and author. */
function markDatelines(text: string, drafts: readonly Draft[]): Stated {
  const stated: Stated = { date: null, dateSpan: null, outletSpan: null };
  const take = (found: Dateline, from: number): void => {
    const moved = (span: Span | null): Span | null =>
      span && { start: span.start + from, end: span.end + from };
    if (stated.date === null) stated.dateSpan = moved(found.dateSpan) ?? stated.dateSpan;
    stated.date ??= found.date;
    stated.outletSpan ??= moved(found.outlet);
  };
  const read = (draft: Draft): void => {
    if (draft.kind !== null || draft.end - draft.start > 120) return;
    const line = textOf(text, draft);
    const found = readDateline(line) ?? (/[-–—_]$/.test(line) ? readWireDateline(`${line} `) : null);
    if (found) take(found, draft.start);
    if (found || isByline(line)) draft.kind = 'dateline';
  };
  drafts.slice(0, TOP).forEach(read);
  if (stated.date === null) drafts.slice(Math.max(TOP, drafts.length - 3)).forEach(read);
  for (const draft of drafts.slice(0, TOP)) {
    if (draft.kind !== null || draft.end - draft.start < 60) continue;
    const wire = readWireDateline(text.slice(draft.start, Math.min(draft.end, draft.start + 120)));
    if (wire) take(wire, draft.start);
    if (wire) break;
  }
  if (stated.outletSpan && isPlace(text, stated.outletSpan)) stated.outletSpan = null;
  return stated;
}

/** How far from the top a text may tell that the name before its date is a place, in code units. */
const NEAR_TOP = 4000;

/** "Aldermoor, 14 May 2026", where the text says "in Aldermoor": the place that it was written at. */
function isPlace(text: string, name: Span): boolean {
  const words = textOf(text, name);
  if (text.charAt(name.end) !== ',' || OUTLET_WORD.test(words)) return false;
  const top = text.slice(name.end, NEAR_TOP);
  return ['in', 'near', 'outside'].some((where) => top.includes(` ${where} ${words}`));
}

/** Times and days that head the entries of a live blog. */
function markEntries(text: string, drafts: readonly Draft[]): readonly Entry[] {
  const { entries, alone } = readEntries(text, drafts);
  for (const draft of drafts) if (draft.kind === null && alone.has(draft.start)) draft.kind = 'dateline';
  // The line that dates the whole page is the head of none.
  const first = drafts.findIndex(({ kind }) => kind !== 'dateline');
  return entries.filter(({ start }) => start > (drafts[first]?.start ?? 0));
}

const ENDINGS = '.…;,:。۔';
const CLOSINGS = '”’"\'»)]';

/** A full stop or the like stands last, but for marks that close. */
function endsLikeSentence(line: string): boolean {
  let end = line.length;
  while (end > 0 && CLOSINGS.includes(line.charAt(end - 1))) end--;
  return end > 0 && ENDINGS.includes(line.charAt(end - 1));
}

const wordsIn = (line: string): number => line.split(/\s+/).length;

function isHeadline(text: string, draft: Draft): boolean {
  if (draft.end - draft.start > LONGEST_HEADLINE) return false;
  const line = textOf(text, draft);
  return !endsLikeSentence(line) || (isTitleCase(line) && sentencesOf(text, draft).length === 1);
}

/** Words in the names of outlets: a short line of names with one of them is an outlet's. */
const OUTLET_WORD =
  /\b(?:Times|News|Post|Herald|Tribune|Journal|Gazette|Daily|Report|Press|Observer|Telegraph|Chronicle|Courier|Mirror|Review|Agency|Wire|Today|Online|Broadcasting|Radio|TV|Bulletin|Dispatch|Sentinel|Examiner|Standard|Monitor|Standard|Weekly|Star|Globe|Record|Register|Inquirer|Mail|Echo|Argus|Ledger|Newswire|Network)\b/;

function markHeadline(text: string, drafts: readonly Draft[], stated: Stated, known?: string): void {
  const open = drafts.slice(0, TOP).filter((draft) => draft.kind === null);
  const named = known === undefined ? undefined : open.find((draft) => textOf(text, draft) === known.trim());
  if (named) {
    named.kind = 'headline';
    return;
  }
  const [first, second] = open;
  if (!first || !second || !isHeadline(text, first) || isList(text, drafts)) return;
  const line = textOf(text, first);
  const short = wordsIn(line) <= 4 && wordsIn(textOf(text, second)) > 4 && isHeadline(text, second);
  const outlet = short && OUTLET_WORD.test(line);
  if (outlet || (short && wordsIn(line) <= 2)) {
    first.kind = outlet ? 'dateline' : 'furniture';
    if (outlet) stated.outletSpan ??= { start: first.start, end: first.end };
    second.kind = 'headline';
  } else first.kind = 'headline';
  markOutletLine(text, drafts, stated);
}

/** A line with an outlet's name beside the date line. */
function markOutletLine(text: string, drafts: readonly Draft[], stated: Stated): void {
  if (stated.outletSpan) return;
  const dateline = drafts.findIndex((draft) => draft.kind === 'dateline');
  if (dateline < 0) return;
  for (const draft of [drafts[dateline - 1], drafts[dateline + 1]]) {
    if (!draft || draft.kind !== null || draft.end - draft.start > 50) continue;
    const line = textOf(text, draft);
    if (endsLikeSentence(line) || wordsIn(line) > 5 || !OUTLET_WORD.test(line)) continue;
    draft.kind = 'dateline';
    stated.outletSpan = { start: draft.start, end: draft.end };
    return;
  }
}

/** A page of statements, one a line, has no headline and no headings. */
function isList(text: string, drafts: readonly Draft[]): boolean {
  const lines = drafts.filter((draft) => draft.kind === null).slice(0, 200);
  if (lines.length <= LIST) return false;
  // Of an article a few lines tell that it is none.
  let others = 0;
  for (const draft of lines) if (!isHeadline(text, draft) && ++others >= 0.1 * lines.length) return false;
  return true;
}

/** Two indented lines or more after a colon are bullets without a mark. */
function markIndented(text: string, drafts: readonly Draft[]): void {
  for (let i = 1; i < drafts.length; i++) {
    const lead = drafts[i - 1];
    if (!lead || lead.kind !== null || lead.indent > 0 || text.charAt(lead.end - 1) !== ':') continue;
    let end = i;
    while (drafts[end]?.kind === null && (drafts[end]?.indent ?? 0) >= 2) end++;
    if (end - i < 2) continue;
    for (const draft of drafts.slice(i, end)) draft.kind = 'bullet';
  }
}

function markHeadings(text: string, drafts: readonly Draft[]): void {
  let run: Draft[] = [];
  for (let i = 0; i <= drafts.length; i++) {
    const draft = drafts[i];
    if (draft && draft.kind === null && isHeading(text, draft, drafts[i - 1], nextProse(drafts, i))) {
      run.push(draft);
      continue;
    }
    if (draft?.kind === 'furniture') continue;
    if (run.length < LIST) for (const heading of run) heading.kind = 'heading';
    run = [];
  }
}

const nextProse = (drafts: readonly Draft[], at: number): Draft | undefined => {
  let i = at + 1;
  while (drafts[i]?.kind === 'furniture' || drafts[i]?.kind === 'dateline') i++;
  return drafts[i];
};

function isHeading(text: string, draft: Draft, before: Draft | undefined, next: Draft | undefined): boolean {
  if (!next || draft.end - draft.start > LONGEST_HEADING) return false;
  const line = textOf(text, draft);
  if (isLower(line.charAt(0)) || wordsIn(line) > 18) return false;
  const title = isTitleCase(line);
  if (endsLikeSentence(line)) return false;
  if (before && before.kind !== 'furniture' && text.charAt(before.end - 1) === ':' && !title) return false;
  if (/[!?]["'”’»]*$/.test(line)) return title || (wordsIn(line) <= 9 && !/[“”"«»]/.test(line));
  return title || (wordsIn(line) <= 14 && next.end - next.start > draft.end - draft.start);
}
