import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { ClaimRef } from '../../../core/counterparts/link.ts';
import type { Passage } from '../../../core/presentation/passage.ts';
import type { Place } from '../../../core/presentation/place.ts';
import type { Decision } from '../../../core/sidecar/annotation.ts';
import { shortened } from '../../../core/sidecar/examine.ts';
import { joined, pathFrom } from '../../../core/sidecar/location.ts';
import { type Span, shareOf, textOf } from '../../../core/text/span.ts';
import type { Engine, Revised } from '../../../engine/engine.ts';
import { hideCard } from '../../cards/hide-card.ts';
import { placeText } from '../../cards/place-text.ts';
import { isLinkArgs } from '../../claim-args.ts';
import { together } from '../../disposables.ts';
import { linkAtCursor } from '../../link-at-cursor.ts';
import type { Session } from '../../session.ts';
import { offerUndo } from './offer-undo.ts';
import { newId, timeNow } from './stamp.ts';

/** One end of a link: its article's text and the claim's place in it. */
interface End {
  readonly uri: vscode.Uri;
  readonly place: Place;
  readonly text: string;
  readonly span: Span;
}

/** “The same” and “not the same”: an analyst's word on a link, kept in the sidecar of the article where she gave it. */
export function linkDecisions(session: Session): vscode.Disposable {
  /** Whether it was written. Review mode has an undo of its own: it asks for no message. */
  const decide = (decision: Decision['decision']) => async (arg: unknown) => {
    hideCard();
    const asked =
      arg ??
      (await linkAtCursor(
        session,
        ({ confirmedBy }) => confirmedBy === undefined,
        vscode.l10n.t('Every counterpart at the cursor has been decided on already.'),
      ));
    const ends = await endsOf(session, asked);
    const kept = ends && (await store(session, ends, decision));
    if (ends && kept && !isQuiet(arg)) tell(session, kept, ends.there);
    return kept !== null;
  };
  const withdraw = async (arg: unknown): Promise<void> => {
    hideCard();
    const asked =
      arg ??
      (await linkAtCursor(
        session,
        ({ confirmedBy }) => confirmedBy !== undefined,
        vscode.l10n.t(
          'No counterpart at the cursor was confirmed. “Bring Back What Was Rejected or Dismissed” lists the others.',
        ),
      ));
    const ends = await endsOf(session, asked);
    if (!ends) return;
    const old = earlier(session, ends);
    if (!old) {
      const message = vscode.l10n.t('The decision was not found in the sidecars of the two articles.');
      void vscode.window.showWarningMessage(message);
      return;
    }
    const { id } = old.decision;
    if ((await session.sidecars.apply(old.article, { kind: 'removeDecision', id })) && !isQuiet(arg))
      void offerUndo(session, vscode.l10n.t('Decision withdrawn.'), id);
  };
  return together(
    vscode.commands.registerCommand('counterpoint.confirmLink', decide('confirmed')),
    vscode.commands.registerCommand('counterpoint.rejectLink', decide('rejected')),
    vscode.commands.registerCommand('counterpoint.withdrawDecision', withdraw),
  );
}

/** The two ends of a link, and the decision that made it certain, where one did. */
interface Ends {
  readonly here: End;
  readonly there: End;
  readonly decision: string | undefined;
}

/** An article that is being analysed anew gives answers that do not fit together: then they are asked for again. */
async function endsOf(session: Session, arg: unknown, attempts = 3): Promise<Ends | null> {
  if (!isLinkArgs(arg)) return null;
  const { from, to } = arg;
  const { engine } = session;
  const [view, passages] = await Promise.all([engine.view(from.path), engine.passages([from, to])]);
  const [here, there] = await Promise.all(passages.map((passage) => passage && endOf(engine, passage)));
  const link = view?.value.links.find((one) => one.from.claim === from.claim && sameClaim(one.to, to));
  if (here && there) return { here, there, decision: link?.decision };
  if (attempts > 1 && passages.every((passage) => passage !== null))
    return endsOf(session, arg, attempts - 1);
  const message = vscode.l10n.t('These claims have changed. Look at the card again.');
  void vscode.window.showWarningMessage(message);
  return null;
}

const sameClaim = (a: ClaimRef, b: ClaimRef): boolean => a.path === b.path && a.claim === b.claim;

/** Null also where the text was analysed anew between the two questions: the span counts in the older one. */
async function endOf(engine: Engine, { revision, value }: Revised<Passage>): Promise<End | null> {
  const text = await engine.text(value.ref.path);
  return text?.revision === revision
    ? { uri: vscode.Uri.parse(value.ref.path), place: value.place, text: text.value, span: value.span }
    : null;
}

const isQuiet = (arg: unknown): boolean =>
  typeof arg === 'object' && arg !== null && 'quiet' in arg && arg.quiet === true;

/** The decision as it was written; null where it was not. */
async function store(session: Session, ends: Ends, decision: Decision['decision']): Promise<Decision | null> {
  const { sidecars } = session;
  const { here, there } = ends;
  const author = await sidecars.authorFor(here.uri);
  if (author === undefined) return null;
  const created = timeNow();
  const old = earlier(session, ends);
  const kept = old
    ? { ...old.decision, author, created, decision }
    : {
        id: newId('d'),
        author,
        created,
        decision,
        here: describeSpan(here.text, here.span),
        there: otherEnd(here, there),
      };
  const isWritten = await sidecars.apply(old?.article ?? here.uri, { kind: 'setDecision', decision: kept });
  return isWritten ? kept : null;
}

/** Says of which passage, so that a slip is seen. Not awaited: the command is done, the message may stand for long. */
function tell(session: Session, { id, decision }: Decision, { place, text, span }: End): void {
  const where = placeText(place);
  const words = shortened(textOf(text, span));
  const said =
    decision === 'confirmed'
      ? vscode.l10n.t('Confirmed as a counterpart: {0}: {1}', where, words)
      : vscode.l10n.t('Rejected as a counterpart, and not shown again: {0}: {1}', where, words);
  void offerUndo(session, said, id);
}

const otherEnd = (here: End, there: End): Decision['there'] => ({
  article: pathFrom(here.uri.path, there.uri.path),
  selectors: describeSpan(there.text, there.span),
});

/** The decision on this very pair, in the sidecar of either article: it is changed, not doubled. */
function earlier(
  { sidecars }: Session,
  { here, there, decision: id }: Ends,
): { readonly article: vscode.Uri; readonly decision: Decision } | null {
  for (const [own, other] of [
    [here, there],
    [there, here],
  ] as const) {
    const decision = sidecars
      .get(own.uri)
      ?.sidecar.decisions.find((one) => (id === undefined ? isOn(one, own, other) : one.id === id));
    if (decision) return { article: own.uri, decision };
  }
  return null;
}

const isOn = ({ here, there }: Decision, own: End, other: End): boolean =>
  own.uri.with({ path: joined(own.uri.path, there.article) }).toString() === other.uri.toString() &&
  isAt(own, here) &&
  isAt(other, there.selectors);

/** A figure in a sentence is a claim of its own: an overlap is not enough. */
function isAt({ text, span }: End, selectors: Selectors): boolean {
  const found = resolveSelectors(text, selectors).span;
  return found !== null && shareOf(found, span) > 0.5;
}
