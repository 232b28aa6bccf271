import * as vscode from 'vscode';
import type { Card } from '../../core/presentation/card.ts';
import { claimLines } from './claim-lines.ts';
import { dismissal } from './dismissal-link.ts';
import { entityLines } from './entity-lines.ts';
import { figureHead } from './figure-head.ts';

const COMMANDS = [
  'counterpoint.openBeside',
  'counterpoint.revealMention',
  'counterpoint.compare',
  'counterpoint.confirmLink',
  'counterpoint.rejectLink',
  'counterpoint.withdrawDecision',
  'counterpoint.annotate',
  'counterpoint.dismissFinding',
  'counterpoint.showCounterparts',
];

export function cardMarkdown(path: string, card: Card): vscode.MarkdownString {
  const lines = linesOf(path, card);
  const markdown = new vscode.MarkdownString(lines.join('\n\n'), true);
  markdown.isTrusted = { enabledCommands: COMMANDS };
  return markdown;
}

function linesOf(path: string, card: Card): string[] {
  if (card.kind === 'claim') return claimLines(path, card);
  if (card.kind === 'entity') return entityLines(path, card);
  return [`${figureHead(card.figure)} · ${dismissal(path, 'figure', card.figure.id)}`];
}
