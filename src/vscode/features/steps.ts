import * as vscode from 'vscode';
import { isSure } from '../../core/counterparts/link.ts';
import { stepFrom } from '../../core/desk/steps.ts';
import { differs } from '../../core/presentation/lens.ts';
import type { ArticleView } from '../../core/presentation/view.ts';
import type { Span } from '../../core/text/span.ts';
import { together } from '../disposables.ts';
import { editorInFront, isArticle, rangeOfSpan, select } from '../documents.ts';
import type { Session } from '../session.ts';

type Goal = 'claim' | 'difference' | 'annotation' | 'unreviewed';

const COMMANDS: Readonly<Record<string, readonly [goal: Goal, direction: 1 | -1]>> = {
  'counterpoint.nextClaim': ['claim', 1],
  'counterpoint.previousClaim': ['claim', -1],
  'counterpoint.nextDifference': ['difference', 1],
  'counterpoint.previousDifference': ['difference', -1],
  'counterpoint.nextAnnotation': ['annotation', 1],
  'counterpoint.previousAnnotation': ['annotation', -1],
  'counterpoint.nextUnreviewed': ['unreviewed', 1],
  'counterpoint.previousUnreviewed': ['unreviewed', -1],
};

/** Next and previous claim, difference, annotation and unreviewed link of the article, round its end. */
export function steps({ views, anchors }: Session): vscode.Disposable {
  const rangesOf = (goal: Goal, document: vscode.TextDocument): vscode.Range[] => {
    if (goal === 'annotation')
      return anchors.placed(document.uri).flatMap(({ span }) => (span ? [rangeOfSpan(document, span)] : []));
    const view = views.view(document);
    return view ? spansOf(goal, view).flatMap((span) => views.range(document, span) ?? []) : [];
  };

  const possibleOf = (document: vscode.TextDocument): number =>
    views.view(document)?.links.filter((link) => !isSure(link)).length ?? 0;

  const step = (goal: Goal, direction: 1 | -1) => (): void => {
    const editor = editorInFront();
    if (!editor || !isArticle(editor.document)) return;
    const { document, selection } = editor;
    const places = rangesOf(goal, document).map((range) => ({
      start: document.offsetAt(range.start),
      range,
    }));
    const next = stepFrom(places, document.offsetAt(selection.start), direction);
    if (!next) {
      const possible = goal === 'unreviewed' ? possibleOf(document) : 0;
      const none = possible > 0 ? onlyPossible(possible) : noneText(goal);
      vscode.window.setStatusBarMessage(`$(info) ${none}`, 4000);
      return;
    }
    select(editor, next.range);
  };

  return together(
    ...Object.entries(COMMANDS).map(([command, [goal, direction]]) =>
      vscode.commands.registerCommand(command, step(goal, direction)),
    ),
  );
}

/** Of claims at one place the first only: a step never stays where it is. */
function spansOf(goal: Exclude<Goal, 'annotation'>, { analysis, links }: ArticleView): readonly Span[] {
  const { claims } = analysis;
  if (goal === 'claim') return claims.filter(({ kind }) => kind !== 'statement');
  const wanted = links.filter((link) =>
    goal === 'difference' ? differs(link) : isSure(link) && link.confirmedBy === undefined,
  );
  const from = new Set(wanted.map((link) => link.from.claim));
  return claims.filter(({ id }) => from.has(id));
}

/** A step is for links that are likely: where none is left, others may be to be looked at. */
const onlyPossible = (count: number): string =>
  count === 1
    ? vscode.l10n.t('Every likely link has been decided on; 1 is possible only, and a review shows it.')
    : vscode.l10n.t(
        'Every likely link has been decided on; {0} are possible only, and a review shows them.',
        count,
      );

const noneText = (goal: Goal): string =>
  ({
    claim: vscode.l10n.t('This article has no quotation and no figure.'),
    difference: vscode.l10n.t('Nothing in this article differs from the others.'),
    annotation: vscode.l10n.t('This article has no annotations.'),
    unreviewed: vscode.l10n.t('Every link of this article has been decided on.'),
  })[goal];
