import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../core/corpus/reading.ts';
import type { Vocabulary } from '../../core/counterparts/vocabulary.ts';
import { readSealed, TEMPORARY, writeSealed } from './sealed-file.ts';
import { fromStore, toStore } from './stored-readings.ts';

/** Readings in one file. */
const TOGETHER = 256;
/** Files of less than an eighth of that, before they become one. */
const MOST_SMALL = 16;
/** Milliseconds after which a temporary file was left by a crash. */
const LEFT_OVER = 600_000;

const READINGS = /^counterpoint-[\w-]+\.readings$/;
const OWN = /^counterpoint[\w.-]*$/;

export interface ReadingFilesOptions {
  /** Only files of the cache's own names are touched in it. */
  readonly folder: string;
  /** What another seal was put on is not read. */
  readonly seal: string;
  readonly vocabulary: Vocabulary;
  /** Bytes of all files. */
  readonly most: number;
}

/** A reading with the key of the content that it is of. */
export interface KeyedReading {
  readonly key: string;
  readonly reading: Reading;
}

/** Readings by the keys of their articles' content, some hundred in a file. */
export interface ReadingFiles {
  /** As the files had it when they were opened; undefined where they had not, and once it was let go. */
  readonly get: (key: string) => Reading | undefined;
  /** Lets go of what was read from the files. */
  readonly letGo: () => void;
  /**
   * The next readings to be written of those that are needed: they are in no file, or in one that holds hardly anything
   * else that is.
   */
  readonly unwritten: (
    needed: Needed,
    readingAt: (path: string) => Reading | undefined,
  ) => readonly KeyedReading[];
  /** Writes a file. Throws where the files are full, and what the disk throws. */
  readonly write: (readings: readonly KeyedReading[]) => void;
  readonly isFull: () => boolean;
  /** Drops files that hold nothing that is needed, and what crashes and other versions have left. */
  readonly prune: (needed: Needed) => void;
}

/** By the key of a content the path of an article that has it. */
type Needed = ReadonlyMap<string, string>;

/** A reading in a file. */
interface Stored {
  readonly file: string;
  readonly place: number;
}

export function openReadingFiles({ folder, seal, vocabulary, most }: ReadingFilesOptions): ReadingFiles {
  /** By content. */
  const stored = new Map<string, Stored>();
  const sizes = new Map<string, number>();
  let known = new Map<string, Reading>();
  for (const file of filesIn(folder).filter((name) => READINGS.test(name))) {
    const content = readSealed(join(folder, file), seal);
    if (content === null) continue;
    const { keys, own } = content.head as { keys: readonly string[]; own: unknown };
    for (const [place, reading] of fromStore({ head: own, lists: content.lists }, vocabulary).entries()) {
      known.set(keys[place] ?? '', reading);
      stored.set(keys[place] ?? '', { file, place });
    }
    sizes.set(file, sizeOf(join(folder, file)));
  }
  return {
    get: (key) => known.get(key),
    letGo: () => {
      known = new Map();
    },
    unwritten(needed, readingAt) {
      const sparse = sparseFiles(needed);
      const found: KeyedReading[] = [];
      for (const [key, path] of needed) {
        const at = stored.get(key);
        if (at !== undefined && !sparse.has(at.file)) continue;
        const reading = readingAt(path);
        if (reading !== undefined) found.push({ key, reading });
        if (found.length === TOGETHER) break;
      }
      return found;
    },
    write(readings) {
      const file = `counterpoint-${randomUUID()}.readings`;
      const keys = readings.map(({ key }) => key);
      const { head: own, lists } = toStore(
        readings.map(({ reading }) => reading),
        vocabulary,
      );
      if (isFull()) throw new Error('the cache is full');
      sizes.set(file, writeSealed(join(folder, file), { head: { keys, own }, lists }, seal));
      for (const [place, key] of keys.entries()) stored.set(key, { file, place });
    },
    isFull,
    prune(needed) {
      const inUse = new Set([...needed.keys()].map((key) => stored.get(key)?.file));
      for (const file of filesIn(folder)) {
        const path = join(folder, file);
        const unused = READINGS.test(file) && !inUse.has(file);
        if (!unused && !(file.endsWith(TEMPORARY) && Date.now() - changedAt(path) > LEFT_OVER)) continue;
        rmSync(path, { force: true });
        sizes.delete(file);
        for (const [key, at] of stored) if (at.file === file) stored.delete(key);
      }
    },
  };

  function isFull(): boolean {
    return [...sizes.values()].reduce((sum, size) => sum + size, 0) > most;
  }

  function sparseFiles(needed: Needed): Set<string> {
    const live = new Map<string, number>();
    const whole = new Map<string, number>();
    for (const [key, { file }] of stored) {
      whole.set(file, (whole.get(file) ?? 0) + 1);
      if (needed.has(key)) live.set(file, (live.get(file) ?? 0) + 1);
    }
    const half = [...live].filter(([file, count]) => 2 * count < (whole.get(file) ?? 0));
    // Many files of a few readings each, as single edits leave them, become one.
    const small = [...live].filter(([file]) => (whole.get(file) ?? 0) < TOGETHER / 8);
    return new Set([...half, ...(small.length > MOST_SMALL ? small : [])].map(([file]) => file));
  }
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
