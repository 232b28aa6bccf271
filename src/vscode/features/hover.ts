import * as vscode from 'vscode';
import { cardsAt } from '../../core/presentation/card.ts';
import { cardMarkdown } from '../card-markdown.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';

/** Cards over claims and names: who said it, where else it stands, and what can be done about it. */
export function hover({ project, corpus }: Session): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGE, {
    provideHover(document, position) {
      const path = document.uri.toString();
      const [first, ...rest] = cardsAt(project, path, corpus.offset(document, position));
      if (!first) return null;
      const range = corpus.range(document, first.span);
      const contents = [first, ...rest].map((card) => cardMarkdown(path, card));
      return range ? new vscode.Hover(contents, range) : null;
    },
  });
}
