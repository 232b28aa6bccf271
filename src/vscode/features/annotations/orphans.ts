import * as vscode from 'vscode';
import { createRenameSearch } from '../../../core/anchors/renamed.ts';
import { inBatches } from '../../batches.ts';
import { together } from '../../disposables.ts';
import { EXCLUDED } from '../../markers.ts';
import type { SidecarState } from '../../read-sidecars.ts';
import type { Session } from '../../session.ts';
import { isThere, textOnDisk, withoutMark } from '../../sidecar-files.ts';
import { editOf, movedSidecar, redirect, redirected } from './renames.ts';

/** How long after an article went missing its new name is looked for, in milliseconds: git may still be at work. */
const REST = 1500;
/** Texts that are looked through. */
const MOST_FILES = 2000;

/** Sidecars whose article was renamed by git or another program: their new place is offered, never taken. */
export function orphans(session: Session): vscode.Disposable {
  const { sidecars, anchors } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const offered = new Set<string>();

  // Where articles are not in git, or the folder is not checked out, all of them are gone at once.
  const search = inBatches((states: readonly SidecarState[]) => renamedTo(session, states));
  const look = async (article: vscode.Uri): Promise<void> => {
    const state = sidecars.get(article);
    if (!state || (await isThere(article))) return;
    const found = (await search(state)).get(state);
    if (!found || offered.has(`${article.toString()} ${found.toString()}`)) return;
    offered.add(`${article.toString()} ${found.toString()}`);
    const take = vscode.l10n.t('Take Them Along');
    const message = vscode.l10n.t(
      '{0} is gone, and {1} reads like it. Its annotations can go along.',
      vscode.workspace.asRelativePath(article),
      vscode.workspace.asRelativePath(found),
    );
    if ((await vscode.window.showInformationMessage(message, take)) === take)
      await adopt(session, article, found);
  };

  const adoptFor = async (arg: unknown): Promise<void> => {
    const named = typeof arg === 'object' && arg !== null && 'article' in arg ? String(arg.article) : null;
    const state = named
      ? sidecars.get(vscode.Uri.parse(named))
      : await pickOrphan(sidecars.all().filter(({ article }) => anchors.text(article) === null));
    if (!state) return;
    const to = typeof arg === 'object' && arg !== null && 'to' in arg ? String(arg.to) : null;
    const picked = to ? vscode.Uri.parse(to) : await pickArticle((await search(state)).get(state) ?? null);
    if (picked) await adopt(session, state.article, picked);
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

/** The question may have stood for long: an article that is back keeps its sidecars. */
async function adopt(session: Session, article: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { sidecars } = session;
  const [from, target] = [article, to].map((uri) => vscode.workspace.asRelativePath(uri));
  const state = sidecars.get(article);
  const why = !state
    ? vscode.l10n.t('{0} has no annotations any more', from ?? '')
    : (await isThere(article))
      ? vscode.l10n.t('{0} is there again', from ?? '')
      : !(await isThere(to))
        ? vscode.l10n.t('{0} is gone', target ?? '')
        : null;
  const moves = state?.files.map(({ uri }) => [uri, movedSidecar(uri, article, to)] as const) ?? [];
  // Decisions name the article by its path; VS Code knows of no rename of it.
  const plan = redirected(sidecars.all(), [{ oldUri: article, newUri: to }]);
  const isMoved = why === null && (await vscode.workspace.applyEdit(await editOf(moves)));
  if (isMoved) return redirect(session, plan);
  const reason = why ?? vscode.l10n.t('the files could not be renamed');
  void vscode.window.showWarningMessage(vscode.l10n.t('The annotations stay where they are: {0}.', reason));
}

/** For each of them, the text that its notes were made on under another name, or the one that most are found in. */
async function renamedTo(
  { sidecars }: Session,
  states: readonly SidecarState[],
): Promise<Map<SidecarState, vscode.Uri | null>> {
  const texts = await vscode.workspace.findFiles('**/*.txt', EXCLUDED, MOST_FILES);
  const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const names = new Set(states.map(({ article }) => nameOf(article)));
  const isNamedAlike = (uri: vscode.Uri): number => Number(names.has(nameOf(uri)));
  const free = texts.filter((uri) => !sidecars.get(uri)).sort((a, b) => isNamedAlike(b) - isNamedAlike(a));
  const search = createRenameSearch<vscode.Uri>(
    states.map(({ sidecar }) => sidecar.annotations.map(({ selectors }) => selectors)),
  );
  for (const uri of free) {
    const file = await textOnDisk(uri);
    if (file.kind === 'text' && !search.look(uri, withoutMark(file.text))) break;
  }
  const found = search.found();
  return new Map(states.map((state, i) => [state, found[i] ?? null]));
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
  const texts = await vscode.workspace.findFiles('**/*.txt', EXCLUDED);
  const rest = texts.filter((uri) => uri.toString() !== likely?.toString());
  const items = [...(likely ? [likely] : []), ...rest].map((uri) => ({
    label: vscode.workspace.asRelativePath(uri),
    ...(uri === likely ? { description: vscode.l10n.t('reads like it') } : {}),
    uri,
  }));
  const title = vscode.l10n.t('Which article are these annotations about?');
  return (await vscode.window.showQuickPick(items, { title }))?.uri;
}
