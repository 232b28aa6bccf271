import * as vscode from 'vscode';
import type { ArticleLens } from '../../core/presentation/lens.ts';
import type { BesideArticle } from '../beside.ts';
import { relationText } from '../cards/relation-text.ts';
import {
  differText,
  emptyText,
  figuresText,
  leftOutText,
  linkedShort,
  linkedText,
  otherArticlesText,
  quotationsText,
  readingText,
  readText,
  WORTH_TELLING,
} from '../counts.ts';
import { linkedClaim } from '../cursor.ts';
import { together } from '../disposables.ts';
import { editorInFront, isArticle } from '../documents.ts';
import type { Session } from '../session.ts';
import { outletOf } from './side-by-side.ts';

/** One item in the status bar: what the open article has, or that articles are being read; a click offers what can be done. */
export function status(session: Session): vscode.Disposable {
  const { views, corpus, beside } = session;
  const item = vscode.window.createStatusBarItem('counterpoint.status', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Counterpoint';
  item.command = 'counterpoint.showMenu';

  const show = (): void => {
    const editor = editorInFront();
    const view = editor && isArticle(editor.document) ? views.view(editor.document) : undefined;
    const lens = view?.lens;
    const reading = corpus.waiting >= WORTH_TELLING ? readingText(corpus.waiting) : null;
    if (!lens && reading === null) {
      item.hide();
      return;
    }
    const followed = (lens && beside.now?.others.filter(({ found }) => found)) ?? [];
    const at = followed.map(besideText);
    const counts = lens === undefined ? [] : [at[0] ?? countsText(lens)];
    const icon = beside.isOn ? 'split-horizontal' : 'references';
    item.text =
      reading === null
        ? `$(${icon}) ${counts.join('')}`
        : `$(loading~spin) ${[...counts, reading].join(' · ')}`;
    const left = corpus.problems.size;
    const told = [
      ...(beside.isOn ? [vscode.l10n.t('Side by side')] : []),
      ...at,
      ...followed.flatMap(moreText),
      ...(view ? [view.analysis.article.blocks.length === 0 ? emptyText() : lensText(view.lens)] : []),
      reading ?? readText(corpus.known.size),
      ...(left > 0 ? [leftOutText(left)] : []),
    ];
    item.tooltip = told.join('\n');
    item.accessibilityInformation = { label: ['Counterpoint', ...told].join(', '), role: 'button' };
    item.show();
  };

  show();
  return together(
    item,
    views.onDidChange(show),
    corpus.onDidChange(show),
    beside.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.commands.registerCommand('counterpoint.showMenu', () => menu(session)),
  );
}

const countsText = ({ linked, differing }: ArticleLens): string =>
  [...(differing > 0 ? [differText(differing)] : []), linkedShort(linked)].join(' · ');

/** What another article has of the claim at the cursor. */
function besideText(article: BesideArticle): string {
  const outlet = outletOf(article);
  const link = article.found?.there?.link;
  if (!link) return vscode.l10n.t('No counterpart in {0}', outlet);
  const relation = relationText(link.relation, link.difference);
  return link.certainty === 'possible'
    ? vscode.l10n.t('Possibly: {0}, {1}', relation, outlet)
    : `${relation}, ${outlet}`;
}

const moreText = ({ found }: BesideArticle): string[] =>
  found && found.more > 0 ? [morePassages(found.more)] : [];

const morePassages = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 more passage of it there')
    : vscode.l10n.t('{0} more passages of it there', count);

const lensText = ({ quotations, figures, linked, possible, differing, otherArticles }: ArticleLens): string =>
  [
    differText(differing),
    linkedText(linked),
    vscode.l10n.t('{0} possibly', possible),
    quotationsText(quotations),
    figuresText(figures),
    otherArticlesText(otherArticles),
  ].join(' · ');

interface Action extends vscode.QuickPickItem {
  readonly command?: string;
}

async function menu(session: Session): Promise<void> {
  const editor = editorInFront();
  const inArticle = editor !== undefined && isArticle(editor.document);
  const action = (icon: string, label: string, command: string): Action => ({
    label: `$(${icon}) ${label}`,
    command,
  });
  const group = (label: string): Action => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const isLinked = inArticle && linkedClaim(session, editor.document, editor.selection) !== null;
  const claim: readonly Action[] = [
    group(vscode.l10n.t('The claim at the cursor')),
    action('check', vscode.l10n.t('Confirm its counterpart'), 'counterpoint.confirmLink'),
    action('close', vscode.l10n.t('Not the same claim'), 'counterpoint.rejectLink'),
    action('diff-multiple', vscode.l10n.t('Compare the wording'), 'counterpoint.compare'),
    action('link-external', vscode.l10n.t('Open its counterpart beside'), 'counterpoint.openBeside'),
  ];
  const here: readonly Action[] = [
    ...(isLinked ? claim : []),
    group(vscode.l10n.t('This article')),
    action('diff', vscode.l10n.t('Next difference'), 'counterpoint.nextDifference'),
    action('references', vscode.l10n.t('Show all counterparts'), 'counterpoint.showCounterparts'),
    session.beside.isOn
      ? action('split-horizontal', vscode.l10n.t('Stop reading side by side'), 'counterpoint.endSideBySide')
      : action('split-horizontal', vscode.l10n.t('Read side by side'), 'counterpoint.sideBySide'),
    action('comment', vscode.l10n.t('Annotate the passage at the cursor'), 'counterpoint.annotate'),
    action(
      'organization',
      vscode.l10n.t('Article details: outlet, date, address'),
      'counterpoint.setArticleFacts',
    ),
    group(vscode.l10n.t('This story')),
    action('checklist', vscode.l10n.t('Review links'), 'counterpoint.review'),
    action('table', vscode.l10n.t('Compare the story in a table'), 'counterpoint.showMatrix'),
    action('book', vscode.l10n.t('Write a brief'), 'counterpoint.writeBrief'),
  ];
  const lists = action(
    'list-tree',
    vscode.l10n.t('Story, claims, annotations and names'),
    'workbench.view.extension.counterpoint',
  );
  const always: readonly Action[] = [
    group(vscode.l10n.t('Counterpoint')),
    // Without a folder there are no lists.
    ...(vscode.workspace.workspaceFolders?.length ? [lists] : []),
    action('eye', vscode.l10n.t('Switch highlights on or off'), 'counterpoint.toggleHighlights'),
    action('warning', vscode.l10n.t('Problems'), 'workbench.actions.view.problems'),
    action('gear', vscode.l10n.t('Settings'), 'counterpoint.openSettings'),
  ];
  const picked = await vscode.window.showQuickPick([...(inArticle ? here : []), ...always], {
    title: 'Counterpoint',
  });
  if (!picked?.command) return;
  if (picked.command === 'counterpoint.openSettings')
    await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:counterpoint.counterpoint');
  else if (picked.command === 'counterpoint.showCounterparts' && editor)
    await vscode.commands.executeCommand(picked.command, { path: editor.document.uri.toString() });
  else await vscode.commands.executeCommand(picked.command);
}
