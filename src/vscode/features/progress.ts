import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** Fewer articles than these are read before a message could be. */
const WORTH_TELLING = 20;

/** Tells in the status bar that articles are being read, as long as many are: until then counterparts may be missing. */
export function progress({ corpus }: Session): vscode.Disposable {
  let telling = false;

  const tell = async (report: vscode.Progress<{ message: string }>): Promise<void> => {
    const say = (): void => report.report({ message: vscode.l10n.t('{0} articles to read', corpus.waiting) });
    say();
    const listener = corpus.onDidChange(say);
    await corpus.settled();
    listener.dispose();
    telling = false;
  };

  return corpus.onDidChange(() => {
    if (telling || corpus.waiting < WORTH_TELLING) return;
    telling = true;
    const options = { location: vscode.ProgressLocation.Window, title: 'Counterpoint' };
    void vscode.window.withProgress(options, tell);
  });
}
