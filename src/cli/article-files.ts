import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './io.ts';

const SKIPPED = new Set(['node_modules', '.git', '.vscode']);

/**
 * The article files under the given paths: files as they are, folders searched for `.txt`, sorted.
 * @throws CommandError when a path does not exist or can't be listed.
 */
export function articleFiles(paths: readonly string[]): string[] {
  if (paths.length === 0) throw new CommandError('name at least one article or folder.');
  return [...new Set(paths.flatMap((path) => (isFolder(path) ? textFilesUnder(path) : [path])))];
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

function textFilesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : textFilesUnder(path);
    return entry.name.endsWith('.txt') ? [path] : [];
  });
}
