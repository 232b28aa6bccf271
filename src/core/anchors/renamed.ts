import { resolveSelectors } from './resolve.ts';
import type { Selectors } from './selector.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** Of an article's notes, how many must be found in a text for it to be that article, renamed and edited. */
const SHARE = 0.6;
/** Of more articles than these that are gone at once, only texts that are as they were are looked for. */
const MOST_SEARCHED = 20;

/** Looks for the present texts of articles that are gone; every text is looked at once, for all of them. */
export interface RenameSearch<T> {
  /** False when nothing is left to look for. */
  look(key: T, text: string): boolean;
  /** For each article, in the order given, the text that it is likely to be now. */
  found(): (T | null)[];
}

interface Gone<T> {
  readonly prints: ReadonlySet<string>;
  readonly notes: readonly Selectors[];
  likely: T | null;
  /** Of its notes, how many the next text must hold. */
  most: number;
  isSure: boolean;
}

/**
 * `articles`: the selectors of each one's notes. A text that one of them was made on is the article for sure; without
 * one it is the text with most of them, when that are enough.
 */
export function createRenameSearch<T>(articles: readonly (readonly Selectors[])[]): RenameSearch<T> {
  const all = articles.map((notes): Gone<T> => {
    const prints = new Set(notes.flatMap(({ text }) => text ?? []));
    return { prints, notes, likely: null, most: SHARE * notes.length, isSure: false };
  });
  const isSearched = all.length <= MOST_SEARCHED;
  return {
    look: (key, text) => {
      const index = indexText(text);
      const print = index.fingerprint;
      for (const one of all.filter(({ isSure }) => !isSure)) {
        one.isSure = one.prints.has(print);
        if (one.isSure) one.likely = key;
        else if (isSearched) search(one, key, index);
      }
      return all.some(({ isSure }) => !isSure);
    },
    found: () => all.map(({ likely }) => likely),
  };
}

function search<T>(gone: Gone<T>, key: T, index: TextIndex): void {
  const likely = gone.notes.filter(({ quote }) => index.text.includes(quote.exact));
  if (likely.length < gone.most) return;
  const placed = likely.filter((selectors) => resolveSelectors(index, selectors).span !== null).length;
  if (placed > 0 && placed >= gone.most) [gone.likely, gone.most] = [key, placed];
}
