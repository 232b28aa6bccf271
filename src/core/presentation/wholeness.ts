import { STOPWORDS } from '../lexicon/stopwords.ts';
import type { Article } from '../text/article.ts';

/** Enough of a text to know its language by, and enough words of it. */
const READ = { characters: 6000, words: 60 };
/** Of English prose nearly half are such words, of terse English news a quarter; of languages that share some of them a fifth at most. */
const LEAST_ENGLISH = 0.24;
/** Where a text tells that there would be more of it. */
const TAIL = 200;
/** “…”, “[…]”, “[+2312 chars]”. */
const BREAKS_OFF = /(?:\u2026|\.\.\.|\[\+\d{1,7} chars\])\]?\s*$/;
const ASKS_ON =
  /^\W{0,3}(?:(?:continue|keep) reading\b|(?:subscribe|register|sign in|log in|sign up) (?:now )?to (?:read|continue|keep)\b|to (?:read|continue reading) (?:the (?:full|rest)|this)\b)/im;

const known = new WeakMap<Article, boolean>();

/**
 * Whether a text can tell what an article does not have: it is not cut short, and in English, by what the sidecar
 * states, else by what the text shows.
 */
export function isWholeArticle(article: Article): boolean {
  let whole = known.get(article);
  if (whole === undefined) {
    const { truncated, language } = article.facts;
    const isCut = truncated ?? breaksOff(article.text);
    whole = !isCut && (language === undefined ? readsAsEnglish(article.text) : /^en\b/i.test(language));
    known.set(article, whole);
  }
  return whole;
}

function breaksOff(text: string): boolean {
  const tail = text.slice(-TAIL).trimEnd();
  return BREAKS_OFF.test(tail) || ASKS_ON.test(tail);
}

/** Of a text of few words it can't be told. */
function readsAsEnglish(text: string): boolean {
  const words =
    text
      .slice(0, READ.characters)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < READ.words) return true;
  return words.filter((word) => STOPWORDS.has(word)).length >= LEAST_ENGLISH * words.length;
}
