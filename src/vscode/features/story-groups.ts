import type * as vscode from 'vscode';
import { joined } from '../../core/sidecar/location.ts';
import type { CodebookFile } from '../codebooks.ts';
import type { Session } from '../session.ts';
import { asUriPath } from '../sidecar-files.ts';

/** Stories that an analyst puts together in `counterpoint.yaml`. */
export function storyGroups({ engine, views, codebooks, log }: Session): vscode.Disposable {
  let told = '[]';

  const tell = async (): Promise<void> => {
    const groups = codebooks.files().flatMap(groupsIn);
    const now = JSON.stringify(groups);
    if (now === told) return;
    told = now;
    await engine.setGroups(groups);
    await views.refresh();
  };
  return codebooks.onDidChange(() => void tell().catch((error: unknown) => log.error(String(error))));
}

function groupsIn({ uri, value }: CodebookFile): (readonly string[])[] {
  const path = uri.toString();
  return value.stories.map(({ articles }) => articles.map((article) => joined(path, asUriPath(article))));
}
