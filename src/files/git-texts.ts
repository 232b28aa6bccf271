import { type ExecFileException, execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fingerprint } from '../core/anchors/fingerprint.ts';
import {
  BLOBS,
  blobIdsIn,
  GIT_AT_ONCE,
  GIT_MOST,
  GIT_PATIENCE,
  gitIn,
  gitStart,
  isBlobId,
  quietGit,
  textsIn,
  versionsOf,
} from './git-objects.ts';

/** An article and the fingerprints of its older texts that are asked for. */
export interface Wanted {
  readonly article: string;
  readonly prints: readonly string[];
}

/** Runs git in a folder with some input; an empty answer where it fails, is missing or takes too long. */
type Git = (folder: string, argv: readonly string[], input: string) => Promise<Answer>;

interface Answer {
  readonly output: Buffer;
  /** It was more than one answer may be, and is cut. */
  readonly cut: boolean;
}

/**
 * Older texts of articles by fingerprint, from the git repositories that hold them. A text that git keeps as it is
 * stands under its fingerprint; one with a byte order mark or carriage returns is looked for among the article's
 * versions. Never reaches the network, never throws.
 */
export const gitTexts = (wanted: readonly Wanted[]): Promise<Map<string, string>> => textsBy(waiting, wanted);

/** The same without waiting in this thread. */
export const gitTextsAside = (wanted: readonly Wanted[]): Promise<Map<string, string>> =>
  textsBy(aside, wanted);

/** Texts of blobs by id, from the repository of a folder; what is missing, no text or refused is left out. */
export const blobTexts = (folder: string, ids: readonly string[]): Promise<Map<string, string>> =>
  blobs(waiting, folder, ids);

async function textsBy(git: Git, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const byRoot = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const root = one.prints.some(isBlobId) ? repositoryOf(dirname(one.article)) : null;
    if (root !== null) byRoot.set(root, [...(byRoot.get(root) ?? []), one]);
  }
  for (const [root, articles] of byRoot) {
    const prints = [...new Set(articles.flatMap((one) => one.prints.filter(isBlobId)))];
    for (const [id, text] of await blobs(git, root, prints)) found.set(id, text);
    const odd = keepsOtherBytes(root);
    for (const one of articles) {
      const missing = one.prints.filter((print) => isBlobId(print) && !found.has(print));
      if (missing.length > 0 && (odd || isOdd(one.article)))
        await lookThrough(git, one.article, missing, found);
    }
  }
  return found;
}

async function blobs(git: Git, folder: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += GIT_AT_ONCE) {
    const some = ids.slice(at, at + GIT_AT_ONCE);
    for (const [id, text] of await blobsAtOnce(git, folder, some)) found.set(id, text);
  }
  return found;
}

/** Where they are too much for one answer, they are asked for in two. */
async function blobsAtOnce(
  git: Git,
  folder: string,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const { output, cut } = await git(folder, BLOBS, `${ids.join('\n')}\n`);
  if (!cut) return [...textsIn(output)];
  if (ids.length < 2) return [];
  const half = Math.ceil(ids.length / 2);
  return [
    ...(await blobsAtOnce(git, folder, ids.slice(0, half))),
    ...(await blobsAtOnce(git, folder, ids.slice(half))),
  ];
}

/** Adds those of an article's versions whose fingerprints are wanted. */
async function lookThrough(
  git: Git,
  article: string,
  prints: readonly string[],
  found: Map<string, string>,
): Promise<void> {
  const folder = dirname(article);
  const ids = blobIdsIn((await git(folder, versionsOf(basename(article)), '')).output.toString('latin1'));
  for (const text of (await blobs(git, folder, ids)).values()) {
    const print = fingerprint(text);
    if (prints.includes(print)) found.set(print, text);
  }
}

/** The nearest folder upwards with a `.git`; null where there is none. */
function repositoryOf(folder: string): string | null {
  for (let at = resolve(folder), above = dirname(at); ; at = above, above = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (above === at) return null;
  }
}

/** Objects are named by another hash than fingerprints are. */
function keepsOtherBytes(root: string): boolean {
  try {
    return readFileSync(join(root, '.git', 'config'), 'utf8').includes('sha256');
  } catch {
    return false;
  }
}

/** With bytes that a fingerprint leaves out, and that git may keep. */
function isOdd(article: string): boolean {
  try {
    const bytes = readFileSync(article);
    return bytes[0] === 0xef || bytes.includes('\r\n');
  } catch {
    return false;
  }
}

const options = () => ({
  cwd: gitStart(),
  env: quietGit(process.env),
  maxBuffer: GIT_MOST,
  timeout: GIT_PATIENCE,
  windowsHide: true,
});

async function waiting(folder: string, argv: readonly string[], input: string): Promise<Answer> {
  const { stdout, error } = spawnSync('git', gitIn(folder, argv), {
    ...options(),
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return { output: stdout ?? Buffer.alloc(0), cut: (error as NodeJS.ErrnoException)?.code === 'ENOBUFS' };
}

function aside(folder: string, argv: readonly string[], input: string): Promise<Answer> {
  return new Promise((answer) => {
    const done = (error: ExecFileException | null, stdout: Buffer): void =>
      answer({ output: stdout, cut: error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' });
    const child = execFile('git', gitIn(folder, argv), { ...options(), encoding: 'buffer' }, done);
    // Git may have ended before it has read all: its answer says enough.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
