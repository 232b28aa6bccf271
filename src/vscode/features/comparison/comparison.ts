import * as vscode from 'vscode';
import type { TabId } from '../../../webview/protocol.ts';
import { isPathRef } from '../../claim-args.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { storyArticle } from '../annotations/target.ts';
import { TAB_IDS } from './models.ts';
import { type ComparisonPanel, comparisonPanel, pageOptions, panelTitle, VIEW_TYPE } from './panel.ts';

/** What the page kept of itself; undefined where it is not known. */
const tabOf = (state: object): TabId | undefined => TAB_IDS.find((id) => 'tab' in state && state.tab === id);

/** The story of an article as a table in an editor of its own; one panel a story. */
export function comparison(session: Session): vscode.Disposable {
  const panels = new Set<ComparisonPanel>();

  const keep = (panel: vscode.WebviewPanel, path: string, tab?: TabId): void => {
    const own = comparisonPanel(session, panel, path, tab);
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

  const panelOf = async (path: string): Promise<ComparisonPanel | undefined> => {
    const own = [...panels].find((one) => one.path === path);
    if (own || panels.size === 0) return own;
    const story = await session.engine.storyArticles(path);
    return [...panels].find((one) => story.some((other) => other.path === one.path));
  };

  const show = async (arg: unknown): Promise<void> => {
    const article = storyArticle(session, arg);
    if (!article) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article of the story first.'));
      return;
    }
    const path = article.toString();
    const there = await panelOf(path);
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
      if (isPathRef(state) && state.path !== '') keep(panel, state.path, tabOf(state));
      else panel.dispose();
    },
  };

  return together(
    vscode.commands.registerCommand('counterpoint.showMatrix', show),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, bringBack),
  );
}
