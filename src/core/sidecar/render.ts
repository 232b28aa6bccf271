import type { Field, FieldValue } from './fields.ts';
import { literal, plain, quoted } from './scalar.ts';

/** How the file is written: its line ends are kept. */
export interface Style {
  readonly eol: '\n' | '\r\n';
}

export const styleOf = (text: string): Style => ({
  eol: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
});

const STEP = 2;

/** A value in two parts: what stands on the key's line, and the whole lines under it. */
export interface Rendered {
  readonly inline: string;
  readonly under: string;
}

/** The lines of fields in block style, one value a line, each with its line end. */
export function renderFields(fields: readonly Field[], indent: number, style: Style): string {
  return filled(fields)
    .map(({ key, value }) => {
      const { inline, under } = renderValue(value, indent, style);
      const gap = inline === '' ? '' : ' ';
      return `${' '.repeat(indent)}${plain(key)}:${gap}${inline}${style.eol}${under}`;
    })
    .join('');
}

/** The fields that are written; tags by the key that fits their number. */
const filled = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => tagFields(field)).filter(({ value }) => value.kind !== 'none');

/** Tags as the two keys have them in a new entry: one word, or a list. */
export function tagFields(field: Field): readonly Field[] {
  if (field.value.kind !== 'tags') return [field];
  const { texts } = field.value;
  const [first] = texts;
  const one = first !== undefined && texts.length === 1;
  return [
    { key: 'tag', value: one ? { kind: 'word', text: first } : { kind: 'none' } },
    { key: 'tags', value: texts.length > 1 ? { kind: 'list', texts } : { kind: 'none' } },
  ];
}

/** `indent`: the column of the value's key. */
export function renderValue(value: FieldValue, indent: number, style: Style): Rendered {
  switch (value.kind) {
    case 'none':
      return { inline: '', under: '' };
    case 'word':
      return { inline: plain(value.text), under: '' };
    case 'quote':
      return { inline: quoted(value.text), under: '' };
    case 'number':
      return { inline: String(value.number), under: '' };
    case 'tags':
    case 'list': {
      const pad = ' '.repeat(indent + STEP);
      return { inline: '', under: value.texts.map((text) => `${pad}- ${plain(text)}${style.eol}`).join('') };
    }
    case 'note': {
      const block = literal(value.text);
      if (!block) return { inline: quoted(value.text), under: '' };
      const pad = ' '.repeat(indent + STEP);
      const lines = block.lines.map((line) => (line === '' ? style.eol : pad + line + style.eol));
      return { inline: block.header, under: lines.join('') };
    }
    case 'map': {
      const under = renderFields(value.fields, indent + STEP, style);
      return { inline: under === '' ? '{}' : '', under };
    }
  }
}

/** The value within braces and brackets, where only quoted text is safe. */
export function renderFlow(value: FieldValue): string {
  if (value.kind === 'number') return String(value.number);
  if (value.kind === 'none') return 'null';
  if (value.kind === 'list' || value.kind === 'tags') return `[${value.texts.map(quoted).join(', ')}]`;
  if (value.kind !== 'map') return quoted(value.text);
  const pairs = filled(value.fields).map((field) => renderFlowField(field));
  return `{${pairs.join(', ')}}`;
}

export const renderFlowField = ({ key, value }: Field): string => `${quoted(key)}: ${renderFlow(value)}`;
