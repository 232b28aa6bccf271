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
import { LARGEST_SIDECAR } from './largest-sidecar.ts';
import { withLock } from './lock.ts';
import { readText } from './read-text.ts';

/** From a sidecar's text (empty where it is not `there` yet) to its new text; null removes the file. */
type Change = (text: string, there: boolean) => string | null;

/** Git and editors know of no lock: where one of them wrote in between, the change is made anew, so often at most. */
const MOST_ATTEMPTS = 5;

/**
 * Reads a sidecar (no text where there is none yet), changes its text and writes it, with no other process in
 * between. `change` gets and gives text without a byte order mark, which is kept, and may throw to leave the file; it is
 * called again where a program without our lock has written meanwhile. A symbolic link stays one; permissions stay.
 * @throws FileError when the file can't be read, is read-only or can't be written; it is untouched then.
 */
export async function changeSidecar(path: string, change: Change): Promise<void> {
  const target = targetOf(path);
  await withLock(target, ({ mine }) => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
      if (attempted(path, target, change, mine)) return;
    throw new FileError(`${path} is being written by another program. Try again. Nothing was changed.`);
  });
}

/** False where somebody wrote the file after it was read: then it is as they left it. */
function attempted(path: string, target: string, change: Change, mine: () => boolean): boolean {
  const state = stateOf(target);
  const there = exists(target);
  const { text, bom } = there ? readText(path, LARGEST_SIDECAR) : { text: '', bom: false };
  const result = change(text, there);
  refuseReadOnly(path, target);
  const changed = result === null ? null : (bom ? '\uFEFF' : '') + result;
  if (!mine()) throw new FileError(`${path} was changed meanwhile. Try again. Nothing was changed.`);
  const isStill = (): boolean => stateOf(target) === state;
  if (changed !== null) return writeWhole(path, target, changed, { mine, isStill });
  if (!isStill()) return false;
  rmSync(target, { force: true });
  return true;
}

/** Tells a file's states apart: which file it is, how large, and when it was written, to the nanosecond. */
function stateOf(target: string): string {
  const stat = statSync(target, { bigint: true, throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeNs].join(' ') : '';
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

interface Guards {
  readonly mine: () => boolean;
  readonly isStill: () => boolean;
}

/** So that a crash leaves the old or the new file: to a temporary one beside it, then a rename. */
function writeWhole(path: string, target: string, text: string, { mine, isStill }: Guards): boolean {
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
    if (!isStill()) {
      rmSync(temporary, { force: true });
      return false;
    }
    renameSync(temporary, target);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${path} can't be written (${reason}). Nothing was changed.`);
  }
}
