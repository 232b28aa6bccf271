import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileError } from './file-error.ts';
import { withLock } from './lock.ts';
import { LARGEST_SIDECAR, readText } from './read-text.ts';

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
    const { text, bom } = there ? readText(path, LARGEST_SIDECAR) : { text: '', bom: false };
    const result = change(text, there);
    refuseReadOnly(path, target);
    const changed = result === null ? null : (bom ? '\uFEFF' : '') + result;
    if (!mine()) throw new FileError(`${path} was changed meanwhile. Try again. Nothing was changed.`);
    if (changed === null) rmSync(target, { force: true });
    else writeWhole(path, target, changed, mine);
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

/** So that a crash leaves the old or the new file: to a temporary one beside it, then a rename. */
function writeWhole(path: string, target: string, text: string, mine: () => boolean): void {
  // One name for all writers: under the lock nobody else writes, and what a crash has left is written over.
  const temporary = join(dirname(target), `.${basename(target)}.tmp`);
  try {
    rmSync(temporary, { force: true });
    const mode = exists(target) ? statSync(target).mode & 0o777 : 0o666;
    const file = openSync(temporary, 'wx', mode);
    try {
      // The mode of opening is cut by the umask; the file's permissions are to stay.
      if (exists(target)) fchmodSync(file, mode);
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (!mine()) throw new Error('its lock was taken over');
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${path} can't be written (${reason}). Nothing was changed.`);
  }
}
