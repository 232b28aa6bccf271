/** What a code unit is for segmentation. Surrogate halves are looked up by their code point. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const MARK = 4;

/** Filled on first use of each code unit: a regular expression per character would dominate the time. */
const classes = new Uint8Array(0x10000);

function classify(character: string): number {
  if (/[\s\u200b]/u.test(character)) return SPACE;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : MARK;
}

/** Class of the character that starts at `index`; `MARK` for lone surrogates. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdbff) {
    const point = text.codePointAt(index) ?? code;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : MARK;
  }
  const known = classes[code];
  if (known) return known;
  const found = Number.isNaN(code) ? SPACE : classify(String.fromCharCode(code));
  if (!Number.isNaN(code)) classes[code] = found;
  return found;
}

/** Code units of the character that starts at `index`: 2 for a surrogate pair. */
export function widthAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

export function isLower(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80 && character.length === 1) return code >= 0x61 && code <= 0x7a;
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

const CLOSING = new Set([...'”’"\'»›)]}']);
const OPENING = new Set([...'“‘"\'«‹„‚([{¿¡']);

export const closes = (character: string): boolean => CLOSING.has(character);
export const opens = (character: string): boolean => OPENING.has(character);
