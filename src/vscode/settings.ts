import * as vscode from 'vscode';
import { type Placement, placementFolder } from '../core/sidecar/location.ts';

/** The language of articles; set when an article opens, since a manifest pattern can't follow a setting. */
export const LANGUAGE = 'counterpoint-article';

/** Passages that are compared: read like an article, but none. */
export const PASSAGE_SCHEME = 'counterpoint-passage';

export type MarkKind = 'quotations' | 'figures' | 'names';

const DEFAULT_ARTICLES = ['**/seeds/**/*.txt', '**/*.article.txt'];

/** The settings in force, read afresh at each use: nothing to keep in step. */
export const settings = {
  enabled: () => read<boolean>('enabled', true),
  include: () => read<readonly string[]>('articles.include', DEFAULT_ARTICLES),
  /** In characters. */
  maximumSize: () => read<number>('articles.maximumSize', 1024) * 1024,
  highlights: () => read<boolean>('highlights.enabled', true),
  marked: () => read<readonly MarkKind[]>('highlights.kinds', ['quotations', 'figures', 'names']),
  /** Where sidecars are kept, and whether every analyst has her own. */
  placement: (): Placement => ({
    folder: placementFolder(read<string>('sidecar.folder', '')),
    perAnalyst: read<boolean>('sidecar.perAnalyst', false),
  }),
  lenses: () => read<boolean>('lenses.enabled', true),
  hints: () => read<boolean>('inlayHints.enabled', false),
  /** Null: they are not told of in Problems. */
  differences: () => severity('problems.differences', 'information'),
  unplaced: () => severity('problems.unplaced', 'warning'),
};

const { DiagnosticSeverity } = vscode;
const SEVERITIES: ReadonlyMap<string, vscode.DiagnosticSeverity | null> = new Map([
  ['error', DiagnosticSeverity.Error],
  ['warning', DiagnosticSeverity.Warning],
  ['information', DiagnosticSeverity.Information],
  ['hint', DiagnosticSeverity.Hint],
  ['off', null],
]);

function severity(key: string, otherwise: string): vscode.DiagnosticSeverity | null {
  const value = SEVERITIES.get(read<string>(key, otherwise));
  return value === undefined ? (SEVERITIES.get(otherwise) ?? null) : value;
}

/** A value of another type than the default's, as hand-edited settings may hold, counts as not set. */
function read<T extends boolean | number | string | readonly string[]>(key: string, otherwise: T): T {
  const value: unknown = vscode.workspace.getConfiguration('counterpoint').get(key);
  const fits = Array.isArray(otherwise)
    ? Array.isArray(value) && value.every((item) => typeof item === 'string')
    : typeof value === typeof otherwise;
  return fits ? (value as T) : otherwise;
}
