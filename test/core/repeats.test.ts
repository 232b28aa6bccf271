import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { keysOf } from '../../src/core/counterparts/article-keys.ts';
import { createClaimIndex } from '../../src/core/counterparts/candidates.ts';
import { SHOWN } from '../../src/core/counterparts/links.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';
import { vectorOf } from '../../src/core/counterparts/topic-vector.ts';
import { createVocabulary } from '../../src/core/counterparts/vocabulary.ts';

const REPEATS = 100;
const PATHS = ['a.txt', 'b.txt'] as const;

/** An article that says something again and again; `k` tells the repeats apart. */
const repeating = (sentence: (k: number) => string, count = REPEATS): string =>
  Array.from({ length: count }, (_, k) => sentence(k)).join('\n\n');

const spent = (k: number): string => `Vellmark spent $${k + 2} million on the fish hall.`;

const SHAPES: readonly (readonly [name: string, sentence: (k: number) => string])[] = [
  ['a quotation', () => '“The fish hall will stay closed until spring,” Ilse Ostrand said.'],
  ['a figure', () => 'Vellmark spent $5.4 million on the fish hall.'],
  ['indirect speech', () => 'Ilse Ostrand said that the fish hall would stay closed until spring.'],
  ['sentences that differ in a number', spent],
];

/** An index with the text at both paths, and the most claims that either has. */
function indexed(text: string) {
  const vocabulary = createVocabulary();
  const index = createClaimIndex({ vocabulary, floor: SHOWN, linked: () => [] });
  const profile = profileOf('', analyze(text));
  const article = { keys: keysOf(profile, vocabulary), topic: vectorOf(profile.topic, vocabulary) };
  for (const path of PATHS) index.replace(path, article);
  return { index, claims: profile.claims.length };
}

describe('articles that say the same again and again', () => {
  it.each(SHAPES)('have each claim compared with a few: %s', (_, sentence) => {
    const { index, claims } = indexed(repeating(sentence));
    const pairs = index.between(...PATHS);
    expect(pairs.length).toBeGreaterThanOrEqual(claims);
    expect(pairs.length).toBeLessThanOrEqual(16 * claims);
  });

  it.each(SHAPES)('are compared alike from both sides: %s', (_, sentence) => {
    const { index } = indexed(repeating(sentence));
    const [a, b] = PATHS;
    const turned = index.between(b, a).map(([i, j]) => [j, i]);
    expect(new Set(turned.map(String))).toEqual(new Set(index.between(a, b).map(String)));
  });

  it.each(SHAPES.slice(0, 3))(
    'have the links of one that says it once, for every repeat: %s',
    (_, sentence) => {
      const told = (count: number) => {
        const project = createProject();
        for (const path of PATHS) project.set({ path, text: repeating(sentence, count) });
        return project;
      };
      const kinds = (count: number) =>
        new Set(
          told(count)
            .links()
            .map(({ relation, difference }) => `${relation} ${difference}`),
        );
      const project = told(REPEATS);
      const linked = new Set(project.links().map(({ from }) => from.claim));
      const claims = project.analysis('a.txt')?.claims ?? [];
      expect(kinds(REPEATS)).toEqual(kinds(1));
      expect(linked.size).toBeGreaterThanOrEqual(REPEATS);
      expect(linked.size).toBeLessThanOrEqual(claims.length);
    },
  );

  it('have what is the same linked among what is nearly the same', () => {
    const project = createProject();
    const text = repeating(spent);
    for (const path of PATHS) project.set({ path, text });
    const claims = project.analysis('a.txt')?.claims ?? [];
    const placeOf = new Map(claims.map(({ id }, place) => [id, place]));
    const own = project
      .links()
      .filter(
        ({ from, to, relation }) =>
          relation === 'agrees' && placeOf.get(from.claim) === placeOf.get(to.claim),
      );
    expect(own).toHaveLength(REPEATS);
  });
});
