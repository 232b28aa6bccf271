import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const NOBODY = 65_534;

/** Runs with files and folders that may not be read, not as the superuser, who may read everything. */
export async function locked<T>(paths: readonly string[], run: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  const modes = paths.map((path) => ({ path, mode: statSync(path).mode & 0o777 }));
  for (const { path } of modes) chmodSync(path, 0);
  // Temporary folders are their owner's alone.
  if (root) for (const { path } of modes) chmodSync(dirname(path), 0o755);
  if (root) process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    if (root) process.seteuid?.(0);
    for (const { path, mode } of modes) chmodSync(path, mode);
  }
}
