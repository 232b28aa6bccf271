// One mistake in a sidecar's YAML is one problem, at the line that is to be mended, in plain words.
import { describe, expect, it } from 'vitest';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { lineAt, lineStarts } from '../../src/core/text/line-number.ts';

/** Eleven lines: the id is on line 3 of the first, 14 of the second. */
const note = (id: string): string =>
  [
    `  ${id}:`,
    '    author: Vera Lind',
    '    created: 2026-01-05T10:00:00Z',
    '    status: open',
    '    tag: claim',
    '    note: Who says so?',
    '    selectors:',
    '      exact: mill by the river',
    '      prefix: "The old "',
    '      suffix: " was sold"',
    '      position: 8-24\n',
  ].join('\n');
const ids = Array.from({ length: 9 }, (_, i) => `a-${i + 1}`);
const SOUND = `version: 1\nannotations:\n${ids.map(note).join('')}`;

/** Changes the first place from the seventh note on, too. */
const inSeventh = (text: string, from: string, to: string): string => {
  const at = text.indexOf('  a-7:');
  return text.slice(0, at) + text.slice(at).replace(from, to);
};

function found(text: string): { readonly line: number; readonly message: string }[] {
  const starts = lineStarts(text);
  return parseSidecar(text).problems.map(({ span, message }) => ({
    line: lineAt(starts, span.start) + 1,
    message,
  }));
}

describe('a mistake in the YAML is told once', () => {
  const status = '    status: open';
  it.each<[string, string, [number, string][]]>([
    [
      'a quotation mark that is not closed',
      SOUND.replace('mill', '"mill'),
      [[10, 'begins here with " and never ends']],
    ],
    ['an apostrophe', SOUND.replace('Who', "'tis. Who"), [[8, `begins here with ' and never ends`]]],
    ['a tab', SOUND.replace(status, '\tstatus: open'), [[6, 'begins with a tab']]],
    [
      'no space after the colon',
      SOUND.replace(status, '    status:open'),
      [[6, 'space is missing after "status:"']],
    ],
    ['no colon', SOUND.replace(status, '    status open'), [[6, 'no colon after its key']]],
    ['one space too few', SOUND.replace(status, '   status: open'), [[6, 'not indented as the others']]],
    [
      'two spaces too many',
      SOUND.replace(status, '      status: open'),
      [[6, 'indented deeper than the one above']],
    ],
    ['an id with one space too few', SOUND.replace('  a-2:', ' a-2:'), [[14, 'not indented as the others']]],
    ['a second colon', SOUND.replace('Who says so?', 'He said: yes'), [[8, 'second ": "']]],
    [
      'a bracket',
      SOUND.replace('mill', '[mill'),
      [[10, 'in brackets begins here and is not closed. Add "]"']],
    ],
    [
      'a brace before everything else',
      SOUND.replace('a-1:', 'a-1: {'),
      [[3, 'in brackets begins here and is not closed. Add "}"']],
    ],
    ['a brace at the end', `${SOUND}  a-10: {\n`, [[102, 'in brackets begins here']]],
    ['a key of the file', SOUND.replace('annotations:', 'annotations'), [[2, 'no colon after its key']]],
    [
      'more text after the quotation mark',
      SOUND.replace('"The old "', '"The old " there'),
      [[11, 'more text after']],
    ],
    ['a star', SOUND.replace('Who', '*Who'), [[8, 'begins with "*" or "&"']]],
    ['two marks', SOUND.replace('Who', '&a &b Who'), [[8, 'within quotation marks']]],
    ['signs', SOUND.replace(status, '}}}} ]]'), [[6, '"}" is not expected here']]],
    [
      'mistakes of two notes',
      inSeventh(SOUND.replace(status, '\tstatus: open'), 'Who', '"Who'),
      [
        [6, 'begins with a tab'],
        [74, 'begins here with " and never ends'],
      ],
    ],
    [
      'carriage returns',
      SOUND.replace(status, '\tstatus: open').replaceAll('\n', '\r\n'),
      [[6, 'begins with a tab']],
    ],
  ])('%s', (_name, text, expected) => {
    const told = found(text);
    expect(told.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
    for (const [i, [, words]] of expected.entries()) expect(told[i]?.message).toContain(words);
  });

  it('is quick in a file of a thousand notes with a mistake in each', () => {
    const many = Array.from({ length: 1000 }, (_, i) => note(`a-${i}`)).join('');
    const text = `version: 1\nannotations:\n${many.replaceAll('    status: open', '\tstatus: open')}`;
    const start = performance.now();
    expect(found(text).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('is quick where a text has spaces without end', () => {
    const text = SOUND.replace('Who says so?', `*who ${' '.repeat(400_000)}says so?`);
    const start = performance.now();
    expect(found(text).map(({ line }) => line)).toEqual([8]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
