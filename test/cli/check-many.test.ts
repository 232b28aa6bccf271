import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import { generateArchive } from '../bench/generate.ts';
import { random } from '../bench/random.ts';
import { buildProgram } from '../support/program.ts';

const PROVE = process.env.COUNTERPOINT_PROVE !== undefined;
const ARTICLES = PROVE ? 500 : 50;
const NOTES = 20;
/** As the project promises it for 500 articles. Of the processor's time: others may be at work on the machine. */
const SECONDS = 10;

const place = mkdtempSync(join(tmpdir(), 'check-many-'));
const program = join(place, 'cli.cjs');
const folder = join(place, 'articles');
const watch = join(place, 'watch.cjs');
const used = join(place, 'used.txt');
const WATCH = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(${JSON.stringify(used)}, String(user + system));
});`;
const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
const git = (...argv: string[]): void =>
  void execFileSync('git', argv, { cwd: folder, env, stdio: 'ignore' });

const NEW = 'A paragraph that the desk put on top.\n\n';

/** Places of words here and there in a text. */
function spans(text: string, seed: number) {
  const rolls = random(seed);
  return Array.from({ length: NOTES }, () => {
    const start = text.indexOf(' ', rolls.below(text.length - 100)) + 1;
    return { start, end: text.indexOf(' ', start + 20 + rolls.below(40)) };
  });
}

beforeAll(() => {
  buildProgram(place);
  execFileSync('git', ['init', '-q', folder], { env });
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  const time = '2026-03-01T08:00:00Z';
  for (const [i, { text }] of generateArchive(ARTICLES, 3).articles.entries()) {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, text);
    const index = indexText(text);
    let sidecar = '';
    for (const [n, span] of spans(text, i).entries()) {
      const result = applyOperation(sidecar, {
        kind: 'addAnnotation',
        annotation: {
          ...{ id: `a-${i}-${n}`, author: 'Vera', created: time, modified: time, status: 'open', tags: [] },
          ...{ confidence: null, note: 'Is it so?', replies: [], selectors: describeSpan(index, span) },
        },
      });
      if (result.kind === 'refused') throw new Error(result.problem.message);
      sidecar = result.text;
    }
    writeFileSync(`${file}.annotations.yaml`, sidecar);
  }
  git('add', '.');
  git('commit', '-q', '-m', 'noted');
}, 600_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('many notes', () => {
  it.each([
    ['articles as they were', (text: string) => text],
    ['articles edited since, in git', (text: string) => `${NEW}${text.replaceAll(' said', ' told us')}`],
  ])(
    '%s are checked in time',
    (name, edit) => {
      for (const [i, { text }] of generateArchive(ARTICLES, 3).articles.entries())
        writeFileSync(join(folder, `${i}.txt`), edit(text));
      writeFileSync(watch, WATCH);
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--require', watch, program, 'check', '--format', 'json', folder],
        { env, encoding: 'utf8', maxBuffer: 1e9 },
      );
      const seconds = (performance.now() - start) / 1000;
      const worked = Number(readFileSync(used, 'utf8')) / 1e6;
      expect([stderr, status]).toEqual(['', 0]);
      const { annotations } = JSON.parse(stdout) as { annotations: { status: string }[] };
      expect(annotations.length).toBe(ARTICLES * NOTES);
      const placed = annotations.filter((one) => one.status === 'found' || one.status === 'moved').length;
      console.log(
        `${annotations.length} notes, ${name}: ${placed} placed, ${worked.toFixed(1)} s of work in ${seconds.toFixed(1)} s`,
      );
      expect(placed / annotations.length).toBeGreaterThan(0.99);
      expect(worked).toBeLessThan(SECONDS);
    },
    120_000,
  );
});
