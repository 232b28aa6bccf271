import * as vscode from 'vscode';
import { settings } from './settings.ts';

/** Why a text is too large to be read as an article, or null. */
export function tooLarge(text: string): string | null {
  const limit = settings.maximumSize();
  if (text.length <= limit) return null;
  return vscode.l10n.t(
    'This file has {0} characters; Counterpoint reads articles of up to {1}. Split it, or raise the setting counterpoint.articles.maximumSize.',
    text.length.toLocaleString(),
    limit.toLocaleString(),
  );
}

/** The text of a file that is not open; null when it is gone. */
export async function readText(uri: vscode.Uri): Promise<{ text: string } | { problem: string } | null> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    return {
      problem: vscode.l10n.t('This file can’t be read: {0}. Check that you may read it.', String(error)),
    };
  }
  if (bytes.includes(0)) {
    return { problem: vscode.l10n.t('This is a binary file, not an article’s text. Remove or rename it.') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem: vscode.l10n.t('This file is not UTF-8 text. Open it, then save it with the encoding UTF-8.'),
    };
  }
}
