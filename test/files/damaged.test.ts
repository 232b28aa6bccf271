import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/commands/annotate.ts';
import { check } from '../../src/cli/commands/check.ts';
import { FileError } from '../../src/files/file-error.ts';
import { type Random, random } from '../bench/random.ts';
import { anySteps, started } from '../support/histories.ts';
import { buildProgram } from '../support/program.ts';

/** `npm run prove` multiplies the number of damaged files; 100 times 20 are 2,000. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const FILES = 20 * PROVE;

const place = mkdtempSync(join(tmpdir(), 'damaged-'));
const article = join(place, 'ferry.txt');
const sidecar = `${article}.annotations.yaml`;
const program = join(place, 'cli.cjs');
beforeAll(() => void buildProgram(place), 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const TEXT = 'The ferry to Sandholm had “a good day”, the council said. It will not sail this winter.\n';
const silent = { out: () => {}, err: () => {} };

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
}

async function problems(): Promise<Problem[]> {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
  };
  await check(['--format', 'json', article], io);
  return (JSON.parse(out) as { problems: Problem[] }).problems;
}

/** Null where the note was taken. */
async function refusal(): Promise<string | null> {
  try {
    await annotate([article, '--start', '4', '--end', '9', '--note', 'New.', '--author', 'A'], silent);
    return null;
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

const BYTES = [
  '\n',
  ' ',
  ':',
  '#',
  '"',
  "'",
  '|',
  '-',
  '{',
  '[',
  '&',
  '*',
  '!',
  '%',
  '\t',
  '\r',
  '?',
  '>',
  '`',
];

/** A file cut off, or with bytes changed, taken out, doubled or put in. */
function damaged(bytes: Buffer, rolls: Random): Buffer {
  let now = bytes;
  for (let n = 1 + rolls.below(4); n > 0; n--) {
    const at = rolls.below(now.length + 1);
    const to = Math.min(now.length, at + 1 + rolls.below(40));
    const kind = rolls.below(6);
    const [head, tail] = [now.subarray(0, at), now.subarray(at)];
    if (kind === 0) now = Buffer.from(head);
    else if (kind === 1) now = Buffer.concat([head, now.subarray(to)]);
    else if (kind === 2) now = Buffer.concat([head, now.subarray(at, to), tail]);
    else if (kind === 3) now = Buffer.concat([head, Buffer.from([rolls.below(256)]), tail]);
    else if (kind === 4) now = Buffer.concat([head, Buffer.from(rolls.pick(BYTES)), tail]);
    else {
      now = Buffer.from(now);
      if (at < now.length) now[at] = (now[at] ?? 0) ^ (1 << rolls.below(8));
    }
  }
  return now;
}

describe('damaged sidecars', () => {
  it(
    'are told of with line and column, and never written over',
    async () => {
      const rolls = random(4_711);
      const sound = fc.sample(fc.tuple(anySteps, fc.boolean()), { numRuns: 40, seed: 7 });
      const texts = sound
        .map(([steps, plain]) => Buffer.from(started(steps, plain)))
        .filter((text) => text.length > 0);
      writeFileSync(article, TEXT);
      let [refused, taken] = [0, 0];
      for (let i = 0; i < FILES; i++) {
        const bytes = damaged(rolls.pick(texts), rolls);
        writeFileSync(sidecar, bytes);
        const errors = (await problems()).filter(({ severity }) => severity === 'error');
        for (const { line, column, message } of errors)
          expect(
            line >= 1 && column >= 1 && message.length > 10,
            JSON.stringify({ line, column, message }),
          ).toBe(true);
        expect(readFileSync(sidecar)).toEqual(bytes);
        const message = await refusal();
        if (message === null) {
          taken++;
          expect(errors).toEqual([]);
          const after = readFileSync(sidecar, 'utf8').split('\n');
          const lost = bytes
            .toString('utf8')
            .split('\n')
            .filter((line) => line.trim() !== '' && !after.includes(line));
          // A last line without its end, or "annotations:" without entries, may be gone on with.
          expect(lost.length).toBeLessThanOrEqual(1);
        } else {
          refused++;
          expect(readFileSync(sidecar)).toEqual(bytes);
        }
      }
      if (PROVE > 1) console.log(`${FILES} damaged sidecars: ${refused} refused, ${taken} still sound`);
      expect(Math.min(refused, taken)).toBeGreaterThan(0);
    },
    10_000 * Math.max(6, PROVE),
  );
});

const HEAD = 'version: 1\nannotations:\n  a-1:\n';
const aliases = [
  'x0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from({ length: 30 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(9).fill(`*x${i}`).join(', ')}]`),
].join('\n');

/** Megabytes that the program may use, all in all, for a file that is no sidecar. */
const MEMORY = 400;

const peak = join(place, 'peak.txt');
const watch = join(place, 'watch.cjs');
const WATCH = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`;

function sidecarOfZeros(): string {
  writeFileSync(sidecar, '');
  return sidecar;
}

describe('bombs', () => {
  const rows: readonly (readonly [string, string | number, RegExp])[] = [
    ['aliases that unfold to 9 to the 30th', `version: 1\n${aliases}\n`, /^/],
    ['aliases within a note', `${HEAD}    note: &n [${'*n, '.repeat(5_000)}]\n`, /sidecar-/],
    ['an anchor that holds itself', `${HEAD}    &a note: *a\n    tags: &b [*b]\n`, /sidecar-/],
    ['a million opening brackets', `version: 1\nannotations: ${'['.repeat(1_000_000)}`, /too-deep/],
    [
      'a million opening braces',
      `version: 1\nannotations: ${'{a: '.repeat(1_000_000)}`,
      /too-deep|too-large/,
    ],
    ['lists in lists', `version: 1\nannotations:\n  ${'- '.repeat(1_000_000)}`, /too-deep/],
    ['keys of keys', `version: 1\nannotations:\n  ${'? '.repeat(1_000_000)}`, /too-deep/],
    [
      'blocks 2,000 deep',
      `version: 1\n${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`,
      /too-deep/,
    ],
    [
      'a million keys',
      `version: 1\n${Array.from({ length: 400_000 }, (_, i) => `k${i}: 1`).join('\n')}\n`,
      /too-large|unknown-key|syntax/,
    ],
    [
      '100 MB of comments',
      `version: 1\n${'# Nobody wrote all this by hand.\n'.repeat(3_100_000)}`,
      /too large/,
    ],
    ['3 GB of nothing', 3_000_000_000, /too large/],
  ];
  it.each(rows)(
    '%s: an answer in time, in little memory, and no write',
    (name, content, code) => {
      writeFileSync(article, TEXT);
      rmSync(sidecar, { force: true });
      if (typeof content === 'string') writeFileSync(sidecar, content);
      else truncateSync(sidecarOfZeros(), content);
      writeFileSync(watch, WATCH);
      const { size, mtimeMs } = statSync(sidecar);
      const run = (...argv: string[]) => {
        const start = performance.now();
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          ['--require', watch, program, ...argv],
          { encoding: 'utf8', timeout: 60_000, maxBuffer: 1e9 },
        );
        const megabytes = Number(readFileSync(peak, 'utf8')) / 1024;
        return { status, stdout, stderr, megabytes, seconds: (performance.now() - start) / 1000 };
      };
      const checked = run('check', '--format', 'json', article);
      expect(checked.stderr).toBe('');
      expect([0, 1]).toContain(checked.status);
      expect(checked.stdout).toMatch(code);
      expect(checked.seconds).toBeLessThan(20);
      expect(checked.megabytes).toBeLessThan(MEMORY);
      if (PROVE > 1)
        console.log(`${name}: ${checked.seconds.toFixed(1)} s, ${checked.megabytes.toFixed(0)} MB`);
      const noted = run('annotate', article, '--start', '4', '--end', '9', '--note', 'New.', '--author', 'A');
      if (noted.status === 0) return;
      expect(noted.status).toBe(2);
      expect(noted.stderr).toMatch(/^counterpoint annotate: [^\n]+\n$/);
      const after = statSync(sidecar);
      expect([after.size, after.mtimeMs]).toEqual([size, mtimeMs]);
      rmSync(sidecar);
    },
    180_000,
  );
});
