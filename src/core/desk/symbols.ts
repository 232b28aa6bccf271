import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import { figureText } from '../presentation/figure-text.ts';
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

/** Names and figures of all articles that have every word of a query, names first. Empty for a query of one letter. */
export function findSymbols(project: Project, query: string): ArticleSymbol[] {
  const words = folded(query).split(' ');
  if (words.join('').length < 2) return [];
  const fits = (text: string): boolean => {
    const within = folded(text);
    return words.every((word) => within.includes(word));
  };
  const names: ArticleSymbol[] = [];
  const figures: ArticleSymbol[] = [];
  for (const path of project.paths()) {
    const analysis = project.analysis(path);
    if (!analysis) continue;
    if (names.length < MOST_SYMBOLS) names.push(...namesIn(path, analysis, fits));
    if (/\d/.test(query) && figures.length < MOST_SYMBOLS) figures.push(...figuresIn(path, analysis, fits));
    if (names.length >= MOST_SYMBOLS) break;
  }
  return [...names, ...figures].slice(0, MOST_SYMBOLS);
}

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

function namesIn(path: string, analysis: Analysis, fits: (text: string) => boolean): ArticleSymbol[] {
  const container = containerOf(analysis);
  const place = placesIn(analysis);
  return analysis.chains.flatMap(({ id, name, type, aliases }) => {
    if (!fits(name) && !aliases.some(fits)) return [];
    const first = analysis.entities.find(({ chain }) => chain === id);
    if (!first) return [];
    return [
      { kind: type === 'person' ? 'person' : 'name', text: name, container, path, ...place(first) },
    ] as const;
  });
}

function figuresIn(path: string, analysis: Analysis, fits: (text: string) => boolean): ArticleSymbol[] {
  const container = containerOf(analysis);
  const place = placesIn(analysis);
  return analysis.figures
    .filter((figure) => fits(figureText(figure)) || fits(lineOf(analysis, figure)))
    .map((figure) => ({
      kind: 'figure',
      text: [lineOf(analysis, figure), figure.topic].filter((part) => part).join(' — '),
      container,
      path,
      ...place(figure),
    }));
}
