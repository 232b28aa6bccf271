// Where things are, relative to this checkout. Nothing here needs an installed package.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, without a trailing separator. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Downloaded programs (a VS Code, perhaps a browser); ignored by git, kept between runs. */
export const toolsFolder = join(root, '.vscode-test');

/** Screenshots, reports and whatever else a run leaves to be looked at; ignored by git. */
export const resultsFolder = join(root, 'test-results');

/** The packed extension that `npm start`, the page suite and a person install. */
export const packedExtension = join(root, 'dist', 'counterpoint.vsix');

/** @param {readonly string[]} parts a path inside the checkout */
export const inRoot = (...parts) => join(root, ...parts);
