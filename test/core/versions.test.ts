import { describe, expect, it } from 'vitest';
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import { versionsOf } from '../../src/core/corpus/versions.ts';
import { briefOf } from '../../src/core/desk/brief.ts';
import { briefMarkdown } from '../../src/core/desk/brief-markdown.ts';
import { claimRows } from '../../src/core/desk/claim-rows.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import { articleLens } from '../../src/core/presentation/lens.ts';
import type { ArticleFacts } from '../../src/core/text/article.ts';
import { textOf } from '../../src/core/text/span.ts';
import { inEnglish } from '../../src/core/text/wording.ts';

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

  it('that say the same are not told of above the article', () => {
    const project = projectOf(EARLY.replace('3 March', '4 March'));
    expect(versionsOf(project, 'late.txt')).toHaveLength(1);
    expect(articleLens(project, 'late.txt')?.versions).toEqual([]);
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
    const row = claimRows(project, 'late.txt').find(({ text }) => text.includes('1921'));
    expect(row).toMatchObject({ articles: 1, sources: 0, standing: 'untold' });
  });

  it('are one source beside another article: what they alone have is told once, as found in one', () => {
    const repair = 'The repair of the roof will cost 300 million crowns, the guild said.\n';
    const project = projectOf(`${LATE}\n${repair}`);
    project.set({ path: 'early.txt', text: `${EARLY}\n${repair}` });
    const [other, mine] = ['Seven ferries stayed in port for 2 nights.', 'other.txt'];
    project.set({ path: mine, text: article('5 March 2031', 'Meridian Dispatch', ROOF, other) });
    project.setGroups([['early.txt', 'late.txt', mine]]);
    const row = (path: string, word: string) =>
      claimRows(project, path).find(({ kind, text }) => kind === 'statement' && text.includes(word));
    expect(row('late.txt', '1921')).toMatchObject({ articles: 1, sources: 0, standing: 'onlyHere' });
    expect(row(mine, 'Runa')).toMatchObject({ articles: 2, sources: 1, standing: 'linked' });
    const brief = briefOf(project, mine);
    expect(brief.sources.map(({ kin }) => kin)).toEqual([
      null,
      { kinship: 'version', path: 'early.txt' },
      null,
    ]);
    const told = brief.onlyHere.flatMap(({ source, claims }) =>
      claims.map(({ first }) => `${source.path}: ${first.value && inEnglish(first.value)}`),
    );
    expect(told.filter((line) => line.includes('300'))).toHaveLength(1);
    expect(told.find((line) => line.includes('300'))).toMatch(/^early\.txt: /);
    const text = briefMarkdown(brief, { notes: [], today: '', fileName: (path) => path });
    expect(text).toContain('version of [1]: no source of its own');
  });
});
