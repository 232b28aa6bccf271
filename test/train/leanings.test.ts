import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/core/lexicon/clusters.ts';
import { hashOf } from '../../src/core/lexicon/hash.ts';
import { leaningOf, leanTo, UNKNOWN_LEANING } from '../../src/core/lexicon/leanings.ts';

describe('leaningOf', () => {
  it.each([
    ['michael', 'person'],
    ['johnson', 'person'],
    ['germany', 'place'],
    ['chicago', 'place'],
    ['siemens', 'organization'],
    ['however', 'none'],
    ['although', 'none'],
  ] as const)('%s leans to %s most', (word, kind) => {
    const leaning = leaningOf(entryOf(hashOf(word)));
    for (const other of ['person', 'organization', 'place', 'none'] as const)
      if (other !== kind) expect(leanTo(leaning, kind)).toBeGreaterThan(leanTo(leaning, other));
  });

  it('is the same when it is asked again', () => {
    const entry = entryOf(hashOf('germany'));
    expect(leaningOf(entry)).toBe(leaningOf(entry));
  });

  it('tells a word that is not known', () => {
    expect(leaningOf(-1)).toBe(UNKNOWN_LEANING);
  });
});
