import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uriOf } from '../../src/cli/check-report.ts';
import { check } from '../../src/cli/commands/check.ts';
import { locked } from '../support/locked.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
};

async function run(...argv: string[]) {
  let out = '';
  const code = await check(argv, { out: (text) => (out += text), err: () => undefined });
  return { code, out: out.replaceAll(folder, 'DIR') };
}

const GOOD = 'annotations:\n  a-1: {selectors: {exact: "sails at noon", start: 10, end: 23}}\n';

interface Row {
  readonly name: string;
  readonly sidecar: string | Uint8Array;
  readonly article?: string | Uint8Array;
  readonly code: number;
  readonly problems: readonly string[];
  readonly statuses: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'all well',
    sidecar: GOOD,
    article: 'The ferry sails at noon.',
    code: 0,
    problems: [],
    statuses: ['found'],
  },
  {
    name: 'a passage that is gone',
    sidecar: GOOD,
    article: 'No boats today.',
    code: 0,
    problems: ['2 anchor-lost'],
    statuses: ['lost'],
  },
  {
    name: 'a passage that fits twice',
    sidecar: GOOD,
    article: 'x sails at noon. It sails at noon.',
    code: 0,
    problems: ['2 anchor-ambiguous'],
    statuses: ['ambiguous'],
  },
  {
    name: 'a dismissal, which is no annotation and may be lost',
    sidecar: `${GOOD}dismissals:\n  x-1: {kind: name, selectors: {exact: "Port of Sollum"}}\n`,
    article: 'The ferry sails at noon.',
    code: 0,
    problems: ['4 anchor-lost'],
    statuses: ['found'],
  },
  {
    name: 'an unknown key',
    sidecar: `${GOOD}colour: red\n`,
    article: 'The ferry sails at noon.',
    code: 0,
    problems: ['3 sidecar-unknown-key'],
    statuses: ['found'],
  },
  {
    name: 'a syntax error',
    sidecar: `${GOOD}  - [\n`,
    article: 'The ferry sails at noon.',
    code: 1,
    problems: ['3 sidecar-syntax'],
    statuses: [],
  },
  {
    name: 'merge-conflict markers',
    sidecar: `${GOOD}<<<<<<< HEAD\n=======\n>>>>>>> b\n`,
    article: 'The ferry sails at noon.',
    code: 1,
    problems: ['3 sidecar-conflict'],
    statuses: [],
  },
  { name: 'no article', sidecar: GOOD, code: 1, problems: ['1 article-missing'], statuses: ['lost'] },
  {
    name: 'an article that is not UTF-8',
    sidecar: GOOD,
    article: new Uint8Array([0xff, 0x41]),
    code: 1,
    problems: ['1 unreadable'],
    statuses: [],
  },
  {
    name: 'a sidecar that is not UTF-8',
    sidecar: new Uint8Array([0xff, 0x41]),
    article: 'The ferry sails at noon.',
    code: 1,
    problems: ['1 unreadable'],
    statuses: [],
  },
];

describe('check', () => {
  it.each(rows)('$name', async ({ sidecar, article, code, problems, statuses }) => {
    write({ 'a.txt.annotations.yaml': sidecar, ...(article === undefined ? {} : { 'a.txt': article }) });
    const { code: got, out } = await run('--format', 'json', folder);
    const report = JSON.parse(out);
    expect({
      code: got,
      problems: report.problems
        .map((p: { line: number; code: string }) => `${p.line} ${p.code}`)
        .filter((p: string, i: number, all: string[]) => all.indexOf(p) === i),
      statuses: report.annotations.map((a: { status: string }) => a.status),
    }).toEqual({ code, problems, statuses });
  });

  it('gives each annotation its article, id and place', async () => {
    write({ 'a.txt.annotations.yaml': GOOD, 'a.txt': '🚢 The ferry sails at noon.' });
    const { out } = await run('--format', 'json', join(folder, 'a.txt'));
    expect(JSON.parse(out)).toEqual({
      annotations: [{ article: 'DIR/a.txt', id: 'a-1', status: 'moved', start: 13, end: 26 }],
      problems: [],
    });
  });

  it('looks through folders, takes articles and sidecars, checks none twice', async () => {
    write({ 'x/a.txt.annotations.yaml': GOOD, 'x/a.txt': 'sails at noon', 'b.txt': 'no notes here' });
    const paths = [
      folder,
      join(folder, 'x/a.txt'),
      join(folder, 'x/a.txt.annotations.yaml'),
      join(folder, 'b.txt'),
    ];
    const { out } = await run('--format', 'json', ...paths);
    expect(JSON.parse(out).annotations).toHaveLength(1);
  });

  it('reports a folder that it may not list, and checks the others', async () => {
    write({ 'a.txt.annotations.yaml': GOOD, 'a.txt': 'sails at noon', 'shut/b.txt': 'none' });
    const { code, out } = await locked([join(folder, 'shut')], () => run('--format', 'json', folder));
    const { annotations, problems } = JSON.parse(out);
    expect({ code, notes: annotations.length }).toEqual({ code: 1, notes: 1 });
    expect(problems).toMatchObject([{ file: 'DIR/shut', code: 'unreadable', severity: 'error' }]);
  });

  it('checks a file once, however it is named', async () => {
    write({ 'a.txt.annotations.yaml': GOOD, 'a.txt': 'sails at noon' });
    const { out } = await run('--format', 'json', join(folder, 'a.txt'), `${folder}/./a.txt`, folder);
    expect(JSON.parse(out).annotations).toHaveLength(1);
  });

  it('prints text for people', async () => {
    write({ 'a.txt.annotations.yaml': GOOD, 'a.txt': 'Other.' });
    const { out } = await run(folder);
    expect(out).toMatch(
      /^DIR\/a\.txt\.annotations\.yaml:2:3: warning anchor-lost: The passage “sails at noon”/,
    );
    expect(out).toMatch(/\n1 annotation: 0 found, 0 moved, 0 ambiguous, 1 lost\n$/);
  });

  it('prints workflow commands with escaped properties', async () => {
    write({ 'a,b.txt.annotations.yaml': GOOD, 'a,b.txt': 'Other.' });
    const { code, out } = await run('--format', 'github', folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::warning file=DIR\/a%2Cb\.txt\.annotations\.yaml,line=2,col=3,title=anchor-lost::The passage .*\n$/,
    );
  });

  it('prints SARIF', async () => {
    write({ 'a.txt.annotations.yaml': GOOD, 'a.txt': 'Other.' });
    const log = JSON.parse((await run('--format', 'sarif', folder)).out);
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: 'anchor-lost',
        level: 'warning',
        locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 3 } } }],
      },
    ]);
    expect(log.runs[0].tool.driver.rules).toEqual([{ id: 'anchor-lost' }]);
  });

  it('holds tags against the codebooks above the article, and says what is wrong in those', async () => {
    const noted = (tag: string): string =>
      `annotations:\n  a-1: {tag: ${tag}, selectors: {exact: "sails at noon"}}\n`;
    write({
      'counterpoint.yaml': 'tags:\n  time: {required: [note]}\n  place: {colour: gren}\n',
      'near/counterpoint.yaml': 'tags: [ferry]\n',
      'near/a.txt': 'It sails at noon.',
      'near/a.txt.annotations.yaml': noted('tiem'),
      'b.txt': 'It sails at noon.',
      'b.txt.annotations.yaml': noted('time'),
      'c.txt': 'It sails at noon.',
      'c.txt.annotations.yaml': noted('ferry'),
      'near/d.txt': 'It sails at noon.',
      'near/d.txt.annotations.yaml': noted('ferry'),
    });
    const { code, out } = await run('--format', 'json', folder);
    const { problems } = JSON.parse(out) as { problems: { file: string; line: number; code: string }[] };
    expect(code).toBe(1);
    const told = problems.map((p) => `${p.file.split('/').at(-1)}:${p.line} ${p.code}`);
    expect(told.sort()).toEqual([
      'a.txt.annotations.yaml:2 tag-unknown',
      'b.txt.annotations.yaml:2 tag-incomplete',
      'c.txt.annotations.yaml:2 tag-unknown',
      'counterpoint.yaml:3 codebook-value',
    ]);
  });

  it('says which entries stand in two sidecars of one article', async () => {
    write({
      'a.txt': 'It sails at noon.',
      'a.txt.annotations.yaml': GOOD,
      'a.txt.annotations.vera.yaml': GOOD,
    });
    const { code, out } = await run(folder);
    expect(code).toBe(1);
    expect(out).toMatch(/a\.txt\.annotations\.vera\.yaml:2:3: warning sidecar-double-entry: /);
  });

  it('lists differences that nobody has reviewed, when asked', async () => {
    const quote = (count: number): string =>
      `The ferry Aurelia of Sollum struck the pier on Monday.\n\nThe blow injured ${count} passengers, harbour master Vera Lind said.\n`;
    write({ 'seeds/a.txt': quote(12), 'seeds/b.txt': quote(19) });
    expect(await run(join(folder, 'seeds'))).toMatchObject({ code: 0 });
    const { code, out } = await run('--differences', join(folder, 'seeds'));
    expect(code).toBe(1);
    expect(out).toMatch(
      /seeds\/[ab]\.txt:3:\d+: warning difference-unreviewed: .*differs from .* in DIR\/seeds\/[ab]\.txt, line 3 \(value\), and nobody has reviewed it/,
    );
    const decided = [
      'decisions:',
      '  d-1:',
      '    decision: confirmed',
      '    author: Vera Lind',
      '    here: {exact: "12 passengers"}',
      '    there: {article: b.txt, exact: "19 passengers"}',
      '',
    ].join('\n');
    write({ 'seeds/a.txt.annotations.yaml': decided });
    const after = await run('--differences', join(folder, 'seeds'));
    expect(after.out).not.toMatch(/12 passengers.* differs from .*19 passengers/);
  });

  it.each([
    [[], 'name at least one'],
    [['gone'], 'no file or folder'],
    [['--format', 'xml', '.'], '--format is one of'],
    [['--bad', '.'], '--bad'],
  ])('can’t run with %j', async (argv, message) => {
    await expect(run(...argv)).rejects.toThrow(message);
  });
});

it.each([
  ['seeds/a b.txt', 'seeds/a%20b.txt'],
  ['seeds\\a.txt', 'seeds/a.txt'],
  ['/desk/a#1.txt', 'file:///desk/a%231.txt'],
  ['C:\\desk\\a.txt', 'file:///C:/desk/a.txt'],
  ['\\\\server\\desk\\a.txt', 'file://server/desk/a.txt'],
])('SARIF names %s as %s', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});
