import * as vscode from 'vscode';
import type { ClaimRef } from '../../core/counterparts/link.ts';
import type { Passage } from '../../core/presentation/passage.ts';
import type { Span } from '../../core/text/span.ts';
import type { Revised } from '../../engine/engine.ts';
import { isClaimRef } from '../claim-args.ts';
import { bestLink, linkedClaim } from '../cursor.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';

/** Which claims of an article a command is about; none named means all of them. */
interface ClaimsArgs {
  readonly path: string;
  readonly claim?: string;
  readonly claims?: readonly string[];
}

/** Opening counterparts: beside, in a peek list, and by the editor's own Go to Definition and References. */
export function navigation(session: Session): vscode.Disposable {
  const { engine, views } = session;

  const locate = async (path: string, span: Span, revision?: number): Promise<vscode.Location | null> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(path));
    const range = views.range(document, span, revision);
    return range && new vscode.Location(document.uri, range);
  };

  const locatePassage = ({ revision, value }: Revised<Passage>): Promise<vscode.Location | null> =>
    locate(value.ref.path, value.span, revision);

  const passages = async (refs: readonly ClaimRef[]): Promise<Revised<Passage>[]> =>
    (await engine.passages(refs)).filter((passage) => passage !== null);

  const reveal = async (path: string, location: vscode.Location | null): Promise<void> => {
    if (!location) return;
    const shown = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === path);
    const editor = await vscode.window.showTextDocument(location.uri, {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
      selection: location.range,
    });
    editor.revealRange(location.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const openBeside = async (args: unknown): Promise<void> => {
    const ref = isClaimRef(args) ? args : bestLink(session)?.to;
    const [passage] = ref ? await passages([ref]) : [];
    if (ref && passage) await reveal(ref.path, await locatePassage(passage));
  };

  const revealMention = async (args: unknown): Promise<void> => {
    const at = args as
      | { readonly path?: unknown; readonly start?: unknown; readonly end?: unknown }
      | undefined;
    if (typeof at?.path === 'string' && typeof at.start === 'number' && typeof at.end === 'number')
      await reveal(at.path, await locate(at.path, { start: at.start, end: at.end }));
  };

  const counterparts = async ({ path, claim, claims }: ClaimsArgs): Promise<vscode.Location[]> => {
    const wanted = claims ?? (claim === undefined ? null : [claim]);
    const view = await engine.view(path);
    const links = view?.value.links.filter((link) => wanted === null || wanted.includes(link.from.claim));
    const there = await passages((links ?? []).map(({ to }) => to));
    return (await Promise.all(there.map(locatePassage))).filter((location) => location !== null);
  };

  const showCounterparts = async (args: unknown): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const asked = isClaimsArgs(args)
      ? args
      : editor && linkedClaim(session, editor.document, editor.selection);
    const locations = asked ? await counterparts(asked) : [];
    if (!asked || locations.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no counterpart at the cursor.'));
      return;
    }
    const uri = vscode.Uri.parse(asked.path);
    const from = await firstPosition(asked);
    await vscode.commands.executeCommand('editor.action.peekLocations', uri, from, locations, 'peek');
  };

  const firstPosition = async ({ path, claim, claims }: ClaimsArgs): Promise<vscode.Position> => {
    const first = claim ?? claims?.[0];
    const [found] = first === undefined ? [] : await passages([{ path, claim: first }]);
    return (found && (await locatePassage(found))?.range.start) ?? new vscode.Position(0, 0);
  };

  const provide = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> => {
    const here = linkedClaim(session, document, new vscode.Range(position, position));
    return here ? counterparts(here) : [];
  };

  return together(
    vscode.commands.registerCommand('counterpoint.openBeside', openBeside),
    vscode.commands.registerCommand('counterpoint.revealMention', revealMention),
    vscode.commands.registerCommand('counterpoint.showCounterparts', showCounterparts),
    vscode.languages.registerDefinitionProvider(LANGUAGE, {
      provideDefinition: async (document, position) => (await provide(document, position)).slice(0, 1),
    }),
    vscode.languages.registerReferenceProvider(LANGUAGE, { provideReferences: provide }),
  );
}

const isClaimsArgs = (value: unknown): value is ClaimsArgs =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
