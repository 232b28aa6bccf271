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
  let start = end;
  while (start > 0 && end - start < 24 && isOfWord(text, start - 1)) start--;
  return isRoleWord(text.slice(start, end).toLowerCase());
}

const isOfWord = (text: string, at: number): boolean =>
  classAt(text, at) === LETTER || ".’'-".includes(text.charAt(at));

const isRoleWord = (word: string): boolean => ROLE_NOUNS.has(word) || ROLE_MODIFIERS.has(word);

function roleBefore(text: string, drafts: readonly EntityDraft[], index: number): string | null {
  const draft = drafts[index];
  if (draft === undefined || !endsInRole(text, draft.start)) return null;
  const from = Math.max(0, draft.start - REACH);
  const words = [...text.slice(from, draft.start).matchAll(/[\p{L}\p{M}.’'-]+/gu)];
  // Within reach only: a whole article may stand on one line.
  const line = from + text.slice(from, draft.start).lastIndexOf('\n');
  let start = draft.start;
  let headed = false;
  for (let i = words.length - 1; i >= 0; i--) {
    const match = words[i];
    if (match === undefined) break;
    const at = from + match.index;
    if (at <= line || !/^[ ,]?\s?$/.test(text.slice(at + match[0].length, start))) break;
    const word = match[0].toLowerCase();
    const small = /^(?:of|and|for|the|to)$/.test(word);
    if (!isRoleWord(word) && !inside(drafts, at)) break;
    if (!headed && (small || !isRoleWord(word))) break;
    if (/,/.test(text.slice(at + match[0].length, start))) break;
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
  const plain = words.length <= 10 && !/\b(?:said|says|told|is|was|were|who|has|had|added)\b/.test(role);
  return headed && plain ? role : null;
}
