import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { buildProgram } from '../support/program.ts';

/** The program as it is run: in processes of its own. */
const place = mkdtempSync(join(tmpdir(), 'program-'));
const program = join(place, 'cli.cjs');
const article = join(place, 'ferry.txt');
const sidecar = `${article}.annotations.yaml`;
beforeAll(() => void buildProgram(place), 60_000);
beforeEach(() => {
  writeFileSync(article, 'The ferry to Sollum is late.\n');
  rmSync(sidecar, { force: true });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...argv: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...argv], { cwd: place });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the program', () => {
  it('keeps every note of several processes at once', async () => {
    const ended = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        run('annotate', article, '--start', '4', '--end', '9', '--tag', `t${i}`),
      ),
    );
    expect(ended.map(({ code, err }) => ({ code, err }))).toEqual(Array(6).fill({ code: 0, err: '' }));
    const { annotations } = parseSidecar(readFileSync(sidecar, 'utf8')).value;
    expect(annotations.map(({ tags }) => tags[0]).sort()).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
    expect(readdirSync(place).sort()).toEqual(['cli.cjs', 'ferry.txt', 'ferry.txt.annotations.yaml']);
  }, 60_000);

  it.each<[string[], number, RegExp, RegExp]>([
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [['--help'], 0, /counterpoint analyze/, /^$/],
    [['analyze', '--help'], 0, /counterpoint analyze/, /^$/],
    [['check', '-h', '.'], 0, /counterpoint analyze/, /^$/],
    [['analyze', '--', '--help'], 2, /^$/, /^counterpoint analyze: there is no file or folder "--help"/],
    [['toString'], 2, /^$/, /there is no command "toString"/],
    [['analyze', '--min-score', '', '.'], 2, /^$/, /^counterpoint analyze: --min-score is a number/],
  ])('%j', async (argv, code, out, err) => {
    const ended = await run(...argv);
    expect(ended.out).toMatch(out);
    expect(ended.err).toMatch(err);
    expect(ended.code).toBe(code);
  });

  it.skipIf(!existsSync('/dev/full'))('says in one line what nobody foresaw', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'analyze', article], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(stderr).toMatch(/^counterpoint: something went wrong that should not: ENOSPC[^\n]*\n$/);
    expect(status).toBe(2);
  });

  it('leaves the old file or the new one, and no lock that others wait for, whenever it is killed', async () => {
    const notes = (): number => {
      const { value, problems } = parseSidecar(existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '');
      expect(problems).toEqual([]);
      return value.annotations.length;
    };
    const annotate = ['annotate', article, '--start', '4', '--end', '9', '--note', 'x'.repeat(50_000)];
    const start = performance.now();
    await run(...annotate);
    let usual = performance.now() - start;
    let killed = 0;
    for (let i = 0; i < Math.min(50, 12 * PROVE); i++) {
      const before = notes();
      const child = spawn(process.execPath, [program, ...annotate], { cwd: place, stdio: 'ignore' });
      const begun = performance.now();
      const closed = new Promise<number>((resolve) =>
        child.once('close', () => resolve(performance.now() - begun)),
      );
      // The file is written near the end of the run: that is where most kills should fall.
      await new Promise((resolve) => setTimeout(resolve, usual * (0.7 + 0.35 * ((i * 0.618) % 1))));
      const isKilled = child.kill('SIGKILL');
      const took = await closed;
      if (isKilled) killed++;
      // The machine has become faster: the next are killed sooner.
      else usual = Math.min(usual, took);
      const after = notes();
      expect(after === before || after === before + 1).toBe(true);
      if (after > 20) rmSync(sidecar);
    }
    expect(killed).toBeGreaterThan(0);
    const waited = performance.now();
    expect((await run(...annotate)).code).toBe(0);
    expect(performance.now() - waited).toBeLessThan(9_000);
    expect(readdirSync(place).sort()).toEqual(['cli.cjs', 'ferry.txt', 'ferry.txt.annotations.yaml']);
  });
});
