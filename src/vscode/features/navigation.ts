import * as vscode from 'vscode';
import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimRef } from '../../core/counterparts/link.ts';
import type { Span } from '../../core/text/span.ts';
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
  const { project, corpus } = session;
  const claimOf = ({ path, claim }: ClaimRef): Claim | undefined =>
    project.analysis(path)?.claims.find((c) => c.id === claim);

  const locate = async (path: string, span: Span): Promise<vscode.Location | null> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(path));
    const range = corpus.range(document, span);
    return range && new vscode.Location(document.uri, range);
  };

  const reveal = async (path: string, span: Span): Promise<void> => {
    const location = await locate(path, span);
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
    const claim = ref && claimOf(ref);
    if (ref && claim) await reveal(ref.path, claim);
  };

  const revealMention = async (args: unknown): Promise<void> => {
    const at = args as
      | { readonly path?: unknown; readonly start?: unknown; readonly end?: unknown }
      | undefined;
    if (typeof at?.path === 'string' && typeof at.start === 'number' && typeof at.end === 'number')
      await reveal(at.path, { start: at.start, end: at.end });
  };

  const counterparts = async ({ path, claim, claims }: ClaimsArgs): Promise<vscode.Location[]> => {
    const wanted = claims ?? (claim === undefined ? null : [claim]);
    const links = project.linksOf(path).filter((link) => wanted === null || wanted.includes(link.from.claim));
    const found = await Promise.all(
      links.map(({ to }) => {
        const there = claimOf(to);
        return there ? locate(to.path, there) : null;
      }),
    );
    return found.filter((location) => location !== null);
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
    const found = first === undefined ? undefined : claimOf({ path, claim: first });
    return (found && (await locate(path, found))?.range.start) ?? new vscode.Position(0, 0);
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
