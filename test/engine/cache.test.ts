import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleSource } from '../../src/core/corpus/article-source.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { createVocabulary } from '../../src/core/counterparts/vocabulary.ts';
import { createCorpusCache, keyOf } from '../../src/engine/cache/corpus-cache.ts';
import { createCorpus } from '../../src/engine/corpus.ts';
import { generateArchive } from '../bench/generate.ts';

const root = mkdtempSync(join(tmpdir(), 'counterpoint-cache-'));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = (): string => mkdtempSync(join(root, 'one-'));

const ARCHIVE = generateArchive(14).articles.map(({ text }) => text);
const PATHS = Array.from({ length: 9 }, (_, i) => `news/${i}.txt`);
const DISMISSAL = {
  id: 'd1',
  author: 'Ines',
  created: '2026-11-22T10:00:00Z',
  kind: 'figure',
  selectors: { quote: { exact: '1', prefix: '', suffix: '' }, position: { start: 0, end: 1 } },
} as const;

const DECISION = {
  id: 'd2',
  author: 'Ines',
  created: '2026-11-22T10:00:00Z',
  decision: 'confirmed',
  here: DISMISSAL.selectors,
  there: { article: '1.txt', selectors: DISMISSAL.selectors },
} as const;

type Articles = ReadonlyMap<string, ArticleSource>;

async function opened(folder: string, articles: Articles, version = '1') {
  const corpus = createCorpus({ cache: { folder, version } });
  const restored = corpus.restore((path, told) => {
    const source = articles.get(path);
    return source && { ...told, ...source };
  });
  for (const [path, source] of articles) if (!restored.has(path)) await corpus.set(source);
  return { corpus, restored };
}

const seen = ({ project }: Awaited<ReturnType<typeof opened>>['corpus']) => ({
  paths: project.paths(),
  analyses: project.paths().map((path) => project.analysis(path)),
  links: project.links(),
  stories: project.stories(),
  limits: project.paths().map((path) => project.limits(path)),
});

async function afresh(articles: Articles) {
  const corpus = createCorpus();
  for (const source of [...articles.values()].reverse()) await corpus.set(source);
  return seen(corpus);
}

/** An article comes, changes or goes (null); or the corpus is closed and opened again, in another order of articles. */
type Step =
  | { readonly kind: 'put'; readonly path: string; readonly text: number | null; readonly dismissed: boolean }
  | { readonly kind: 'unseen'; readonly path: string; readonly text: number | null }
  | { readonly kind: 'reopen' };

const text = fc.option(fc.nat(ARCHIVE.length - 1), { freq: 5 });
const path = fc.constantFrom(...PATHS);
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('put' as const), path, text, dismissed: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('unseen' as const), path, text }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  ),
  { minLength: 4, maxLength: 22 },
);

function sourceOf(path: string, number: number, dismissed: boolean): ArticleSource {
  return { path, text: ARCHIVE[number] ?? '', ...(dismissed && { dismissals: [DISMISSAL] }) };
}

/** What is on disk changes with the corpus, or while it is closed. */
async function played(list: readonly Step[], folder: string) {
  const articles = new Map<string, ArticleSource>();
  let { corpus } = await opened(folder, articles);
  for (const step of [...list, { kind: 'reopen' } as const]) {
    if (step.kind === 'reopen') {
      await corpus.close();
      corpus = (await opened(folder, articles)).corpus;
    } else if (step.kind === 'unseen') {
      await corpus.close();
      if (step.text === null) articles.delete(step.path);
      else articles.set(step.path, sourceOf(step.path, step.text, false));
      corpus = (await opened(folder, articles)).corpus;
    } else if (step.text === null) {
      articles.delete(step.path);
      corpus.remove(step.path);
    } else {
      const source = sourceOf(step.path, step.text, step.dismissed);
      articles.set(step.path, source);
      await corpus.set(source);
    }
  }
  return { corpus, articles };
}

describe('a corpus that is kept', () => {
  it('is after any changes, seen or not, and any reopenings, the same as one built afresh', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { corpus, articles } = await played(list, newFolder());
        expect(seen(corpus)).toEqual(await afresh(articles));
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  const articles: Articles = new Map(PATHS.map((one, i) => [one, sourceOf(one, i, i === 4)]));

  it('is taken up whole when nothing has changed', async () => {
    const folder = newFolder();
    await (await opened(folder, articles)).corpus.close();
    const { corpus, restored } = await opened(folder, articles);
    expect(restored.size).toBe(articles.size);
    expect(seen(corpus)).toEqual(await afresh(articles));
  });

  it('is not taken up by another version, which leaves nothing of it', async () => {
    const folder = newFolder();
    await (await opened(folder, articles)).corpus.close();
    const before = readdirSync(folder);
    const { corpus, restored } = await opened(folder, articles, '2');
    expect(restored.size).toBe(0);
    await corpus.close();
    const readings = (names: readonly string[]) => names.filter((name) => name.endsWith('.readings'));
    expect(readings(readdirSync(folder)).filter((name) => before.includes(name))).toEqual([]);
    expect(readings(readdirSync(folder))).toHaveLength(1);
  });

  it('keeps what articles that are still to come need', async () => {
    const folder = newFolder();
    await (await opened(folder, articles)).corpus.close();
    const [first, second] = [...articles.values()];
    if (!first || !second) throw new Error('no articles');
    const vocabulary = createVocabulary();
    const cache = createCorpusCache({ folder, version: '1', vocabulary });
    const project = createProject({ vocabulary });
    const changed = { ...first, text: `${first.text}\n\nA ferry sank.` };
    project.set(changed);
    cache.put(changed, keyOf(changed));
    const before = readdirSync(folder);
    await cache.save(project, () => false);
    expect(cache.unsaved()).toBe(0);
    expect(cache.reading(keyOf(second))).toBeDefined();
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(before));
    cache.put(changed, keyOf(changed));
    await cache.save(project, () => true);
    expect(cache.reading(keyOf(second))).toBeUndefined();
    expect(readdirSync(folder)).not.toEqual(expect.arrayContaining(before));
  });

  it('has nothing to write of articles that are put as they were', async () => {
    const folder = newFolder();
    await (await opened(folder, articles)).corpus.close();
    const vocabulary = createVocabulary();
    const cache = createCorpusCache({ folder, version: '1', vocabulary });
    const project = createProject({ vocabulary });
    cache.restore(project, (path, told) => ({ ...told, path, text: articles.get(path)?.text ?? '' }));
    for (const source of articles.values()) {
      const told = { facts: {}, decisions: [], ...source };
      cache.put(told, keyOf(told));
    }
    expect(cache.unsaved()).toBe(0);
    const [first] = articles.values();
    if (!first) throw new Error('no articles');
    const decided = { ...first, decisions: [DECISION] };
    cache.put(decided, keyOf(decided));
    expect(cache.unsaved()).toBe(1);
    await cache.save(project, () => true);
    cache.put(decided, keyOf(decided));
    expect(cache.unsaved()).toBe(0);
    const changed = { ...decided, text: `${first.text}\n\nA ferry sank.` };
    cache.put(changed, keyOf(changed));
    expect(cache.unsaved()).toBe(1);
  });

  it('drops what is old where it is full', async () => {
    const vocabulary = createVocabulary();
    const cache = createCorpusCache({ folder: newFolder(), version: '1', vocabulary, most: 1 });
    const project = createProject({ vocabulary });
    for (const text of ARCHIVE.slice(0, 3)) {
      project.set({ path: 'a.txt', text });
      cache.put({ path: 'a.txt', text }, keyOf({ path: 'a.txt', text }));
      await cache.save(project, () => true);
      expect(cache.unsaved()).toBe(0);
    }
  });

  it('touches no file that is not its own', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'talks.readings'), 'mine');
    await (await opened(folder, articles)).corpus.close();
    expect(readFileSync(join(folder, 'talks.readings'), 'utf8')).toBe('mine');
  });

  it('does without a folder that cannot be written', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const { corpus } = await opened(join(file, 'below'), articles);
    await corpus.close();
    expect(seen(corpus)).toEqual(await afresh(articles));
  });

  it('is rebuilt, without a word, from files that are broken anywhere, cut off, swapped or gone', async () => {
    const folder = newFolder();
    await (await opened(folder, articles)).corpus.close();
    const whole = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    const expected = await afresh(articles);
    const names = [...whole.keys()];
    const harm = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      how: fc.constantFrom('flip', 'cut', 'swap', 'grow', 'gone'),
    });
    await fc.assert(
      fc.asyncProperty(harm, async ({ name, at, how }) => {
        for (const file of readdirSync(folder)) rmSync(join(folder, file));
        for (const [file, bytes] of whole) writeFileSync(join(folder, file), bytes);
        const bytes = Buffer.from(whole.get(name) ?? []);
        const place = Math.floor(at * bytes.length);
        if (how === 'flip') bytes[place] = (bytes[place] ?? 0) ^ 64;
        const other = whole.get(names.find((one) => one !== name) ?? '') ?? bytes;
        const harmed = {
          flip: bytes,
          cut: bytes.subarray(0, place),
          swap: other,
          grow: Buffer.concat([bytes, bytes]),
          gone: bytes,
        }[how];
        if (how === 'gone') rmSync(join(folder, name));
        else writeFileSync(join(folder, name), harmed ?? bytes);
        const { corpus } = await opened(folder, articles);
        expect(seen(corpus)).toEqual(expected);
        await corpus.close();
        expect((await opened(folder, articles)).restored.size).toBe(articles.size);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
