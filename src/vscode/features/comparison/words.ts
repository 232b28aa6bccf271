import * as vscode from 'vscode';
import type { Words } from '../../../webview/words.ts';

/** What the page says, in the language of the editor. */
export const pageWords = (): Words => ({
  page: {
    views: vscode.l10n.t('Views of the story'),
    claims: vscode.l10n.t('Claims'),
    noStory: vscode.l10n.t('This story is not known any more. Open one of its articles and compare anew.'),
    reading: vscode.l10n.t('{0} articles are still being read …'),
  },
});
