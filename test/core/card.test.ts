import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import type { ClaimCard } from '../../src/core/presentation/claim-card.ts';
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
