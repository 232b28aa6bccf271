import type { Project } from '../corpus/project.ts';
import { isWhole } from '../presentation/absence.ts';
import { toldIn } from './claim-groups.ts';
import { speakersOf } from './full-names.ts';
import type { Matrix, MatrixColumn } from './matrix.ts';
import { rowMaker } from './matrix-row.ts';
import { articlesOfStory, earlierKin } from './story.ts';
import { titleOf } from './words.ts';

/**
 * Claims of several articles that sure links join, directly or by way of others, make one row; never two that an analyst
 * said are not one. A possible counterpart stands in the cell of an article that has no sure one, marked as such.
 * Null where the corpus has no such article.
 */
export function matrixOf(project: Project, path: string): Matrix | null {
  const columns = columnsOf(project, path);
  if (columns.length === 0) return null;
  const { places, claims, groups, foes } = toldIn(project, columns);
  const speakerIn = speakersOf(project, [...places.keys()]);
  const rowOf = rowMaker({
    project,
    columns,
    places,
    claims,
    families: familiesOf(columns),
    foes,
    speakerIn,
  });
  return {
    title: columns[0]?.title ?? '',
    columns,
    rows: groups.map(rowOf),
  };
}

function columnsOf(project: Project, path: string): MatrixColumn[] {
  const columns: MatrixColumn[] = [];
  const articles = articlesOfStory(project, path);
  // Read once: of large stories the project keeps not all of them at hand.
  const all = articles.flatMap((article) => project.kin(article) ?? []);
  for (const article of articles) {
    const analysis = project.analysis(article);
    if (!analysis) continue;
    const { outlet, date, facts } = analysis.article;
    const title = titleOf(analysis);
    const kin = earlierKin(article, all);
    const column = columns.findIndex((one) => one.path === kin?.path);
    columns.push({
      ...{ path: article, title, outlet, date, url: facts.url ?? null },
      ...{ whole: isWhole(analysis), kin: kin && { kinship: kin.kinship, column } },
    });
  }
  return columns;
}

/** Of each column, one that stands for all that are one source with it. */
function familiesOf(columns: readonly MatrixColumn[]): readonly number[] {
  const families: number[] = [];
  for (const [at, { kin }] of columns.entries())
    families.push(kin === null ? at : (families[kin.column] ?? at));
  return families;
}
