import { describe, expect, it } from 'vitest';
import { idNamer } from '../../src/core/text/stable-id.ts';

const ids = (texts: readonly string[]): string[] => texts.map(idNamer('q'));

describe('idNamer', () => {
  it('gives an item the same id whatever other texts stand around it', () => {
    const [alone] = ids(['We dig.']);
    expect(ids(['Before.', 'We dig.', 'After.'])[1]).toBe(alone);
  });

  it('tells equal texts apart by their place among each other', () => {
    const [first, second] = ids(['We dig.', 'We dig.']);
    expect(second).not.toBe(first);
    expect(ids(['We dig.', 'Lorn.', 'We dig.'])[2]).toBe(second);
  });

  it('gives no id twice', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `text ${i % 7_000}`);
    expect(new Set(ids(many)).size).toBe(many.length);
  });
});
