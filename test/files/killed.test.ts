import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { random } from '../bench/random.ts';
import { buildWriter } from '../support/program.ts';

/** `npm run prove` kills 500 times. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const KILLS = Math.min(500, 10 * PROVE);
const LARGE = 1_500_000;

const place = mkdtempSync(join(tmpdir(), 'killed-'));
const sidecar = join(place, 'ferry.txt.annotations.yaml');
let writer = '';
beforeAll(() => {
  writer = buildWriter(place);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  /** Ids of notes that the process said were written. */
  readonly said: string[];
  /** Until the first of them, in milliseconds. */
  readonly first: number;
  readonly killed: boolean;
}

/** Writes notes without end and kills the writer so many milliseconds after its first one. */
function killedAfter(name: string, delay: number): Promise<Ended> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, sidecar, name, '100000', '20000']);
    let [out, first] = ['', 0];
    let killed = false;
    child.stdout.on('data', (data) => {
      out += data;
      if (first > 0) return;
      first = performance.now() - start;
      // Not by a timer alone, which counts in whole milliseconds.
      const end = performance.now() + delay;
      const wait = (): void => {
        if (performance.now() < end) setImmediate(wait);
        else killed = child.kill('SIGKILL');
      };
      wait();
    });
    child.stderr.on('data', (data) => reject(new Error(String(data))));
    child.on('error', reject);
    child.on('close', () => resolve({ said: out.split('\n').slice(0, -1), first, killed }));
  });
}

const ids = (): string[] => {
  const { value, problems } = parseSidecar(existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '');
  expect(problems).toEqual([]);
  return value.annotations.map(({ id }) => id);
};

describe('a writer that is killed', () => {
  it(
    'leaves the old file or the new one, nothing that it said was written is missing, and the next one goes on at once',
    async () => {
      const rolls = random(99);
      let [kills, written, slowest] = [0, 0, 0];
      const leftOver: Record<string, number> = {};
      for (let i = 0; i < KILLS; i++) {
        const before = ids();
        const { said, first, killed } = await killedAfter(`k${i}`, rolls.below(100_000) / 1000);
        const after = ids();
        if (killed) kills++;
        written += said.length;
        slowest = Math.max(slowest, first);
        expect(after.slice(0, before.length)).toEqual(before);
        const own = after.slice(before.length);
        expect(own.slice(0, said.length)).toEqual(said);
        expect(own.length - said.length).toBeLessThanOrEqual(1);
        for (const name of readdirSync(place).filter((file) => /\.(?:lock|tmp)/.test(file)))
          leftOver[name] = (leftOver[name] ?? 0) + 1;
        if (readFileSync(sidecar).length > LARGE) rmSync(sidecar);
      }
      if (PROVE > 1)
        console.log(
          `${kills} kills, ${written} notes written, first note after ${Math.round(slowest)} ms at most, left over: ${JSON.stringify(leftOver)}`,
        );
      expect(kills).toBe(KILLS);
      // A lock of whom nothing is known is waited for until it is stale, ten seconds.
      expect(slowest).toBeLessThan(9_000);
    },
    20_000 + 4_000 * KILLS,
  );
});
