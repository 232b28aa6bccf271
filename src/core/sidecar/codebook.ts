import { isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Problem, Read } from '../text/problem.ts';
import { type Entry, entriesOf, openDocument, problemOf, spanOf } from './document.ts';

/** Articles that an analyst says are about one event. */
export interface StoryGroup {
  readonly name: string;
  /** Paths from the file's folder, with forward slashes. */
  readonly articles: readonly string[];
}

/** What `counterpoint.yaml` holds; an empty file only marks its folder's texts as articles. */
export interface Codebook {
  readonly stories: readonly StoryGroup[];
}

/** Reads `stories: {NAME: [ARTICLE, …]}`; what can't be read is told and left out. */
export function parseCodebook(text: string): Read<Codebook> {
  const { top, problems: found } = openDocument(text, 'codebook');
  const problems: Problem[] = [...found];
  const named = new Map<string, string>();
  const report = (message: string, span: Problem['span'], severity: Problem['severity'] = 'error'): void => {
    problems.push(problemOf('codebook-value', message, span, severity));
  };

  const articlesOf = ({ key, keySpan, node }: Entry): StoryGroup[] => {
    if (!isSeq(node)) {
      report(`The story "${key}" must list its articles, one path a line after "- ".`, keySpan);
      return [];
    }
    const articles: string[] = [];
    for (const item of node.items) {
      const path = isScalar(item) && typeof item.value === 'string' ? item.value.replaceAll('\\', '/') : null;
      const other = path === null ? undefined : named.get(path);
      if (path === null) report(`An article of the story "${key}" must be a path.`, spanOf(item));
      else if (other !== undefined)
        report(`"${path}" is in the story "${other}" already. It stays there.`, spanOf(item), 'warning');
      else {
        named.set(path, key);
        articles.push(path);
      }
    }
    return [{ name: key, articles }];
  };

  const storiesOf = ({ node, keySpan }: Entry): StoryGroup[] => {
    if (node === null || (isScalar(node) && node.value === null)) return [];
    const map = node as YAMLMap;
    if (typeof map === 'object' && 'items' in map && !isSeq(map)) return entriesOf(map).flatMap(articlesOf);
    report('"stories" must hold the names of stories, each with a list of its articles.', keySpan);
    return [];
  };

  const stories = (top ? entriesOf(top) : []).flatMap((entry) => {
    if (entry.key === 'stories') return storiesOf(entry);
    report(`Counterpoint does not know "${entry.key}" here.`, entry.keySpan, 'information');
    return [];
  });
  return { value: { stories }, problems };
}
