import * as vscode from 'vscode';
import { isClaimRef, isLinkArgs, isPathRef } from '../claim-args.ts';
import { bestLink, linkedClaim } from '../cursor.ts';
import { together } from '../disposables.ts';
import { editorInFront } from '../documents.ts';
import { locate, locateClaims, reveal } from '../places.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';

const { Active, Beside } = vscode.ViewColumn;

/** Which claims of an article a command is about; none named means all of them. */
interface ClaimsArgs {
  readonly path: string;
  readonly claim?: string;
  readonly claims?: readonly string[];
}

/** Opening claims and their counterparts: beside, in a peek list, and by the editor's own Go to Definition and References. */
export function navigation(session: Session): vscode.Disposable {
  const { engine } = session;

  /** A link in a card names the claim to open, a row of a list both ends; the cursor its best counterpart. */
  const openBeside = async (args: unknown): Promise<void> => {
    const ref = isLinkArgs(args) ? args.to : isClaimRef(args) ? args : bestLink(session)?.to;
    const [location] = ref ? await locateClaims(session, [ref]) : [];
    if (location) await reveal(location, { column: Beside });
  };

  const goToClaim = async (args: unknown): Promise<void> => {
    const [location] = isClaimRef(args) ? await locateClaims(session, [args]) : [];
    if (location) await reveal(location, { column: Active, preserveFocus: true });
  };

  const showLink = async (args: unknown): Promise<void> => {
    if (!isLinkArgs(args)) return;
    const [from, to] = await locateClaims(session, [args.from, args.to]);
    const here = from && (await reveal(from, { column: Active, preserveFocus: true }));
    if (to) await reveal(to, { column: columnBeside(here), preserveFocus: true });
  };

  const revealMention = async (args: unknown): Promise<void> => {
    const at = args as
      | { readonly path?: unknown; readonly start?: unknown; readonly end?: unknown; readonly here?: unknown }
      | undefined;
    if (typeof at?.path !== 'string' || typeof at.start !== 'number' || typeof at.end !== 'number') return;
    const location = await locate(session, at.path, { start: at.start, end: at.end });
    const isHere = at.here === true;
    if (location) await reveal(location, { column: isHere ? Active : Beside, preserveFocus: isHere });
  };

  const counterparts = async ({ path, claim, claims }: ClaimsArgs): Promise<vscode.Location[]> => {
    const wanted = claims ?? (claim === undefined ? null : [claim]);
    const view = await engine.view(path);
    const links = view?.value.links.filter((link) => wanted === null || wanted.includes(link.from.claim));
    const there = await locateClaims(
      session,
      (links ?? []).map(({ to }) => to),
    );
    return there.filter((location) => location !== null);
  };

  const showCounterparts = async (args: unknown): Promise<void> => {
    const editor = editorInFront();
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
    const [found] = first === undefined ? [] : await locateClaims(session, [{ path, claim: first }]);
    return found?.range.start ?? new vscode.Position(0, 0);
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
    vscode.commands.registerCommand('counterpoint.goToClaim', goToClaim),
    vscode.commands.registerCommand('counterpoint.showLink', showLink),
    vscode.commands.registerCommand('counterpoint.revealMention', revealMention),
    vscode.commands.registerCommand('counterpoint.showCounterparts', showCounterparts),
    vscode.languages.registerDefinitionProvider(LANGUAGE, {
      provideDefinition: async (document, position) => (await provide(document, position)).slice(0, 1),
    }),
    vscode.languages.registerReferenceProvider(LANGUAGE, { provideReferences: provide }),
  );
}

/** The column to the right of an editor, or to its left where it is the last of the screen. */
const columnBeside = (editor: vscode.TextEditor | null | undefined): vscode.ViewColumn =>
  editor?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;

const isClaimsArgs = (value: unknown): value is ClaimsArgs => isPathRef(value);
