import { joined } from '../core/sidecar/location.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { realPath } from './article-files.ts';
import { createCodebooks } from './codebooks.ts';

/**
 * The stories that analysts have put together for some articles: from each `counterpoint.yaml` in or above their
 * folders, as groups of the articles' paths. What is wrong in one is said, and the rest of it holds.
 */
export function storyGroups(articles: readonly string[], say: (message: string) => void): string[][] {
  const byRealPath = new Map(articles.map((path) => [slashed(realPath(path)), path]));
  const codebooks = createCodebooks();
  for (const article of articles) codebooks.above(article);
  return codebooks.met().flatMap(({ path, name, text, value, problems }) => {
    const starts = lineStarts(text);
    for (const { message, span } of problems) say(`${name}:${lineAt(starts, span.start) + 1}: ${message}`);
    return value.stories.map((story) =>
      story.articles.flatMap((article) => byRealPath.get(joined(slashed(path), article)) ?? []),
    );
  });
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
