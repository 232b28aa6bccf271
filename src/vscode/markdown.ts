import type { WordDiff } from '../core/counterparts/word-diff.ts';

/** VS Code puts icons into the text that Markdown gives: only a backslash that is still there then stops it. */
const ICON = /\$(?=\([a-z0-9-]+(?:~[a-z0-9-]+)?\))/gi;

/** Article text as Markdown that shows just that text: nothing in it can become a link, a tag, an icon or a heading. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(ICON, '\\$')
    .replace(/[\\`*_{}[\]()#+\-.!~|$:@/=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/**
 * Markdown whose images are links: an image would be fetched as soon as it is shown, from wherever the text says.
 * Escaped pairs are read first, so that an exclamation mark behind a backslash keeps its meaning.
 */
export const withoutImages = (markdown: string): string =>
  markdown.replace(/\\[\s\S]|(?:!|&(?:#0{0,6}33|#x0{0,6}21|excl);)(?=\[)/gi, (found) =>
    found.startsWith('\\') ? found : '\\!',
  );

const SHOWN = 600;

/** At most `length` characters, cut at a word. */
export function shortened(text: string, length = SHOWN): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))} …`;
}

const MARK = { same: '', added: '**', removed: '~~' } as const;
const EDGES = /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su;

/**
 * The other wording with the words that differ: added ones bold, dropped ones struck through. Where little is
 * common, marks would only be noise, and the other wording stands alone.
 */
export function diffMarkdown(parts: readonly WordDiff[]): string {
  const shown = mostlyOther(parts) ? parts.filter((part) => part.kind !== 'removed') : parts;
  let markdown = '';
  let before: WordDiff | undefined;
  for (const part of shown) {
    if (before && touching(before, part)) markdown += ' ';
    markdown += shown === parts ? marked(part) : escaped(part.text);
    before = part;
  }
  return markdown.trim();
}

function marked({ kind, text }: WordDiff): string {
  // Emphasis that begins or ends at punctuation is none in Markdown, so the marks go inside it.
  const [, lead = '', words = '', tail = ''] = EDGES.exec(text) ?? [];
  const mark = words === '' ? '' : MARK[kind];
  return `${escaped(lead)}${mark}${escaped(words)}${mark}${escaped(tail)}`;
}

/** A dropped word brings the white space of the other text; at its edges there may be none. */
const touching = (a: WordDiff, b: WordDiff): boolean =>
  (a.kind === 'removed' || b.kind === 'removed') && /\S$/.test(a.text) && /^\S/.test(b.text);

function mostlyOther(parts: readonly WordDiff[]): boolean {
  const size = (kinds: readonly WordDiff['kind'][]) =>
    parts.filter((p) => kinds.includes(p.kind)).reduce((sum, p) => sum + p.text.length, 0);
  return size(['same']) < 0.35 * size(['same', 'added']);
}
