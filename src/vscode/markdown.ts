import type { WordDiff } from '../core/counterparts/word-diff.ts';

/** Article text as Markdown that shows just that text: nothing in it can become a link, a tag or a heading. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!~|$:@/=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const SHOWN = 600;

/** At most `length` characters, cut at a word. */
export function shortened(text: string, length = SHOWN): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))} …`;
}

const MARK = { same: '', added: '**', removed: '~~' } as const;
const EDGES = /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su;

/** The other wording with the words that differ: added ones bold, dropped ones struck through. */
export function diffMarkdown(parts: readonly WordDiff[]): string {
  return parts
    .map(({ kind, text }) => {
      // Emphasis that begins or ends at punctuation is none in Markdown, so the marks go inside it.
      const [, before = '', words = '', after = ''] = EDGES.exec(text) ?? [];
      const mark = words === '' ? '' : MARK[kind];
      return `${escaped(before)}${mark}${escaped(words)}${mark}${escaped(after)}`;
    })
    .join('')
    .trim();
}
