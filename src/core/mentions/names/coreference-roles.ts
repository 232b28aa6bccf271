import { ROLE_MODIFIERS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import { classAt, LETTER } from '../../text/characters.ts';
import { indexAt } from '../../text/span.ts';
import type { EntityDraft } from './draft.ts';

/** How far from a name its role is looked for, in characters. */
const REACH = 120;

/**
 * The role that the article gives beside a person's name: "NATO Secretary General" before it,
 * "Ukraine’s foreign minister" after it between commas; null where there is none.
 */
export function roleOf(text: string, drafts: readonly EntityDraft[], index: number): string | null {
  return roleBefore(text, drafts, index) ?? roleAfter(text, drafts, index);
}

/** Whether the word before `offset` can end a role: most names have none, so this is asked first. */
function endsInRole(text: string, offset: number): boolean {
  const end = text.charAt(offset - 1) === ' ' ? offset - 1 : offset;
  return isRoleWord(text.slice(wordStart(text, end, end - 24), end).toLowerCase());
}

/** Where the word begins that ends at `end`, `limit` at the earliest. */
function wordStart(text: string, end: number, limit: number): number {
  let start = end;
  while (start > 0 && start > limit && isOfWord(text, start - 1)) start--;
  return start;
}

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // The second half of a pair is what both are.
  const isSecond = code >= 0xdc00 && code <= 0xdfff;
  return classAt(text, isSecond ? at - 1 : at) === LETTER || ".’'-".includes(text.charAt(at));
}

const isRoleWord = (word: string): boolean => ROLE_NOUNS.has(word) || ROLE_MODIFIERS.has(word);

function roleBefore(text: string, drafts: readonly EntityDraft[], index: number): string | null {
  const draft = drafts[index];
  if (draft === undefined || !endsInRole(text, draft.start)) return null;
  const from = Math.max(0, draft.start - REACH);
  let start = draft.start;
  let headed = false;
  for (;;) {
    let end = start;
    while (end > from && !isOfWord(text, end - 1)) end--;
    const at = wordStart(text, end, from);
    if (at === end || !/^[ ,]?[^\S\n]?$/.test(text.slice(end, start))) break;
    const word = text.slice(at, end).toLowerCase();
    const small = /^(?:of|and|for|the|to)$/.test(word);
    if (!isRoleWord(word) && !inside(drafts, at)) break;
    if (!headed && (small || !isRoleWord(word))) break;
    if (text.charAt(end) === ',') break;
    headed ||= ROLE_NOUNS.has(word);
    start = at;
  }
  if (!headed) return null;
  const role = text
    .slice(start, draft.start)
    .trim()
    .replace(/^(?:(?:of|and|for|the|to)\s+)+/i, '');
  return role === '' ? null : role;
}

const inside = (drafts: readonly EntityDraft[], offset: number): boolean =>
  (drafts[indexAt(drafts, offset)]?.start ?? Number.POSITIVE_INFINITY) <= offset;

function roleAfter(text: string, drafts: readonly EntityDraft[], index: number): string | null {
  const draft = drafts[index];
  if (draft === undefined || !text.startsWith(', ', draft.end)) return null;
  const match = /^, (?:the |a |an )?([^,.;:\n“”"()]{3,80})(?=[,.;\n])/u.exec(
    text.slice(draft.end, draft.end + REACH),
  );
  const role = match?.[1];
  if (role === undefined) return null;
  const words = role.split(/\s+/);
  const headed = words.some((w) => ROLE_NOUNS.has(w.toLowerCase()));
  const plain =
    words.length <= 10 && !/\b(?:said|says|told|is|was|were|who|whom|whose|which|has|had|added)\b/.test(role);
  return headed && plain ? role : null;
}
