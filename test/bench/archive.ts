// Measured and printed by archive.bench.mjs: from generated texts to all links.
import { analyze } from '../../src/core/claims/analyze.ts';
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import { keysOf } from '../../src/core/counterparts/article-keys.ts';
import { createClaimIndex } from '../../src/core/counterparts/candidates.ts';
import { isSure, type Link } from '../../src/core/counterparts/link.ts';
import { SHOWN } from '../../src/core/counterparts/links.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';
import { vectorOf } from '../../src/core/counterparts/topic-vector.ts';
import { createVocabulary } from '../../src/core/counterparts/vocabulary.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import type { Span } from '../../src/core/text/span.ts';
import { type Archive, generateArchive, type Planted } from './generate.ts';
import type { PlantedRelation } from './passages.ts';

const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Megabytes in use after a collection of garbage. */
type Held = () => number;

export interface ArchiveFigures {
  readonly articles: number;
  readonly seconds: number;
}

/** Reads an archive of so many articles and prints what came of it. */
export function measureArchive(count: number, held: Held): ArchiveFigures {
  const archive = generateArchive(count);
  const before = held();
  const start = performance.now();
  const work = process.cpuUsage();
  const project = createProject();
  for (const article of archive.articles) project.set(article);
  let links = project.links();
  const took = seconds(start);
  const { user, system } = process.cpuUsage(work);
  const storiesStart = performance.now();
  const stories = project.stories().length;
  const storiesTook = seconds(storiesStart);
  const claims = project.paths().reduce((sum, path) => sum + (project.analysis(path)?.claims.length ?? 0), 0);
  const characters = archive.articles.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `${count} articles, ${(characters / 1e6).toFixed(1)} M characters: ${took.toFixed(1)} s to all links ` +
      `(${((1000 * took) / count).toFixed(1)} ms an article; ${((user + system) / 1e6).toFixed(1)} s of processor time), ` +
      `stories in ${storiesTook.toFixed(2)} s; ${claims} claims, ${links.length} links, ${stories} stories`,
  );
  const all = held() - before;
  printFound(project, archive, links);
  links = [];
  console.log(
    `  in memory: ${all.toFixed(0)} MB with the links written out, ${(held() - before).toFixed(0)} MB without; ` +
      `most that the process took: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`,
  );
  printAnswers(project, archive);
  printStages(archive);
  return { articles: count, seconds: took };
}

/** Where the time goes: the same work once more, stage by stage. */
function printStages({ articles }: Archive): void {
  const stages = { analysis: 0, profiles: 0, index: 0, comparison: 0 };
  const timed = <T>(stage: keyof typeof stages, work: () => T): T => {
    const start = performance.now();
    const value = work();
    stages[stage] += performance.now() - start;
    return value;
  };
  const vocabulary = createVocabulary();
  const index = createClaimIndex({ vocabulary, floor: SHOWN, linked: () => [] });
  let pairs = 0;
  const project = createProject({ analyze: (text, facts) => timed('analysis', () => analyze(text, facts)) });
  const whole = performance.now();
  for (const article of articles) project.set(article);
  const total = performance.now() - whole;
  for (const { path } of articles) {
    const analysis = project.analysis(path);
    if (analysis === undefined) continue;
    const profile = timed('profiles', () => profileOf(path, analysis));
    const { candidates } = timed('index', () =>
      index.replace(path, { keys: keysOf(profile, vocabulary), topic: vectorOf(profile.topic, vocabulary) }),
    );
    for (const list of candidates.values()) pairs += list.length;
  }
  stages.comparison = Math.max(0, total - stages.analysis - stages.profiles - stages.index);
  const shares = Object.entries(stages).map(([stage, ms]) => `${stage} ${((100 * ms) / total).toFixed(0)}%`);
  console.log(`  stages: ${shares.join(', ')}; ${pairs} pairs of claims compared`);
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
}

const EDITS = 60;

/** An edit until the article's links are there, and what another article's hover then takes. */
function printAnswers(project: Project, { articles }: Archive): void {
  const edits: number[] = [];
  const cold: number[] = [];
  const stories: number[] = [];
  const step = Math.max(1, Math.floor(articles.length / EDITS));
  for (let i = 0; i < articles.length; i += step) {
    const article = articles[i];
    if (article === undefined) continue;
    const start = performance.now();
    project.set({ ...article, text: `${article.text}\nNothing else was said.\n` });
    project.linksOf(article.path);
    edits.push(performance.now() - start);
    const again = performance.now();
    const other = articles[(i + 1) % articles.length] ?? article;
    cardsAt(project, other.path, Math.floor(other.text.length / 2));
    cold.push(performance.now() - again);
    project.set(article);
    if (i % (step * 10) !== 0) continue;
    const grouped = performance.now();
    project.stories();
    stories.push(performance.now() - grouped);
  }
  console.log(
    `  edit to its links: median ${percentile(edits, 0.5)} ms, 95th percentile ${percentile(edits, 0.95)} ms; ` +
      `cards at a place of another article then: median ${percentile(cold, 0.5)} ms, 95th percentile ${percentile(cold, 0.95)} ms; ` +
      `stories after an edit: median ${percentile(stories, 0.5)} ms`,
  );
}

const RELATIONS: readonly PlantedRelation[] = ['verbatim', 'reworded', 'agrees', 'differs'];

/** A claim, or a planted passage, by the article it stands in. */
interface Place extends Span {
  readonly path: string;
}

const touch = (a: Place, b: Place): boolean => a.path === b.path && a.start < b.end && b.start < a.end;

/** Recall and precision of planted counterparts, by relation. */
function printFound(project: Project, { planted }: Archive, links: readonly Link[]): void {
  const places = new Map<string, ReadonlyMap<string, Place>>();
  for (const path of project.paths()) {
    const claims = project.analysis(path)?.claims ?? [];
    places.set(path, new Map(claims.map(({ id, start, end }) => [id, { path, start, end }])));
  }
  const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const byPair = new Map<string, Planted[]>();
  for (const one of planted) {
    const key = pairKey(one.ends[0].path, one.ends[1].path);
    byPair.set(key, [...(byPair.get(key) ?? []), one]);
  }
  const found = new Map<Planted, Set<string>>();
  const right = new Map<string, number>();
  const printed = new Map<string, number>();
  let strangers = 0;
  for (const link of links) {
    const { from, to, relation } = link;
    const a = places.get(from.path)?.get(from.claim);
    const b = places.get(to.path)?.get(to.claim);
    if (a === undefined || b === undefined) continue;
    if (storyOf(a.path) !== storyOf(b.path)) strangers++;
    const hits = (byPair.get(pairKey(a.path, b.path)) ?? []).filter(
      ({ ends: [p, q] }) => (touch(a, p) && touch(b, q)) || (touch(a, q) && touch(b, p)),
    );
    for (const hit of hits) found.set(hit, (found.get(hit) ?? new Set()).add(relation));
    const isRight = hits.some((hit) => hit.relation === relation);
    for (const name of isSure(link) ? [relation, likely(relation)] : [relation]) {
      printed.set(name, (printed.get(name) ?? 0) + 1);
      if (isRight) right.set(name, (right.get(name) ?? 0) + 1);
    }
  }
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
  const precision = (name: string): string =>
    `${share(right.get(name) ?? 0, printed.get(name) ?? 0)} of ${printed.get(name) ?? 0}`;
  for (const relation of RELATIONS) {
    const wanted = planted.filter((one) => one.relation === relation);
    const exact = wanted.filter((one) => found.get(one)?.has(relation)).length;
    const linked = wanted.filter((one) => found.has(one)).length;
    console.log(
      `  ${relation}: ${wanted.length} planted, recall ${share(exact, wanted.length)} ` +
        `(${share(linked, wanted.length)} whatever the relation), ` +
        `precision ${precision(relation)}, likely ones ${precision(likely(relation))}`,
    );
  }
  const others = ['paraphrase', 'contradicts'].map((name) => `${printed.get(name) ?? 0} ${name}`).join(', ');
  console.log(`  other links: ${others}; links between stories: ${strangers}`);
}

const likely = (relation: string): string => `likely ${relation}`;

const storyOf = (path: string): string => path.slice(0, path.indexOf('/'));

const HOVERS = 30;

/**
 * An archive about one topic: every article goes on with the text of the next, so that each story hangs together
 * with the one behind it. What a story and a hover take when nothing has changed, and first thing after an edit.
 */
export function measureConnected(count: number): void {
  const { articles } = generateArchive(count + 1);
  const project = createProject();
  const connected = articles.slice(0, count).map(({ path, text }, i) => ({
    path,
    text: `${text}\n${articles[i + 1]?.text ?? ''}`,
  }));
  for (const article of connected) project.set(article);
  const times = {
    stories: [] as number[],
    still: [] as number[],
    story: [] as number[],
    after: [] as number[],
  };
  const timed = (list: number[], work: () => unknown): void => {
    const start = performance.now();
    work();
    list.push(performance.now() - start);
  };
  timed(times.stories, () => project.stories());
  const step = Math.max(1, Math.floor(count / HOVERS));
  for (let i = 0; i < count; i += step) {
    const [article, other] = [connected[i], connected[(i + 1) % count]];
    if (article === undefined || other === undefined) continue;
    const middle = Math.floor(other.text.length / 2);
    project.linksOf(other.path);
    timed(times.still, () => cardsAt(project, other.path, middle));
    project.set({ ...article, text: `${article.text}\nNothing else was said.\n` });
    timed(times.story, () => project.storyOf(other.path));
    project.set(article);
    timed(times.after, () => cardsAt(project, other.path, middle));
  }
  const both = (list: readonly number[]): string =>
    `median ${percentile(list, 0.5)} ms, 95th percentile ${percentile(list, 0.95)} ms`;
  console.log(
    `${count} articles about one topic: ${project.stories().length} stories in ${percentile(times.stories, 1)} ms; ` +
      `a hover: ${both(times.still)}; a story after an edit: ${both(times.story)}; a hover after an edit: ${both(times.after)}`,
  );
}

/** One text under so many paths, as a wire's customers print it. */
export function measureCopies(counts: readonly number[], held: Held): void {
  const [article] = generateArchive(1).articles;
  if (article === undefined) return;
  for (const count of counts) {
    const before = held();
    const start = performance.now();
    const project = createProject();
    for (let i = 0; i < count; i++) project.set({ ...article, path: `${i}.txt` });
    const links = project.linksOf('0.txt').length;
    console.log(
      `${count} copies of one article: ${seconds(start).toFixed(1)} s, ${(held() - before).toFixed(0)} MB; ` +
        `${links} links of the first, ${project.limits('0.txt').articles} copies left out, ${project.stories().length} story`,
    );
  }
}
