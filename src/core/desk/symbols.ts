import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import type { Reading } from '../corpus/reading.ts';
import { lineAt, lineStartsOf } from '../text/line-number.ts';
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
const MOST_SYMBOLS = 200;

/** What is looked for in an article: little, where its analysis is much to unpack. */
interface Sought {
  readonly names: readonly { readonly folded: string; readonly chain: number }[];
  /** The figures as they are written, folded, a line each. */
  readonly figures: string;
}

export interface SymbolFinder {
  /** Reads what is looked for in an article, where that was not done since it changed: most of a search's work. */
  readonly prepare: (path: string) => void;
  /**
   * Names and figures of all articles that have every word of a query, names first; figures by their digits, as they
   * are written. Empty for a query of one letter.
   */
  readonly find: (query: string) => ArticleSymbol[];
}

export function symbolFinder(project: Project): SymbolFinder {
  const known = new WeakMap<Reading, Sought>();
  const soughtIn = (path: string): Sought | undefined => {
    const reading = project.reading(path);
    if (reading === undefined) return undefined;
    const sought = known.get(reading) ?? soughtOf(project.analysis(path));
    known.set(reading, sought);
    return sought;
  };
  const find = (query: string): ArticleSymbol[] => {
    const words = folded(query).split(' ');
    if (words.join('').length < 2) return [];
    const fits = (text: string): boolean => words.every((word) => text.includes(word));
    const names: ArticleSymbol[] = [];
    const figures: ArticleSymbol[] = [];
    for (const path of project.paths()) {
      const sought = soughtIn(path);
      if (!sought) continue;
      const chains = new Set(sought.names.filter((name) => fits(name.folded)).map(({ chain }) => chain));
      const hasFigures = /\d/.test(query) && figures.length < MOST_SYMBOLS && fits(sought.figures);
      const analysis = chains.size > 0 || hasFigures ? project.analysis(path) : undefined;
      if (!analysis) continue;
      names.push(...namesIn(path, analysis, chains));
      if (hasFigures) figures.push(...figuresIn(path, analysis, fits));
      if (names.length >= MOST_SYMBOLS) break;
    }
    return [...names, ...figures].slice(0, MOST_SYMBOLS);
  };
  return { prepare: soughtIn, find };
}

function soughtOf(analysis: Analysis | undefined): Sought {
  if (!analysis) return { names: [], figures: '' };
  const names = analysis.chains.flatMap(({ name, aliases }, chain) =>
    [...new Set([name, ...aliases])].map((one) => ({ folded: folded(one), chain })),
  );
  return { names, figures: analysis.figures.map((figure) => folded(lineOf(analysis, figure))).join('\n') };
}

const containerOf = ({ article }: Analysis): string =>
  [article.outlet, article.date].filter((part) => part !== null).join(', ');

function placeIn(
  { article }: Analysis,
  { start }: Span,
): { readonly line: number; readonly character: number } {
  const starts = lineStartsOf(article);
  const line = lineAt(starts, start);
  return { line, character: start - (starts[line] ?? 0) };
}

function namesIn(path: string, analysis: Analysis, fitting: ReadonlySet<number>): ArticleSymbol[] {
  const container = containerOf(analysis);
  return analysis.chains.flatMap(({ id, name, type }, at) => {
    if (!fitting.has(at)) return [];
    const first = analysis.entities.find(({ chain }) => chain === id);
    if (!first) return [];
    return [
      {
        kind: type === 'person' ? 'person' : 'name',
        text: name,
        container,
        path,
        ...placeIn(analysis, first),
      },
    ] as const;
  });
}

function figuresIn(path: string, analysis: Analysis, fits: (text: string) => boolean): ArticleSymbol[] {
  const container = containerOf(analysis);
  return analysis.figures
    .filter((figure) => fits(folded(lineOf(analysis, figure))))
    .map((figure) => ({
      kind: 'figure',
      text: [lineOf(analysis, figure), figure.topic].filter((part) => part).join(' — '),
      container,
      path,
      ...placeIn(analysis, figure),
    }));
}
