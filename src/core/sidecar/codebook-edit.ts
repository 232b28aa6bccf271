import { isMap, isSeq } from 'yaml';
import { changedStretch } from '../text/changed-stretch.ts';
import { lineStart, nextLine } from '../text/line-number.ts';
import type { Fix } from '../text/problem.ts';
import { parseCodebook } from './codebook.ts';
import { isNothing, openDocument, spanOf } from './document.ts';
import type { Field } from './fields.ts';
import { pairOf, UnusualYaml } from './layout.ts';
import { renderFields, styleOf } from './render.ts';
import { plain } from './scalar.ts';
import { applyEdits, mergeFields } from './splice.ts';

type TextEdit = Fix['edits'][number];

/** The change that adds a tag to a codebook's text; null where it is there or there is no safe place. */
export function withTag(text: string, tag: string): TextEdit | null {
  try {
    const edit = addition(text, tag);
    if (!edit) return null;
    const { start, end } = edit.span;
    const { value, problems } = parseCodebook(text.slice(0, start) + edit.text + text.slice(end));
    const names = parseCodebook(text).value.tags?.map(({ name }) => name) ?? [];
    const meant = [...names, tag];
    const isSound = problems.every(({ severity }) => severity !== 'error');
    return isSound && JSON.stringify(value.tags?.map(({ name }) => name)) === JSON.stringify(meant)
      ? edit
      : null;
  } catch (error) {
    if (error instanceof UnusualYaml) return null;
    throw error;
  }
}

function addition(text: string, tag: string): TextEdit | null {
  const style = styleOf(text);
  const { top, problems } = openDocument(text, 'codebook');
  if (problems.length > 0) return null;
  const named: Field = {
    key: tag,
    value: { kind: 'map', fields: [{ key: 'title', value: { kind: 'word', text: tag } }] },
  };
  const tags = top && pairOf(top, 'tags')?.value;
  const fields: Field[] = [{ key: 'tags', value: { kind: 'map', fields: [named] } }];
  if (!top) {
    const glue = text === '' || text.endsWith('\n') ? '' : style.eol;
    return { span: { start: text.length, end: text.length }, text: glue + renderFields(fields, 0, style) };
  }
  if (isSeq(tags)) return listAddition(text, tags.items.at(-1), tags.flow === true, tag, style.eol);
  if (!isNothing(tags) && !isMap(tags)) return null;
  const edits = mergeFields(text, top, fields, style);
  return changedStretch(text, applyEdits(text, edits, style));
}

function listAddition(
  text: string,
  last: unknown,
  isFlow: boolean,
  tag: string,
  eol: string,
): TextEdit | null {
  if (!last) return null;
  const { start, end } = spanOf(last);
  if (isFlow) return { span: { start: end, end }, text: `, ${plain(tag)}` };
  const from = lineStart(text, start);
  const at = nextLine(text, end);
  const glue = at === text.length && !text.endsWith('\n') ? eol : '';
  return { span: { start: at, end: at }, text: `${glue}${text.slice(from, start)}${plain(tag)}${eol}` };
}
