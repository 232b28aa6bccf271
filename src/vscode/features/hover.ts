import * as vscode from 'vscode';
import type { Card } from '../../core/presentation/card.ts';
import type { Revised } from '../../engine/engine.ts';
import { cardMarkdown } from '../cards/card-markdown.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';
import { noteCards } from './annotations/note-card.ts';

/** Cards over claims and names: who said it, where else it stands, and what can be done about it; then the notes. */
export function hover({ engine, views, anchors, corpus }: Session): vscode.Disposable {
  /** Where the answer counts in another text than the offset did, it is asked for once more, with that text's. */
  const cardsAt = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<Revised<readonly Card[]> | null> => {
    let revision = views.revision(document);
    while (!token.isCancellationRequested) {
      const offset = views.offset(document, position, revision);
      const answer = await engine.cards(document.uri.toString(), offset, { complete: !corpus.busy });
      if (answer === null || views.offset(document, position, answer.revision) === offset) return answer;
      revision = answer.revision;
    }
    return null;
  };

  return vscode.languages.registerHoverProvider(LANGUAGE, {
    async provideHover(document, position, token) {
      const answer = await cardsAt(document, position, token).catch(() => null);
      const cards = answer?.value ?? [];
      const notes = noteCards(anchors, document, document.offsetAt(position));
      const contents = [...cards.map((card) => cardMarkdown(document.uri.toString(), card)), ...notes];
      const [first] = cards;
      const range = first && views.range(document, first.span, answer?.revision);
      return contents.length > 0 ? new vscode.Hover(contents, range ?? undefined) : null;
    },
  });
}
