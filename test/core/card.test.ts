import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '../../src/core/claims/claim.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { isSure } from '../../src/core/counterparts/link.ts';
import { claimRows } from '../../src/core/desk/claim-rows.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import type { ClaimCard } from '../../src/core/presentation/claim-card.ts';
import { articleLens, paragraphLenses } from '../../src/core/presentation/lens.ts';
import { type ViewLink, viewOf } from '../../src/core/presentation/view.ts';
import type { ArticleFacts } from '../../src/core/text/article.ts';

const ONLY_HERE = 'The mill of Tarn Hill lost 14 of its windows';
const STORM = 'Storm Runa tore the roof off the fish hall of Vellmark, and Ilse Ostrand will rebuild it.';
const ARTICLES = [
  `${STORM} ${ONLY_HERE}, a carpenter said.`,
  `${STORM} She said so on the quay of Vellmark.`,
  `In Vellmark, the fish hall lost its roof to storm Runa. Ilse Ostrand promised to rebuild it.`,
];

/** The card over words of the first article, with what the sidecars state of the others. */
function cardOver(words: string, ...facts: readonly ArticleFacts[]): ClaimCard {
  const project = createProject();
  ARTICLES.forEach((text, i) => {
    project.set({ path: `${i}.txt`, text, facts: (i > 0 ? facts[i - 1] : undefined) ?? {} });
  });
  expect(project.stories().map(({ articles }) => articles.length)).toEqual([3]);
  const card = cardsAt(project, '0.txt', ARTICLES[0]?.indexOf(words) ?? -1).find(
    ({ kind }) => kind === 'claim',
  );
  if (card?.kind !== 'claim') throw new Error(`no card over “${words}”`);
  return card;
}

describe('what is said of a claim that other articles do not have', () => {
  it.each<[string, readonly ArticleFacts[], number]>([
    ['all of them whole', [{}, {}], 0],
    ['one is cut short', [{ truncated: true }], 1],
    ['one is in another language', [{}, { language: 'de' }], 1],
    ['one is said to be in American English', [{ language: 'en-US' }], 0],
    ['neither can tell', [{ truncated: true }, { language: 'fi' }], 2],
  ])('%s', (_, facts, untold) => {
    expect(cardOver('14 of its windows', ...facts)).toMatchObject({
      absentFrom: 2,
      untold,
      otherArticles: 2,
    });
  });
});

describe('“not found” is not said where', () => {
  const HERE =
    'Storm Runa hit the fish hall of Vellmark. Ilse Ostrand called the roof “a heavy old hat” on Monday, and left.';
  const absentFrom = (other: string): number => {
    const project = createProject();
    project.set({ path: 'a.txt', text: HERE });
    project.set({ path: 'b.txt', text: other });
    project.setGroups([['a.txt', 'b.txt']]);
    const card = cardsAt(project, 'a.txt', HERE.indexOf('heavy')).find(({ kind }) => kind === 'claim');
    if (card?.kind !== 'claim' || card.claim.kind !== 'quotation')
      throw new Error('no card of the quotation');
    return card.absentFrom;
  };

  it.each<[string, string, number]>([
    ['the words are not there', 'A comet will be seen from Tarn Hill in March.', 1],
    ['they stand in other marks and lines', 'She spoke of ‘A heavy\nold hat’ in Tarn Hill.', 0],
    ['they are only a part of longer words', 'It was a heavy old hatch, they said in Tarn Hill.', 1],
  ])('%s', (_, other, expected) => {
    expect(absentFrom(other)).toBe(expected);
  });
});

describe('possible counterparts', () => {
  const folder = join(import.meta.dirname, '../../seeds/harbour-bridge');
  const project = createProject();
  for (const path of readdirSync(folder).filter((name) => name.endsWith('.txt')))
    project.set({ path, text: readFileSync(join(folder, path), 'utf8') });

  it.each(project.paths())(
    'are counted apart above %s and its paragraphs, and never as differing',
    (path) => {
      const sure = new Set<string>();
      const any = new Set<string>();
      for (const { from, certainty } of project.linksOf(path)) {
        any.add(from.claim);
        if (certainty !== 'possible') sure.add(from.claim);
      }
      expect(any.size).toBeGreaterThan(sure.size);
      expect(articleLens(project, path)).toMatchObject({ linked: sure.size, possible: any.size - sure.size });
      const paragraphs = paragraphLenses(project, path);
      expect(paragraphs.flatMap(({ claims }) => claims).sort()).toEqual([...any].sort());
      for (const { claims, possible, differing } of paragraphs) {
        expect(possible).toBe(claims.filter((id) => !sure.has(id)).length);
        expect(differing).toBeLessThanOrEqual(claims.length - possible);
      }
    },
  );

  it.each(project.paths())(
    'quotations and figures above %s are as many as the list of its claims has',
    (path) => {
      const rows = claimRows(project, path);
      const count = (kind: ClaimKind): number => rows.filter((row) => row.kind === kind).length;
      expect(count('figure')).toBeGreaterThan(0);
      expect(articleLens(project, path)).toMatchObject({
        quotations: count('quotation'),
        figures: count('figure'),
      });
    },
  );

  it.each(project.paths())('stand behind the sure ones in the views and cards of %s', (path) => {
    const order = (links: readonly ViewLink[]): boolean[] => links.map(isSure);
    const sorted = (flags: readonly boolean[]): boolean[] => [...flags].sort((a, b) => Number(b) - Number(a));
    const links = order(viewOf(project, path)?.links ?? []);
    expect(links).toEqual(sorted(links));
    for (const { start } of viewOf(project, path)?.analysis.claims ?? []) {
      for (const card of cardsAt(project, path, start)) {
        if (card.kind !== 'claim') continue;
        const flags = order(card.counterparts.map(({ link }) => link));
        expect(flags).toEqual(sorted(flags));
      }
    }
  });
});

describe('a person of other articles', () => {
  it.each([
    ['by the surname alone', 'Ada Orlan said so.', 'They met Mr. Orlan on Monday.', 1],
    ['of another first name', 'Ada Orlan said so.', 'They met Peter Orlan on Monday.', 0],
    ['where two share it', 'Dr. Orlan said so.', 'They met Ada Orlan and Peter Orlan on Monday.', 0],
  ])('%s', (_, here, there, found) => {
    const project = createProject();
    const text = `${here} The quay of Vellmark is long.`;
    project.set({ path: 'a.txt', text });
    project.set({ path: 'b.txt', text: there });
    project.setGroups([['a.txt', 'b.txt']]);
    const card = cardsAt(project, 'a.txt', text.indexOf('Orlan')).find(({ kind }) => kind === 'entity');
    expect(card?.kind === 'entity' && card.elsewhere.length).toBe(found);
  });
});
