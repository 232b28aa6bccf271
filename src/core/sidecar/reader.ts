import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Fix, Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say, type Wording } from '../text/wording.ts';
import type { TaggedNote } from './annotation.ts';
import { type Entry, entriesOf, isNothing, problemOf, sourceText, spanOf } from './document.ts';
import { suggestion } from './nearest.ts';

const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** One reading of a sidecar's YAML: takes values out of it and collects what is wrong along the way. */
export class Reader {
  readonly problems: Problem[] = [];
  readonly places = new Map<string, Span>();
  readonly tagged: TaggedNote[] = [];

  report(
    code: string,
    words: Wording,
    span: Span,
    severity: Problem['severity'] = 'error',
    fixes: readonly Fix[] = [],
  ): void {
    const problem = problemOf(code, words, span, severity);
    this.problems.push(fixes.length > 0 ? { ...problem, fixes } : problem);
  }

  /** A word that must be one of a few. */
  unfit(entry: Entry, text: string, known: readonly string[], said: Wording): void {
    const { words, fixes } = suggestion(said, text, known, spanOf(entry.node));
    this.report('sidecar-value', words, spanOf(entry.node), 'warning', fixes);
  }

  /** Entries by key; says which keys are unknown and which stand twice. */
  known(map: YAMLMap, keys: readonly string[], what: Wording): Map<string, Entry> {
    const found = new Map<string, Entry>();
    for (const entry of entriesOf(map)) {
      if (found.has(entry.key))
        this.report(
          'sidecar-duplicate-key',
          say('"{0}" stands twice in the {1}. Keep one.', entry.key, what),
          entry.keySpan,
        );
      else if (!keys.includes(entry.key)) {
        const said = say(
          'Counterpoint does not know "{0}" in the {1}. It is kept as it is.',
          entry.key,
          what,
        );
        const { words, fixes } = suggestion(said, entry.key, keys, entry.keySpan);
        this.report('sidecar-unknown-key', words, entry.keySpan, 'information', fixes);
      }
      found.set(entry.key, entry);
    }
    return found;
  }

  /** A scalar's text; undefined where there is none. What is no scalar is reported. */
  text(entry: Entry | undefined): string | undefined {
    if (!entry?.node) return undefined;
    const { node } = entry;
    if (isScalar(node)) return node.value === null ? undefined : sourceText(node);
    this.report(
      'sidecar-type',
      isAlias(node)
        ? say(
            '"{0}" refers to another place of the file. Write the value itself; a text that begins with * needs quotation marks.',
            entry.key,
          )
        : say('"{0}" must be text.', entry.key),
      spanOf(node),
    );
    return undefined;
  }

  /** The texts of a list, each once; one text alone counts as a list of it. */
  list(entry: Entry | undefined): { readonly text: string; readonly span: Span }[] {
    if (!entry?.node) return [];
    const items = isSeq(entry.node) ? entry.node.items : [entry.node];
    const found = new Map<string, Span>();
    for (const node of items) {
      const text = this.text({ ...entry, node });
      if (text !== undefined && text !== '' && !found.has(text)) found.set(text, spanOf(node));
    }
    return [...found].map(([text, span]) => ({ text, span }));
  }

  number(entry: Entry | undefined, otherwise: number): number {
    const text = this.text(entry);
    if (text === undefined || !entry) return otherwise;
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.report(
      'sidecar-type',
      say('"{0}" must be a whole number, 0 or more.', entry.key),
      spanOf(entry.node),
    );
    return otherwise;
  }

  time(entry: Entry | undefined): string {
    const text = this.text(entry) ?? '';
    if (entry && text !== '' && !TIME.test(text))
      this.report(
        'sidecar-value',
        say('"{0}" is no time. Write it in UTC, like 2026-01-31T09:30:00Z.', entry.key),
        spanOf(entry.node),
        'warning',
      );
    return text;
  }

  map(entry: Entry | undefined): YAMLMap | null {
    if (!entry || isNothing(entry.node)) return null;
    if (isMap(entry.node)) return entry.node as YAMLMap;
    this.report('sidecar-type', say('"{0}" must hold keys and values.', entry.key), spanOf(entry.node));
    return null;
  }

  place(id: string, span: Span): boolean {
    if (id === '') this.report('sidecar-id', say('Every entry needs an id before the colon.'), span);
    else if (this.places.has(id))
      this.report('sidecar-duplicate-id', say('The id "{0}" stands twice. Rename or remove one.', id), span);
    else this.places.set(id, span);
    return id !== '' && this.places.get(id) === span;
  }
}
