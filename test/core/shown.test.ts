// What stays in sight of a sidecar that can't be read, or not in full, for a while.
import { describe, expect, it } from 'vitest';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { type Shown, shownOf } from '../../src/core/sidecar/shown.ts';

const note = (id: string, text = 'Who?'): string =>
  `  ${id}:\n    note: ${text}\n    selectors:\n      exact: mill\n`;
const SOUND = `version: 1\nannotations:\n${note('a-1')}${note('a-2')}`;

const shown = (text: string, before?: Shown): Shown => shownOf(parseSidecar(text), before);
const notes = ({ value, kept }: Shown): string[] =>
  value.annotations.map(({ id, note: text }) => `${kept.has(id) ? 'kept ' : ''}${id} ${text}`);

describe('a sidecar that can’t be read', () => {
  it.each<[string, string, string[]]>([
    ['is sound', SOUND.replace('Who', 'When'), ['a-1 When?', 'a-2 Who?']],
    ['lost a note', SOUND.replace(note('a-2'), ''), ['a-1 Who?']],
    ['is empty', '', []],
    ['has a tab', SOUND.replace('    note', '\tnote'), ['kept a-1 Who?', 'kept a-2 Who?']],
    ['has a conflict', `${SOUND}<<<<<<< a\n=======\n>>>>>>> b\n`, ['kept a-1 Who?', 'kept a-2 Who?']],
    ['is a list', '- a\n', ['kept a-1 Who?', 'kept a-2 Who?']],
    ['lost a selector', SOUND.replace('      exact: mill\n', ''), ['a-2 Who?', 'kept a-1 Who?']],
    [
      'lost a note and a selector',
      SOUND.replace('      exact: mill\n', '').replace(note('a-2'), ''),
      ['kept a-1 Who?'],
    ],
    [
      'has a newer version',
      SOUND.replace('version: 1', 'version: 2').replace('Who', 'When'),
      ['a-1 When?', 'a-2 Who?'],
    ],
  ])('that %s', (_name, text, expected) => {
    expect(notes(shown(text, shown(SOUND)))).toEqual(expected);
  });

  it('is shown from what was read before it broke, and as it is when it is mended', () => {
    const broken = shown('annotations: [', shown(SOUND));
    expect(notes(shown('annotations: [[', broken))).toEqual(['kept a-1 Who?', 'kept a-2 Who?']);
    expect(notes(shown(SOUND.replace('Who', 'When'), broken))).toEqual(['a-1 When?', 'a-2 Who?']);
    expect(notes(shown('annotations: ['))).toEqual([]);
  });

  it('gives the same objects for what has not changed', () => {
    const first = shown(SOUND);
    const second = shown(SOUND.replace('Who', 'When'), first);
    expect(second.value.annotations[0]).not.toBe(first.value.annotations[0]);
    expect(second.value.annotations[1]).toBe(first.value.annotations[1]);
  });
});
