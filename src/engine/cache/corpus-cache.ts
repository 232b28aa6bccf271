import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleSource } from '../../core/corpus/article-source.ts';
import type { Project, SavedProject } from '../../core/corpus/project.ts';
import type { Reading } from '../../core/corpus/reading.ts';
import type { Vocabulary } from '../../core/counterparts/vocabulary.ts';
import { turn } from '../pause.ts';
import { openReadingFiles } from './reading-files.ts';
import { type Content, readSealed, writeSealed } from './sealed-file.ts';

/** Bytes of all files; what is more is read again the next time. */
const MOST_BYTES = 2e9;

const CORPUS = 'counterpoint.corpus';

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
  const articles = new Map<string, Kept>();
  // One kind of file is never taken for the other.
  const seals = { corpus: `${version} corpus`, readings: `${version} readings` };
  const readings = openReadingFiles({ folder, seal: seals.readings, vocabulary, most });
  let saved: Content | null = readSealed(join(folder, CORPUS), seals.corpus);
  let changes = 0;
  let saving: Promise<void> | null = null;
  const head = (): CorpusHead | undefined => saved?.head as CorpusHead | undefined;
  const kept = new Set(head()?.paths);
  return {
    restore,
    keeps: (path) => kept.has(path),
    reading: readings.get,
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

  function restore(project: Project, sourceAt: SourceAt): Set<string> {
    const known = saved;
    const { paths = [], keys = [], told = {}, differences = [] } = head() ?? {};
    const restored = new Map<string, ArticleSource>();
    for (const [place, path] of paths.entries()) {
      const source = sourceAt(path, told[place] ?? {});
      if (source !== undefined && keyOf(source) === keys[place]) restored.set(path, source);
    }
    // Where most is another now, taking away what has gone would take longer than comparing what is there.
    const whole = keys.every((key) => readings.get(key) !== undefined);
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
      const next = () => readings.unwritten(pathsByKey(), project.reading);
      for (let batch = next(); batch.length > 0; batch = next()) {
        if (readings.isFull() && isAtRest()) readings.prune(pathsByKey());
        readings.write(batch);
        await turn();
      }
      writeCorpus(project);
      if (!isAtRest()) return;
      // What no article has will hardly come back; the others are in the project.
      readings.prune(pathsByKey());
      readings.letGo();
    } catch {
      // A full disk, a folder that may not be written: the next opening takes longer.
    }
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

  function pathsByKey(): ReadonlyMap<string, string> {
    return new Map([...articles].map(([path, { key }]) => [key, path]));
  }
}

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
