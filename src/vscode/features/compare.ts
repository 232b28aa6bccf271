import * as vscode from 'vscode';
import type { ClaimRef } from '../../core/counterparts/link.ts';
import type { Passage } from '../../core/presentation/passage.ts';
import { placeText } from '../cards/place-text.ts';
import { isClaimRef, isLinkArgs } from '../claim-args.ts';
import { bestLink } from '../cursor.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { PASSAGE_SCHEME } from '../settings.ts';

/** Two passages in VS Code's own diff editor: each its paragraph, one sentence a line so that lines align. */
export function compare(session: Session): vscode.Disposable {
  const { engine, corpus } = session;
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const find = async (ref: ClaimRef): Promise<Passage | null> =>
    (await engine.passages([ref]))[0]?.value ?? null;

  const passage = async (uri: vscode.Uri): Promise<string> => {
    const ref: unknown = JSON.parse(uri.query);
    const found = isClaimRef(ref) ? await find(ref) : null;
    if (!found) return vscode.l10n.t('This passage is no longer in the article.');
    return found.sentences.join('\n');
  };

  const titled = async (
    ref: ClaimRef,
  ): Promise<{ readonly uri: vscode.Uri; readonly title: string } | null> => {
    const found = await find(ref);
    if (!found) return null;
    const title = placeText(found.place);
    const uri = vscode.Uri.from({
      scheme: PASSAGE_SCHEME,
      path: `/${title.replaceAll('/', '-')}`,
      query: JSON.stringify(ref),
    });
    return { uri, title };
  };

  const run = async (args: unknown): Promise<void> => {
    const ends = isLinkArgs(args) ? args : bestLink(session);
    if (!ends) return;
    const [left, right] = await Promise.all([titled(ends.from), titled(ends.to)]);
    if (!left || !right) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('One of the two passages was edited meanwhile. Hover over it again to compare.'),
      );
      return;
    }
    await vscode.commands.executeCommand(
      'vscode.diff',
      left.uri,
      right.uri,
      `${left.title} ↔ ${right.title}`,
    );
  };

  return together(
    changed,
    corpus.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === PASSAGE_SCHEME) changed.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(PASSAGE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: passage,
    }),
    vscode.commands.registerCommand('counterpoint.compare', run),
  );
}
