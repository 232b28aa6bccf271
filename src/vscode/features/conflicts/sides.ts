import * as vscode from 'vscode';
import { conflictsIn, sideOf } from '../../../core/sidecar/conflict.ts';
import { conflictId } from '../../../core/sidecar/conflict-ref.ts';
import { isSidecar } from '../../../core/sidecar/location.ts';
import { openDocument } from '../../documents.ts';
import { say } from '../../say.ts';

/** The scheme of the two sides of a conflict, which are compared: `?{sidecar, id, side}`. */
export const SIDES = 'counterpoint-conflict';

/** Which conflict of which sidecar. */
export interface ConflictRef {
  readonly sidecar: string;
  readonly id: string;
}

export const noConflictText = (): string => vscode.l10n.t('There is no conflict in this sidecar.');

/** Of a lens, a message, the palette (the active editor) or the title bar of a comparison. */
export function sidecarUri(arg: unknown): vscode.Uri | undefined {
  const uri = arg instanceof vscode.Uri ? arg : vscode.window.activeTextEditor?.document.uri;
  const ref = uri && refOf(uri);
  if (ref) return vscode.Uri.parse(ref.sidecar);
  return uri && isSidecar(uri.path) ? uri : undefined;
}

export function refOf(arg: unknown): ConflictRef | null {
  const value: unknown =
    arg instanceof vscode.Uri ? (arg.scheme === SIDES ? JSON.parse(arg.query) : null) : arg;
  if (typeof value !== 'object' || value === null || !('sidecar' in value) || !('id' in value)) return null;
  const { sidecar, id } = value;
  return typeof sidecar === 'string' && typeof id === 'string' ? { sidecar, id } : null;
}

/** Of the comparison that is open, or of the sidecar: the conflict at the cursor, else its first. */
export function refAtCursor(): ConflictRef | null {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return null;
  const { uri } = editor.document;
  if (uri.scheme === SIDES || !isSidecar(uri.path)) return refOf(uri);
  const text = editor.document.getText();
  const at = editor.document.offsetAt(editor.selection.active);
  const all = conflictsIn(text);
  const conflict = all.find(({ span }) => span.start <= at && at <= span.end) ?? all[0];
  return conflict ? { sidecar: uri.toString(), id: conflictId(text, conflict) } : null;
}

/** Shows both sides of a conflict beside each other. */
export async function compareSides(arg: unknown): Promise<void> {
  const ref = refOf(arg) ?? refAtCursor();
  if (!ref) return say(noConflictText());
  const name = vscode.Uri.parse(ref.sidecar).path.split('/').at(-1) ?? '';
  const title = vscode.l10n.t('{0}: ours ↔ theirs', name);
  await vscode.commands.executeCommand('vscode.diff', sideUri(ref, 'ours'), sideUri(ref, 'theirs'), title);
}

const sideUri = (ref: ConflictRef, side: 'ours' | 'theirs'): vscode.Uri =>
  vscode.Uri.from({
    scheme: SIDES,
    path: `${vscode.Uri.parse(ref.sidecar).path}`,
    query: JSON.stringify({ ...ref, side }),
  });

/** The sidecar as one side has it: the conflict stands where it belongs. */
export function sideText(uri: vscode.Uri): string {
  const ref = refOf(uri);
  const document = ref && openDocument(vscode.Uri.parse(ref.sidecar));
  const side = /"side":"ours"/.test(uri.query) ? 'ours' : 'theirs';
  return document ? sideOf(document.getText(), side) : '';
}

export async function closeComparison({ sidecar, id }: ConflictRef): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter(({ input }) => {
    const ref = input instanceof vscode.TabInputTextDiff ? refOf(input.modified) : null;
    return ref?.sidecar === sidecar && ref.id === id;
  });
  if (ours.length > 0) await vscode.window.tabGroups.close(ours);
}
