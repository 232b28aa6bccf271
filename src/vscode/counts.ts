import * as vscode from 'vscode';

/** Fewer articles than these are read before anybody could look. */
export const WORTH_TELLING = 20;

export const readText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 article read') : vscode.l10n.t('{0} articles read', count);

export const leftOutText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 file has a message in Problems')
    : vscode.l10n.t('{0} files have a message in Problems', count);

export const otherArticlesText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 other article of this story')
    : vscode.l10n.t('{0} other articles of this story', count);

export const emptyText = (): string => vscode.l10n.t('This article is empty.');

export const readingText = (waiting: number): string => vscode.l10n.t('{0} articles to read', waiting);

export const quotationsText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 quotation') : vscode.l10n.t('{0} quotations', count);

export const figuresText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 figure') : vscode.l10n.t('{0} figures', count);

export const linkedText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 claim has counterparts')
    : vscode.l10n.t('{0} claims have counterparts', count);

/** The same where there is little room. */
export const linkedShort = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 linked') : vscode.l10n.t('{0} linked', count);

export const differText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 differs') : vscode.l10n.t('{0} differ', count);
