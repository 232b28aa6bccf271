import * as vscode from 'vscode';
import type { Card } from '../../core/presentation/card.ts';
import { cardMarkdown } from '../cards/card-markdown.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';
import { noteCards } from './annotations/note-card.ts';

/** Cards over claims and names: who said it, where else it stands, and what can be done about it; then the notes. */
export function hover({ engine, views, anchors, corpus }: Session): vscode.Disposable {
  /** Where the text was analysed anew between the two questions, the offset was another's: both are asked once more. */
  const cardsAt = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    afresh = false,
  ): Promise<readonly Card[]> => {
    await views.load(document, afresh);
    const told = { complete: !corpus.busy };
    const answer = await engine.cards(document.uri.toString(), views.offset(document, position), told);
    if (answer !== null && answer.revision === views.revision(document)) return answer.value;
    return afresh ? [] : cardsAt(document, position, true);
  };

  return vscode.languages.registerHoverProvider(LANGUAGE, {
    async provideHover(document, position) {
      const cards = await cardsAt(document, position).catch(() => []);
      const notes = noteCards(anchors, document, document.offsetAt(position));
      const contents = [...cards.map((card) => cardMarkdown(document.uri.toString(), card)), ...notes];
      const [first] = cards;
      const range = first && views.range(document, first.span);
      return contents.length > 0 ? new vscode.Hover(contents, range ?? undefined) : null;
    },
  });
}
