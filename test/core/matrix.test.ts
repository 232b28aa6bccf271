import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import { cellAt, type Matrix, type MatrixRow, namedCell, stateAt } from '../../src/core/desk/matrix.ts';
import { type MatrixWords, matrixMarkdown, matrixTable } from '../../src/core/desk/matrix-export.ts';
import { matrixOf } from '../../src/core/desk/matrix-of.ts';
import {
  articlesWith,
  type MatrixFilter,
  type MatrixOrder,
  rowWords,
  shownRows,
} from '../../src/core/desk/matrix-shown.ts';
import { csvOf } from '../../src/core/desk/table.ts';
import { indexedIn, presentElsewhere } from '../../src/core/presentation/absence.ts';
import type { Decision } from '../../src/core/sidecar/annotation.ts';
import type { ArticleFacts } from '../../src/core/text/article.ts';

const FOLDER = join(import.meta.dirname, '../../seeds/harbour-bridge');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const [tideway = '', meridian = '', northline = ''] = NAMES;

interface SeedOptions {
  readonly decisions?: readonly Decision[];
  readonly facts?: Readonly<Record<string, ArticleFacts>>;
  readonly more?: Readonly<Record<string, string>>;
}

function seeds({ decisions = [], facts = {}, more = {} }: SeedOptions = {}): Project {
  const project = createProject();
  for (const path of NAMES)
    project.set({
      path,
      text: readFileSync(join(FOLDER, path), 'utf8'),
      facts: {
        ...(path === tideway ? { outlet: 'Tideway Post', published: '2026-03-02' } : {}),
        ...facts[path],
      },
      decisions: path === tideway ? decisions : [],
    });
  for (const [path, text] of Object.entries(more)) project.set({ path, text, facts: facts[path] ?? {} });
  return project;
}

function matrix(project: Project): Matrix {
  const found = matrixOf(project, tideway);
  if (found === null) throw new Error('the seeds are a story');
  return found;
}

const whole = matrix(seeds());

/** The row that has a claim of these words in an article, its cell sure. */
function rowWith(from: Matrix, words: string, path = tideway): MatrixRow {
  const column = from.columns.findIndex((one) => one.path === path);
  const row = from.rows.find((one) => {
    const cell = cellAt(one, column);
    return cell !== undefined && !cell.possible && one.kind !== 'statement' && cell.words.includes(words);
  });
  if (row === undefined) throw new Error(`no row with “${words}”`);
  return row;
}

const statesOf = (from: Matrix, row: MatrixRow): string =>
  from.columns
    .map((_, column) => `${cellAt(row, column)?.possible ? 'possibly ' : ''}${stateAt(from, row, column)}`)
    .join(' | ');

const quote = (exact: string) => ({
  ...{ quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
});
const decision = (changes: Partial<Decision>, here: string, there: string): Decision => ({
  ...{ id: 'd1', author: 'Ada', created: '2026-03-05T10:00:00Z', decision: 'confirmed' },
  ...{ here: quote(here), there: { article: northline, selectors: quote(there) } },
  ...changes,
});

describe('the matrix of a story', () => {
  it('has its articles in order of publication, with what they are', () => {
    expect(whole.columns.map(({ outlet, date, whole: all }) => [outlet, date, all])).toEqual([
      ['Tideway Post', '2026-03-02', true],
      ['Meridian Dispatch', '2026-03-03', true],
      ['Northline News Agency', '2026-03-03', true],
    ]);
    expect(matrixOf(seeds(), 'elsewhere.txt')).toBeNull();
  });

  it.each<[string, string]>([
    ['14 hangers', 'said | said | differs'],
    ['12 per cent', 'said | said | differs'],
    ['46,000 vehicles', 'said | differs | differs'],
    ['No toll and no timetable', 'said | reworded | reworded'],
    ['every commuter', 'said | absent | absent'],
    ['put the promise', 'said | absent | absent'],
  ])('%s: %s', (words, states) => {
    expect(statesOf(whole, rowWith(whole, words))).toBe(states);
  });

  it('tells a quotation that another article has in indirect speech as reported', () => {
    const reported = whole.rows.filter((row) => row.cells.some(({ state }) => state === 'reported'));
    expect(reported.length).toBeGreaterThan(5);
    for (const row of reported) expect(row.kind).not.toBe('figure');
  });

  it('has each claim in one row, and a cell an article', () => {
    const refs = whole.rows.flatMap(({ cells }) =>
      cells.filter(({ possible }) => !possible).map(({ column, claim }) => `${column} ${claim}`),
    );
    expect(new Set(refs).size).toBe(refs.length);
    const project = seeds();
    const all = NAMES.flatMap((path) => project.analysis(path)?.claims ?? []);
    const counted = whole.rows.flatMap(({ cells }) => cells.filter(({ possible }) => !possible));
    expect(counted.reduce((sum, { more }) => sum + 1 + more, 0)).toBe(all.length);
    for (const { cells } of whole.rows)
      expect(new Set(cells.map(({ column }) => column)).size).toBe(cells.length);
  });

  it('counts what differs and what is only here by sources', () => {
    expect(rowWith(whole, '46,000 vehicles')).toMatchObject({ differing: 2, onlyHere: false });
    expect(rowWith(whole, 'every commuter')).toMatchObject({ differing: 0, onlyHere: true });
    for (const row of whole.rows.filter(({ onlyHere }) => onlyHere)) {
      expect(articlesWith(row)).toBe(1);
      expect(statesOf(whole, row)).not.toMatch(/possibly|unknown/);
    }
  });

  it('says where a claim is and who says it', () => {
    const row = rowWith(whole, '14 hangers');
    expect(row).toMatchObject({ kind: 'figure', speaker: 'Maren Oduya', named: 0 });
    expect(cellAt(row, 2)).toMatchObject({ words: '17 hangers', relation: 'differs', line: 13, more: 0 });
    expect(namedCell(row)).toMatchObject({ words: '14 hangers', relation: null });
    expect(cellAt(row, 2)?.sentence).toContain('17 hangers');
  });

  it.each<[string, ArticleFacts]>([
    ['is cut short', { truncated: true }],
    ['is in another language', { language: 'de' }],
  ])('withholds absence where an article %s', (_, facts) => {
    const cut = matrix(seeds({ facts: { [northline]: facts } }));
    expect(statesOf(cut, rowWith(cut, 'every commuter'))).toBe('said | absent | unknown');
    expect(cut.rows.filter(({ onlyHere }) => onlyHere).every(({ named }) => named === 2)).toBe(true);
    expect(cut.rows.some((row) => stateAt(cut, row, 2) === 'absent')).toBe(false);
  });

  it('counts a print of the same text as no other source', () => {
    const copied = seeds({ more: { '04_copy.txt': readFileSync(join(FOLDER, tideway), 'utf8') } });
    const with4 = matrix(copied);
    expect(with4.columns[3]?.kin).toEqual({ kinship: 'copy', column: 0 });
    const row = rowWith(with4, 'every commuter');
    expect(articlesWith(row)).toBe(2);
    expect(row.onlyHere).toBe(true);
  });
});

describe('decisions', () => {
  it('never bring together what was rejected, nor by way of others', () => {
    const apart = matrix(
      seeds({ decisions: [decision({ decision: 'rejected' }, '14 hangers', '17 hangers')] }),
    );
    const rows = [rowWith(apart, '14 hangers'), rowWith(apart, '17 hangers', northline)];
    expect(rows[0]).not.toBe(rows[1]);
    for (const row of rows) expect(row.cells.length).toBeLessThan(3);
  });

  it('keep what was rejected from coming back as possible by way of a third article', () => {
    const rowIn = (from: Matrix) =>
      from.rows.find((one) => one.named === 0 && rowWords(one).startsWith('She added that inspections'));
    const row = rowIn(whole);
    const [own, other] = [row && namedCell(row), row && cellAt(row, 1)];
    if (!own || !other) throw new Error('it is possibly there');
    expect(other.possible).toBe(true);
    const there = { article: meridian, selectors: quote(other.words) };
    const made = decision({ decision: 'rejected', there }, own.words, '');
    const after = rowIn(matrix(seeds({ decisions: [made] })));
    expect(after && articlesWith(after)).toBe(2);
    expect(after && cellAt(after, 1)).toBeUndefined();
  });

  it('bring together what was confirmed', () => {
    const made = [decision({}, 'two decades', '"overdue by ten years"')];
    const joined = matrix(seeds({ decisions: made }));
    const row = joined.rows.find(({ cells }) => cells.some(({ confirmedBy }) => confirmedBy === 'Ada'));
    expect(row && articlesWith(row)).toBeGreaterThan(1);
  });

  it('of a private sidecar are not told to others', () => {
    const hers = { isPrivate: true } as const;
    for (const made of [
      decision(hers, 'two decades', '"overdue by ten years"'),
      decision({ ...hers, decision: 'rejected' }, '14 hangers', '17 hangers'),
    ]) {
      const decided = seeds({ decisions: [made] });
      expect(matrix(decided)).not.toEqual(whole);
      expect(matrix(decided.forOthers())).toEqual(whole);
    }
  });
});

describe('what is shown', () => {
  const shown = (filter: MatrixFilter, order: MatrixOrder = { by: 'publication' }) =>
    shownRows(whole, filter, order);

  it.each<[string, MatrixFilter, RegExp, (row: MatrixRow) => boolean]>([
    ['a kind', { kind: 'quotation' }, /every commuter/, ({ kind }) => kind === 'quotation'],
    ['what differs', { standing: 'differing' }, /14 hangers/, ({ differing }) => differing > 0],
    ['what one source has', { standing: 'onlyHere' }, /every commuter/, (row) => articlesWith(row) === 1],
    ['what several have', { standing: 'shared' }, /14 hangers/, (row) => articlesWith(row) > 1],
    ['a speaker', { speaker: 'Maren Oduya' }, /14 hangers/, ({ speaker }) => speaker === 'Maren Oduya'],
    ['a name', { name: 'Skelby' }, /ferries/, ({ names }) => names.includes('Skelby')],
    ['words of any article', { words: '17 HANGERS' }, /14 hangers/, () => true],
    [
      'two at once',
      { kind: 'figure', standing: 'differing' },
      /12 per cent/,
      ({ kind }) => kind === 'figure',
    ],
  ])('is narrowed to %s', (_, filter, text, fits) => {
    const rows = shown(filter);
    expect(rows.some((row) => text.test(rowWords(row)))).toBe(true);
    expect(rows.every(fits)).toBe(true);
    expect(rows.length).toBeLessThan(whole.rows.length);
  });

  it('is ordered by disagreement, by publication, or as an article tells it', () => {
    const differing = shown({}, { by: 'disagreement' }).map((row) => row.differing);
    expect(differing).toEqual([...differing].sort((a, b) => b - a));
    const named = shown({}).map((row) => row.cells.find(({ possible }) => !possible)?.column ?? 0);
    expect(named).toEqual([...named].sort((a, b) => a - b));
    const column = whole.columns.findIndex(({ path }) => path === meridian);
    const places = shown({}, { by: 'article', path: meridian }).map((row) => {
      const cell = cellAt(row, column);
      return cell === undefined || cell.possible ? Number.POSITIVE_INFINITY : cell.start;
    });
    expect(places[0]).toBeLessThan(300);
    expect(places).toEqual([...places].sort((a, b) => (a === b ? 0 : a - b)));
  });
});

describe('what is saved', () => {
  const words: MatrixWords = {
    states: {
      ...{ said: 'said', reworded: 'reworded', differs: 'differs' },
      ...{ reported: 'reported', absent: 'absent', unknown: 'can’t tell' },
    },
    kinds: { quotation: 'Quotation', figure: 'Figure', statement: 'Statement' },
    ...{ kind: 'Kind', speaker: 'Speaker', claim: 'Claim', possibly: 'possibly {0}', line: 'line {0}' },
    ...{ sentence: 'Sentence', differences: { value: 'another value' }, confirmedBy: 'confirmed by {0}' },
    ...{ articles: 'Articles', undated: 'date unknown' },
  };
  const hangers = [rowWith(whole, '14 hangers')];

  it('as CSV says state, words, line and sentence of each article, and what differs', () => {
    const [head, row, ...rest] = csvOf(matrixTable(whole, hangers, words)).split('\r\n');
    expect(head).toBe(
      '\uFEFF"Kind","Speaker","Claim","Sentence","Tideway Post (2026-03-02)","Meridian Dispatch (2026-03-03)","Northline News Agency (2026-03-03)"',
    );
    const cells = (row ?? '').slice(1, -1).split('","');
    expect(cells.slice(0, 3)).toEqual(['Figure', 'Maren Oduya', '14 hangers']);
    expect(cells[3]).toMatch(/^Maren Oduya, .* had detected fractures in 14 hangers during .*\.$/);
    expect(cells.slice(4)).toEqual([
      'said: 14 hangers (line 4)',
      expect.stringMatching(/^said: Fourteen hangers \(line 21\) · Fourteen hangers would have to be /),
      expect.stringMatching(/^differs \(another value\): 17 hangers \(line 13\) · Records of the NPA /),
    ]);
    expect(rest).toEqual(['']);
  });

  it('says who confirmed a counterpart', () => {
    const [row] = hangers;
    const cells =
      row?.cells.map((cell) => ({ ...cell, confirmedBy: cell.column === 2 ? 'Ada' : null })) ?? [];
    const text = csvOf(matrixTable(whole, [{ ...(row as MatrixRow), cells }], words));
    expect(text).toContain('17 hangers (line 13) · confirmed by Ada · Records of the NPA');
  });

  it.each<[string, string]>([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum', `"'@sum"`],
    ['\t=1', `"'\t=1"`],
    [' =1', `"' =1"`],
    ['say "so", twice', `"say ""so"", twice"`],
  ])('a cell of a spreadsheet is no formula: %j', (text, cell) => {
    const row: MatrixRow = { ...(hangers[0] as MatrixRow), speaker: text };
    expect(csvOf(matrixTable(whole, [row], words))).toContain(`"Figure",${cell},`);
  });

  it('as Markdown is a table that no text breaks, and cites the articles', () => {
    const speaker = 'A | B <b>*x*</b>\n# C';
    const text = matrixMarkdown(whole, [{ ...(hangers[0] as MatrixRow), speaker }], words);
    expect(text).toContain('| Figure | A \\| B &lt;b&gt;\\*x\\*&lt;/b&gt; # C | 14 hangers |');
    expect(text).toContain('\n1. Tideway Post, “');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
  });
});

describe('words that stand elsewhere', () => {
  it('are found alike one by one and by an index', () => {
    const project = seeds();
    const wordsIn = indexedIn(project, NAMES);
    let found = 0;
    for (const path of NAMES) {
      const analysis = project.analysis(path);
      if (!analysis) continue;
      for (const claim of analysis.claims) {
        const one = presentElsewhere(project, path, analysis, claim);
        const other = presentElsewhere(project, path, analysis, claim, wordsIn);
        for (const there of NAMES) {
          expect(other(there)).toBe(one(there));
          if (there !== path && one(there)) found++;
        }
      }
    }
    expect(found).toBeGreaterThan(5);
  });
});
