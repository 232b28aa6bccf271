import * as vscode from 'vscode';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import { indexText } from '../../../core/anchors/text-index.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { isThere, textOnDisk, withoutMark } from '../../sidecar-files.ts';
import type { SidecarState } from '../../sidecar-store.ts';
import { editOf, movedSidecar } from './renames.ts';

/** How long after an article went missing its new name is looked for, in milliseconds: git may still be at work. */
const REST = 1500;
/** Texts that are looked through. */
const MOST_FILES = 2000;
/** Of an article's notes, how many must be found in a text for it to be that article, renamed and edited. */
const SHARE = 0.6;

/** Sidecars whose article was renamed by git or another program: their new place is offered, never taken. */
export function orphans(session: Session): vscode.Disposable {
  const { sidecars, anchors } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const offered = new Set<string>();

  const look = async (article: vscode.Uri): Promise<void> => {
    const state = sidecars.get(article);
    if (!state || (await isThere(article))) return;
    const found = await renamedTo(session, state);
    if (!found || offered.has(`${article.toString()} ${found.toString()}`)) return;
    offered.add(`${article.toString()} ${found.toString()}`);
    const take = vscode.l10n.t('Take Them Along');
    const message = vscode.l10n.t(
      '{0} is gone, and {1} reads like it. Its annotations can go along.',
      vscode.workspace.asRelativePath(article),
      vscode.workspace.asRelativePath(found),
    );
    if ((await vscode.window.showInformationMessage(message, take)) === take) await adopt(state, found);
  };

  const adoptFor = async (arg: unknown): Promise<void> => {
    const named = typeof arg === 'object' && arg !== null && 'article' in arg ? String(arg.article) : null;
    const state = named
      ? sidecars.get(vscode.Uri.parse(named))
      : await pickOrphan(sidecars.all().filter(({ article }) => anchors.text(article) === null));
    if (!state) return;
    const to = typeof arg === 'object' && arg !== null && 'to' in arg ? String(arg.to) : null;
    const picked = to ? vscode.Uri.parse(to) : await pickArticle(await renamedTo(session, state));
    if (picked) await adopt(state, picked);
  };

  return together(
    {
      dispose: () => {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
    anchors.onDidChange((article) => {
      const key = article.toString();
      clearTimeout(waiting.get(key));
      waiting.delete(key);
      if (anchors.text(article) !== null || !sidecars.get(article)) return;
      waiting.set(
        key,
        setTimeout(() => void look(article), REST),
      );
    }),
    vscode.commands.registerCommand('counterpoint.adoptSidecar', adoptFor),
  );
}

async function adopt({ article, files }: SidecarState, to: vscode.Uri): Promise<void> {
  const moves = files.map(({ uri }) => [uri, movedSidecar(uri, article, to)] as const);
  await vscode.workspace.applyEdit(await editOf(moves));
}

/** The text that an article's notes were made on under another name, or the one that most of them are found in. */
async function renamedTo({ sidecars }: Session, state: SidecarState): Promise<vscode.Uri | null> {
  const texts = await vscode.workspace.findFiles('**/*.txt', '**/{node_modules,.git}/**', MOST_FILES);
  const name = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const isNamedAlike = (uri: vscode.Uri): number => Number(name(uri) === name(state.article));
  const free = texts.filter((uri) => !sidecars.get(uri)).sort((a, b) => isNamedAlike(b) - isNamedAlike(a));
  const { annotations } = state.sidecar;
  const prints = new Set(annotations.flatMap(({ selectors }) => selectors.text ?? []));
  let [best, most]: [vscode.Uri | null, number] = [null, SHARE * annotations.length];
  for (const uri of free) {
    const file = await textOnDisk(uri);
    if (file.kind !== 'text') continue;
    const index = indexText(withoutMark(file.text));
    if (prints.has(index.fingerprint)) return uri;
    const likely = annotations.filter(({ selectors }) => index.text.includes(selectors.quote.exact));
    if (likely.length < most) continue;
    const placed = likely.filter(({ selectors }) => resolveSelectors(index, selectors).span !== null).length;
    if (placed > 0 && placed >= most) [best, most] = [uri, placed];
  }
  return best;
}

async function pickOrphan(states: readonly SidecarState[]): Promise<SidecarState | undefined> {
  if (states.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every sidecar has its article.'));
    return undefined;
  }
  const items = states.map((state) => ({ label: vscode.workspace.asRelativePath(state.article), state }));
  const title = vscode.l10n.t('Annotations whose article is gone');
  return (await vscode.window.showQuickPick(items, { title }))?.state;
}

/** Any text may be named; the likely one comes first. */
async function pickArticle(likely: vscode.Uri | null): Promise<vscode.Uri | undefined> {
  const texts = await vscode.workspace.findFiles('**/*.txt', '**/{node_modules,.git}/**', MOST_FILES);
  const rest = texts.filter((uri) => uri.toString() !== likely?.toString());
  const items = [...(likely ? [likely] : []), ...rest].map((uri) => ({
    label: vscode.workspace.asRelativePath(uri),
    ...(uri === likely ? { description: vscode.l10n.t('reads like it') } : {}),
    uri,
  }));
  const title = vscode.l10n.t('Which article are these annotations about?');
  return (await vscode.window.showQuickPick(items, { title }))?.uri;
}
