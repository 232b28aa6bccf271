import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseCodebook } from '../core/sidecar/codebook.ts';
import { joined } from '../core/sidecar/location.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { readText } from '../files/read-text.ts';
import { realPath } from './article-files.ts';

const NAME = 'counterpoint.yaml';

/**
 * The stories that analysts have put together for some articles: from each `counterpoint.yaml` in or above their
 * folders, as groups of the articles' paths. What is wrong in one is said, and the rest of it holds.
 */
export function storyGroups(articles: readonly string[], say: (message: string) => void): string[][] {
  const byRealPath = new Map(articles.map((path) => [slashed(realPath(path)), path]));
  return codebooksAbove(articles).flatMap((file) => {
    const { text } = readText(file);
    const { value, problems } = parseCodebook(text);
    const starts = lineStarts(text);
    for (const { message, span } of problems)
      say(`${relative('', file)}:${lineAt(starts, span.start) + 1}: ${message}`);
    return value.stories.map((story) =>
      story.articles.flatMap((article) => byRealPath.get(joined(slashed(file), article)) ?? []),
    );
  });
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

function codebooksAbove(articles: readonly string[]): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const article of articles) {
    for (let folder = dirname(realPath(article)); !seen.has(folder); folder = dirname(folder)) {
      seen.add(folder);
      if (existsSync(join(folder, NAME))) found.add(join(folder, NAME));
    }
  }
  return [...found].sort();
}
