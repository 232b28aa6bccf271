import * as vscode from 'vscode';
import { language } from '../../in-words.ts';

/** Where the page's script and styles are: all that it may load. */
export const pageFolder = (extension: vscode.Uri): vscode.Uri =>
  vscode.Uri.joinPath(extension, 'dist', 'webview');

/**
 * The page is empty: its script draws it from what it is sent, as text, never as HTML. Nothing but that script, by a
 * number used once, and our own styles may run or be loaded, and nothing goes out.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, title: string): string {
  const uri = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), file)).toString();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${uri('main.css')}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${uri('main.js')}"></script>
</body>
</html>`;
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );
