import * as vscode from 'vscode';
import { isSure } from '../core/counterparts/link.ts';
import type { ViewLink } from '../core/presentation/view.ts';
import { shortened } from '../core/sidecar/examine.ts';
import { textOf } from '../core/text/span.ts';
import { fileName, placeText } from './cards/place-text.ts';
import { relationText } from './cards/relation-text.ts';
import type { LinkArgs } from './claim-args.ts';
import { linkedClaim } from './cursor.ts';
import { editorInFront } from './documents.ts';
import type { Session } from './session.ts';

/**
 * The link that a command without a card or a row is about: of the claim at the cursor. Where it has several, or one
 * that is only possible and so may never have been seen, the analyst chooses; null, after a message, where there is none
 * or `noneFits`.
 */
export async function linkAtCursor(
  session: Session,
  fits: (link: ViewLink) => boolean,
  noneFits: string,
): Promise<LinkArgs | null> {
  const editor = editorInFront();
  const here = editor && linkedClaim(session, editor.document, editor.selection);
  const all = editor ? (session.views.view(editor.document)?.links ?? []) : [];
  const own = all.filter((link) => link.from.claim === here?.claim);
  const links = own.filter(fits);
  const [first] = links;
  if (first === undefined) {
    const none = vscode.l10n.t('There is no counterpart at the cursor.');
    void vscode.window.showInformationMessage(own.length > 0 ? noneFits : none);
    return null;
  }
  // Of several the one that is left may not be the one that is meant; a confirmation to take back is.
  const isMeant = own.length === 1 ? isSure(first) : first.confirmedBy !== undefined;
  return links.length === 1 && isMeant ? first : chosen(session, links);
}

/** Letters of the other passage that a row has room for. */
const SHOWN = 120;

async function chosen({ engine }: Session, links: readonly ViewLink[]): Promise<LinkArgs | null> {
  const passages = await engine.passages(links.map(({ to }) => to));
  const texts = await Promise.all(links.map(({ to }) => engine.text(to.path)));
  const items = links.map((link, i) => {
    const [passage, text] = [passages[i], texts[i]];
    // One that was analysed anew between the two questions is shown without its words: the span counts in the older text.
    const words =
      passage && passage.revision === text?.revision ? textOf(text.value, passage.value.span) : '';
    const place = passage ? placeText(passage.value.place) : fileName(link.to.path);
    return {
      label: relationText(link.relation, link.difference),
      description: isSure(link) ? place : `${vscode.l10n.t('possibly')} · ${place}`,
      detail: shortened(words, SHOWN),
      link,
    };
  });
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which counterpart?') });
  return picked?.link ?? null;
}
