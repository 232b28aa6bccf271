import * as vscode from 'vscode';
import type { ClaimRef } from '../../core/counterparts/link.ts';
import { placeOf } from '../../core/presentation/card.ts';
import { indexAt, textOf } from '../../core/text/span.ts';
import { placeText } from '../card-markdown.ts';
import { isClaimRef, isLinkArgs } from '../claim-args.ts';
import { bestLink } from '../cursor.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { PASSAGE_SCHEME } from '../settings.ts';

/** Two passages in VS Code's own diff editor: each its paragraph, one sentence a line so that lines align. */
export function compare(session: Session): vscode.Disposable {
  const { project, corpus } = session;
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const find = (ref: ClaimRef) => {
    const analysis = project.analysis(ref.path);
    const claim = analysis?.claims.find((c) => c.id === ref.claim);
    return analysis && claim ? { analysis, claim } : null;
  };

  const passage = (uri: vscode.Uri): string => {
    const ref: unknown = JSON.parse(uri.query);
    const found = isClaimRef(ref) ? find(ref) : null;
    if (!found) return vscode.l10n.t('This passage is no longer in the article.');
    const { article } = found.analysis;
    const block = article.blocks[indexAt(article.blocks, found.claim.start)];
    const sentences = (block?.sentences ?? []).filter(
      (s) => s.start < found.claim.end && found.claim.start < s.end,
    );
    return sentences.length > 0
      ? sentences.map((s) => textOf(article.text, s)).join('\n')
      : textOf(article.text, found.claim);
  };

  const titled = (ref: ClaimRef): { readonly uri: vscode.Uri; readonly title: string } | null => {
    const found = find(ref);
    if (!found) return null;
    const title = placeText(placeOf(ref.path, found.analysis, found.claim));
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
    const left = titled(ends.from);
    const right = titled(ends.to);
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
