import * as vscode from 'vscode';
import type { ClaimRef } from '../core/counterparts/link.ts';
import type { Span } from '../core/text/span.ts';
import type { Session } from './session.ts';

type Finding = Pick<Session, 'engine' | 'views'>;

/** Where a span of the analysed text is now; null where its words are gone. */
export async function locate(
  { views }: Pick<Session, 'views'>,
  path: string,
  span: Span,
  revision?: number,
): Promise<vscode.Location | null> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(path));
  const range = views.range(document, span, revision);
  return range && new vscode.Location(document.uri, range);
}

/** Where claims are now, in the order asked; null for those that are gone. */
export async function locateClaims(
  session: Finding,
  refs: readonly ClaimRef[],
): Promise<(vscode.Location | null)[]> {
  const passages = await session.engine.passages(refs);
  return Promise.all(
    passages.map((found) => found && locate(session, found.value.ref.path, found.value.span, found.revision)),
  );
}

export interface RevealOptions {
  /** Where it is opened when it is in no column yet. */
  readonly column: vscode.ViewColumn;
  readonly preserveFocus?: boolean;
  /** Whether the next one that is opened so takes its place; as the editor is set where it is not told. */
  readonly preview?: boolean;
  /** Whether it is selected, or else has the cursor before it; selected by default. */
  readonly select?: boolean;
}

/** The column that shows an article, where one does. */
export const columnOf = (uri: vscode.Uri): vscode.ViewColumn | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
    ?.viewColumn;

/** Goes to a place, in the column that shows its article already where there is one. */
export async function reveal(
  { uri, range }: vscode.Location,
  { column, preserveFocus = false, select = true, ...how }: RevealOptions,
): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: columnOf(uri) ?? column,
    selection: select ? range : range.with({ end: range.start }),
    preserveFocus,
    ...how,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
