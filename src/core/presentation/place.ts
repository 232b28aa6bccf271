import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import { dayAt, entryAt } from '../text/article.ts';
import { lineAt, lineStartsOf } from '../text/line-number.ts';
import type { Span } from '../text/span.ts';

/** A place in an article, as a reader would cite it. */
export interface Place {
  readonly path: string;
  readonly outlet: string | null;
  readonly date: string | null;
  /** Of an entry of a live blog, with its zone where that is known: "14:32 GMT". */
  readonly time: string | null;
  /** 1-based. */
  readonly line: number;
}

export function placeOf(path: string, { article }: Analysis, span: Span): Place {
  const entry = entryAt(article, span.start);
  return {
    path,
    outlet: article.outlet,
    date: dayAt(article, span.start),
    time: entry === undefined ? null : [entry.time, entry.zone ?? ''].join(' ').trim(),
    line: lineAt(lineStartsOf(article), span.start) + 1,
  };
}

/** The other articles of the story: only they can lack a claim. */
export function otherArticles(project: Project, path: string): readonly string[] {
  return (project.storyOf(path)?.articles ?? []).filter((other) => other !== path);
}
