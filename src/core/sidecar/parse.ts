import { isAlias, isMap, isScalar, type YAMLMap } from 'yaml';
import type { Selectors } from '../anchors/selector.ts';
import type { ArticleFacts } from '../text/article.ts';
import type { Problem, Read } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Annotation, AnnotationStatus, Decision, Sidecar } from './annotation.ts';
import { type Entry, entriesOf, openDocument, problemOf, spanOf } from './document.ts';
import { ANNOTATION_KEYS, DECISION_KEYS, FACT_KEYS, SELECTOR_KEYS, TOP_KEYS } from './fields.ts';

/** A sidecar as far as it could be read, and where its entries stand. */
export interface SidecarRead extends Read<Sidecar> {
  /** Spans of the ids of annotations and decisions. */
  readonly places: ReadonlyMap<string, Span>;
}

export const EMPTY: Sidecar = { version: 1, article: {}, annotations: [], decisions: [] };
export const STATUSES: readonly AnnotationStatus[] = ['open', 'verified', 'disputed', 'closed'];
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Reads a sidecar (text without a byte order mark). Whatever the text, an answer: what can't be used is named
 * with a code and a place. With a problem of severity `error` the file must not be written.
 */
export function parseSidecar(text: string): SidecarRead {
  const { top, problems } = openDocument(text);
  return top ? new Reader(top, problems).read() : { value: EMPTY, problems, places: new Map() };
}

/** One reading: collects problems and places along the way. */
class Reader {
  readonly #top: YAMLMap;
  readonly #problems: Problem[];
  readonly #places = new Map<string, Span>();

  constructor(top: YAMLMap, problems: readonly Problem[]) {
    this.#top = top;
    this.#problems = [...problems];
  }

  read(): SidecarRead {
    const entries = this.#known(this.#top, TOP_KEYS, 'sidecar');
    this.#version(entries.get('version'));
    const value: Sidecar = {
      version: 1,
      article: this.#facts(entries.get('article')),
      annotations: this.#items(entries.get('annotations'), (id, map, span) =>
        this.#annotation(id, map, span),
      ),
      decisions: this.#items(entries.get('decisions'), (id, map, span) => this.#decision(id, map, span)),
    };
    return { value, problems: this.#problems, places: this.#places };
  }

  #report(code: string, message: string, span: Span, severity: Problem['severity'] = 'error'): void {
    this.#problems.push(problemOf(code, message, span, severity));
  }

  /** Entries by key; says which keys are unknown and which stand twice. */
  #known(map: YAMLMap, keys: readonly string[], what: string): Map<string, Entry> {
    const found = new Map<string, Entry>();
    for (const entry of entriesOf(map)) {
      if (found.has(entry.key))
        this.#report(
          'sidecar-duplicate-key',
          `"${entry.key}" stands twice in the ${what}. Keep one.`,
          entry.keySpan,
        );
      else if (!keys.includes(entry.key))
        this.#report(
          'sidecar-unknown-key',
          `Counterpoint does not know "${entry.key}" in the ${what}. It is kept as it is.`,
          entry.keySpan,
          'information',
        );
      found.set(entry.key, entry);
    }
    return found;
  }

  #version(entry: Entry | undefined): void {
    if (!entry) return;
    const version = this.#text(entry);
    if (version === undefined || version === '1') return;
    const message = `This sidecar is of version ${version}; this Counterpoint reads version 1. Update Counterpoint.`;
    this.#report('sidecar-version', message, spanOf(entry.node));
  }

  /** A scalar's text; undefined where there is none. What is no scalar is reported. */
  #text(entry: Entry | undefined): string | undefined {
    if (!entry?.node) return undefined;
    const { node } = entry;
    if (isScalar(node)) {
      if (node.value === null) return undefined;
      return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    }
    this.#report(
      'sidecar-type',
      isAlias(node)
        ? `"${entry.key}" refers to another place of the file. Write the value itself.`
        : `"${entry.key}" must be text.`,
      spanOf(node),
    );
    return undefined;
  }

  #number(entry: Entry | undefined, otherwise: number): number {
    const text = this.#text(entry);
    if (text === undefined || !entry) return otherwise;
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.#report('sidecar-type', `"${entry.key}" must be a whole number, 0 or more.`, spanOf(entry.node));
    return otherwise;
  }

  #time(entry: Entry | undefined): string {
    const text = this.#text(entry) ?? '';
    if (entry && text !== '' && !TIME.test(text))
      this.#report(
        'sidecar-value',
        `"${entry.key}" is no time. Write it in UTC, like 2026-01-31T09:30:00Z.`,
        spanOf(entry.node),
        'warning',
      );
    return text;
  }

  #map(entry: Entry | undefined): YAMLMap | null {
    if (!entry?.node || (isScalar(entry.node) && entry.node.value === null)) return null;
    if (isMap(entry.node)) return entry.node as YAMLMap;
    this.#report('sidecar-type', `"${entry.key}" must hold keys and values.`, spanOf(entry.node));
    return null;
  }

  #facts(entry: Entry | undefined): ArticleFacts {
    const map = this.#map(entry);
    if (!map) return {};
    const entries = this.#known(map, FACT_KEYS, '"article" block');
    const facts: Record<string, string | boolean> = {};
    for (const key of FACT_KEYS) {
      const text = this.#text(entries.get(key));
      if (text !== undefined) facts[key] = key === 'truncated' ? this.#truth(entries.get(key), text) : text;
    }
    return facts;
  }

  #truth(entry: Entry | undefined, text: string): boolean {
    if (entry && text !== 'true' && text !== 'false')
      this.#report('sidecar-type', `"${entry.key}" must be true or false.`, spanOf(entry.node));
    return text === 'true';
  }

  #items<T>(section: Entry | undefined, item: (id: string, map: YAMLMap, span: Span) => T | null): T[] {
    const map = this.#map(section);
    const items: T[] = [];
    for (const entry of map ? entriesOf(map) : []) {
      const { key: id, keySpan } = entry;
      const value = this.#place(id, keySpan) ? this.#map(entry) : null;
      const read = value && item(id, value, keySpan);
      if (read) items.push(read);
      else if (!value && (!entry.node || isScalar(entry.node)))
        this.#report('sidecar-type', `"${id}" holds nothing. Remove it or give it its keys.`, keySpan);
    }
    return items;
  }

  #place(id: string, span: Span): boolean {
    if (id === '') this.#report('sidecar-id', 'Every entry needs an id before the colon.', span);
    else if (this.#places.has(id))
      this.#report('sidecar-duplicate-id', `The id "${id}" stands twice. Rename or remove one.`, span);
    else this.#places.set(id, span);
    return id !== '' && this.#places.get(id) === span;
  }

  #annotation(id: string, map: YAMLMap, span: Span): Annotation | null {
    const entries = this.#known(map, ANNOTATION_KEYS, 'annotation');
    const created = this.#time(entries.get('created'));
    const annotation = {
      id,
      author: this.#text(entries.get('author')) ?? '',
      created,
      modified: this.#time(entries.get('modified')) || created,
      status: this.#status(entries.get('status')),
      tag: this.#text(entries.get('tag')) ?? null,
      note: this.#text(entries.get('note')) ?? '',
    };
    const selectors = this.#selectors(entries.get('selectors'), span, id);
    return selectors && { ...annotation, selectors };
  }

  #status(entry: Entry | undefined): AnnotationStatus {
    const text = this.#text(entry);
    const status = STATUSES.find((known) => known === text);
    if (entry && text !== undefined && !status)
      this.#report(
        'sidecar-value',
        `"${text}" is no status. It is one of ${STATUSES.join(', ')}; taken for open.`,
        spanOf(entry.node),
        'warning',
      );
    return status ?? 'open';
  }

  #selectors(entry: Entry | undefined, owner: Span, id: string): Selectors | null {
    const map = this.#map(entry);
    if (map) return this.#selectorsOf(this.#known(map, SELECTOR_KEYS, 'selectors'), owner, id);
    if (!entry?.node || isScalar(entry.node))
      this.#report(
        'sidecar-missing',
        `"${id}" does not say which words it is about: "selectors" is missing.`,
        owner,
      );
    return null;
  }

  #selectorsOf(entries: ReadonlyMap<string, Entry>, owner: Span, id: string): Selectors | null {
    const exact = this.#text(entries.get('exact'));
    if (!exact) {
      this.#report(
        'sidecar-missing',
        `"${id}" does not say which words it is about: "exact" is missing.`,
        owner,
      );
      return null;
    }
    const start = this.#number(entries.get('start'), 0);
    const text = this.#text(entries.get('text'));
    const hasParagraph = ['paragraph', 'offset', 'rest'].every((key) => entries.has(key));
    return {
      quote: {
        exact,
        prefix: this.#text(entries.get('prefix')) ?? '',
        suffix: this.#text(entries.get('suffix')) ?? '',
      },
      position: { start, end: this.#number(entries.get('end'), start + exact.length) },
      ...(hasParagraph ? { paragraph: this.#paragraph(entries) } : {}),
      ...(entries.has('copies') ? { copies: this.#number(entries.get('copies'), 0) } : {}),
      ...(text === undefined ? {} : { text }),
    };
  }

  #paragraph(entries: ReadonlyMap<string, Entry>): NonNullable<Selectors['paragraph']> {
    return {
      ordinal: this.#number(entries.get('paragraph'), 1),
      offset: this.#number(entries.get('offset'), 0),
      rest: this.#number(entries.get('rest'), 0),
      before: this.#text(entries.get('before')) ?? '',
      after: this.#text(entries.get('after')) ?? '',
    };
  }

  #decision(id: string, map: YAMLMap, span: Span): Decision | null {
    const entries = this.#known(map, DECISION_KEYS, 'decision');
    const word = this.#text(entries.get('decision'));
    const here = this.#selectors(entries.get('here'), span, id);
    const there = this.#map(entries.get('there'));
    if (word !== 'confirmed' && word !== 'rejected') {
      this.#report('sidecar-value', `The decision "${id}" must be confirmed or rejected.`, span);
      return null;
    }
    if (!there) {
      this.#report(
        'sidecar-missing',
        `The decision "${id}" does not say where its other end is: "there".`,
        span,
      );
      return null;
    }
    const ends = this.#known(there, ['article', ...SELECTOR_KEYS], 'other end');
    const article = this.#text(ends.get('article'));
    const selectors = this.#selectorsOf(ends, span, id);
    if (!article) this.#report('sidecar-missing', `The decision "${id}" names no other "article".`, span);
    if (!here || !article || !selectors) return null;
    const author = this.#text(entries.get('author')) ?? '';
    return {
      id,
      author,
      created: this.#time(entries.get('created')),
      decision: word,
      here,
      there: { article, selectors },
    };
  }
}
