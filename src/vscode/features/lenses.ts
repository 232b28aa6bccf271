import * as vscode from 'vscode';
import type { Limits } from '../../core/counterparts/candidates.ts';
import type { ArticleLens, VersionCount } from '../../core/presentation/lens.ts';
import type { ArticleView } from '../../core/presentation/view.ts';
import { differText, figuresText, linkedText, quotationsText } from '../counts.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';

/** VS Code shows neither text nor marks past this column of a line (editor.stopRenderingLineAfter). */
const RENDERED_COLUMNS = 10_000;

/** One lens for the article and one for each paragraph that other articles share something with. */
export function lenses({ views, corpus }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  /** What VS Code was last given, by document: it asks when it likes, also before there is an analysis. */
  const given = new Map<string, string>();

  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const view = views.view(document);
    return settings.lenses() && view ? [...top(document, view), ...paragraphs(document, view)] : [];
  };

  const top = (document: vscode.TextDocument, { lens: counts, limits }: ArticleView): vscode.CodeLens[] => {
    const path = document.uri.toString();
    const range = new vscode.Range(0, 0, 0, 0);
    const told = (title: string): vscode.CodeLens => new vscode.CodeLens(range, { title, command: '' });
    return [
      new vscode.CodeLens(range, {
        title: articleTitle(counts, corpus.busy),
        command: counts.linked > 0 ? 'counterpoint.showCounterparts' : '',
        arguments: [{ path }],
      }),
      ...[...cutText(firstCutLine(document)), ...limitTexts(limits)].map(told),
    ];
  };

  const paragraphs = (document: vscode.TextDocument, { paragraphs }: ArticleView): vscode.CodeLens[] => {
    const path = document.uri.toString();
    return paragraphs.flatMap(({ span, claims, differing, possible }) => {
      const range = views.range(document, span);
      if (!range) return [];
      const at = range.with(range.start, range.start);
      const counted = new vscode.CodeLens(at, {
        title: paragraphTitle(claims.length - possible, differing, possible),
        command: 'counterpoint.showCounterparts',
        arguments: [{ path, claims }],
      });
      return [
        // In the first line the article's own lens stands already, and two counts side by side read as one.
        ...(at.start.line === 0 ? [] : [counted]),
        new vscode.CodeLens(at, {
          title: vscode.l10n.t('Annotate'),
          command: 'counterpoint.annotate',
          arguments: [{ path, line: at.start.line }],
        }),
      ];
    });
  };

  const saidBy = (lenses: readonly vscode.CodeLens[]): string =>
    lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`).join('\n');

  /** Lenses are asked for anew only when they no longer say what was given, so that they don't jump while typing. */
  const refresh = (paths: readonly string[]): void => {
    const stale = vscode.workspace.textDocuments.some((document) => {
      const path = document.uri.toString();
      return paths.includes(path) && saidBy(provideCodeLenses(document)) !== given.get(path);
    });
    if (stale) changed.fire();
  };

  let wasBusy = corpus.busy;
  const onCorpus = (): void => {
    if (wasBusy === corpus.busy) return;
    wasBusy = corpus.busy;
    refresh([...given.keys()]);
  };

  return together(
    changed,
    views.onDidChange(refresh),
    corpus.onDidChange(onCorpus),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => given.delete(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.lenses')) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const lenses = provideCodeLenses(document);
        given.set(document.uri.toString(), saidBy(lenses));
        return lenses;
      },
    }),
  );
}

const possibleText = (count: number): string[] =>
  count === 0 ? [] : [count === 1 ? vscode.l10n.t('1 possibly') : vscode.l10n.t('{0} possibly', count)];

/** What needs a look comes first. */
const paragraphTitle = (linked: number, differing: number, possible: number): string =>
  [
    ...(differing > 0 ? [differText(differing)] : []),
    ...(linked > 0 ? [linkedText(linked), ...possibleText(possible)] : [onlyPossibleText(possible)]),
  ].join(' · ');

const onlyPossibleText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 claim possibly has a counterpart')
    : vscode.l10n.t('{0} claims possibly have counterparts', count);

/** `busy`: others of the story may still be found. */
function articleTitle(
  { quotations, figures, linked, differing, possible, otherArticles, versions }: ArticleLens,
  busy: boolean,
): string {
  return [
    ...(differing > 0 ? [differText(differing)] : []),
    othersText(linked, otherArticles, busy),
    ...possibleText(possible),
    ...versions.map(versionText),
    quotationsText(quotations),
    figuresText(figures),
  ].join(' · ');
}

function othersText(linked: number, others: number, busy: boolean): string {
  if (others === 0 && busy) return vscode.l10n.t('looking for other articles of this story…');
  if (others === 0) return vscode.l10n.t('no other article of this story');
  if (others === 1)
    return linked === 1
      ? vscode.l10n.t('1 claim has counterparts in the other article')
      : vscode.l10n.t('{0} claims have counterparts in the other article', linked);
  return linked === 1
    ? vscode.l10n.t('1 claim has counterparts in {0} other articles', others)
    : vscode.l10n.t('{0} claims have counterparts in {1} other articles', linked, others);
}

const versionText = ({ earlier, changed, added, withdrawn }: VersionCount): string =>
  earlier
    ? vscode.l10n.t(
        'since the earlier version {0} changed, {1} added, {2} withdrawn',
        changed,
        added,
        withdrawn,
      )
    : vscode.l10n.t('a later version: {0} changed, {1} added, {2} withdrawn', changed, added, withdrawn);

const cutText = (line: number | null): string[] =>
  line === null
    ? []
    : [
        vscode.l10n.t(
          'Line {0} is longer than {1} columns: VS Code shows nothing past that',
          line,
          RENDERED_COLUMNS,
        ),
      ];

/** What is cut off is said: no limit is silent. */
const limitTexts = ({ claims, articles }: Limits): string[] => [
  ...(claims > 0
    ? [vscode.l10n.t('The last {0} claims are not compared: the article has too many', claims)]
    : []),
  ...(articles > 0
    ? [
        vscode.l10n.t(
          'Compared with the most similar articles; in {0} more only rare words were looked for',
          articles,
        ),
      ]
    : []),
];

/** The 1-based number of the first line that VS Code cuts off, or null. */
function firstCutLine(document: vscode.TextDocument): number | null {
  for (let line = 0; line < document.lineCount; line++) {
    if (document.lineAt(line).range.end.character > RENDERED_COLUMNS) return line + 1;
  }
  return null;
}
