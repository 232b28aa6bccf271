import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSource } from '../../core/corpus/article-source.ts';
import type { Project, SavedProject } from '../../core/corpus/project.ts';
import type { Reading } from '../../core/corpus/reading.ts';
import type { Vocabulary } from '../../core/counterparts/vocabulary.ts';
import { turn } from '../pause.ts';
import { type Content, readSealed, TEMPORARY, writeSealed } from './sealed-file.ts';
import { fromStore, toStore } from './stored-readings.ts';

/** Readings in one file. */
const TOGETHER = 256;
/** Bytes of all files; what is more is read again the next time. */
const MOST_BYTES = 2e9;
/** Milliseconds after which a temporary file was left by a crash. */
const LEFT_OVER = 600_000;

const CORPUS = 'counterpoint.corpus';
const READINGS = /^counterpoint-[\w-]+\.readings$/;
const OWN = /^counterpoint[\w.-]*$/;

export interface CacheOptions {
  /** Only files of the cache's own names are touched in it. */
  readonly folder: string;
  /** Of everything that what is stored hangs on: what another version stored is not read. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  /** Bytes of all files; the usual where it is not told. */
  readonly most?: number;
}

/**
 * What was found out about the articles of a corpus, in files: readings by their articles' content, so that no text is
 * read twice, and the whole corpus as it was last, so that nothing is compared twice. What is missing, broken, old or
 * another's is as good as nothing; nothing that happens to the files is an error.
 */
export interface CorpusCache {
  /** Fills an empty project with what was saved; returns the paths of those sources that are in it. */
  readonly restore: (project: Project, sourceAt: SourceAt) => Set<string>;
  /** Whether an article was in the corpus when it was saved. */
  readonly keeps: (path: string) => boolean;
  /** What reading a content came to, by its key, where it is known. */
  readonly reading: (key: string) => Reading | undefined;
  /** To be called with every article that comes into the project, and with the path of each that goes. */
  readonly put: (source: ArticleSource, key: string) => void;
  readonly remove: (path: string) => void;
  /** Key of an article's content. */
  readonly keyAt: (path: string) => string | undefined;
  /** Articles that were put, and not as they were, or removed since the corpus was saved. */
  readonly unsaved: () => number;
  /**
   * Writes what is not written yet; with a pause after each file, in which the project may change. What no article has
   * is dropped, unless articles are still to come then.
   */
  readonly save: (project: Project, isAtRest: () => boolean) => Promise<void>;
}

/** What was told of an article besides its text. */
export type Told = Pick<ArticleSource, 'facts' | 'decisions' | 'dismissals'>;

/** An article as it is now, with what was told of it when it was saved; undefined where it is to be left out. */
export type SourceAt = (path: string, told: Told) => ArticleSource | undefined;

/** A reading in a file. */
interface Stored {
  readonly file: string;
  readonly place: number;
}

/** An article that is there, by the key of its content. */
interface Kept {
  readonly key: string;
  readonly told: Told;
}

interface CorpusHead {
  readonly paths: readonly string[];
  readonly keys: readonly string[];
  /** By place; most articles have no sidecar. */
  readonly told: Readonly<Record<number, Told>>;
  readonly differences: readonly string[];
}

export function createCorpusCache({
  folder,
  version,
  vocabulary,
  most = MOST_BYTES,
}: CacheOptions): CorpusCache {
  /** By content. */
  const stored = new Map<string, Stored>();
  const sizes = new Map<string, number>();
  const articles = new Map<string, Kept>();
  // One kind of file is never taken for the other.
  const seals = { corpus: `${version} corpus`, readings: `${version} readings` };
  let readings = new Map<string, Reading>();
  let saved: Content | null = null;
  let changes = 0;
  let saving: Promise<void> | null = null;
  load();
  const head = (): CorpusHead | undefined => saved?.head as CorpusHead | undefined;
  const kept = new Set(head()?.paths);
  return {
    restore,
    keeps: (path) => kept.has(path),
    reading: (key) => readings.get(key),
    keyAt: (path) => articles.get(path)?.key,
    put({ path, facts, decisions, dismissals }, key) {
      const before = articles.get(path);
      // One that is only looked at is put as it was: all that is kept would be written anew for it.
      if (before?.key === key && sameDecisions(before.told.decisions, decisions)) return;
      articles.set(path, {
        key,
        told: { ...(facts && { facts }), ...(decisions && { decisions }), ...(dismissals && { dismissals }) },
      });
      changes++;
    },
    remove(path) {
      if (articles.delete(path)) changes++;
    },
    unsaved: () => changes,
    save(project, isAtRest) {
      saving ??= save(project, isAtRest).finally(() => {
        saving = null;
      });
      return saving;
    },
  };

  function load(): void {
    saved = readSealed(join(folder, CORPUS), seals.corpus);
    for (const file of filesIn(folder).filter((name) => READINGS.test(name))) {
      const content = readSealed(join(folder, file), seals.readings);
      if (content === null) continue;
      const { keys, own } = content.head as { keys: readonly string[]; own: unknown };
      for (const [place, reading] of fromStore({ head: own, lists: content.lists }, vocabulary).entries()) {
        readings.set(keys[place] ?? '', reading);
        stored.set(keys[place] ?? '', { file, place });
      }
      sizes.set(file, sizeOf(join(folder, file)));
    }
  }

  function restore(project: Project, sourceAt: SourceAt): Set<string> {
    const known = saved;
    const { paths = [], keys = [], told = {}, differences = [] } = head() ?? {};
    const restored = new Map<string, ArticleSource>();
    for (const [place, path] of paths.entries()) {
      const source = sourceAt(path, told[place] ?? {});
      if (source !== undefined && keyOf(source) === keys[place]) restored.set(path, source);
    }
    // Where most is another now, taking away what has gone would take longer than comparing what is there.
    const whole = keys.every((key) => readings.has(key));
    if (known === null || !whole || 2 * restored.size < paths.length) return new Set();
    const [likest, values, codes] = known.lists as [Int32Array, Float64Array, Int32Array];
    const before: SavedProject = { paths, near: { likest, values }, links: { codes, differences } };
    const places = new Map(paths.map((path, place) => [path, place]));
    project.restore(before, (path) => {
      const reading = readings.get(keys[places.get(path) ?? -1] ?? '');
      if (reading === undefined) throw new Error(`${path} is not in the cache`);
      return { source: restored.get(path) ?? { path, text: '' }, reading };
    });
    for (const [place, path] of paths.entries()) {
      if (restored.has(path)) articles.set(path, { key: keys[place] ?? '', told: told[place] ?? {} });
      else project.remove(path);
    }
    changes = paths.length - restored.size;
    return new Set(restored.keys());
  }

  async function save(project: Project, isAtRest: () => boolean): Promise<void> {
    try {
      for (let batch = unwritten(project); batch.length > 0; batch = unwritten(project)) {
        if (isFull() && isAtRest()) prune();
        writeReadings(batch);
        await turn();
      }
      writeCorpus(project);
      if (!isAtRest()) return;
      prune();
      // What no article has will hardly come back; the others are in the project.
      readings = new Map();
    } catch {
      // A full disk, a folder that may not be written: the next opening takes longer.
    }
  }

  /** Articles whose readings are in no file, or in one that holds hardly anything else that is still needed. */
  function unwritten(project: Project): { readonly key: string; readonly reading: Reading }[] {
    const sparse = sparseFiles();
    const found = new Map<string, Reading>();
    for (const [path, { key }] of articles) {
      const at = stored.get(key);
      if (at !== undefined && !sparse.has(at.file)) continue;
      const reading = project.reading(path);
      if (reading !== undefined) found.set(key, reading);
      if (found.size === TOGETHER) break;
    }
    return [...found].map(([key, reading]) => ({ key, reading }));
  }

  function sparseFiles(): Set<string> {
    const live = new Map<string, number>();
    const whole = new Map<string, number>();
    const needed = new Set([...articles.values()].map(({ key }) => key));
    for (const [key, { file }] of stored) {
      whole.set(file, (whole.get(file) ?? 0) + 1);
      if (needed.has(key)) live.set(file, (live.get(file) ?? 0) + 1);
    }
    const half = [...live].filter(([file, count]) => 2 * count < (whole.get(file) ?? 0));
    // Many files of a few readings each, as single edits leave them, become one.
    const small = [...live].filter(([file]) => (whole.get(file) ?? 0) < TOGETHER / 8);
    return new Set([...half, ...(small.length > MOST_SMALL ? small : [])].map(([file]) => file));
  }

  function writeReadings(batch: readonly { readonly key: string; readonly reading: Reading }[]): void {
    const file = `counterpoint-${randomUUID()}.readings`;
    const keys = batch.map(({ key }) => key);
    const { head: own, lists } = toStore(
      batch.map(({ reading }) => reading),
      vocabulary,
    );
    if (isFull()) throw new Error('the cache is full');
    sizes.set(file, writeSealed(join(folder, file), { head: { keys, own }, lists }, seals.readings));
    for (const [place, key] of keys.entries()) stored.set(key, { file, place });
  }

  function isFull(): boolean {
    return [...sizes.values()].reduce((sum, size) => sum + size, 0) > most;
  }

  function writeCorpus(project: Project): void {
    const { paths, near, links } = project.saved();
    const next: CorpusHead = {
      paths,
      keys: paths.map((path) => articles.get(path)?.key ?? ''),
      told: Object.fromEntries(
        paths.flatMap((path, place) => {
          const { told = {} } = articles.get(path) ?? {};
          return isSilent(told) ? [] : [[place, told]];
        }),
      ),
      differences: links.differences,
    };
    writeSealed(
      join(folder, CORPUS),
      { head: next, lists: [near.likest, near.values, links.codes] },
      seals.corpus,
    );
    changes = 0;
    saved = null;
  }

  /** Files that hold nothing that is needed, and what crashes and other versions have left. */
  function prune(): void {
    const needed = new Set([...articles.values()].map(({ key }) => stored.get(key)?.file));
    for (const file of filesIn(folder)) {
      const path = join(folder, file);
      const unused = READINGS.test(file) && !needed.has(file);
      if (!unused && !(file.endsWith(TEMPORARY) && Date.now() - changedAt(path) > LEFT_OVER)) continue;
      rmSync(path, { force: true });
      sizes.delete(file);
      for (const [key, at] of stored) if (at.file === file) stored.delete(key);
    }
  }
}

/** Files of less than an eighth of the usual number of readings. */
const MOST_SMALL = 16;

const isSilent = ({ facts = {}, decisions = [], dismissals = [] }: Told): boolean =>
  Object.keys(facts).length + decisions.length + dismissals.length === 0;

/** All else that is told is in the key. */
const sameDecisions = (a: Told['decisions'] = [], b: Told['decisions'] = []): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Equal for equal content: the text, and what of its sidecar has a say in its reading. */
export function keyOf({ text, facts = {}, dismissals = [] }: ArticleSource): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([facts, dismissals]))
    .update('\n')
    .update(text);
  return hash.digest('base64url');
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => OWN.test(name));
  } catch {
    return [];
  }
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
