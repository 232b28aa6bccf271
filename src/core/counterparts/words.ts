import { foldSpelling } from '../lexicon/spelling.ts';
import { tokensOf } from '../text/segment.ts';
import type { Span } from '../text/span.ts';
import { stemOf } from '../text/stem.ts';

/** A word or number as it is compared: marks, case and spelling variants are gone. */
export interface Word extends Span {
  /** Equal for words that a reader takes for the same. */
  readonly key: string;
  readonly stem: string;
  readonly number: boolean;
}

const known = new Map<string, { readonly key: string; readonly stem: string }>();
/** Words of all articles come back again and again; the cache is emptied rather than left to grow. */
const KNOWN_LIMIT = 50_000;

const COMBINING = /\p{M}/gu;

/** Lower case, no diacritics, straight apostrophes, no possessive, no full stops inside abbreviations. */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (/[^a-z]/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(COMBINING, '')
      .replace(/[’ʼ`]/g, "'")
      .replace(/ı/g, 'i')
      .replace(/'s?$/, '')
      .replace(/\.(?=[a-z]|$)/g, '');
  }
  return foldSpelling(folded);
}

function lookUp(word: string): { readonly key: string; readonly stem: string } {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const key = foldWord(word);
  const entry = { key, stem: stemOf(key) };
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, entry);
  return entry;
}

/** The words and numbers of a span in order; hyphenated words count as their parts. */
export function wordsOf(text: string, span: Span): Word[] {
  const words: Word[] = [];
  for (const token of tokensOf(text, span)) {
    if (token.kind === 'mark') continue;
    const number = token.kind === 'number';
    let start = token.start;
    for (const part of number ? [token.text] : token.text.split('-')) {
      if (part !== '') {
        const { key, stem } = number ? numberKey(part) : lookUp(part);
        words.push({ start, end: start + part.length, key, stem, number });
      }
      start += part.length + 1;
    }
  }
  return words;
}

function numberKey(digits: string): { readonly key: string; readonly stem: string } {
  const key = digits.replace(/,(?=\d{3})/g, '').replace(/^0+(?=\d)/, '');
  return { key, stem: key };
}
