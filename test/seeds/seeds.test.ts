import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveSelectors } from '../../src/core/anchors/resolve.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { examineSidecar } from '../../src/core/sidecar/examine.ts';
import { articleOf, isSidecar } from '../../src/core/sidecar/location.ts';
import { readGold, readSeed, SEEDS } from './gold.ts';
import { score } from './score.ts';

const gold = readGold();

describe('gold', () => {
  it('stands where it says', () => {
    const spans = gold.documents.flatMap(({ file, quotations, figures, entities, optional }) =>
      [quotations, figures, entities, optional.quotations, optional.figures, optional.entities]
        .flat()
        .map((span) => ({ file, ...span })),
    );
    const places = gold.links.flatMap(({ a, b }) => [a, b]).filter((end) => typeof end !== 'string');
    for (const { file, start, end, exact } of [...spans, ...places, ...gold.notClaims])
      expect(readSeed(file).slice(start, end)).toBe(exact);
    expect(spans.length).toBeGreaterThan(200);
  });
});

describe('sidecars of the sample articles', () => {
  const sidecars = readdirSync(SEEDS).filter(isSidecar);

  it('there are some', () => {
    expect(sidecars.length).toBeGreaterThan(0);
  });

  it.each(sidecars)('%s: no problem, every anchor found', (name) => {
    const article = readSeed(articleOf(name) ?? '');
    const { annotations, problems, sidecar } = examineSidecar(readSeed(name), indexText(article));
    expect(problems).toEqual([]);
    expect(annotations.map((a) => a.resolution.status)).toEqual(annotations.map(() => 'found'));
    for (const { there } of sidecar.decisions) {
      const resolution = resolveSelectors(readSeed(there.article), there.selectors);
      expect(resolution.status).toBe('found');
    }
  });
});

describe('the sample articles', () => {
  const project = createProject();
  for (const { file } of gold.documents) project.set({ path: file, text: readSeed(file) });
  const documents = gold.documents.flatMap((document) => {
    const analysis = project.analysis(document.file);
    return analysis === undefined ? [] : [{ gold: document, analysis }];
  });
  const measures = score(gold, documents, project.links());

  it('analyses every article', () => {
    expect(documents.length).toBe(gold.documents.length);
  });

  for (const { name, value, bound, limit, failures } of measures) {
    it(`${name}: ${value.toFixed(3)}, to be ${bound} ${limit}`, () => {
      const kept = bound === '>=' ? value >= limit : value <= limit;
      expect(kept, failures.join('\n')).toBe(true);
    });
  }
});
