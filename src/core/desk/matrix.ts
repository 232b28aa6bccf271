import type { Project } from '../corpus/project.ts';
import { articlesOfStory } from './story.ts';
import { titleOf } from './words.ts';

/** An article of the story. */
export interface MatrixColumn {
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
}

/** Who of a story's articles says what: a row a claim, a column an article; plain data. */
export interface Matrix {
  readonly title: string;
  /** In order of publication. */
  readonly columns: readonly MatrixColumn[];
}

/** Null where the corpus has no such article. */
export function matrixOf(project: Project, path: string): Matrix | null {
  const columns = articlesOfStory(project, path).flatMap((article) => columnOf(project, article));
  return columns.length === 0 ? null : { title: columns[0]?.title ?? '', columns };
}

function columnOf(project: Project, path: string): MatrixColumn[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const { outlet, date } = analysis.article;
  return [{ path, title: titleOf(analysis), outlet, date }];
}
