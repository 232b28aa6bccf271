import { describe, expect, it } from 'vitest';
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import { versionsOf } from '../../src/core/corpus/versions.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import { articleLens } from '../../src/core/presentation/lens.ts';
import type { ArticleFacts } from '../../src/core/text/article.ts';
import { textOf } from '../../src/core/text/span.ts';

const article = (day: string, outlet: string, ...sentences: string[]): string =>
  `Storm tears roof off fish hall\n\n${day}\n${outlet}\n\n${sentences.join('\n\n')}\n`;

const ROOF = 'Storm Runa tore the roof off the old fish hall of Vellmark on Monday night.';
const BOATS = 'Forty boats were driven against the quay, the harbour master Ilse Ostrand said.';
const MORE_BOATS = 'Forty-six boats were driven against the quay, the harbour master Ilse Ostrand said.';
const ROADS = 'Every road to Vellmark was blocked by fallen trees until Tuesday morning.';
const PUMPS = 'Nobody had looked after the pumps for years, a fisherman told reporters.';
const CORRECTION = 'Correction: an earlier version of this article gave the number of boats as forty.';

const EARLY = article(
  '3 March 2031',
  'Tideway Post',
  ROOF,
  BOATS,
  ROADS,
  PUMPS,
  'The hall was built in 1921 by the guild.',
);
const LATE = article(
  '4 March 2031',
  'Tideway Post',
  'The hall was built in 1921 by the guild.',
  ROOF,
  MORE_BOATS,
  ROADS,
  CORRECTION,
);

function projectOf(late: string, facts: ArticleFacts = {}): Project {
  const project = createProject();
  project.set({ path: 'late.txt', text: late, facts });
  project.set({ path: 'early.txt', text: EARLY });
  return project;
}

/** `kind: words` of all that changed. */
function changes(project: Project, path: string): string[] {
  return versionsOf(project, path).flatMap(({ earlier, later, changed, added, withdrawn }) => {
    const text = (of: string, span: { start: number; end: number }): string =>
      textOf(project.analysis(of)?.article.text ?? '', span);
    return [
      `${earlier} before ${later}`,
      ...changed.map((pair) => `changed: ${text(earlier, pair.earlier)} – ${text(later, pair.later)}`),
      ...added.map((span) => `added: ${text(later, span)}`),
      ...withdrawn.map((span) => `withdrawn: ${text(earlier, span)}`),
    ];
  });
}

const EXPECTED = [
  'early.txt before late.txt',
  `changed: ${BOATS} – ${MORE_BOATS}`,
  `added: ${CORRECTION}`,
  `withdrawn: ${PUMPS}`,
];

describe('versions of one article', () => {
  it('are compared from either side, whatever moved', () => {
    const project = projectOf(LATE);
    expect(changes(project, 'late.txt')).toEqual(EXPECTED);
    expect(changes(project, 'early.txt')).toEqual(EXPECTED);
  });

  it('are told by the sidecar where the outlet does not tell', () => {
    const other = LATE.replace('Tideway Post', 'Meridian Dispatch');
    expect(changes(projectOf(other), 'late.txt')).toEqual([]);
    expect(changes(projectOf(other, { versionOf: 'early.txt' }), 'early.txt')).toEqual(EXPECTED);
  });

  it('are found from both sides in a story of more articles than are compared', () => {
    const project = projectOf(LATE);
    const between = Array.from({ length: 30 }, (_, at) => `between-${at}.txt`);
    const said = (at: number) => `Boat number ${at} sank off Vellmark on Monday, its owner said.`;
    for (const [at, path] of between.entries())
      project.set({ path, text: article('3 March 2031', `Gazette ${at}`, said(at)) });
    project.setGroups([['early.txt', ...between, 'late.txt']]);
    expect(project.storyOf('early.txt')?.articles.length).toBe(32);
    expect(changes(project, 'early.txt')).toEqual(EXPECTED);
    expect(changes(project, 'late.txt')).toEqual(EXPECTED);
  });

  it('are counted above the article', () => {
    const project = projectOf(LATE);
    const counts = { changed: 1, added: 1, withdrawn: 1 };
    expect(articleLens(project, 'late.txt')?.versions).toEqual([
      { path: 'early.txt', earlier: true, ...counts },
    ]);
    expect(articleLens(project, 'early.txt')?.versions).toEqual([
      { path: 'late.txt', earlier: false, ...counts },
    ]);
  });

  it.each([
    ['late.txt', '1921', []],
    ['late.txt', 'Forty-six boats', ['changed true']],
    ['late.txt', 'forty', ['added true']],
    ['early.txt', 'Forty boats', ['changed false']],
  ])('%s: a card about %s tells of it', (path, words, expected) => {
    const project = projectOf(LATE);
    const at = project.analysis(path)?.article.text.indexOf(words) ?? -1;
    const [card] = cardsAt(project, path, at + 1).filter(({ kind }) => kind === 'claim');
    const notes = card?.kind === 'claim' ? card.versions : [];
    expect(notes.map(({ kind, earlier }) => `${kind} ${earlier}`)).toEqual(expected);
  });

  it('never corroborate each other', () => {
    const project = projectOf(LATE);
    const at = project.analysis('late.txt')?.article.text.indexOf('1921') ?? -1;
    const [card] = cardsAt(project, 'late.txt', at + 1).filter(({ kind }) => kind === 'claim');
    expect(card).toMatchObject({ articles: 2, independent: 1 });
  });
});
