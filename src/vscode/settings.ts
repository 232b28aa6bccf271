import * as vscode from 'vscode';

/** The language of articles; set when an article opens, since a manifest pattern can't follow a setting. */
export const LANGUAGE = 'counterpoint-article';

/** Passages that are compared: read like an article, but none. */
export const PASSAGE_SCHEME = 'counterpoint-passage';

export type MarkKind = 'quotations' | 'figures' | 'names';

/** The settings in force, read afresh at each use: nothing to keep in step. */
export const settings = {
  enabled: () => read('enabled', true),
  include: () => read<readonly string[]>('articles.include', []),
  /** In bytes. */
  maximumSize: () => read('articles.maximumSize', 1024) * 1024,
  highlights: () => read('highlights.enabled', true),
  marked: () => read<readonly MarkKind[]>('highlights.kinds', ['quotations', 'figures', 'names']),
  lenses: () => read('lenses.enabled', true),
};

const read = <T>(key: string, otherwise: T): T =>
  vscode.workspace.getConfiguration('counterpoint').get(key, otherwise);
