import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../src/cli/commands/check.ts';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import { type Span, trimSpan } from '../../src/core/text/span.ts';
import { generateArchive } from '../bench/generate.ts';
import { type Random, random } from '../bench/random.ts';
import { EDITS, placeOf, unedited } from '../support/edits.ts';

/** `npm run prove` multiplies the number of articles. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const ARTICLES = Math.min(60, 6 * PROVE);
const TARGETS = 12;

const place = mkdtempSync(join(tmpdir(), 'check-git-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };

function repository(...options: readonly string[]) {
  const folder = mkdtempSync(join(place, 'repository-'));
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main', ...options);
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  const commit = (message: string): void => {
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  return { folder, git, commit };
}

/** Passages of some words, none of which touches another one. */
function passages(text: string, rolls: Random): Span[] {
  const found: Span[] = [];
  for (let tries = 0; tries < 200 && found.length < TARGETS; tries++) {
    const at = rolls.below(text.length);
    const start = text.lastIndexOf(' ', at) + 1;
    const end = text.indexOf(' ', start + 15 + rolls.below(120));
    const span = trimSpan(text, { start, end: end < 0 ? text.length : end });
    const words = text.slice(span.start, span.end);
    const clear = found.every((other) => span.end + 2 < other.start || span.start > other.end + 2);
    if (clear && !words.includes('\n') && words.length >= 8) found.push(span);
  }
  return found;
}

interface Article {
  readonly file: string;
  readonly text: string;
  readonly targets: readonly Span[];
}

const idOf = (i: number): string => `a-${String(i).padStart(10, '0')}`;

/** A sidecar with a note on every passage. */
function noted(text: string, targets: readonly Span[]): string {
  const time = '2026-03-01T08:00:00Z';
  return targets.reduce((sidecar, span, i) => {
    const result = applyOperation(sidecar, {
      kind: 'addAnnotation',
      annotation: {
        ...{ id: idOf(i), author: 'Vera Lind', created: time, modified: time, status: 'open', tags: [] },
        confidence: null,
        replies: [],
        ...{ note: `Note ${i}`, selectors: describeSpan(text, span) },
      },
    });
    if (result.kind === 'refused') throw new Error(result.problem.message);
    return result.text;
  }, '');
}

interface Answer {
  readonly article: string;
  readonly id: string;
  readonly status: string;
  readonly start: number | null;
  readonly end: number | null;
}

async function checked(folder: string): Promise<Answer[]> {
  let out = '';
  await check(['--format', 'json', folder], {
    out: (text) => {
      out += text;
    },
    err: () => {},
  });
  return (JSON.parse(out) as { annotations: Answer[] }).annotations;
}

describe('check with the articles in git', () => {
  it(
    'finds passages after any edits, and never points at others',
    async () => {
      const { folder, git, commit } = repository();
      const rolls = random(20_261_122);
      const { articles: generated } = generateArchive(2 * ARTICLES, 5);
      const others = generated
        .slice(ARTICLES)
        .flatMap(({ text }) => text.split('\n').filter((p) => p.length > 80));
      const articles = generated.slice(0, ARTICLES).map(
        ({ text }, i): Article => ({
          file: join(folder, `${i}.txt`),
          text,
          targets: passages(text, rolls),
        }),
      );
      for (const { file, text } of articles) writeFileSync(file, text);
      commit('articles');
      for (const { file, text, targets } of articles)
        writeFileSync(`${file}.annotations.yaml`, noted(text, targets));
      commit('notes');
      const count = { kept: 0, exact: 0, deleted: 0, lost: 0, wrong: 0 };
      for (const [name, edit] of Object.entries(EDITS)) {
        const edited = articles.map(({ text, targets }) => edit(unedited(text), { targets, rolls, others }));
        for (const [i, { file }] of articles.entries()) writeFileSync(file, edited[i]?.text ?? '');
        commit(name);
        const answers = new Map((await checked(folder)).map((one) => [`${one.article} ${one.id}`, one]));
        for (const [i, { file, text, targets }] of articles.entries())
          for (const [n, target] of targets.entries()) {
            const answer = answers.get(`${file} ${idOf(n)}`);
            const now = edited[i] ?? unedited('');
            const expected = placeOf(now, target);
            // Its words stand elsewhere too: whether that is the passage is a matter of taste.
            if (!expected && now.text.includes(text.slice(target.start, target.end))) continue;
            const right = expected?.start === answer?.start && expected?.end === answer?.end;
            if (expected) count.kept++;
            else count.deleted++;
            if (expected && right) count.exact++;
            if (!expected && answer?.status === 'lost') count.lost++;
            const overlap =
              expected &&
              answer?.start != null &&
              answer.start < expected.end &&
              (answer.end ?? 0) > expected.start;
            if (answer?.start != null && !overlap) count.wrong++;
          }
        git('reset', '-q', '--hard', 'HEAD~1');
      }
      const { kept, exact, deleted, lost, wrong } = count;
      if (PROVE > 1)
        console.log(
          `${kept} passages: ${(exact / kept).toFixed(4)} exact; ${deleted} deleted: ${(lost / deleted).toFixed(4)} lost; ${(wrong / (kept + deleted)).toFixed(4)} wrong`,
        );
      expect(exact / kept).toBeGreaterThanOrEqual(0.99);
      expect(wrong / (kept + deleted)).toBeLessThanOrEqual(0.001);
      expect(lost / deleted).toBeGreaterThanOrEqual(0.97);
    },
    120_000 * Math.min(10, PROVE),
  );

  const PARAGRAPH = 'Nobody answered the phone at the harbour office.';
  const WAS = `One.\n\n${PARAGRAPH}\n\nTwo.\n`;
  const NOW = `Before all that.\n\n${PARAGRAPH}\n\nOne.\n\n${PARAGRAPH}\n\nTwo, then.\n`;
  const target = { start: WAS.indexOf(PARAGRAPH), end: WAS.indexOf(PARAGRAPH) + PARAGRAPH.length };

  it.each([
    ['line feeds', WAS, NOW, []],
    ['carriage returns', WAS.replaceAll('\n', '\r\n'), NOW.replaceAll('\n', '\r\n'), []],
    ['line feeds that were carriage returns', WAS.replaceAll('\n', '\r\n'), `${NOW}\r\n`, []],
    ['a byte order mark', `\uFEFF${WAS}`, `\uFEFF${NOW}`, []],
    ['objects named by SHA-256', WAS, NOW, ['--object-format=sha256']],
  ])('tells a passage from its copy by the text that it was noted in: %s', async (_, was, now, options) => {
    const { folder, commit } = repository(...options);
    const file = join(folder, 'ferry.txt');
    const text = was.replace('\uFEFF', '');
    const start = text.indexOf(PARAGRAPH);
    writeFileSync(file, was);
    commit('before');
    writeFileSync(`${file}.annotations.yaml`, noted(text, [{ start, end: start + PARAGRAPH.length }]));
    writeFileSync(file, now);
    const at = now.replace('\uFEFF', '').lastIndexOf(PARAGRAPH);
    expect(await checked(folder)).toMatchObject([{ status: 'moved', start: at, end: at + PARAGRAPH.length }]);
  });

  it.each([
    ['a text that git never had', '0123456789abcdef0123456789abcdef01234567'],
    ['what is no hash', '--batch-all-objects'],
  ])('searches where git has nothing: %s', async (_, print) => {
    const { folder, commit } = repository();
    const file = join(folder, 'ferry.txt');
    writeFileSync(file, 'Something else.');
    commit('before');
    const sidecar = noted(WAS, [target]);
    writeFileSync(`${file}.annotations.yaml`, sidecar.replace(/text: .*/, `text: "${print}"`));
    writeFileSync(file, `New.\n\n${WAS}`);
    expect(await checked(folder)).toMatchObject([{ status: 'moved', start: target.start + 6 }]);
  });
});
