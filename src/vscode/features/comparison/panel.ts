import * as vscode from 'vscode';
import type { ToldOptions } from '../../../engine/desk.ts';
import type { Decided, FromPage, ModelMessage, TabId, ToPage } from '../../../webview/protocol.ts';
import { together } from '../../disposables.ts';
import { language } from '../../in-words.ts';
import type { Session } from '../../session.ts';
import { modelMessage } from './models.ts';
import { passageOpener } from './open-passage.ts';
import { pageFolder, pageHtml } from './page-html.ts';
import { saveFile } from './save.ts';
import { noStoryText, pageWords } from './words.ts';

/** As in the manifest's activation events, so that VS Code brings panels back. */
export const VIEW_TYPE = 'counterpoint.comparison';

export const panelTitle = (): string => vscode.l10n.t('Story comparison');

export const pageOptions = ({ context }: Session): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [pageFolder(context.extensionUri)],
});

/** What is shown is built anew no more often than this, in milliseconds, however fast the corpus changes. */
const REST = { quiet: 400, reading: 3000 };

const DECISIONS: Readonly<Record<Decided, string>> = {
  confirmed: 'counterpoint.confirmLink',
  rejected: 'counterpoint.rejectLink',
  withdrawn: 'counterpoint.withdrawDecision',
};

/** A panel that compares the articles of one story; it goes with its webview. */
export interface ComparisonPanel {
  readonly panel: vscode.WebviewPanel;
  /** An article of the story. */
  readonly path: string;
}

/** `first`: the tab that the page shows first, whose model is made while the page is loaded. */
export function comparisonPanel(
  session: Session,
  panel: vscode.WebviewPanel,
  path: string,
  first: TabId = 'claims',
): ComparisonPanel {
  const { engine, corpus, views, context, log } = session;
  const { webview } = panel;
  const article = vscode.Uri.parse(path);
  let tab: TabId | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const post = (message: ToPage): void => void webview.postMessage(message);
  const said = (error: unknown): void => log.error(String(error));
  const model = (of: TabId, options: ToldOptions = {}): Promise<ModelMessage> =>
    modelMessage(engine, of, path, { ...options, complete: !corpus.busy });
  const openPassage = passageOpener(session, panel);
  const start = (): void => post({ kind: 'start', path, language, words: pageWords(), told: isTold });
  /** Made while the page is loaded; and sent then, for megabytes are long on their way. */
  let ahead: Promise<ModelMessage> | null = model(first);
  let isTold = false;
  const sendAhead = async (made: Promise<ModelMessage>): Promise<void> => {
    const message = await made;
    if (tab !== null || ahead !== made) return;
    start();
    post(message);
    ahead = null;
    isTold = true;
  };
  // Whoever awaits it is told.
  sendAhead(ahead).catch(() => undefined);

  const sayWaiting = (): void => post({ kind: 'reading', waiting: corpus.waiting });

  /** An answer that another question has overtaken is old. */
  const send = async (): Promise<void> => {
    if (tab === null) return;
    const turn = ++asked;
    // What is being read changes the answer: the page says so, and is told again.
    sayWaiting();
    const made = tab === first ? ahead : null;
    ahead = null;
    const message = await (made ?? model(tab));
    if (turn === asked) post(message);
  };
  const sendSoon = (): void => {
    waiting ??= setTimeout(
      () => {
        waiting = undefined;
        if (panel.visible) void send().catch(said);
      },
      corpus.waiting > 0 ? REST.reading : REST.quiet,
    );
  };

  const received = async (message: FromPage): Promise<void> => {
    switch (message.kind) {
      case 'ready': {
        start();
        tab = message.tab;
        const isThere = isTold && tab === first;
        isTold = false;
        return isThere ? sayWaiting() : send();
      }
      case 'show':
        tab = message.tab;
        return send();
      case 'forOthers': {
        const answer = await model(message.tab, { forOthers: true });
        if (answer.model !== null) return post({ ...answer, kind: 'forOthers' });
        await vscode.window.showWarningMessage(noStoryText());
        return;
      }
      case 'open':
      case 'openBoth':
        return openPassage(message);
      case 'decide':
        await vscode.commands.executeCommand(DECISIONS[message.decision], message);
        return;
      case 'note':
        await vscode.commands.executeCommand('counterpoint.askNote', message.ref);
        return;
      case 'undo':
        await vscode.commands.executeCommand('counterpoint.undoAnnotation');
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Copied: {0}', message.text)}`, 4000);
        return;
      case 'notSaved':
        await vscode.window.showWarningMessage(vscode.l10n.t('The picture could not be drawn.'));
        return;
      case 'save':
        return saveFile(article, message);
    }
  };

  webview.options = pageOptions(session);
  const icon = (theme: string): vscode.Uri =>
    vscode.Uri.joinPath(context.extensionUri, 'media', `article-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  const parts = together(
    webview.onDidReceiveMessage((message: FromPage) => void received(message).catch(said)),
    corpus.onDidChange(() => {
      // Of a page that is slower than the articles are read, nobody would ask again.
      ahead = null;
      isTold = false;
      sendSoon();
    }),
    views.onDidChange(sendSoon),
    { dispose: () => clearTimeout(waiting) },
  );
  webview.html = pageHtml(webview, context.extensionUri, panelTitle());
  panel.onDidDispose(() => parts.dispose());
  return { panel, path };
}
