import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileError } from './file-error.ts';
import { withLock } from './lock.ts';
import { readText } from './read-text.ts';

/** From a sidecar's text (empty where it is not `there` yet) to its new text; null removes the file. */
type Change = (text: string, there: boolean) => string | null;

/**
 * Reads a sidecar (no text where there is none yet), changes its text and writes it, with no other process in
 * between. `change` gets and gives text without a byte order mark, which is kept, and may throw to leave the file.
 * A symbolic link stays one; the file's permissions stay.
 * @throws FileError when the file can't be read, is read-only or can't be written; it is untouched then.
 */
export async function changeSidecar(path: string, change: Change): Promise<void> {
  const target = targetOf(path);
  await withLock(target, ({ mine }) => {
    const there = exists(target);
    const { text, bom } = there ? readText(path) : { text: '', bom: false };
    const result = change(text, there);
    refuseReadOnly(path, target);
    if (result === null) return rmSync(target, { force: true });
    const changed = (bom ? '\uFEFF' : '') + result;
    if (!mine()) throw new FileError(`${path} was changed meanwhile. Try again. Nothing was changed.`);
    writeWhole(path, target, changed);
  });
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** The file itself, where the path is a symbolic link to it. */
function targetOf(path: string): string {
  if (!exists(path)) return path;
  try {
    return realpathSync(path);
  } catch {
    throw new FileError(
      `${path} is a link to a file that is not there. Restore the file or remove the link. Nothing was changed.`,
    );
  }
}

/** A rename would replace what the file's own permissions protect. */
function refuseReadOnly(path: string, target: string): void {
  if (!exists(target)) return;
  try {
    accessSync(target, constants.W_OK);
    // The superuser may write what nobody should.
    if (statSync(target).mode & 0o222) return;
  } catch {
    // Said below.
  }
  throw new FileError(`${path} is read-only. Give yourself write permission. Nothing was changed.`);
}

/** What writers that crashed have left; under the lock nobody else is writing. */
function removeLeftovers(target: string): void {
  const [start, end] = [`.${basename(target)}.`, '.tmp'];
  for (const name of readdirSync(dirname(target)))
    if (name.startsWith(start) && name.endsWith(end)) rmSync(join(dirname(target), name), { force: true });
}

/** So that a crash leaves the old or the new file: to a temporary one beside it, then a rename. */
function writeWhole(path: string, target: string, text: string): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    removeLeftovers(target);
    const mode = exists(target) ? statSync(target).mode & 0o777 : 0o666;
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
    throw new FileError(`${path} can't be written (${reason}). Nothing was changed.`);
  }
}
