// The packages of package-lock.json, installed when they are missing or differ.
import { readFileSync } from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { npm } from './processes.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * @param {string} path
 * @returns {LockedPackages | undefined}
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Compared by version, not by file time: a checkout or a branch switch touches files without changing them. */
function installed() {
  const wanted = lockedPackages(inRoot('package-lock.json'));
  const present = lockedPackages(inRoot('node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/**
 * `npm ci` would refuse a lock file that lacks a platform's optional packages, which a registry may lack too;
 * `npm install --no-save` takes the locked versions and writes nothing back. Throws with npm's own words above
 * it when the installation fails.
 */
export async function ensureDependencies() {
  if (installed()) return;
  console.log('Installing packages (npm install) …');
  const { code } = await npm(['install', '--no-save', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) throw new Error('npm install failed; its message is above.');
}
