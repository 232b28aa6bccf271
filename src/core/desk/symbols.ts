import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import { lineAt, lineStarts } from '../text/line-number.ts';
import type { Span } from '../text/span.ts';
import { folded, lineOf } from './words.ts';

/** Something of any article that can be gone to by its name. */
export interface ArticleSymbol {
  readonly kind: 'person' | 'name' | 'figure';
  readonly text: string;
  /** The outlet and date of the article that it stands in. */
  readonly container: string;
  readonly path: string;
  /** Where it stands, both 0-based: no file has to be opened to list it. */
  readonly line: number;
  readonly character: number;
}

/** More than this nobody reads: typing on narrows them. */
export const MOST_SYMBOLS = 200;

/** A name as it is looked for, and which chain of its article it is of. */
interface FoldedName {
  readonly folded: string;
  readonly chain: number;
}

/**
 * Finds names and figures of all articles that have every word of a query, names first; figures only by their digits,
 * as they are written. Empty for a query of one letter. What names look like folded is remembered per article.
 */
export function symbolFinder(project: Project): (query: string) => ArticleSymbol[] {
  const known = new WeakMap<Analysis, readonly FoldedName[]>();
  const namesOf = (analysis: Analysis): readonly FoldedName[] => {
    const names = known.get(analysis) ?? foldedNames(analysis);
    known.set(analysis, names);
    return names;
  };
  return (query) => {
    const words = folded(query).split(' ');
    if (words.join('').length < 2) return [];
    const digits = query
      .trim()
      .split(/\s+/)
      .find((word) => /\d/.test(word));
    const names: ArticleSymbol[] = [];
    const figures: ArticleSymbol[] = [];
    for (const path of project.paths()) {
      const analysis = project.analysis(path);
      if (!analysis) continue;
      const chains = namesOf(analysis).filter((name) => words.every((word) => name.folded.includes(word)));
      if (chains.length > 0)
        names.push(...namesIn(path, analysis, new Set(chains.map(({ chain }) => chain))));
      if (digits !== undefined && figures.length < MOST_SYMBOLS && analysis.article.text.includes(digits))
        figures.push(...figuresIn(path, analysis, words));
      if (names.length >= MOST_SYMBOLS) break;
    }
    return [...names, ...figures].slice(0, MOST_SYMBOLS);
  };
}

const foldedNames = ({ chains }: Analysis): FoldedName[] =>
  chains.flatMap(({ name, aliases }, chain) =>
    [...new Set([name, ...aliases])].map((one) => ({ folded: folded(one), chain })),
  );

const containerOf = ({ article }: Analysis): string =>
  [article.outlet, article.date].filter((part) => part !== null).join(', ');

function placesIn({
  article,
}: Analysis): (span: Span) => { readonly line: number; readonly character: number } {
  let starts: readonly number[] | null = null;
  return ({ start }) => {
    starts ??= lineStarts(article.text);
    const line = lineAt(starts, start);
    return { line, character: start - (starts[line] ?? 0) };
  };
}

function namesIn(path: string, analysis: Analysis, fitting: ReadonlySet<number>): ArticleSymbol[] {
  const container = containerOf(analysis);
  const place = placesIn(analysis);
  return analysis.chains.flatMap(({ id, name, type }, at) => {
    if (!fitting.has(at)) return [];
    const first = analysis.entities.find(({ chain }) => chain === id);
    if (!first) return [];
    return [
      { kind: type === 'person' ? 'person' : 'name', text: name, container, path, ...place(first) },
    ] as const;
  });
}

function figuresIn(path: string, analysis: Analysis, words: readonly string[]): ArticleSymbol[] {
  const container = containerOf(analysis);
  const place = placesIn(analysis);
  return analysis.figures
    .filter((figure) => {
      const within = folded(lineOf(analysis, figure));
      return words.every((word) => within.includes(word));
    })
    .map((figure) => ({
      kind: 'figure',
      text: [lineOf(analysis, figure), figure.topic].filter((part) => part).join(' — '),
      container,
      path,
      ...place(figure),
    }));
}
