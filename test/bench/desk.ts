// Measured and printed by desk.bench.mjs: every answer as the lists ask for it, of articles all over the archive.
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import { briefMarkdown } from '../../src/core/desk/brief-markdown.ts';
import type { Matrix } from '../../src/core/desk/matrix.ts';
import { shownRows } from '../../src/core/desk/matrix-shown.ts';
import { type Desk, deskOf } from '../../src/engine/desk.ts';
import { generateArchive, generateOneStory, WIDE } from './generate.ts';

const ASKED = 60;
/** More articles than a project has at hand. */
const MOST_AT_HAND = 300;

export async function measureDesk(count: number): Promise<void> {
  const project = createProject();
  for (const article of generateArchive(count).articles) project.set(article);
  const desk = deskOf(project);
  const paths = project.paths();
  const some = Array.from({ length: ASKED }, (_, at) => paths[Math.floor((at * paths.length) / ASKED)] ?? '');
  const questions: readonly (readonly [string, (path: string, desk: Desk) => Promise<unknown>])[] = [
    ['story, the first time', (path) => desk.storyArticles(path)],
    ['story', (path) => desk.storyArticles(path)],
    ['differences', (path) => desk.differences(path)],
    ['claims', (path) => desk.claimRows(path)],
    ['names', (path) => desk.names(path)],
    ['table', (path) => desk.matrix(path)],
    ['links to review', (path) => desk.unreviewed(path)],
    [
      'brief',
      async (path) =>
        briefMarkdown(await desk.brief(path), { notes: [], today: '', fileName: (file) => file }),
    ],
    ['symbols of a word', (path) => desk.symbols(wordOf(project.analysis(path)?.chains[0]?.name))],
    ['symbols that nothing has', () => desk.symbols('zzqy')],
    ['figures by digits', (_, own) => own.symbols('12 7')],
  ];
  console.log(`${count} articles; milliseconds of processor time`);
  const first = await taken(() => desk.storyHeads());
  const again = await taken(() => desk.storyHeads());
  console.log(`  all stories: ${first.toFixed(0)} ms the first time, then ${again.toFixed(0)} ms`);
  for (const [name, ask] of questions) {
    const times: number[] = [];
    for (const path of some) times.push(await taken(() => ask(path, desk)));
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
    console.log(`  ${name}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms`);
  }
  await measureMatrix(project, desk, paths.slice(0, MOST_AT_HAND));
}

/** The table of a large story among others, from the question to the text that goes to the page. */
async function measureMatrix(project: Project, desk: Desk, others: readonly string[]): Promise<void> {
  const { articles } = generateOneStory(WIDE.articles, WIDE.paragraphs);
  const paths = articles.map(({ path }) => `wide/${path}`);
  for (const { path, text } of articles) project.set({ path: `wide/${path}`, text });
  project.setGroups([paths]);
  // As when other stories were looked at since: little of this one is at hand.
  for (const other of others) project.analysis(other);
  let model = '';
  const ask = async (): Promise<void> => {
    model = (await desk.matrix(paths[0] ?? '')) ?? '';
  };
  const first = await taken(ask);
  const again = await taken(ask);
  const matrix: Matrix = JSON.parse(model);
  const shown = await taken(async () => shownRows(matrix, { words: 'a' }, { by: 'disagreement' }));
  const size = `${matrix.columns.length} articles × ${matrix.rows.length} rows, ${(model.length / 1e6).toFixed(1)} MB`;
  console.log(
    `  table of ${size}: ${first.toFixed(0)} ms the first time, then ${again.toFixed(0)} ms; narrowed and ordered in ${shown.toFixed(1)} ms`,
  );
}

/** Other programs share the machine: what counts is this one's own time. */
async function taken(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const wordOf = (name = ''): string => name.split(' ').at(-1) ?? '';
