import type { ArticleSource } from '../core/corpus/article-source.ts';
import { createProject, type Project } from '../core/corpus/project.ts';
import type { Reading } from '../core/corpus/reading.ts';
import { createVocabulary } from '../core/counterparts/vocabulary.ts';
import type { Without } from '../core/mentions/component.ts';
import { createCorpusCache, keyOf, type SourceAt } from './cache/corpus-cache.ts';
import { fromStore } from './cache/stored-readings.ts';
import { turn as nextTurn } from './pause.ts';
import type { Readers } from './readers.ts';

export interface CorpusOptions {
  /** Where what was found out is kept, and the version of the engine; nothing is kept where it is not told. */
  readonly cache?: { readonly folder: string; readonly version: string };
  /** Threads that read articles; where it is not told, this one does. */
  readonly readers?: Readers;
  /** What the analysis leaves out, to measure its worth: nothing is kept then, and no other thread reads. */
  readonly without?: Without;
}

/** A project whose articles are read in other threads where there are many, and not again when they were read before. */
export interface Corpus {
  readonly project: Project;
  /** Whether there was nothing yet, so that `restore` can fill it; and whether something was kept of a path. */
  readonly keeps: (path: string) => boolean;
  /** Fills an empty corpus with those of the sources that are as they were kept; returns their paths. */
  readonly restore: (sourceAt: SourceAt) => ReadonlySet<string>;
  /** Adds or replaces an article; false where another text, or none, came to its path meanwhile. */
  readonly set: (source: ArticleSource) => Promise<boolean>;
  readonly remove: (path: string) => void;
  /** Keeps what is not kept yet. */
  readonly save: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds without a change after which what was found out is kept, for many changes and for a few. */
const REST_AFTER_MANY = 3000;
const REST = 120_000;
const MANY = 50;

export function createCorpus({ cache: place, readers, without }: CorpusOptions = {}): Corpus {
  const vocabulary = createVocabulary();
  const project = createProject({ vocabulary, ...(without && { without }) });
  const cache = place && createCorpusCache({ ...place, vocabulary });
  /** Of each path: what was set last, and its content where that is in the project. */
  const asked = new Map<string, object>();
  const contents = new Map<string, string>();
  let underWay = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return { project, keeps, restore, set, remove, save, close };

  function keeps(path: string): boolean {
    return contents.size === 0 && cache?.keeps(path) === true;
  }

  function restore(sourceAt: SourceAt): ReadonlySet<string> {
    if (cache === undefined || contents.size > 0) return new Set();
    const restored = cache.restore(project, sourceAt);
    for (const path of restored) contents.set(path, cache.keyAt(path) ?? '');
    saveLater();
    return restored;
  }

  async function set(source: ArticleSource): Promise<boolean> {
    const { path } = source;
    const turn = {};
    asked.set(path, turn);
    underWay++;
    try {
      const key = keyOf(source);
      // The project sees that nothing is to be read.
      const known = contents.get(path) === key;
      const reading = known ? undefined : (cache?.reading(key) ?? (await readElsewhere(source)));
      if (asked.get(path) !== turn) return false;
      project.set(source, reading);
      contents.set(path, key);
      cache?.put(source, key);
      saveLater();
      return true;
    } finally {
      underWay--;
      if (asked.get(path) === turn) asked.delete(path);
    }
  }

  /** A single article is read here: it would wait for another thread's start. */
  async function readElsewhere(source: ArticleSource): Promise<Reading | undefined> {
    if (readers === undefined) return undefined;
    await nextTurn();
    if (underWay < 2) return undefined;
    const { text, facts = {}, dismissals = [] } = source;
    const content = await readers.read({ text, facts, dismissals });
    return content === null ? undefined : fromStore(content, vocabulary)[0];
  }

  function remove(path: string): void {
    asked.delete(path);
    contents.delete(path);
    project.remove(path);
    cache?.remove(path);
    saveLater();
  }

  function saveLater(): void {
    if (cache === undefined || cache.unsaved() === 0) return;
    clearTimeout(resting);
    // Not in the midst of reading: what is kept of articles that are still to come would be taken for old.
    const saveAtRest = (): void => (isAtRest() ? void save() : saveLater());
    resting = setTimeout(saveAtRest, cache.unsaved() < MANY ? REST : REST_AFTER_MANY);
    resting.unref();
  }

  async function save(): Promise<void> {
    clearTimeout(resting);
    if (cache !== undefined && cache.unsaved() > 0) await cache.save(project, isAtRest);
  }

  function isAtRest(): boolean {
    return underWay === 0;
  }

  async function close(): Promise<void> {
    readers?.close();
    await save();
  }
}
