import * as vscode from 'vscode';
import type { Figure } from '../../core/mentions/mention.ts';
import { figureText } from '../../core/presentation/figure-text.ts';
import { escaped } from '../markdown.ts';

export const figureHead = (figure: Figure): string =>
  `$(symbol-number) **${escaped(figureText(figure))}** — ${escaped(figureKind(figure.kind))}`;

function figureKind(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    money: vscode.l10n.t('money'),
    percent: vscode.l10n.t('percentage'),
    fraction: vscode.l10n.t('fraction'),
    count: vscode.l10n.t('count'),
    quantity: vscode.l10n.t('quantity'),
    date: vscode.l10n.t('date'),
    duration: vscode.l10n.t('duration'),
    ordinal: vscode.l10n.t('ordinal'),
  };
  return words[kind] ?? kind;
}
