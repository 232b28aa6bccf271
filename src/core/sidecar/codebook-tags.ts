import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';
import { say } from '../text/wording.ts';
import { type Report, reportUnknown } from './codebook-report.ts';
import { type Entry, entriesOf, isNothing, scalarText, sourceText, spanOf } from './document.ts';
import { changeTo, nearest } from './nearest.ts';
import { plain } from './scalar.ts';

/** A tag as the codebook has it. */
export interface TagDefinition {
  readonly name: string;
  /** Of the name in the codebook. */
  readonly span: Span;
  readonly title: string | null;
  readonly description: string | null;
  /** One of `COLOURS`, or `#rrggbb`. */
  readonly colour: string | null;
  /** One letter or digit. */
  readonly shortcut: string | null;
  /** Keys that a note with this tag must fill: of the format, or the analysts' own. */
  readonly required: readonly string[];
}

export const TAG_KEYS = ['title', 'description', 'colour', 'shortcut', 'required'] as const;
/** The editor's themes have these. */
export const COLOURS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'foreground'] as const;

/** `tags: {NAME: {title, …}}`, or only names, as a list. */
export function readTags({ node, keySpan }: Entry, report: Report): TagDefinition[] | null {
  if (isNothing(node)) return null;
  const entries = isMap(node) ? entriesOf(node as YAMLMap) : listed(node);
  if (!entries) {
    report(say('"tags" must hold the names of tags, each with what it means under it.'), keySpan);
    return null;
  }
  const shortcuts = new Map<string, string>();
  const tags = new Map<string, TagDefinition>();
  for (const entry of entries) {
    if (entry.key === '') report(say('Every tag needs a name.'), entry.keySpan);
    else if (tags.has(entry.key))
      report(say('The tag "{0}" stands twice. Keep one.', entry.key), entry.keySpan);
    else tags.set(entry.key, readTag(entry, shortcuts, report));
  }
  return [...tags.values()];
}

const listed = (node: unknown): Entry[] | null =>
  isSeq(node) && node.items.every((item) => isScalar(item))
    ? node.items.map((item) => ({ key: scalarText(item), keySpan: spanOf(item), node: null }))
    : null;

function readTag(
  { key, keySpan, node }: Entry,
  shortcuts: Map<string, string>,
  report: Report,
): TagDefinition {
  const bare: TagDefinition = {
    ...{ name: key, span: keySpan, title: null, description: null, colour: null, shortcut: null },
    required: [],
  };
  if (isNothing(node)) return bare;
  if (isScalar(node)) return { ...bare, description: sourceText(node) };
  if (!isMap(node)) {
    report(
      say('The tag "{0}" must hold keys and values, such as "title:" and "description:".', key),
      keySpan,
    );
    return bare;
  }
  const fields = new Map(
    entriesOf(node as YAMLMap).map((entry) => [entry.key === 'color' ? 'colour' : entry.key, entry]),
  );
  for (const [name, entry] of fields)
    if (!TAG_KEYS.some((known) => known === name)) reportUnknown(entry, TAG_KEYS, report);
  return {
    ...bare,
    title: textOf(fields.get('title'), report),
    description: textOf(fields.get('description'), report),
    colour: colourOf(fields.get('colour'), report),
    shortcut: shortcutOf(key, fields.get('shortcut'), shortcuts, report),
    required: requiredOf(fields.get('required'), report),
  };
}

function textOf(entry: Entry | undefined, report: Report): string | null {
  if (!entry || isNothing(entry.node)) return null;
  if (isScalar(entry.node)) return sourceText(entry.node);
  report(say('"{0}" must be text.', entry.key), spanOf(entry.node));
  return null;
}

function colourOf(entry: Entry | undefined, report: Report): string | null {
  const text = textOf(entry, report);
  if (!entry || text === null) return null;
  if (COLOURS.some((known) => known === text) || /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)) return text;
  const span = spanOf(entry.node);
  const meant = nearest(text, COLOURS);
  const bare = /^(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
  const offered = bare ? `#${text}` : meant;
  const fixes = (offered === null ? [...COLOURS] : [offered]).map((colour) => ({
    title: changeTo(colour),
    edits: [{ span, text: plain(colour) }],
  }));
  const words = say(
    '"{0}" is no colour. It is one of {1}, or like "#3366cc" (within quotation marks).',
    text,
    COLOURS.join(', '),
  );
  report(words, span, { severity: 'warning', fixes });
  return null;
}

function shortcutOf(
  tag: string,
  entry: Entry | undefined,
  shortcuts: Map<string, string>,
  report: Report,
): string | null {
  const text = textOf(entry, report)?.toLowerCase() ?? null;
  if (!entry || text === null) return null;
  const span = spanOf(entry.node);
  const other = shortcuts.get(text);
  if (!/^[\p{L}\p{N}]$/u.test(text)) {
    report(say('"shortcut" must be one letter or digit.'), span, { severity: 'warning' });
    return null;
  }
  if (other !== undefined) {
    const words = say(
      '"{0}" is the shortcut of the tag "{1}" already. Choose another letter or digit.',
      text,
      other,
    );
    report(words, span, { severity: 'warning' });
    return null;
  }
  shortcuts.set(text, tag);
  return text;
}

function requiredOf(entry: Entry | undefined, report: Report): string[] {
  if (!entry || isNothing(entry.node)) return [];
  const items = isSeq(entry.node) ? entry.node.items : [entry.node];
  return items.flatMap((item) => {
    if (isScalar(item) && sourceText(item) !== '') return [sourceText(item)];
    report(say('"required" must list keys of notes, such as "note" or "confidence".'), spanOf(item));
    return [];
  });
}
