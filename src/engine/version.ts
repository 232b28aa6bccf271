import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Another text whenever the engine could find something else in the same articles: of its code, its word lists and
 * weights, which are built beside it, and of the platform's Unicode tables, and number formats. Null where it can't be told.
 */
export function engineVersion(worker: string): string | null {
  try {
    const hash = createHash('sha256');
    const data = join(dirname(worker), 'data');
    const lists = readdirSync(data).filter((name) => name.endsWith('.js'));
    for (const file of [worker, ...lists.sort().map((name) => join(data, name))])
      hash.update(`${file.slice(dirname(worker).length)}\n`).update(readFileSync(file));
    const { unicode, icu, v8 } = process.versions;
    return hash.update([endianness(), unicode, icu, v8].join(' ')).digest('hex');
  } catch {
    return null;
  }
}
