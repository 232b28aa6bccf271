import * as vscode from 'vscode';
import { isPathRef } from '../../claim-args.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { storyArticle } from '../annotations/target.ts';
import { type ComparisonPanel, comparisonPanel, pageOptions, panelTitle, VIEW_TYPE } from './panel.ts';

/** The story of an article as a table in an editor of its own; one panel a story. */
export function comparison(session: Session): vscode.Disposable {
  const panels = new Set<ComparisonPanel>();

  const keep = (panel: vscode.WebviewPanel, path: string): void => {
    const own = comparisonPanel(session, panel, path);
    panels.add(own);
    const inFront = (): void => {
      const front = [...panels].find((one) => one.panel.active);
      session.current.compare(front?.path ?? null);
    };
    panel.onDidChangeViewState(inFront);
    panel.onDidDispose(() => {
      panels.delete(own);
      inFront();
    });
    inFront();
  };

  const show = async (arg: unknown): Promise<void> => {
    const article = storyArticle(session, arg);
    if (!article) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article of the story first.'));
      return;
    }
    const path = article.toString();
    const story = await session.engine.storyArticles(path);
    const there = [...panels].find(
      (one) => one.path === path || story.some((other) => other.path === one.path),
    );
    if (there) return there.panel.reveal();
    const created = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      panelTitle(),
      vscode.ViewColumn.Active,
      pageOptions(session),
    );
    keep(created, path);
  };

  const bringBack: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      if (isPathRef(state) && state.path !== '') keep(panel, state.path);
      else panel.dispose();
    },
  };

  return together(
    vscode.commands.registerCommand('counterpoint.showMatrix', show),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, bringBack),
  );
}
