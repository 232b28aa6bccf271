import * as vscode from 'vscode';
import { type Choice, type Conflict, conflictsIn, repaired, sideOf } from '../../core/sidecar/conflict.ts';
import {
  conflictById,
  conflictId,
  isByLines,
  pathOfConflict,
  resolutionIn,
} from '../../core/sidecar/conflict-ref.ts';
import { entryName } from '../../core/sidecar/entry-name.ts';
import { isSidecar } from '../../core/sidecar/location.ts';
import { stagesOf } from '../../files/git-stages.ts';
import { commandFix } from '../diagnostics.ts';
import { isOnOwnDisk } from '../disk.ts';
import { together } from '../disposables.ts';
import { openDocument } from '../documents.ts';
import { inWords } from '../in-words.ts';
import { say } from '../say.ts';
import type { Session } from '../session.ts';
import { replaceText, SIDECARS, withoutMark } from '../sidecar-files.ts';

/** The scheme of the two sides of a conflict, which are compared: `?{sidecar, id, side}`. */
const SCHEME = 'counterpoint-conflict';

/** How long conflicts are gathered into one message, in milliseconds. */
const GATHER = 700;

/** Which conflict of which sidecar. */
interface ConflictRef {
  readonly sidecar: string;
  readonly id: string;
}

/**
 * A sidecar that git left in conflict: what is in dispute is shown side by side, with a click for each side and for
 * both, and what is not in dispute is merged by notes, as the merge driver would have done it.
 */
export function conflicts({ sidecars, log }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const offered = new Set<string>();
  const waiting: vscode.Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Once for each file, until it is whole again; those of one merge together. */
  const offer = (article: vscode.Uri): void => {
    for (const { uri, read } of sidecars.get(article)?.files ?? []) {
      const key = uri.toString();
      const isLeft = read.problems.some(({ code }) => code === 'sidecar-conflict');
      if (!isLeft) offered.delete(key);
      else if (!offered.has(key)) {
        offered.add(key);
        waiting.push(uri);
        clearTimeout(timer);
        timer = setTimeout(() => void ask(waiting.splice(0)), GATHER);
      }
    }
  };
  const ask = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const [first] = uris;
    if (!first) return;
    const [merge, open] = [vscode.l10n.t('Merge by notes'), vscode.l10n.t('Open')];
    const where =
      uris.length === 1 ? vscode.workspace.asRelativePath(first) : vscode.l10n.t('{0} sidecars', uris.length);
    const message = vscode.l10n.t(
      'Git left conflicts in {0}. Counterpoint can merge them note by note; only what both sides changed is left to you.',
      where,
    );
    const choice = await vscode.window.showWarningMessage(message, merge, open);
    if (choice === merge) for (const uri of uris) await repair(uri);
    if (choice === open) await vscode.window.showTextDocument(first);
  };

  const repair = async (arg: unknown): Promise<void> => {
    const uri = sidecarUri(arg);
    if (!uri) return say(noConflictText());
    const document = await vscode.workspace.openTextDocument(uri);
    const text = withoutMark(document.getText());
    if (conflictsIn(text).length === 0) return say(noConflictText());
    // Git runs what a repository's configuration says: not in a folder that is not trusted.
    const isAsked = isOnOwnDisk(uri) && vscode.workspace.isTrusted;
    const stages = isAsked ? stagesOf(uri.fsPath, text) : null;
    const result = repaired(text, stages);
    if (result.kind === 'refused') {
      log.info(`${uri.toString()}: ${result.side}: ${result.problem.message}`);
      const message = vscode.l10n.t(
        'The sidecar could not be merged by notes: {0} Choose a side for each conflict.',
        inWords(result.problem.words),
      );
      void vscode.window.showErrorMessage(message);
      return;
    }
    const isWritten =
      (await replaceText(document, result.text)) && ((await document.save()) || !document.isDirty);
    if (!isWritten) {
      const message = vscode.l10n.t(
        'The merged sidecar could not be saved: {0}',
        vscode.workspace.asRelativePath(uri),
      );
      void vscode.window.showErrorMessage(message);
      return;
    }
    const left = result.conflicts.length;
    const kept = result.kept.map(({ path }) => entryName(path)).join(', ');
    const said =
      left === 0
        ? vscode.l10n.t('Merged. Stage the file when you are content with it.')
        : left === 1
          ? vscode.l10n.t('Merged, but for one conflict: choose a side.')
          : vscode.l10n.t('Merged, but for {0} conflicts: choose a side in each.', left);
    const also =
      kept === '' ? '' : ` ${vscode.l10n.t('One side removed and the other changed, so kept: {0}.', kept)}`;
    void vscode.window.showInformationMessage(said + also);
    await vscode.window.showTextDocument(document);
  };

  const accept = (choice: Choice) => async (arg: unknown) => {
    const ref = refOf(arg) ?? refAtCursor();
    if (!ref) return say(noConflictText());
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(ref.sidecar));
    const text = document.getText();
    const conflict = conflictById(text, ref.id);
    const lines = conflict && resolutionIn(text, conflict, choice);
    if (!conflict || lines === null || lines === undefined)
      return say(vscode.l10n.t('This conflict has been resolved or has changed, or can’t be resolved so.'));
    const { start, end } = conflict.span;
    await replaceText(document, text.slice(0, start) + lines + text.slice(end));
    await closeComparison(ref);
  };

  const compare = async (arg: unknown): Promise<void> => {
    const ref = refOf(arg) ?? refAtCursor();
    if (!ref) return say(noConflictText());
    const name = vscode.Uri.parse(ref.sidecar).path.split('/').at(-1) ?? '';
    const title = vscode.l10n.t('{0}: ours ↔ theirs', name);
    await vscode.commands.executeCommand('vscode.diff', sideUri(ref, 'ours'), sideUri(ref, 'theirs'), title);
  };

  const commands = {
    'counterpoint.repairSidecar': repair,
    'counterpoint.compareConflict': compare,
    'counterpoint.acceptOurs': accept('ours'),
    'counterpoint.acceptTheirs': accept('theirs'),
    'counterpoint.acceptBoth': accept('both'),
  };
  for (const { article } of sidecars.all()) offer(article);
  return together(
    changed,
    { dispose: () => clearTimeout(timer) },
    sidecars.onDidChange(offer),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isSidecar(document.uri.path)) changed.fire();
    }),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: sideText }),
    vscode.languages.registerCodeLensProvider(SIDECARS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
    vscode.languages.registerCodeActionsProvider(
      SIDECARS,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

const noConflictText = (): string => vscode.l10n.t('There is no conflict in this sidecar.');

/** Of a lens, a message, the palette (the active editor) or the title bar of a comparison. */
function sidecarUri(arg: unknown): vscode.Uri | undefined {
  const uri = arg instanceof vscode.Uri ? arg : vscode.window.activeTextEditor?.document.uri;
  const ref = uri && refOf(uri);
  if (ref) return vscode.Uri.parse(ref.sidecar);
  return uri && isSidecar(uri.path) ? uri : undefined;
}

function refOf(arg: unknown): ConflictRef | null {
  const value: unknown =
    arg instanceof vscode.Uri ? (arg.scheme === SCHEME ? JSON.parse(arg.query) : null) : arg;
  if (typeof value !== 'object' || value === null || !('sidecar' in value) || !('id' in value)) return null;
  const { sidecar, id } = value;
  return typeof sidecar === 'string' && typeof id === 'string' ? { sidecar, id } : null;
}

/** Of the comparison that is open, or of the sidecar: the conflict at the cursor, else its first. */
function refAtCursor(): ConflictRef | null {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return null;
  const { uri } = editor.document;
  if (uri.scheme === SCHEME || !isSidecar(uri.path)) return refOf(uri);
  const text = editor.document.getText();
  const at = editor.document.offsetAt(editor.selection.active);
  const all = conflictsIn(text);
  const conflict = all.find(({ span }) => span.start <= at && at <= span.end) ?? all[0];
  return conflict ? { sidecar: uri.toString(), id: conflictId(text, conflict) } : null;
}

const sideUri = (ref: ConflictRef, side: 'ours' | 'theirs'): vscode.Uri =>
  vscode.Uri.from({
    scheme: SCHEME,
    path: `${vscode.Uri.parse(ref.sidecar).path}`,
    query: JSON.stringify({ ...ref, side }),
  });

/** The sidecar as one side has it: the conflict stands where it belongs. */
function sideText(uri: vscode.Uri): string {
  const ref = refOf(uri);
  const document = ref && openDocument(vscode.Uri.parse(ref.sidecar));
  const side = /"side":"ours"/.test(uri.query) ? 'ours' : 'theirs';
  return document ? sideOf(document.getText(), side) : '';
}

async function closeComparison({ sidecar, id }: ConflictRef): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter(({ input }) => {
    const ref = input instanceof vscode.TabInputTextDiff ? refOf(input.modified) : null;
    return ref?.sidecar === sidecar && ref.id === id;
  });
  if (ours.length > 0) await vscode.window.tabGroups.close(ours);
}

function provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const text = document.getText();
  const sidecar = document.uri.toString();
  const found = conflictsIn(text);
  const canMerge = isByLines(text);
  return found.flatMap((conflict, index) => {
    const range = new vscode.Range(
      document.positionAt(conflict.span.start),
      document.positionAt(conflict.span.start),
    );
    const lens = (title: string, command: string, arg: unknown): vscode.CodeLens =>
      new vscode.CodeLens(range, { title, command: `counterpoint.${command}`, arguments: [arg] });
    const ref = { sidecar, id: conflictId(text, conflict) };
    return [
      ...(index === 0 && canMerge
        ? [lens(vscode.l10n.t('Merge by notes'), 'repairSidecar', document.uri)]
        : []),
      lens(nameOf(text, conflict), 'compareConflict', ref),
      lens(vscode.l10n.t('Accept ours'), 'acceptOurs', ref),
      lens(vscode.l10n.t('Accept theirs'), 'acceptTheirs', ref),
      ...(resolutionIn(text, conflict, 'both') === null
        ? []
        : [lens(vscode.l10n.t('Accept both'), 'acceptBoth', ref)]),
    ];
  });
}

/** What is in dispute, in words. */
function nameOf(text: string, conflict: Conflict): string {
  const path = pathOfConflict(text, conflict);
  return path.length === 0
    ? vscode.l10n.t('Compare side by side')
    : vscode.l10n.t('Compare side by side: {0}', entryName(path));
}

function provideCodeActions(
  document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return diagnostics
    .filter(({ code }) => code === 'sidecar-conflict')
    .map((diagnostic) => {
      const title = vscode.l10n.t('Merge by notes');
      const fix = commandFix(diagnostic, title, 'counterpoint.repairSidecar', document.uri);
      fix.isPreferred = true;
      return fix;
    });
}
