import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Project } from '../corpus/project.ts';
import { contains, textOf } from '../text/span.ts';
import { isWholeArticle } from './wholeness.ts';

/** Who does not have a claim. */
export interface Absence {
  /** How many other articles of the story have no counterpart of it. */
  readonly absentFrom: number;
  /** How many of these can't tell: they are cut short, or in a language that is not read. */
  readonly untold: number;
  /** Whether others are still being read or compared, so that nothing can be said yet. */
  readonly pending: boolean;
}

/** `others`: the other articles of the story; `wordsIn`: as for `presentElsewhere`. */
export function absenceOf(
  project: Project,
  path: string,
  analysis: Analysis,
  claim: Claim,
  others: readonly string[],
  wordsIn?: WordsIn,
): Absence {
  const present = new Set(project.linksOf(path, claim.id).map(({ to }) => to.path));
  const missing = others.filter((other) => !present.has(other));
  const elsewhere =
    missing.length > 0 ? presentElsewhere(project, path, analysis, claim, wordsIn) : () => false;
  const absent = missing.filter((other) => !elsewhere(other));
  return {
    absentFrom: absent.length,
    untold: absent.filter((other) => !isWhole(project.analysis(other))).length,
    pending: !project.complete,
  };
}

/** “Only here” can be said: the story has other articles, all are read and can tell, and none has the claim. */
export const isOnlyHere = ({ absentFrom, untold, pending }: Absence, others: readonly string[]): boolean =>
  others.length > 0 && absentFrom === others.length && untold === 0 && !pending;

/**
 * Whether an article has a claim that it has no counterpart of: the words of the quotation, figure or statement stand
 * there, or what is around the claim has a counterpart there. “Not found” would be untrue of it. `wordsIn`: whether some
 * words stand in an article, for who asks it of many claims.
 */
export function presentElsewhere(
  project: Project,
  path: string,
  analysis: Analysis,
  claim: Claim,
  wordsIn: WordsIn = searchedIn(project),
): (other: string) => boolean {
  const quotation = analysis.quotations.find((q) => q.id === claim.mention);
  const around = analysis.claims.filter((one) => one !== claim && contains(one, claim));
  const reached = new Set(around.flatMap(({ id }) => project.linksOf(path, id)).map(({ to }) => to.path));
  const words = wordsIn(textOf(analysis.article.text, quotation?.content ?? claim));
  return (other) => reached.has(other) || (words?.(other) ?? false);
}

/** Whether a text's words stand in an article, in any case, marks and lines; null for a text without words. */
export type WordsIn = (text: string) => ((path: string) => boolean) | null;

const WORD = /[\p{L}\p{N}]+/gu;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

const inOneForm = (words: readonly string[]): string => ` ${words.join(' ')} `;

const searchedIn =
  (project: Project): WordsIn =>
  (text) => {
    const words = wordsOf(text);
    if (words.length === 0) return null;
    const sought = inOneForm(words);
    // Most articles lack the longest word, which is told a hundred times as fast.
    const longest = words.reduce((best, word) => (word.length > best.length ? word : best));
    return (path) => {
      const there = project.analysis(path)?.article.text ?? '';
      return there.toLowerCase().includes(longest) && inOneForm(wordsOf(there)).includes(sought);
    };
  };

/** The same for many texts and the articles at `paths`: what these say is brought into one form once. */
export function indexedIn(project: Project, paths: readonly string[]): WordsIn {
  let known: ReturnType<typeof indexOf> | undefined;
  return (text) => {
    const words = wordsOf(text);
    if (words.length === 0) return null;
    const sought = inOneForm(words);
    known ??= indexOf(project, paths);
    const { said, having } = known;
    // The rarest word stands in few articles, and only these are read.
    const places = words.map((word) => having.get(word) ?? []);
    const few = places.reduce((fewest, one) => (one.length < fewest.length ? one : fewest));
    return (path) => few.includes(path) && (said.get(path) ?? '').includes(sought);
  };
}

function indexOf(project: Project, paths: readonly string[]) {
  const said = new Map<string, string>();
  const having = new Map<string, string[]>();
  for (const path of paths) {
    const words = wordsOf(project.analysis(path)?.article.text ?? '');
    said.set(path, inOneForm(words));
    for (const word of new Set(words)) {
      const others = having.get(word);
      if (others === undefined) having.set(word, [path]);
      else others.push(path);
    }
  }
  return { said, having };
}

/** An article that is cut short, or that is not in English, may say what was not found in it. */
export const isWhole = (analysis: Analysis | undefined): boolean =>
  analysis === undefined || isWholeArticle(analysis.article);
