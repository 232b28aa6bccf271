import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every TypeScript file under a folder.
 * @param {string} folder
 */
export const sourceFiles = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
