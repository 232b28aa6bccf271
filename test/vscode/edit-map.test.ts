import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrySpan, type EditMap, mapSpan, unmapOffset, withChanges } from '../../src/vscode/edit-map.ts';

interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

const apply = (text: string, { rangeOffset, rangeLength, text: inserted }: Change): string =>
  text.slice(0, rangeOffset) + inserted + text.slice(rangeOffset + rangeLength);

const TEXT = 'The ferry carried ninety people.';
const SPAN = { start: 4, end: 9 };

const shown = (changes: readonly Change[]): string | null => {
  const now = changes.reduce(apply, TEXT);
  const map = changes.reduce<EditMap>((m, change) => withChanges(m, [change]), []);
  const span = mapSpan(map, SPAN);
  return span && now.slice(span.start, span.end);
};

describe('spans of an analysis in a text that was edited since', () => {
  it.each<[string, Change[], string | null]>([
    ['nothing edited', [], 'ferry'],
    ['text before it', [{ rangeOffset: 0, rangeLength: 3, text: 'Another' }], 'ferry'],
    ['text after it', [{ rangeOffset: 10, rangeLength: 7, text: 'took' }], 'ferry'],
    ['a word typed in front', [{ rangeOffset: 4, rangeLength: 0, text: 'big ' }], 'ferry'],
    ['letters typed behind', [{ rangeOffset: 9, rangeLength: 0, text: 's' }], 'ferry'],
    ['an edit inside', [{ rangeOffset: 5, rangeLength: 3, text: 'unn' }], 'funny'],
    ['its start cut off', [{ rangeOffset: 2, rangeLength: 4, text: '' }], 'rry'],
    ['its end cut off', [{ rangeOffset: 7, rangeLength: 6, text: '' }], 'fer'],
    ['all of it deleted', [{ rangeOffset: 3, rangeLength: 8, text: '' }], null],
    [
      'two edits, one after the other',
      [
        { rangeOffset: 0, rangeLength: 4, text: '' },
        { rangeOffset: 0, rangeLength: 0, text: 'A red ' },
      ],
      'ferry',
    ],
  ])('%s', (_, changes, expected) => {
    expect(shown(changes)).toBe(expected);
  });

  it.each<[string, Change, string | null]>([
    ['text before it', { rangeOffset: 0, rangeLength: 3, text: 'Another' }, 'ferry'],
    ['the text up to it', { rangeOffset: 0, rangeLength: 4, text: 'A red ' }, 'ferry'],
    ['the text from its end', { rangeOffset: 9, rangeLength: 3, text: ' ca' }, 'ferry'],
    ['an edit inside', { rangeOffset: 5, rangeLength: 3, text: 'unn' }, 'funny'],
    ['its first letters replaced', { rangeOffset: 4, rangeLength: 2, text: 'Me' }, 'Merry'],
    ['its start cut off', { rangeOffset: 2, rangeLength: 4, text: '' }, null],
    ['its end cut off', { rangeOffset: 7, rangeLength: 6, text: 'ry car' }, null],
    ['all of it replaced', { rangeOffset: 4, rangeLength: 5, text: 'f' }, null],
    ['replaced with what is about it', { rangeOffset: 1, rangeLength: 20, text: 'he ferry' }, null],
  ])('an anchor is carried along only while its ends are sure: %s', (_, change, expected) => {
    const now = apply(TEXT, change);
    const span = carrySpan(withChanges([], [change]), SPAN);
    expect(span && now.slice(span.start, span.end)).toBe(expected);
  });

  it('a marked word keeps its place through any edits elsewhere', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(6),
      text: fc.string({ maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (drafts) => {
        let text = 'aaaaaaaaaa§§§bbbbbbbbbb';
        let map: EditMap = [];
        for (const { at, length, text: inserted } of drafts) {
          const mark = text.indexOf('§');
          const offset = Math.floor(at * text.length);
          const before = offset < mark;
          if (!before && offset < mark + 3) continue;
          const rangeLength = Math.min(length, before ? mark - offset : text.length - offset);
          const edit = { rangeOffset: offset, rangeLength, text: inserted.replaceAll('§', '') };
          map = withChanges(map, [edit]);
          text = apply(text, edit);
        }
        const span = mapSpan(map, { start: 10, end: 13 });
        expect(span && text.slice(span.start, span.end)).toBe('§§§');
        expect(unmapOffset(map, text.indexOf('§') + 1)).toBe(11);
      }),
    );
  });
});
