import * as vscode from 'vscode';
import { parseCodebook } from '../../core/sidecar/codebook.ts';
import { joined } from '../../core/sidecar/location.ts';
import { MARKER } from '../articles.ts';
import { diagnosticIn, rangesIn } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { asUriPath, textOnDisk, withoutMark } from '../sidecar-files.ts';

/** Stories that an analyst puts together in `counterpoint.yaml`; what is wrong there is said in Problems. */
export function storyGroups({ engine, views, log }: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-codebook');

  const groupsIn = async (file: vscode.Uri): Promise<(readonly string[])[]> => {
    const read = await textOnDisk(file);
    const text = read.kind === 'text' ? withoutMark(read.text) : '';
    const { value, problems } = parseCodebook(text);
    collection.set(file, problems.map(diagnosticIn(rangesIn(text))));
    const path = file.toString();
    return value.stories.map(({ articles }) => articles.map((article) => joined(path, asUriPath(article))));
  };

  const read = async (): Promise<void> => {
    collection.clear();
    const files = await vscode.workspace.findFiles(`**/${MARKER}`, '**/{node_modules,.git}/**');
    const groups = (await Promise.all(files.map(groupsIn))).flat();
    await engine.setGroups(groups);
    await views.refresh();
  };
  const refresh = (): void => void read().catch((error: unknown) => log.error(String(error)));

  const watcher = vscode.workspace.createFileSystemWatcher(`**/${MARKER}`);
  refresh();
  return together(
    collection,
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
  );
}
