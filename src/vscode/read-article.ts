import * as vscode from 'vscode';
import { decodeText, type EncodingFlaw } from '../core/text/decode.ts';
import { language } from './in-words.ts';
import { settings } from './settings.ts';

/** Why an article is left out, or read with a reservation, in words for the analyst. */
export interface ArticleProblem {
  readonly code: 'article-encoding' | 'article-gone' | 'article-too-large' | 'article-unreadable';
  readonly message: string;
  /** 0-based. */
  readonly line: number;
}

/** Why a text is too large to be read as an article, or null. */
export function tooLarge(text: string): ArticleProblem | null {
  const limit = settings.maximumSize();
  if (text.length <= limit) return null;
  const message = vscode.l10n.t(
    'This file has {0} characters; Counterpoint reads articles of up to {1}. Split it, or raise the setting counterpoint.articles.maximumSize.',
    text.length.toLocaleString(language),
    limit.toLocaleString(language),
  );
  return { code: 'article-too-large', message, line: 0 };
}

/** An open file whose bytes were no UTF-8: VS Code shows a replacement character for each. */
export function replacedBytes(document: vscode.TextDocument): ArticleProblem | null {
  const at = document.getText().indexOf('\uFFFD');
  if (at < 0) return null;
  const message = vscode.l10n.t(
    'Here stands a character that could not be read. If the file is not UTF-8, use “Reopen with Encoding”, then save it as UTF-8; saving it as it is loses the character.',
  );
  return { code: 'article-encoding', message, line: document.positionAt(at).line };
}

/** An editor shows what it had of a file that another program has renamed, moved or deleted: the story has it no more. */
export const goneProblem = (): ArticleProblem => ({
  code: 'article-gone',
  message: vscode.l10n.t(
    'This file is gone, or has another name now: what the editor still shows of it is not compared. Save it to have it as an article again.',
  ),
  line: 0,
});

/** The text of a file that is not open; null when it is gone. */
export async function readText(
  uri: vscode.Uri,
): Promise<{ readonly text: string } | { readonly problem: ArticleProblem } | null> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    const why = error instanceof Error ? error.message : String(error);
    const message = vscode.l10n.t('This file can’t be read ({0}). Check that you may read it.', why);
    return { problem: { code: 'article-unreadable', message, line: 0 } };
  }
  const decoded = decodeText(bytes);
  if (!('flaw' in decoded)) return decoded;
  const { flaw } = decoded;
  const code = flaw.kind === 'binary' ? 'article-unreadable' : 'article-encoding';
  return { problem: { code, message: flawText(flaw), line: flaw.line - 1 } };
}

function flawText({ kind, offset, line }: EncodingFlaw): string {
  if (kind === 'utf-16')
    return vscode.l10n.t('This file is UTF-16. Open it, then save it with the encoding UTF-8.');
  if (kind === 'binary')
    return vscode.l10n.t(
      'This is a binary file, not an article’s text (zero byte at {0}). Remove or rename it.',
      offset,
    );
  return vscode.l10n.t(
    'This file is not UTF-8 (byte {0}, line {1}). Open it with its own encoding, then save it with the encoding UTF-8.',
    offset,
    line,
  );
}
