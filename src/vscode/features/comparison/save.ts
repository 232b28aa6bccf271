import * as vscode from 'vscode';
import type { FromPage } from '../../../webview/protocol.ts';

type Save = Extract<FromPage, { readonly kind: 'save' }>;

const FILES = { csv: 'CSV', md: 'Markdown', png: 'PNG' };

/** Asks where to, beside the articles at first, and writes; an analyst who thinks better of it gets nothing. */
export async function saveFile(article: vscode.Uri, { name, ending, content }: Save): Promise<void> {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'story'}.${ending}`;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(article, '..', file),
    filters: { [FILES[ending]]: [ending] },
  });
  if (!target) return;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const shown = vscode.workspace.asRelativePath(target);
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be saved: {1}', shown, reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const picked = await vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}.', shown), open);
  if (picked === open) await vscode.commands.executeCommand('vscode.open', target);
}
