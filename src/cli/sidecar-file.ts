import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './io.ts';
import { readArticle } from './read-article.ts';

/** A sidecar's text without a byte order mark; empty where there is no file yet. */
export function readSidecar(path: string): { readonly text: string; readonly bom: boolean } {
  return existsSync(path) ? readArticle(path) : { text: '', bom: false };
}

/**
 * Writes a file so that a crash leaves the old or the new one: to a temporary file beside it, then a rename.
 * A symbolic link stays one; the file's permissions stay.
 * @throws CommandError when the folder or the disk does not take it; the old file is untouched then.
 */
export function writeWhole(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o666;
    const file = openSync(temporary, 'wx', mode);
    try {
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${path} can't be written (${reason}). Nothing was changed.`);
  }
}
