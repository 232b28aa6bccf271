import type * as vscode from 'vscode';
import { joined } from '../../core/sidecar/location.ts';
import type { CodebookFile } from '../codebooks.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { asUriPath } from '../sidecar-files.ts';

/** Stories that an analyst puts together in `counterpoint.yaml`. */
export function storyGroups({ engine, corpus, views, codebooks, log }: Session): vscode.Disposable {
  let told = '[]';

  const tell = async (): Promise<void> => {
    const groups = codebooks.files().flatMap(groupsIn);
    const now = JSON.stringify(groups);
    if (now === told) return;
    await engine.setGroups(groups);
    told = now;
    await views.refresh();
  };
  const tellOrSay = (): void => void tell().catch((error: unknown) => log.error(String(error)));
  // A new engine knows no groups. It is told with the articles, not before: one that stops at once is not started here.
  engine.onDidStop(() => {
    told = '[]';
  });
  return together(codebooks.onDidChange(tellOrSay), corpus.onDidChange(tellOrSay));
}

function groupsIn({ uri, value }: CodebookFile): (readonly string[])[] {
  const path = uri.toString();
  return value.stories.map(({ articles }) => articles.map((article) => joined(path, asUriPath(article))));
}
