import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { FileError } from './file-error.ts';

/** Milliseconds. Whoever holds a lock longer has crashed, and its lock is taken over; at once where that is seen. */
const STALE = 10_000;
/** A lock without a word in it for so long is of a process that ended between making it and signing it. */
const UNSIGNED = 1_000;
/** Longer than a lock can be stale, so that one left by a crash is always overcome. */
const PATIENCE = 15_000;
const PAUSE = 15;

/** The lock that is held on a file; `mine` tells whether it has not been taken over. */
export interface Lock {
  readonly mine: () => boolean;
}

/**
 * Runs `work` while no other process does so for the same file: `FILE.lock` stands beside it meanwhile.
 * @throws FileError when the lock can't be had in time or its folder takes no file.
 */
export async function withLock<T>(file: string, work: (lock: Lock) => T): Promise<T> {
  const path = `${file}.lock`;
  const token = `${home()} ${process.pid} ${randomUUID()}`;
  await taken(path, token);
  const mine = (): boolean => contentOf(path) === token;
  try {
    return work({ mine });
  } finally {
    if (mine()) rmSync(path, { force: true });
  }
}

async function taken(path: string, token: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!created(path, token)) {
    removeStale(path);
    if (performance.now() > end)
      throw new FileError(
        `${path} is held by another process. Try again, or delete it when none is running. Nothing was changed.`,
      );
    // Uneven, so that those who wait don't meet again and again.
    await setTimeout(PAUSE * (1 + Math.random()));
  }
}

function created(path: string, content: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new FileError(`${path} can't be written (${message}). Nothing was changed.`);
  }
  try {
    writeSync(file, content);
  } catch (error) {
    rmSync(path, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${path} can't be written (${reason}). Nothing was changed.`);
  } finally {
    closeSync(file);
  }
  return true;
}

/** Only one at a time looks and removes: else a second one would remove the lock that the first has just put. */
function removeStale(path: string): void {
  if (!isStale(path)) return;
  const guard = `${path}.stale`;
  if (!created(guard, '')) {
    if (isStale(guard)) remove(guard);
    return;
  }
  try {
    if (isStale(path)) remove(path);
  } finally {
    rmSync(guard, { force: true });
  }
}

/** @throws FileError where something is in the way that is no lock of ours, as a folder is. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${path} is in the way and can't be removed (${reason}). Nothing was changed.`);
  }
}

function isStale(path: string): boolean {
  const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return false;
  const age = Date.now() - since;
  const content = contentOf(path);
  return age > STALE || (content === '' && age > UNSIGNED) || isOfTheDead(content);
}

/** Where process numbers mean the same: this machine, this system on it, this container. */
function home(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // There are no such spaces but on Linux.
  }
  return `${hostname()}/${process.platform}/${space}`.replace(/\s/g, '');
}

/** A process that has ended can't be waited for; of those elsewhere nothing is known. */
function isOfTheDead(content: string | null): boolean {
  const [where, pid] = content?.split(' ') ?? [];
  if (where !== home() || pid === undefined || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // One that may not be asked is alive.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
