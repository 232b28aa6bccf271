import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesUnder, type Unlisted } from './folder.ts';
import { CommandError } from './io.ts';

/**
 * The article files under the given paths: files as they are, folders searched for `.txt`, sorted. A file that is
 * reached by several paths comes once, by the first of them.
 * @throws CommandError when a path does not exist.
 */
export function articleFiles(paths: readonly string[], unlisted: Unlisted): string[] {
  if (paths.length === 0) throw new CommandError('name at least one article or folder.');
  return uniqueFiles(paths.flatMap((path) => filesAt(path, unlisted)));
}

/** Each file once, by the first of its paths. */
export function uniqueFiles(paths: readonly string[]): string[] {
  const files = new Map<string, string>();
  for (const path of paths) {
    const real = realPath(path);
    if (!files.has(real)) files.set(real, path);
  }
  return [...files.values()];
}

const filesAt = (path: string, unlisted: Unlisted): string[] =>
  isFolder(path) ? filesUnder(path, (name) => name.endsWith('.txt'), unlisted) : [path];

/** Absolute, with links followed as far as there is a file. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new CommandError(
      `there is no file or folder "${path}". Check the spelling and the current folder.`,
    );
  }
}
