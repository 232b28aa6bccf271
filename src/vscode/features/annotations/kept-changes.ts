import * as vscode from 'vscode';
import { changeKey, keptText, replayOf } from '../../../core/sidecar/kept.ts';
import { entryIdOf, inverseOf, type SidecarOperation } from '../../../core/sidecar/operation.ts';
import { EMPTY } from '../../../core/sidecar/parse.ts';
import { together } from '../../disposables.ts';
import type { Unsaved } from '../../recovery.ts';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';
import { offerIgnore } from './private-notes.ts';
import { newId, timeNow } from './stamp.ts';

/**
 * Writes a change; where it can't be written it is kept and offered again when VS Code is opened next. `key`: what it
 * belongs to, so that one that is tried again is kept once.
 */
export async function applyOrKeep(
  { sidecars, recovery }: Session,
  article: vscode.Uri,
  operation: SidecarOperation,
  options: { isPrivate?: boolean; key?: object | string } = {},
): Promise<boolean> {
  const { key = changeKey(article.toString(), operation) } = options;
  const isPrivate = options.isPrivate === true || isHers(sidecars, article, operation);
  const before = inverseOf(sidecars.get(article)?.sidecar ?? EMPTY, operation, undefined);
  const written = await sidecars.apply(article, operation, isPrivate);
  const unsaved = { article: article.toString(), operation, isPrivate, ...(before ? { before } : {}) };
  await (written ? recovery.drop(key) : recovery.keep(key, unsaved));
  return written;
}

const isHers = (sidecars: Session['sidecars'], article: vscode.Uri, operation: SidecarOperation): boolean =>
  sidecars.fileOf(article, entryIdOf(operation))?.isPrivate === true;

/** Changes that could not be saved in an earlier window are offered again. */
export function keptChanges(session: Session): vscode.Disposable {
  const offer = async (): Promise<void> => {
    await session.sidecars.ready;
    const kept = await session.recovery.all();
    if (kept.size === 0) return;
    const [save, show, discard] = [
      vscode.l10n.t('Save Now'),
      vscode.l10n.t('Show'),
      vscode.l10n.t('Discard …'),
    ];
    const message = vscode.l10n.t(
      'Changes to annotations that could not be saved earlier: {0}. They are kept until they are.',
      kept.size,
    );
    const choice = await vscode.window.showWarningMessage(message, save, show, discard);
    if (choice === save) await saveAll();
    if (choice === show) await showAll(session, kept);
    if (choice === discard) await discardAll(kept);
  };

  const saveAll = async (): Promise<void> => {
    const kept = await session.recovery.all();
    if (kept.size === 0) {
      const none = vscode.l10n.t('There is no annotation that could not be saved.');
      void vscode.window.showInformationMessage(none);
      return;
    }
    const changed = new Map<string, Unsaved>();
    let left = 0;
    let beside = 0;
    for (const [file, unsaved] of kept) {
      const outcome = await saved(session, unsaved);
      if (outcome === 'saved' || outcome === 'beside') await session.recovery.remove(file);
      else left++;
      if (outcome === 'beside') beside++;
      if (outcome === 'changed') changed.set(file, unsaved);
    }
    if (beside > 0) {
      const added = vscode.l10n.t(
        'Notes had another text meanwhile: {0}. What you had written was added as a reply to each.',
        beside,
      );
      void vscode.window.showInformationMessage(added);
    }
    // Not awaited: the command is done, the question may stand for long.
    if (changed.size > 0) void ask(changed);
    if (left > 0 && left === changed.size && left === kept.size) return;
    const message =
      left === 0
        ? vscode.l10n.t('Changes to annotations saved now: {0}.', kept.size)
        : vscode.l10n.t('Changes to annotations that still can’t be saved: {0}. They stay kept.', left);
    void vscode.window.showInformationMessage(message);
  };

  /** Chosen otherwise since, or not private any more: hers is not written over the newer one. */
  const ask = async (changed: ReadonlyMap<string, Unsaved>): Promise<void> => {
    const [show, discard] = [vscode.l10n.t('Show'), vscode.l10n.t('Discard …')];
    const message = vscode.l10n.t(
      'Annotations were changed after changes of yours that could not be saved: {0}. The newer ones stay; yours stay kept.',
      changed.size,
    );
    const choice = await vscode.window.showWarningMessage(message, show, discard);
    if (choice === show) await showAll(session, changed);
    if (choice === discard) await discardAll(changed);
  };

  const discardAll = async (kept: ReadonlyMap<string, Unsaved>): Promise<void> => {
    const sure = vscode.l10n.t('Discard');
    const message = vscode.l10n.t('Discard changes to annotations for good: {0}?', kept.size);
    if ((await vscode.window.showWarningMessage(message, { modal: true }, sure)) !== sure) return;
    for (const file of kept.keys()) await session.recovery.remove(file);
  };

  void offer();
  return together(vscode.commands.registerCommand('counterpoint.saveKept', saveAll));
}

type Outcome = 'saved' | 'beside' | 'changed' | 'left';

/** Never over what is newer. Also where it has been written after all. */
async function saved(session: Session, unsaved: Unsaved): Promise<Outcome> {
  const { sidecars } = session;
  const { operation, isPrivate, before = null } = unsaved;
  const article = vscode.Uri.parse(unsaved.article);
  // Renamed, perhaps: a sidecar for the old name would belong to nothing.
  if (!(await isThere(article))) return 'left';
  const sidecar = (await sidecars.refresh(article))?.sidecar ?? EMPTY;
  const replay = replayOf(sidecar, operation, before);
  if (replay.kind === 'done') return 'saved';
  const file = sidecars.fileOf(article, entryIdOf(operation));
  if (replay.kind === 'changed' || (isPrivate && file && !file.isPrivate)) return 'changed';
  if (replay.kind === 'beside') return (await addBeside(session, article, replay)) ? 'beside' : 'left';
  if (!(await sidecars.apply(article, operation, isPrivate))) return 'left';
  if (isPrivate && operation.kind === 'addAnnotation') await offerIgnore(article);
  return 'saved';
}

async function addBeside(
  { sidecars }: Session,
  article: vscode.Uri,
  { to, note }: { readonly to: string; readonly note: string },
): Promise<boolean> {
  const author = await sidecars.authorFor(article);
  if (author === undefined) return false;
  const now = timeNow();
  const reply = { id: newId('r'), author, created: now, modified: now, note };
  return sidecars.apply(article, { kind: 'addReply', to, reply });
}

/** As text to read and to copy from. */
async function showAll({ sidecars }: Session, kept: ReadonlyMap<string, Unsaved>): Promise<void> {
  const parts = [...kept.values()].map(({ article, operation }) => {
    const uri = vscode.Uri.parse(article);
    return keptText(vscode.workspace.asRelativePath(uri), sidecars.get(uri)?.sidecar, operation);
  });
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: `${parts.join('\n\n')}\n`,
  });
  await vscode.window.showTextDocument(document);
}
