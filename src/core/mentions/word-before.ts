const REACH = 16;

const LETTER = /\p{L}/u;
const WORD_BEFORE = /(\p{L}+)\.?\s$/u;

/** The word right before `offset`, of a form of address as a rule, without its full stop; empty where there is none. */
export function wordBefore(text: string, offset: number): string {
  let end = offset - 1;
  if (!/\s/.test(text.charAt(end))) return '';
  if (text.charCodeAt(end - 1) === 0x2e) end--;
  const limit = Math.max(0, offset - REACH);
  let start = end;
  for (; start > limit; start--) {
    const code = text.charCodeAt(start - 1);
    const small = code | 0x20;
    if (small >= 0x61 && small <= 0x7a) continue;
    // Halves of a pair are no letters by themselves.
    if (code >= 0xd800 && code <= 0xdfff) return WORD_BEFORE.exec(text.slice(limit, offset))?.[1] ?? '';
    if (code < 0x80 || !LETTER.test(text.charAt(start - 1))) break;
  }
  return text.slice(start, end);
}
