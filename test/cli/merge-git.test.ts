import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repaired, sideOf } from '../../src/core/sidecar/conflict.ts';
import { mergeSidecars } from '../../src/core/sidecar/merge.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { stagesOf } from '../../src/files/git-stages.ts';
import { started, anySteps as steps, worked } from '../support/histories.ts';
import { buildProgram } from '../support/program.ts';

/** `npm run prove` multiplies the number of random histories; 100 times 20 are 2,000. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const HISTORIES = 20 * PROVE;
/** Files of one repository: each is a history of its own, all are merged by one `git merge`. */
const FILES = 20;
const TIME = 120_000 * PROVE;

const place = mkdtempSync(join(tmpdir(), 'merge-git-'));
const program = join(place, 'cli.cjs');
beforeAll(() => void buildProgram(place), 60_000);
/** A hundred repositories take long to remove. */
afterAll(() => rmSync(place, { recursive: true, force: true }), 300_000);

const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };

interface History {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const anyHistory = fc
  .tuple(fc.boolean(), steps, steps, steps)
  .map(([plain, before, mine, other]): History => {
    const base = started(before, plain);
    return { base, ours: worked(base, mine, 'V'), theirs: worked(base, other, 'J') };
  });

const ARTICLE = Array.from({ length: 9 }, (_, i) => `Paragraph ${i} of the article.\n`).join('\n');

/** A repository whose branches `ours` and `theirs` change the articles and, as the histories say, their sidecars. */
function repository(histories: readonly History[]) {
  const folder = mkdtempSync(join(place, 'repository-'));
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (side: keyof History, article: string): void => {
    histories.forEach((history, i) => {
      writeFileSync(join(folder, `${i}.txt`), article);
      writeFileSync(join(folder, `${i}.txt.annotations.yaml`), history[side]);
    });
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', side);
  };
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  execFileSync(process.execPath, [program, 'merge', '--install'], { cwd: folder, env });
  commit('base', ARTICLE);
  git('checkout', '-q', '-b', 'theirs');
  commit('theirs', ARTICLE.replace('Paragraph 8', 'The last paragraph'));
  git('checkout', '-q', '-b', 'ours', 'main');
  commit('ours', `A line before all.\n\n${ARTICLE}`);
  return { folder, git };
}

/** The sidecars that are in conflict after `git merge theirs`. */
function conflictsOf({ folder, git }: ReturnType<typeof repository>, ...options: string[]): number[] {
  const { error, signal } = spawnSync('git', [...options, 'merge', '-q', '-m', 'merged', 'theirs'], {
    cwd: folder,
    env,
  });
  expect([error, signal]).toEqual([undefined, null]);
  const unmerged = git('diff', '--name-only', '--diff-filter=U').trim();
  return unmerged === ''
    ? []
    : unmerged
        .split('\n')
        .map((name) => Number(name.split('.')[0]))
        .sort((a, b) => a - b);
}

describe('random histories in git', () => {
  it(
    'git and the merge agree on every file, and only true conflicts are left',
    () => {
      const histories = fc.sample(anyHistory, HISTORIES);
      let [ours, gits, unreadable, mended, broken] = [0, 0, 0, 0, 0];
      for (let from = 0; from < histories.length; from += FILES) {
        const some = histories.slice(from, from + FILES);
        const repo = repository(some);
        const results = some.map(({ base, ours, theirs }) => mergeSidecars(base, ours, theirs));
        const disputed = results.flatMap((one, i) =>
          one.kind === 'refused' || one.conflicts.length > 0 ? [i] : [],
        );
        expect(conflictsOf(repo)).toEqual(disputed);
        for (const [i, result] of results.entries()) {
          if (result.kind === 'refused') throw new Error(result.problem.message);
          expect(readFileSync(join(repo.folder, `${i}.txt.annotations.yaml`), 'utf8')).toBe(result.text);
          expect(readFileSync(join(repo.folder, `${i}.txt`), 'utf8')).toMatch(/^A line[\s\S]*The last/);
        }
        repo.git('reset', '-q', '--hard', 'ours');
        const byLines = conflictsOf(repo, '-c', 'merge.counterpoint.driver=git merge-file %A %O %B');
        gits += byLines.length;
        ours += disputed.length;
        for (const i of byLines) {
          // What `merge --repair` and the editor make of it is what the driver would have made.
          const file = join(repo.folder, `${i}.txt.annotations.yaml`);
          const text = readFileSync(file, 'utf8');
          const stages = stagesOf(file, text);
          expect(stages).not.toBe(null);
          expect(repaired(text, stages)).toEqual(results[i]);
          const alone = repaired(text, null);
          if (alone.kind === 'refused') unreadable++;
          else if (alone.conflicts.length === 0) mended++;
          // A choice made by hand is not thrown away.
          writeFileSync(file, sideOf(text, 'ours'));
          if (sideOf(text, 'ours') !== sideOf(text, 'theirs'))
            expect(stagesOf(file, sideOf(text, 'ours'))).toBe(null);
        }
        for (const i of results.keys()) {
          if (byLines.includes(i)) continue;
          const text = readFileSync(join(repo.folder, `${i}.txt.annotations.yaml`), 'utf8');
          if (parseSidecar(text).problems.some(({ severity }) => severity === 'error')) broken++;
        }
      }
      if (PROVE > 1)
        console.log(
          `${HISTORIES} histories: ${ours} in conflict with the driver, ${gits} without, and ${broken} merged into what is no sidecar; of the ${gits}, repair from git's three versions leaves what the driver leaves, from the markers alone it mends ${mended} whole and can't read ${unreadable}`,
        );
      expect(gits).toBeGreaterThanOrEqual(ours);
    },
    TIME,
  );
});
