import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSource } from '../core/corpus/article-source.ts';
import type { Without } from '../core/mentions/component.ts';
import { type Corpus, createCorpus } from '../engine/corpus.ts';
import { createReaders } from '../engine/readers.ts';
import { engineVersion } from '../engine/version.ts';

/** Fewer articles than these are read before other threads have started. */
const WORTH_THREADS = 64;
/** Articles that are under way at once: while one is compared, others are read. */
const AT_ONCE = 8;
/** The engine's thread, which is built beside the program. */
const WORKER = join(__dirname, 'worker.js');

export interface ReadOptions {
  /** The folder where what is found out is kept for the next time. */
  readonly cache: string | undefined;
  readonly without: Without;
}

/** A corpus of articles: read by all cores where there are many, and not again where they are kept. */
export async function readCorpus(
  sources: readonly ArticleSource[],
  { cache, without }: ReadOptions,
): Promise<Corpus> {
  const complete = without.size === 0 && existsSync(WORKER);
  const version = complete && cache !== undefined ? engineVersion(WORKER) : null;
  const corpus = createCorpus({
    without,
    ...(complete && sources.length >= WORTH_THREADS && { readers: createReaders(WORKER) }),
    ...(cache !== undefined && version !== null && { cache: { folder: cache, version } }),
  });
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const restored = corpus.restore((path) => byPath.get(path));
  const left = sources.filter(({ path }) => !restored.has(path)).reverse();
  const work = async (): Promise<void> => {
    for (let source = left.pop(); source; source = left.pop()) await corpus.set(source);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return corpus;
}
