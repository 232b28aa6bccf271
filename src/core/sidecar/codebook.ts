import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { lineStart, nextLine } from '../text/line-number.ts';
import type { Problem, Read } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say } from '../text/wording.ts';
import { type Report, reportUnknown } from './codebook-report.ts';
import { readTags, type TagDefinition } from './codebook-tags.ts';
import { type Entry, entriesOf, isNothing, openDocument, problemOf, spanOf } from './document.ts';

/** Articles that an analyst says are about one event. */
export interface StoryGroup {
  readonly name: string;
  /** Paths from the file's folder, with forward slashes. */
  readonly articles: readonly string[];
}

/** What `counterpoint.yaml` holds; an empty file only marks its folder's texts as articles. */
export interface Codebook {
  /** Null where it says nothing of tags: then every tag is as good as another. */
  readonly tags: readonly TagDefinition[] | null;
  readonly stories: readonly StoryGroup[];
}

export const CODEBOOK_KEYS = ['tags', 'stories'] as const;

/** Reads a codebook (text without a byte order mark); what can't be read is told and left out. */
export function parseCodebook(text: string): Read<Codebook> {
  const { top, problems: found } = openDocument(text, 'codebook');
  const problems: Problem[] = [...found];
  const report: Report = (words, span, more = {}) => {
    problems.push({ ...problemOf('codebook-value', words, span), ...more });
  };
  let value: Codebook = { tags: null, stories: [] };
  for (const entry of top ? entriesOf(top) : []) {
    if (entry.key === 'stories') value = { ...value, stories: readStories(text, entry, report) };
    else if (entry.key === 'tags') value = { ...value, tags: readTags(entry, report) };
    else reportUnknown(entry, CODEBOOK_KEYS, report);
  }
  return { value, problems };
}

function readStories(text: string, { node, keySpan }: Entry, report: Report): StoryGroup[] {
  if (isNothing(node)) return [];
  const named = new Map<string, string>();
  if (isMap(node))
    return entriesOf(node as YAMLMap).flatMap((entry) => readStory(text, entry, named, report));
  report(say('"stories" must hold the names of stories, each with a list of its articles.'), keySpan);
  return [];
}

/** `named`: the story of each article that was read before. */
function readStory(
  text: string,
  { key, keySpan, node }: Entry,
  named: Map<string, string>,
  report: Report,
): StoryGroup[] {
  if (!isSeq(node)) {
    report(say('The story "{0}" must list its articles, one path a line after "- ".', key), keySpan);
    return [];
  }
  const articles: string[] = [];
  for (const item of node.items) {
    const path = isScalar(item) && typeof item.value === 'string' ? item.value.replaceAll('\\', '/') : null;
    const other = path === null ? undefined : named.get(path);
    const span = spanOf(item);
    if (path === null) report(say('An article of the story "{0}" must be a path.', key), span);
    else if (other !== undefined) {
      const line = ownLine(text, span);
      const fixes = line
        ? [{ title: say('Remove it from "{0}"', key), edits: [{ span: line, text: '' }] }]
        : [];
      const words = say('"{0}" is in the story "{1}" already. It stays there.', path, other);
      report(words, span, { severity: 'warning', fixes });
    } else {
      named.set(path, key);
      articles.push(path);
    }
  }
  return [{ name: key, articles }];
}

/** The whole line of a list's item that has one to itself. */
function ownLine(text: string, { start, end }: Span): Span | null {
  const from = lineStart(text, start);
  const to = nextLine(text, end);
  const isAlone = /^[ \t]*- *$/.test(text.slice(from, start)) && text.slice(end, to).trim() === '';
  return isAlone ? { start: from, end: to } : null;
}
