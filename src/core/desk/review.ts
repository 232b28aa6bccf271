import type { Project } from '../corpus/project.ts';
import { type Link, surestFirst } from '../counterparts/link.ts';
import { articlesOfStory } from './story.ts';

/**
 * The links of a story that nobody has decided on, each once, as its articles are read: by the article that was
 * published first, in order of position; of one claim's links the best first. Possible ones come after all others.
 */
export function unreviewedLinks(project: Project, path: string): Link[] {
  const articles = articlesOfStory(project, path);
  const place = new Map(articles.map((article, at) => [article, at]));
  const links = articles.flatMap((article, at) => {
    const start = new Map(project.analysis(article)?.claims.map((claim) => [claim.id, claim.start]));
    return project
      .linksOf(article)
      .filter(({ to, confirmedBy }) => confirmedBy === undefined && (place.get(to.path) ?? -1) > at)
      .sort((a, b) => (start.get(a.from.claim) ?? 0) - (start.get(b.from.claim) ?? 0) || b.score - a.score);
  });
  return surestFirst(links);
}
