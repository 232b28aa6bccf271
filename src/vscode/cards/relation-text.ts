import * as vscode from 'vscode';
import type { Relation } from '../../core/counterparts/link.ts';
import { differenceWords } from '../../core/presentation/difference-words.ts';
import { inWords } from '../in-words.ts';

/** How two claims stand to each other, and what differs where that is known. */
export function relationText(relation: Relation, difference: string | null): string {
  const words: Readonly<Record<Relation, string>> = {
    verbatim: vscode.l10n.t('Same words'),
    reworded: vscode.l10n.t('Reworded'),
    paraphrase: vscode.l10n.t('Paraphrase'),
    agrees: vscode.l10n.t('Agrees'),
    differs: vscode.l10n.t('Differs'),
    contradicts: vscode.l10n.t('Contradicts'),
  };
  return difference === null
    ? words[relation]
    : `${words[relation]} (${inWords(differenceWords(difference))})`;
}
