import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../files/read-text.ts';

const SKIPPED = new Set(['node_modules', '.git', '.vscode']);

/** Told of a folder that can't be listed, and why: the others are listed all the same. */
export type Unlisted = (folder: string, reason: string) => void;

/**
 * The files under a folder whose names are wanted, sorted. Links to files are followed, to folders are not; what is
 * no regular file (a pipe, a device) could keep its reader waiting and is left out.
 */
export function filesUnder(folder: string, wanted: (name: string) => boolean, unlisted: Unlisted): string[] {
  return entriesOf(folder, unlisted).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path, wanted, unlisted);
    return wanted(entry.name) && mayBeFile(path) ? [path] : [];
  });
}

function entriesOf(folder: string, unlisted: Unlisted) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unlisted(folder, reasonOf((error as NodeJS.ErrnoException).code));
    return [];
  }
}

/** A link that leads nowhere may be one: whoever reads it says what is wrong. */
function mayBeFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}
