import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import type { Limits } from '../counterparts/candidates.ts';
import { type Link, surestFirst } from '../counterparts/link.ts';
import { type ArticleLens, articleLens, type ParagraphLens, paragraphLenses } from './lens.ts';

/** A link without its reasons: they are for cards, and many. */
export type ViewLink = Omit<Link, 'evidence'>;

/** All that an editor shows of an open article without being asked. Plain data, fit to be sent between threads. */
export interface ArticleView {
  readonly analysis: Analysis;
  /** Best first, possible ones last; `from` is on this article's side. */
  readonly links: readonly ViewLink[];
  readonly lens: ArticleLens;
  readonly paragraphs: readonly ParagraphLens[];
  /** What was left out of its counterparts because there is too much of it. */
  readonly limits: Limits;
}

/** What other articles change of a view: little, where an analysis can be megabytes. */
export type ViewLinks = Omit<ArticleView, 'analysis'>;

/** Null where the corpus has no such article. */
export function viewLinksOf(project: Project, path: string): ViewLinks | null {
  const lens = articleLens(project, path);
  return (
    lens && {
      lens,
      links: surestFirst(project.linksOf(path)).map(withoutReasons),
      paragraphs: paragraphLenses(project, path),
      limits: project.limits(path),
    }
  );
}

/** Null where the corpus has no such article. */
export function viewOf(project: Project, path: string): ArticleView | null {
  const analysis = project.analysis(path);
  const links = viewLinksOf(project, path);
  return analysis && links ? { analysis, ...links } : null;
}

/** Taken one by one: reasons are found out when they are read. */
const withoutReasons = ({
  from,
  to,
  relation,
  score,
  certainty,
  difference,
  confirmedBy,
  decision,
}: Link): ViewLink => ({
  from,
  to,
  relation,
  score,
  ...(certainty && { certainty }),
  difference,
  ...(confirmedBy !== undefined && { confirmedBy }),
  ...(decision !== undefined && { decision }),
});
