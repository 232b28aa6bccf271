import * as vscode from 'vscode';
import type { Link } from '../../core/counterparts/link.ts';
import { relationText } from '../cards/relation-text.ts';
import { inWords } from '../in-words.ts';

/** A walk over the links of a story that nobody has decided on; which they are is fixed when it begins. */
export interface Walk {
  readonly links: readonly Link[];
  at: number;
  /** What was done with those before: a skip needs no undoing in a sidecar, and nobody saw those that are gone. */
  readonly done: ('decided' | 'skipped' | 'gone')[];
}

export const progressText = ({ at, links }: Walk): string =>
  vscode.l10n.t('Review {0} of {1}', at + 1, links.length);

export const linkText = ({ relation, difference, certainty, evidence }: Link): string =>
  [
    certainty === 'possible'
      ? vscode.l10n.t('Possibly: {0}', relationText(relation, difference))
      : relationText(relation, difference),
    ...evidence.slice(0, 1).map(inWords),
  ].join(' · ');

const decidedOf = ({ done }: Walk): number => done.filter((how) => how === 'decided').length;

export const doneText = (walk: Walk): string =>
  vscode.l10n.t('Review done: {0} of {1} links decided on.', decidedOf(walk), walk.links.length);

export const isDone = ({ at, links }: Walk): boolean => at >= links.length;

/** Null where the end has been told. */
export const leftText = (walk: Walk): string | undefined =>
  isDone(walk)
    ? undefined
    : vscode.l10n.t('Review ended: {0} of {1} links decided on.', decidedOf(walk), walk.links.length);

/** What keys do, in words. How to end comes first: a narrow window cuts off the rest. */
export const keysText = (walk: Walk): string =>
  isDone(walk)
    ? vscode.l10n.t('{0} Esc end, U undo', doneText(walk))
    : vscode.l10n.t(
        'Review {0}/{1}: Esc end, C confirm, R reject, N note, S skip, U undo',
        walk.at + 1,
        walk.links.length,
      );
