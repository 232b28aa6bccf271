import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedStretch } from '../../src/core/text/changed-stretch.ts';

describe('the stretch in which two texts differ', () => {
  it.each([
    ['nothing', 'one', 'one', 3, 3, ''],
    ['a word', 'one two three', 'one six three', 4, 7, 'six'],
    ['a line more', 'a\r\nb\r\n', 'a\r\nx\r\nb\r\n', 3, 3, 'x\r\n'],
    ['other ends of lines', 'a\r\nb', 'a\nb', 1, 3, '\n'],
    ['a sign whose first half is the same', 'go 😀!', 'go 😁!', 3, 5, '😁'],
    ['a sign whose second half is the same', 'go \u{1F600}!', 'go \u{1FA00}!', 3, 5, '\u{1FA00}'],
    ['a sign more', '😀😀', '😀😀😀', 4, 4, '😀'],
  ])('%s', (_, before, after, start, end, text) => {
    expect(changedStretch(before, after)).toEqual({ span: { start, end }, text });
  });

  it('put in its place makes the second text of the first, and cuts neither signs nor ends of lines', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\r\n', '\n', '😀', '😁', '🐳'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = changedStretch(before, after);
        const { start, end } = changed.span;
        const parts = [before.slice(0, start), changed.text, before.slice(end)];
        expect(parts.join('')).toBe(after);
        for (const part of parts) {
          expect(Buffer.from(part).toString()).toBe(part);
          expect(part).not.toMatch(/\r$/);
        }
      }),
    );
  });
});
