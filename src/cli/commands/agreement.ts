import { type Agreement, agreementOf } from '../../core/agreement/agreement.ts';
import { branchNotes, folderNotes, type Notes } from '../agreement-notes.ts';
import { parseArguments } from '../arguments.ts';
import { CommandError, type Io } from '../io.ts';

const FORMATS = ['text', 'json'] as const;
type Format = (typeof FORMATS)[number];

/**
 * `agreement [--format text|json] [--branch NAME]... PATH...`: how far analysts agree on the same articles. Analysts
 * are the authors of the notes, in one sidecar or in one each; with branches, each branch is an analyst.
 */
export async function agreement(argv: readonly string[], io: Io): Promise<number> {
  const { format, branches, paths } = optionsOf(argv);
  const say = (message: string): void => io.err(`${message}\n`);
  const notes = await (branches.length > 0 ? branchNotes(branches, paths, say) : folderNotes(paths, say));
  const result = agreementOf(notes.codings);
  io.out(format === 'json' ? json(result, notes) : text(result, notes));
  return 0;
}

function optionsOf(argv: readonly string[]): {
  readonly format: Format;
  readonly branches: readonly string[];
  readonly paths: readonly string[];
} {
  const { values, positionals } = parseArguments(argv, {
    format: { type: 'string' },
    branch: { type: 'string', multiple: true },
  });
  const format = FORMATS.find((known) => known === (values.format ?? 'text'));
  const branches = values.branch ?? [];
  if (!format) throw new CommandError(`--format is one of ${FORMATS.join(', ')}.`);
  if (positionals.length === 0) throw new CommandError('name at least one article, sidecar or folder.');
  if (branches.length === 1) throw new CommandError('name two branches at least, each with --branch.');
  if (new Set(branches).size < branches.length) throw new CommandError('name each branch once.');
  return { format, branches, paths: positionals };
}

const json = (result: Agreement, { unplaced }: Notes): string =>
  `${JSON.stringify({ version: 1, ...result, unplaced }, null, 2)}\n`;

const figure = (alpha: number | null): string => (alpha === null ? '–' : alpha.toFixed(3));

function text(result: Agreement, { unplaced }: Notes): string {
  const { analysts, articles, passages, alpha, tags, pairs } = result;
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  const lines = [
    `${count(analysts.length, 'analyst')}, ${count(articles, 'article')}, ${count(passages.all, 'passage')}, of which ${passages.shared} noted by two analysts or more`,
    ...analysts.map(({ name, passages: own }) => `  ${name}: ${count(own, 'passage')}`),
    ...(unplaced > 0 ? [`${count(unplaced, 'note')} left out: the passage is lost or ambiguous`] : []),
    '',
    "Krippendorff's alpha (nominal; 1 agreement, 0 chance; – nothing to agree on)",
    `  tags of a note  ${figure(alpha.tags)}`,
    `  status          ${figure(alpha.status)}`,
  ];
  if (pairs.length > 1)
    for (const {
      analysts: [a, b],
      shared,
      alpha: one,
    } of pairs)
      lines.push(`  ${a} and ${b}: ${figure(one)} (tags, ${count(shared, 'passage')})`);
  if (tags.length > 0) lines.push('', ...tagTable(result));
  return `${lines.join('\n')}\n`;
}

function tagTable({ tags, analysts }: Agreement): string[] {
  const rows = [
    ['tag', 'alpha', 'agreed', 'disputed', ...analysts.map(({ name }) => name)],
    ...tags.map(({ tag, alpha, agreed, disputed, given }) => [
      ...[tag, figure(alpha), `${agreed}`, `${disputed}`],
      ...analysts.map(({ name }) => `${given[name] ?? 0}`),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
