import type { Problem } from '../text/problem.ts';
import { say, sentences } from '../text/wording.ts';
import type { TaggedNote } from './annotation.ts';
import type { TagDefinition } from './codebook-tags.ts';
import { problemOf } from './document.ts';
import { changeTo, meantText, nearest } from './nearest.ts';
import type { SidecarRead } from './parse.ts';
import { plain } from './scalar.ts';

/** What is wrong with a sidecar's tags by the codebook that holds for its article; spans are in the sidecar's text. */
export function tagProblems({ tagged }: SidecarRead, tags: readonly TagDefinition[]): Problem[] {
  const known = new Map(tags.map((tag) => [tag.name, tag]));
  const names = [...known.keys()];
  return tagged.flatMap((note) =>
    note.tags.flatMap(({ text, span }) => {
      const tag = known.get(text);
      return tag ? missing(note, tag, span) : [unknown(text, span, names)];
    }),
  );
}

function unknown(tag: string, span: Problem['span'], names: readonly string[]): Problem {
  const meant = nearest(tag, names);
  const hint = meant === null ? say('Choose one that is, or add it to the codebook.') : meantText(meant);
  const words = sentences(say('The tag "{0}" is not in the codebook.', tag), hint);
  const problem = problemOf('tag-unknown', words, span, 'warning');
  const fixes = meant === null ? [] : [{ title: changeTo(meant), edits: [{ span, text: plain(meant) }] }];
  return { ...problem, fixes };
}

/** What a note with a tag lacks. */
export const lacking = ({ filled }: TaggedNote, { required }: TagDefinition): string[] =>
  required.filter((key) => !filled.has(key));

function missing(note: TaggedNote, tag: TagDefinition, span: Problem['span']): Problem[] {
  const keys = lacking(note, tag);
  if (keys.length === 0) return [];
  const listed = keys.map((key) => `"${key}"`).join(', ');
  const words = say(
    'A note with the tag "{0}" needs {1}, which this one has not got. Fill it in, or choose another tag.',
    tag.name,
    listed,
  );
  return [problemOf('tag-incomplete', words, span, 'warning')];
}

/** The tags of several codebooks, the nearest first: what it says of a tag holds. Null where none says anything. */
export function tagsTogether(books: readonly (readonly TagDefinition[] | null)[]): TagDefinition[] | null {
  const tags = new Map<string, TagDefinition>();
  for (const book of books) for (const tag of book ?? []) if (!tags.has(tag.name)) tags.set(tag.name, tag);
  return books.some((book) => book !== null) ? [...tags.values()] : null;
}
