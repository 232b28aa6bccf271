import { isCollection, isScalar, type YAMLMap } from 'yaml';
import type { ArticleFacts } from '../text/article.ts';
import type { Read } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say } from '../text/wording.ts';
import type {
  Annotation,
  AnnotationStatus,
  Confidence,
  Decision,
  Dismissal,
  FindingKind,
  Reply,
  Sidecar,
  TaggedNote,
} from './annotation.ts';
import { isCalendarDate } from './calendar-date.ts';
import { type Entry, entriesOf, isNothing, type OpenedDocument, openDocument, spanOf } from './document.ts';
import {
  ANNOTATION_KEYS,
  DECISION_KEYS,
  DISMISSAL_KEYS,
  FACT_KEYS,
  REPLY_KEYS,
  SELECTOR_KEYS,
  TOP_KEYS,
} from './fields.ts';
import { readSelectorEntries, readSelectors } from './parse-selectors.ts';
import { Reader } from './reader.ts';

/** A sidecar as far as it could be read, and where its entries stand. */
export interface SidecarRead extends Read<Sidecar> {
  /** Spans of the ids of annotations, replies, decisions and dismissals. */
  readonly places: ReadonlyMap<string, Span>;
  readonly tagged: readonly TaggedNote[];
}

export const EMPTY: Sidecar = { version: 1, article: {}, annotations: [], decisions: [], dismissals: [] };
export const STATUSES: readonly AnnotationStatus[] = ['open', 'verified', 'disputed', 'closed'];
export const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];
export const FINDINGS: readonly FindingKind[] = ['quotation', 'figure', 'name'];

/**
 * Reads a sidecar (text without a byte order mark). Whatever the text, an answer: what can't be used is named
 * with a code and a place. With a problem of severity `error` the file must not be written.
 */
export const parseSidecar = (text: string): SidecarRead => readSource(text).read;

/** A sidecar's YAML, and what it says. */
export interface SidecarSource {
  readonly text: string;
  readonly opened: OpenedDocument;
  readonly read: SidecarRead;
}

function readSource(text: string): SidecarSource {
  const opened = openDocument(text);
  return { text, opened, read: readOpened(opened) };
}

/** Sources that take more room than this are not remembered, in code units. */
const MOST_REMEMBERED = 1_000_000;

/** Remembers the two that were read last: a change reads the file as it was and as it is, and then it is read again. */
export function recentSources(): (text: string) => SidecarSource {
  let recent: readonly SidecarSource[] = [];
  return (text) => {
    const source = recent.find((one) => one.text === text) ?? readSource(text);
    if (text.length <= MOST_REMEMBERED)
      recent = [source, ...recent.filter((one) => one !== source)].slice(0, 2);
    return source;
  };
}

function readOpened({ top, problems }: OpenedDocument): SidecarRead {
  if (!top) return { value: EMPTY, problems, places: new Map(), tagged: [] };
  const reader = new Reader();
  const entries = reader.known(top, TOP_KEYS, say('sidecar'));
  checkVersion(reader, entries.get('version'));
  const value: Sidecar = {
    version: 1,
    article: readFacts(reader, entries.get('article')),
    annotations: readItems(reader, entries.get('annotations'), readAnnotation),
    decisions: readItems(reader, entries.get('decisions'), readDecision),
    dismissals: readItems(reader, entries.get('dismissals'), readDismissal),
  };
  return { value, problems: [...problems, ...reader.problems], places: reader.places, tagged: reader.tagged };
}

function checkVersion(reader: Reader, entry: Entry | undefined): void {
  const version = reader.text(entry);
  if (!entry || version === undefined || version === '1') return;
  const words = say(
    'This sidecar is of version {0}; this Counterpoint reads version 1. Update Counterpoint.',
    version,
  );
  reader.report('sidecar-version', words, spanOf(entry.node));
}

function readFacts(reader: Reader, entry: Entry | undefined): ArticleFacts {
  const map = reader.map(entry);
  if (!map) return {};
  const entries = reader.known(map, FACT_KEYS, say('"article" block'));
  const facts: Record<string, string | boolean> = {};
  for (const key of FACT_KEYS) {
    const entry = entries.get(key);
    const text = reader.text(entry);
    if (!entry || text === undefined) continue;
    if (key === 'truncated') facts[key] = readTruth(reader, entry, text);
    else if (key !== 'published') facts[key] = text;
    else if (isDay(reader, entry, text)) facts[key] = text.slice(0, DAY);
  }
  return facts;
}

/** Length of `2026-01-31`; a time may follow it. */
const DAY = 10;

function isDay(reader: Reader, entry: Entry, text: string): boolean {
  if (
    isCalendarDate(text.slice(0, DAY)) &&
    /^(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-][\d:]+)?)?$/.test(text.slice(DAY))
  )
    return true;
  const words = say('"{0}" is no day of the calendar and is not used. Write it like 2026-01-31.', entry.key);
  reader.report('sidecar-value', words, spanOf(entry.node), 'warning');
  return false;
}

function readTruth(reader: Reader, entry: Entry, text: string): boolean {
  if (text !== 'true' && text !== 'false')
    reader.report('sidecar-type', say('"{0}" must be true or false.', entry.key), spanOf(entry.node));
  return text === 'true';
}

type ReadItem<T> = (reader: Reader, id: string, map: YAMLMap, span: Span) => T | null;

function readItems<T>(reader: Reader, section: Entry | undefined, item: ReadItem<T>): T[] {
  const map = reader.map(section);
  const items: T[] = [];
  for (const entry of map ? entriesOf(map) : []) {
    const { key: id, keySpan, node } = entry;
    if (!reader.place(id, keySpan)) continue;
    if (isNothing(node))
      reader.report('sidecar-type', say('"{0}" holds nothing. Remove it or give it its keys.', id), keySpan);
    const value = reader.map(entry);
    const read = value && item(reader, id, value, keySpan);
    if (read) items.push(read);
  }
  return items;
}

function readAnnotation(reader: Reader, id: string, map: YAMLMap, span: Span): Annotation | null {
  const entries = reader.known(map, ANNOTATION_KEYS, say('annotation'));
  const created = reader.time(entries.get('created'));
  const annotation = {
    id,
    author: reader.text(entries.get('author')) ?? '',
    created,
    modified: reader.time(entries.get('modified')) || created,
    status: readStatus(reader, entries.get('status')),
    confidence: readConfidence(reader, entries.get('confidence')),
    tags: readTags(reader, id, entries),
    note: reader.text(entries.get('note')) ?? '',
    replies: readItems(reader, entries.get('replies'), readReply),
  };
  const selectors = readSelectors(reader, entries.get('selectors'), id, span);
  return selectors && { ...annotation, selectors };
}

/** People write one word or several, under either key. */
function readTags(reader: Reader, id: string, entries: ReadonlyMap<string, Entry>): string[] {
  const found = [...reader.list(entries.get('tag')), ...reader.list(entries.get('tags'))];
  const tags = found.filter(({ text }, i) => found.findIndex((other) => other.text === text) === i);
  const filled = [...entries.values()].filter(({ node }) => isFilled(node)).map(({ key }) => key);
  reader.tagged.push({ id, tags, filled: new Set(filled) });
  return tags.map(({ text }) => text);
}

const isFilled = (node: unknown): boolean =>
  isScalar(node) ? String(node.value ?? '').trim() !== '' : isCollection(node) && node.items.length > 0;

function readReply(reader: Reader, id: string, map: YAMLMap): Reply {
  const entries = reader.known(map, REPLY_KEYS, say('reply'));
  const created = reader.time(entries.get('created'));
  return {
    id: id,
    author: reader.text(entries.get('author')) ?? '',
    created,
    modified: reader.time(entries.get('modified')) || created,
    note: reader.text(entries.get('note')) ?? '',
  };
}

function readConfidence(reader: Reader, entry: Entry | undefined): Confidence | null {
  const text = reader.text(entry);
  const confidence = CONFIDENCES.find((known) => known === text);
  if (entry && text !== undefined && !confidence) {
    const said = say('"{0}" is no confidence. It is one of {1}; not used.', text, CONFIDENCES.join(', '));
    reader.unfit(entry, text, CONFIDENCES, said);
  }
  return confidence ?? null;
}

function readStatus(reader: Reader, entry: Entry | undefined): AnnotationStatus {
  const text = reader.text(entry);
  const status = STATUSES.find((known) => known === text);
  if (entry && text !== undefined && !status) {
    const said = say('"{0}" is no status. It is one of {1}; taken for open.', text, STATUSES.join(', '));
    reader.unfit(entry, text, STATUSES, said);
  }
  return status ?? 'open';
}

function readDecision(reader: Reader, id: string, map: YAMLMap, span: Span): Decision | null {
  const entries = reader.known(map, DECISION_KEYS, say('decision'));
  const word = reader.text(entries.get('decision'));
  const common = {
    id,
    author: reader.text(entries.get('author')) ?? '',
    created: reader.time(entries.get('created')),
  };
  const here = readSelectors(reader, entries.get('here'), id, span);
  const there = readOtherEnd(reader, entries.get('there'), id, span);
  if (word !== 'confirmed' && word !== 'rejected') {
    reader.report('sidecar-value', say('The decision "{0}" must be confirmed or rejected.', id), span);
    return null;
  }
  return here && there && { ...common, decision: word, here, there };
}

function readOtherEnd(
  reader: Reader,
  entry: Entry | undefined,
  id: string,
  span: Span,
): Decision['there'] | null {
  const map = reader.map(entry);
  if (!map) {
    const words = say('The decision "{0}" does not say where its other end is: "there" is missing.', id);
    reader.report('sidecar-missing', words, span);
    return null;
  }
  const entries = reader.known(map, ['article', ...SELECTOR_KEYS], say('other end'));
  const article = reader.text(entries.get('article'));
  const selectors = readSelectorEntries(reader, entries, id, span);
  if (!article)
    reader.report('sidecar-missing', say('The decision "{0}" names no other "article".', id), span);
  return article && selectors ? { article, selectors } : null;
}

function readDismissal(reader: Reader, id: string, map: YAMLMap, span: Span): Dismissal | null {
  const entries = reader.known(map, DISMISSAL_KEYS, say('dismissal'));
  const word = reader.text(entries.get('kind'));
  const kind = FINDINGS.find((known) => known === word);
  const common = {
    id,
    author: reader.text(entries.get('author')) ?? '',
    created: reader.time(entries.get('created')),
  };
  const selectors = readSelectors(reader, entries.get('selectors'), id, span);
  if (!kind)
    reader.report(
      'sidecar-value',
      say('The dismissal "{0}" must say its "kind": {1}.', id, FINDINGS.join(', ')),
      span,
    );
  return kind && selectors ? { ...common, kind, selectors } : null;
}
