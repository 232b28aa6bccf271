import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Stages, sideOf } from '../core/sidecar/conflict.ts';
import { BLOBS, GIT_MOST, GIT_PATIENCE, gitIn, gitStart, quietGit, textsIn } from './git-objects.ts';

/**
 * The three versions that git keeps of a file whose merge is to be finished, as long as `text`, what the file holds
 * now, is what git made of them: what somebody has since chosen by hand is not to be thrown away. Else null, as where
 * git knows of no conflict.
 */
export function stagesOf(file: string, text: string): Stages | null {
  const ids = new Map<string, string>();
  const listed = git(file, ['ls-files', '--unmerged', '-z', '--', basename(file)]);
  for (const line of listed?.toString('utf8').split('\0') ?? []) {
    const [, id, stage] = /^\d+ ([0-9a-f]+) ([123])\t/.exec(line) ?? [];
    if (id !== undefined && stage !== undefined) ids.set(stage, id);
  }
  if (!ids.has('2') || !ids.has('3')) return null;
  const blobs = textsIn(git(file, BLOBS, `${[...ids.values()].join('\n')}\n`) ?? Buffer.alloc(0));
  const [base, ours, theirs] = ['1', '2', '3'].map((stage) => blobs.get(ids.get(stage) ?? '') ?? '');
  if (base === undefined || ours === undefined || theirs === undefined) return null;
  const stages = { base, ours, theirs };
  const made = mergedByLines(stages);
  const isAsMade = made !== null && same(made, text, 'ours') && same(made, text, 'theirs');
  return isAsMade ? stages : null;
}

const same = (made: string, text: string, side: 'ours' | 'theirs'): boolean =>
  flat(sideOf(made, side)) === flat(sideOf(text, side));

const flat = (text: string): string => text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');

/** What git makes of them without a driver; null where it can't. */
function mergedByLines({ base, ours, theirs }: Stages): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  try {
    const files = [ours, base, theirs].map((text, i) => {
      const path = join(folder, String(i));
      writeFileSync(path, text);
      return path;
    });
    return git(join(folder, '0'), ['merge-file', '-p', ...files])?.toString('utf8') ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Null where git fails; `merge-file` tells the number of conflicts by its exit code. */
function git(file: string, argv: readonly string[], input = ''): Buffer | null {
  const options = {
    cwd: gitStart(),
    input,
    env: quietGit(process.env),
    maxBuffer: GIT_MOST,
    timeout: GIT_PATIENCE,
    stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'],
  };
  try {
    return execFileSync('git', gitIn(dirname(file), argv), options);
  } catch (error) {
    const { status, stdout } = error as { status?: number | null; stdout?: Buffer };
    return argv[0] === 'merge-file' && status && status < 128 && stdout ? stdout : null;
  }
}
