import * as vscode from 'vscode';
import type { Figure } from '../../core/mentions/mention.ts';
import { figureWords } from '../../core/presentation/figure-text.ts';
import { inWords } from '../in-words.ts';
import { escaped } from '../markdown.ts';

/** What a figure is; of a date or duration in words its TIMEX3 value too, by which dates are told apart. */
export function figureHead(figure: Figure): string {
  const value = typeof figure.value === 'string' ? `, TIMEX3 ${escaped(figure.value)}` : '';
  return `$(symbol-number) **${escaped(inWords(figureWords(figure)))}** — ${escaped(figureKind(figure.kind))}${value}`;
}

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
