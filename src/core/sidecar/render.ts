import type { Field, FieldValue } from './fields.ts';
import { literal, plain, quoted } from './scalar.ts';

/** How the file is written: its line ends are kept. */
export interface Style {
  readonly eol: '\n' | '\r\n';
}

export const styleOf = (text: string): Style => ({
  eol: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
});

export const STEP = 2;

/** A value in two parts: what stands on the key's line, and the whole lines under it. */
export interface Rendered {
  readonly inline: string;
  readonly under: string;
}

/** The lines of fields in block style, one value a line, each with its line end. */
export function renderFields(fields: readonly Field[], indent: number, style: Style): string {
  return fields
    .filter(({ value }) => value.kind !== 'none')
    .map(({ key, value }) => {
      const { inline, under } = renderValue(value, indent, style);
      const gap = inline === '' ? '' : ' ';
      return `${' '.repeat(indent)}${plain(key)}:${gap}${inline}${style.eol}${under}`;
    })
    .join('');
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
  if (value.kind !== 'map') return quoted(value.text);
  const pairs = value.fields
    .filter((field) => field.value.kind !== 'none')
    .map((field) => renderFlowField(field));
  return `{${pairs.join(', ')}}`;
}

export const renderFlowField = ({ key, value }: Field): string => `${quoted(key)}: ${renderFlow(value)}`;
