import type { ResolutionStatus } from '../anchors/selector.ts';
import type { AnnotationStatus } from '../sidecar/annotation.ts';
import { byText } from '../text/order.ts';
import { folded } from './words.ts';

/** A note as a list shows it. */
export interface NoteRow {
  /** The article's URI. */
  readonly article: string;
  readonly id: string;
  /** How its passage was found again. */
  readonly found: ResolutionStatus;
  /** Offset of its passage in the article; null where it has no one place. */
  readonly start: number | null;
  readonly note: string;
  readonly quote: string;
  readonly author: string;
  readonly status: AnnotationStatus;
  readonly tags: readonly string[];
}

export type NoteGrouping = 'tag' | 'status' | 'author' | 'article';

export const NOTE_GROUPINGS: readonly NoteGrouping[] = ['tag', 'status', 'author', 'article'];

export interface NoteGroup {
  /** `missing`: notes whose passage is lost or ambiguous, whatever the grouping. */
  readonly kind: 'missing' | NoteGrouping;
  /** The tag, status, author or article; null for notes that have none, and for those whose passage is missing. */
  readonly key: string | null;
  readonly notes: readonly NoteRow[];
}

const STATUS_ORDER: readonly string[] = ['open', 'disputed', 'verified', 'closed'];

export const isMissing = ({ found }: NoteRow): boolean => found === 'lost' || found === 'ambiguous';

/** What needs the analyst on top; then the groups by name, and what has no tag last. A note stands under each of its tags. */
export function groupedNotes(notes: readonly NoteRow[], by: NoteGrouping): NoteGroup[] {
  const missing = notes.filter(isMissing);
  const groups = new Map<string | null, NoteRow[]>();
  for (const note of notes) {
    for (const key of keysOf(note, by)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [note]);
      else group.push(note);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => rank(a, by) - rank(b, by) || byText(a ?? '', b ?? ''));
  return [
    ...(missing.length > 0 ? [{ kind: 'missing' as const, key: null, notes: inOrder(missing) }] : []),
    ...sorted.map(([key, group]) => ({ kind: by, key, notes: inOrder(group) })),
  ];
}

function keysOf(note: NoteRow, by: NoteGrouping): readonly (string | null)[] {
  if (by === 'tag') return note.tags.length > 0 ? note.tags : [null];
  return [note[by]];
}

const rank = (key: string | null, by: NoteGrouping): number =>
  key === null ? Number.POSITIVE_INFINITY : by === 'status' ? STATUS_ORDER.indexOf(key) : 0;

const inOrder = (notes: readonly NoteRow[]): NoteRow[] =>
  [...notes].sort(
    (a, b) => byText(a.article, b.article) || (a.start ?? -1) - (b.start ?? -1) || byText(a.id, b.id),
  );

/** Notes that have every word in their text, passage, author or tags. */
export function notesWith(notes: readonly NoteRow[], words: string): readonly NoteRow[] {
  const wanted = folded(words).split(' ');
  return notes.filter(({ note, quote, author, tags }) => {
    const within = folded([note, quote, author, ...tags].join(' '));
    return wanted.every((word) => within.includes(word));
  });
}
