import type { Selectors } from '../anchors/selector.ts';
import type { Annotation, Decision, Dismissal, Reply } from './annotation.ts';
import type { FactChanges } from './operation.ts';

/**
 * A value as it is written: `word` without quotes where that is safe, `quote` with, `note` as block
 * text; `none` is no value: a key with it is removed.
 */
export type FieldValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'word' | 'quote' | 'note'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | TagSet
  | { readonly kind: 'map'; readonly fields: readonly Field[] };

/** Tags stand as one word under `tag`, as a list under `tags` where there are several or a list already. */
export interface TagSet {
  readonly kind: 'tags';
  readonly texts: readonly string[];
}

export interface Field {
  readonly key: string;
  readonly value: FieldValue;
}

/** The sidecar's keys in the order in which they are written. */
export const TOP_KEYS = ['version', 'article', 'annotations', 'decisions', 'dismissals'] as const;
export const FACT_KEYS = [
  'headline',
  'outlet',
  'published',
  'url',
  'retrieved',
  'archive',
  'language',
  'versionOf',
  'copyOf',
  'truncated',
] as const;
export const ANNOTATION_KEYS = [
  'author',
  'created',
  'modified',
  'status',
  'confidence',
  'tag',
  'tags',
  'note',
  'replies',
  'selectors',
] as const;
export const REPLY_KEYS = ['author', 'created', 'modified', 'note'] as const;
export const DECISION_KEYS = ['author', 'created', 'decision', 'here', 'there'] as const;
export const DISMISSAL_KEYS = ['author', 'created', 'kind', 'selectors'] as const;
export const SELECTOR_KEYS = [
  'exact',
  'prefix',
  'suffix',
  'start',
  'end',
  'paragraph',
  'offset',
  'rest',
  'before',
  'after',
  'copies',
  'text',
] as const;

/** Place of each key in the fixed order, of whatever mapping it is in. */
export const RANK: ReadonlyMap<string, number> = new Map(
  [...new Set([...TOP_KEYS, ...FACT_KEYS, ...ANNOTATION_KEYS, ...DECISION_KEYS, ...SELECTOR_KEYS])].map(
    (key, i) => [key, i],
  ),
);

const word = (key: string, text: string): Field => ({ key, value: { kind: 'word', text } });
const quote = (key: string, text: string): Field => ({ key, value: { kind: 'quote', text } });
const number = (key: string, value: number): Field => ({ key, value: { kind: 'number', number: value } });
const map = (key: string, fields: readonly Field[]): Field => ({ key, value: { kind: 'map', fields } });

export const none = (key: string): Field => ({ key, value: { kind: 'none' } });

function selectorFields({ quote: q, position, paragraph, copies, text }: Selectors): Field[] {
  return [
    quote('exact', q.exact),
    quote('prefix', q.prefix),
    quote('suffix', q.suffix),
    number('start', position.start),
    number('end', position.end),
    ...(paragraph
      ? [
          number('paragraph', paragraph.ordinal),
          number('offset', paragraph.offset),
          number('rest', paragraph.rest),
          quote('before', paragraph.before),
          quote('after', paragraph.after),
        ]
      : ['paragraph', 'offset', 'rest', 'before', 'after'].map(none)),
    copies === undefined ? none('copies') : number('copies', copies),
    text === undefined ? none('text') : quote('text', text),
  ];
}

export function annotationFields(annotation: Annotation): Field[] {
  return [
    word('author', annotation.author),
    word('created', annotation.created),
    word('modified', annotation.modified),
    word('status', annotation.status),
    annotation.confidence === null ? none('confidence') : word('confidence', annotation.confidence),
    { key: 'tags', value: { kind: 'tags', texts: annotation.tags } },
    { key: 'note', value: { kind: 'note', text: annotation.note } },
    annotation.replies.length === 0
      ? none('replies')
      : map(
          'replies',
          annotation.replies.map((reply) => map(reply.id, replyFields(reply))),
        ),
    map('selectors', selectorFields(annotation.selectors)),
  ];
}

export const replyFields = ({ author, created, modified, note }: Reply): Field[] => [
  word('author', author),
  word('created', created),
  word('modified', modified),
  { key: 'note', value: { kind: 'note', text: note } },
];

export const factFields = (changes: FactChanges): Field[] =>
  Object.entries(changes).map(([key, text]) => (text === null ? none(key) : word(key, text)));

export function decisionFields(decision: Decision): Field[] {
  return [
    word('author', decision.author),
    word('created', decision.created),
    word('decision', decision.decision),
    map('here', selectorFields(decision.here)),
    map('there', [otherArticle(decision.there.article), ...selectorFields(decision.there.selectors)]),
  ];
}

export const otherArticle = (path: string): Field => word('article', path);

export function dismissalFields(dismissal: Dismissal): Field[] {
  return [
    word('author', dismissal.author),
    word('created', dismissal.created),
    word('kind', dismissal.kind),
    map('selectors', selectorFields(dismissal.selectors)),
  ];
}
