import type { ResolutionStatus } from '../core/anchors/selector.ts';
import type { Problem } from '../core/text/problem.ts';

/** Where an annotation is now; offsets are null where there is no one place. */
export interface CheckedAnnotation {
  readonly article: string;
  readonly id: string;
  readonly status: ResolutionStatus;
  readonly start: number | null;
  readonly end: number | null;
}

/** Line and column count from 1. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
}

export interface CheckReport {
  readonly annotations: readonly CheckedAnnotation[];
  readonly problems: readonly ReportedProblem[];
}

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type CheckFormat = (typeof formats)[number];

const RENDER: Readonly<Record<CheckFormat, (report: CheckReport) => string>> = { text, json, sarif, github };

export const renderReport = (report: CheckReport, format: CheckFormat): string => RENDER[format](report);

function json(report: CheckReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function text({ annotations, problems }: CheckReport): string {
  const lines = problems.map((p) => `${p.file}:${p.line}:${p.column}: ${p.severity} ${p.code}: ${p.message}`);
  const count = (status: ResolutionStatus): number => annotations.filter((a) => a.status === status).length;
  const statuses: readonly ResolutionStatus[] = ['found', 'moved', 'ambiguous', 'lost'];
  const counts = statuses.map((status) => `${count(status)} ${status}`).join(', ');
  const noun = annotations.length === 1 ? 'annotation' : 'annotations';
  return `${[...lines, `${annotations.length} ${noun}: ${counts}`].join('\n')}\n`;
}

/** Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function github({ problems }: CheckReport): string {
  const level = { error: 'error', warning: 'warning', information: 'notice' } as const;
  const data = (value: string): string =>
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string): string => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map(
      (p) =>
        `::${level[p.severity]} file=${property(p.file)},line=${p.line},col=${p.column},title=${property(p.code)}::${data(p.message)}\n`,
    )
    .join('');
}

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
function sarif({ problems }: CheckReport): string {
  const level = { error: 'error', warning: 'warning', information: 'note' } as const;
  const rules = [...new Set(problems.map(({ code }) => code))].sort().map((id) => ({ id }));
  const results = problems.map((p) => ({
    ruleId: p.code,
    level: level[p.severity],
    message: { text: p.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(p.file) },
          region: { startLine: p.line, startColumn: p.column },
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Counterpoint', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A relative reference with forward slashes, or a file URI. */
export function uriOf(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  const root = /^(?:\/\/|\/|[a-z]:\/)/i.exec(slashed)?.[0] ?? '';
  const path = slashed.slice(root.length).split('/').map(encodeURIComponent).join('/');
  const start = root === '//' ? 'file://' : `file:///${root === '/' ? '' : root}`;
  return (root === '' ? '' : start) + path;
}
