import * as vscode from 'vscode';

/** Fewer articles than these are read before anybody could look. */
export const WORTH_TELLING = 20;

export const differText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 differs') : vscode.l10n.t('{0} differ', count);
