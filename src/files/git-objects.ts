import { devNull, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { decodeText } from '../core/text/decode.ts';

/** Milliseconds after which git is not waited for any longer. */
export const GIT_PATIENCE = 10_000;
/** Bytes that one answer of git may have. */
export const GIT_MOST = 64 * 1024 * 1024;
/** Texts that git is asked for at once. */
export const GIT_AT_ONCE = 200;
/** Versions of an article that are looked through. */
const MOST_VERSIONS = 200;

export const BLOBS = ['cat-file', '--batch'];

/** Ids of the blobs that a file has been, in git's raw format. */
export const versionsOf = (file: string): string[] => [
  ...['-c', 'log.showSignature=false', 'log', '--format=', '--raw', '--no-abbrev', '--no-renames'],
  ...[`--max-count=${MOST_VERSIONS}`, '--', file],
];

/**
 * Git's arguments in a folder, without the programs that a repository's own configuration names: reading the index runs
 * `core.fsmonitor`. File names are meant as they are written, with their `[` and `*`.
 */
export const gitIn = (folder: string, argv: readonly string[]): string[] => [
  ...['--no-pager', '--literal-pathspecs', '-C', resolve(folder)],
  ...['-c', 'core.fsmonitor=false', '-c', `core.hooksPath=${devNull}`, ...argv],
];

/**
 * Where git is started: Windows looks for a program in that folder first, and beside articles may lie anything that is
 * called git.exe.
 */
export const gitStart = (): string => tmpdir();

/** Git with nothing that reaches the network, asks anybody, or writes: also in a clone that lacks objects. */
export const quietGit = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...environment,
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
});

/** A blob's id as it may stand in a sidecar, which anybody may have written. */
export const isBlobId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** The texts of `git cat-file --batch`, by id; what is missing, no blob or no text is left out. */
export function textsIn(output: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const line = output.indexOf(10, at);
    if (line < 0) break;
    const [id = '', kind, size] = output.toString('latin1', at, line).split(' ');
    at = line + 1;
    if (size === undefined) continue;
    const end = at + Number(size);
    if (end > output.length) break;
    const decoded = kind === 'blob' ? decodeText(output.subarray(at, end)) : null;
    if (decoded && 'text' in decoded) texts.set(id, decoded.text);
    at = end + 1;
  }
  return texts;
}

/** Ids of blobs in `git log --raw`: `:100644 100644 OLD NEW M\tpath`. */
export function blobIdsIn(output: string): string[] {
  const ids = new Set<string>();
  for (const [, before = '', after = ''] of output.matchAll(/^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /gm))
    for (const id of [after, before]) if (/[1-9a-f]/.test(id)) ids.add(id);
  return [...ids];
}
