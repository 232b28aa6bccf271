import { CUE_FORMS } from '../../lexicon/speech-cues.ts';
import { BEFORE_TITLE, CRIES, NAMING, WORKS } from '../../lexicon/speech-titles.ts';
import { isLower } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Stretch } from './marks.ts';

/** How far left and right of a stretch its neighbours are read, in code units. */
const REACH = 60;
const LONGEST_TITLE = 80;

/**
 * Whether marks hold something other than words that somebody said, as far as the neighbouring words tell:
 * markup, inches, a nickname within a name, the title of a work.
 */
export function isNoSpeech(text: string, stretch: Stretch, block: Span): boolean {
  const content = text.slice(stretch.start + stretch.open, stretch.end - stretch.close).trim();
  if (!/[\p{L}\p{N}]/u.test(content)) return true;
  if (/^\([^()]*\)\.?$/.test(content)) return true;
  const before = text.slice(Math.max(block.start, stretch.start - REACH), stretch.start);
  const after = text.slice(stretch.end, Math.min(block.end, stretch.end + REACH));
  if (before.endsWith('=') || FOLLOW.test(content)) return true;
  if (content.length > LONGEST_TITLE) return false;
  return isNickname(content, before, after) || isTitle(content, before, after);
}

/** What pages put below their articles. */
const FOLLOW = /^Follow [\p{L}@ .’'-]{2,50} on (?:Twitter|X|Facebook|Instagram|Bluesky)(?=\s|$)/u;

/** Robert “Bob” Lorn, Marcia "Cia" Lorn. */
const isNickname = (content: string, before: string, after: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*)?$/u.test(content) &&
  /(?:^|[\s(])\p{Lu}(?:[\p{L}\p{M}’'-]+|\.) $/u.test(before) &&
  /^ (?:\p{Lu}[\p{Ll}\p{M}’'-]+)/u.test(after) &&
  !CUE_FORMS.has(/(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? '');

function isTitle(content: string, before: string, after: string): boolean {
  const left = (before.match(/[\p{L}\p{M}’'-]+/gu) ?? []).map((word) => word.toLowerCase());
  const last = left.at(-1) ?? '';
  const touching = /[\p{L}\p{M}’'.-],?\s$/u.test(before);
  if (touching && (NAMING.has(last) || (last === 'called' && left.at(-2) === 'so'))) return true;
  // “Fog Closes the Pier,” by Ada Lorn
  if (/^\p{Lu}.*,$/u.test(content) && /^\s?by\s(?:the\s)?\p{Lu}/u.test(after)) return true;
  const titled = hasTitleCase(content);
  if (!titled || (last === 'of' && CRIES.has(left.at(-2) ?? ''))) return false;
  if (/^\s\p{L}/u.test(after) && isWork(after)) return true;
  if (WORKS.has(last) && /\s$/.test(before)) return true;
  if (!touching || before.trimEnd().endsWith(',')) return false;
  if (last === 'name' || (last === 'called' && isParticiple(left.at(-2))) || SO_NAMED.test(before))
    return true;
  if (/[’']s$/.test(last)) return !/[!?]$/.test(content);
  return BEFORE_TITLE.has(last) && !/[!?]$/.test(content);
}

/** "“…” star", "“…” radio programme" */
function isWork(after: string): boolean {
  const [first = '', second = ''] =
    after
      .match(/^\s[\p{L}\p{M}’'-]+(?:\s[\p{L}\p{M}’'-]+)?/u)?.[0]
      .trim()
      .split(/\s/) ?? [];
  return (
    WORKS.has(first.toLowerCase()) || (MEDIA.has(first.toLowerCase()) && WORKS.has(second.toLowerCase()))
  );
}

const MEDIA = new Set('radio tv television news cable talk web online art stage'.split(' '));

/** "a user labelled “…”", "an account called “…”" */
const SO_NAMED = /(?:^|\s)an?\s(?:[\p{L}-]{1,20}\s){1,3}(?:called|labell?ed)\s$/u;

/** "the print called “…”": a noun before it, neither a subject that calls nor an auxiliary. */
const isParticiple = (word: string | undefined): boolean => word !== undefined && WORKS.has(word);

/** Small words within titles. */
const SMALL =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|from|with|by|as|vs|v|is|it|me|my|you|your|de|la|le|n)$/i;

/** Every word but the small ones has a capital or is a number. */
export function hasTitleCase(content: string): boolean {
  const all = content.match(/[\p{L}\p{N}\p{M}’'&.-]+/gu) ?? [];
  if (all.length === 0 || all.length > 9) return false;
  return all.every((word, i) => {
    const first = word.replace(/^[^\p{L}\p{N}]+/u, '').charAt(0);
    return first === '' || !isLower(first) || (i > 0 && SMALL.test(word));
  });
}
