import * as vscode from 'vscode';
import { shortened } from '../../../core/sidecar/examine.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import type { Placed } from './placing.ts';

/** How long places must rest before anything is said: cut and pasted words are gone for a moment only. In ms. */
const REST = 1500;
/** What was told of already, across windows and days. */
const TOLD = 'counterpoint.unplacedTold';
const COMMAND = 'counterpoint.showUnplaced';

interface Unplaced {
  readonly article: vscode.Uri;
  readonly noted: Placed;
}

/** Notes that are lost or ambiguous don't stay quiet: they are counted in the status bar, told of once, and listed. */
export function unplaced({ sidecars, anchors, context }: Session): vscode.Disposable {
  const memory = context.workspaceState;
  const item = vscode.window.createStatusBarItem('counterpoint.unplaced', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Counterpoint: annotations without a place');
  item.command = COMMAND;
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  let resting: ReturnType<typeof setTimeout> | undefined;

  const found = (): Unplaced[] =>
    sidecars.all().flatMap(({ article }) =>
      anchors.text(article) === null
        ? []
        : anchors
            .placed(article)
            .filter(({ span }) => span === null)
            .map((noted) => ({ article, noted })),
    );

  const tell = async (): Promise<void> => {
    const all = found();
    item.text = `$(warning) ${vscode.l10n.t('{0} without a place', all.length)}`;
    item.tooltip = vscode.l10n.t('Annotations whose passage is lost or ambiguous. Click to list them.');
    if (all.length > 0) item.show();
    else item.hide();
    const keys = all.map(({ article, noted }) => `${article.toString()} ${noted.annotation.id}`);
    const told = new Set(memory.get<readonly string[]>(TOLD, []));
    const fresh = keys.filter((key) => !told.has(key)).length;
    if (fresh > 0 || told.size !== keys.length) await memory.update(TOLD, keys);
    if (fresh === 0) return;
    const list = vscode.l10n.t('List Them');
    const message =
      fresh === 1
        ? vscode.l10n.t(
            'An annotation has lost its passage, or it fits several. It is kept: choose its place.',
          )
        : vscode.l10n.t(
            '{0} annotations have lost their passage, or fit several. They are kept: choose their places.',
            fresh,
          );
    if ((await vscode.window.showWarningMessage(message, list)) === list) await show();
  };

  const show = async (): Promise<void> => {
    const items = found().map(itemOf);
    if (items.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Every annotation has its place.'));
      return;
    }
    const title = vscode.l10n.t('Annotations whose passage is lost or ambiguous');
    const options = { title, matchOnDescription: true, matchOnDetail: true };
    const picked = await vscode.window.showQuickPick(items, options);
    if (picked) await vscode.commands.executeCommand('counterpoint.reanchorAnnotation', picked.ref);
  };

  return together(
    item,
    { dispose: () => clearTimeout(resting) },
    anchors.onDidChange(() => {
      clearTimeout(resting);
      resting = setTimeout(() => void tell(), REST);
    }),
    vscode.commands.registerCommand(COMMAND, show),
  );
}

function itemOf({ article, noted: { annotation, resolution } }: Unplaced) {
  const state =
    resolution.status === 'ambiguous'
      ? vscode.l10n.t('{0} places fit', resolution.candidates.length)
      : vscode.l10n.t('lost');
  return {
    label: `$(warning) ${shortened(annotation.note.split('\n')[0] ?? '', 80) || vscode.l10n.t('No note')}`,
    description: [state, annotation.author, vscode.workspace.asRelativePath(article)].join(' · '),
    detail: shortened(annotation.selectors.quote.exact, 120),
    ref: { article: article.toString(), id: annotation.id },
  };
}
