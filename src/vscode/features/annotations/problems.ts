import * as vscode from 'vscode';
import { fingerprint } from '../../../core/anchors/fingerprint.ts';
import { lineAt, lineStarts } from '../../../core/text/line-number.ts';
import type { Problem } from '../../../core/text/problem.ts';
import { commandFix, diagnosticIn, earlierVersions, fixActions, rangesIn } from '../../diagnostics.ts';
import { together } from '../../disposables.ts';
import { type SidecarFile, sidecarAt } from '../../read-sidecars.ts';
import { settings } from '../../settings.ts';
import { articleUri, SIDECARS } from '../../sidecar-files.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import type { Anchors } from './anchors.ts';
import { inContext, type PlaceRef } from './reanchor.ts';

/** What is wrong with sidecars and their anchors, in Problems, with what can be done about it. */
export function annotationProblems(store: SidecarStore, anchors: Anchors): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-annotations');
  const listed = new Map<string, readonly vscode.Uri[]>();
  const refresh = (article: vscode.Uri): void => {
    const key = article.toString();
    // Places change at every key: where nothing is wrong, nothing is told anew.
    const found = anchors.problems(article).filter(({ problems }) => problems.length > 0);
    for (const uri of listed.get(key) ?? []) collection.delete(uri);
    for (const { file, problems } of found)
      collection.set(file.uri, diagnosticsOf(article, file, problems, anchors));
    if (found.length > 0)
      listed.set(
        key,
        found.map(({ file }) => file.uri),
      );
    else listed.delete(key);
  };
  return together(
    collection,
    anchors.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('counterpoint.problems')) return;
      for (const { article } of store.all()) refresh(article);
    }),
    vscode.languages.registerCodeActionsProvider(
      SIDECARS,
      {
        provideCodeActions: (document, _range, { diagnostics }) => {
          const mending = [
            ...mendingActions(anchors, document, diagnostics),
            ...actionsFor(store, anchors, document, diagnostics),
          ];
          return [...mending, ...earlierVersions(diagnostics, /^sidecar-/, mending)];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function diagnosticsOf(
  article: vscode.Uri,
  { text }: SidecarFile,
  problems: readonly Problem[],
  anchors: Anchors,
): vscode.Diagnostic[] {
  const inSidecar = rangesIn(text);
  const inArticle = rangesIn(anchors.text(article) ?? '');
  const unplaced = settings.unplaced();
  return problems.flatMap((problem) => {
    const diagnostic = diagnosticIn(inSidecar)(problem);
    const { code, passages } = problem;
    if (code.startsWith('anchor-')) {
      if (unplaced === null) return [];
      diagnostic.severity = unplaced;
      const places = passages ?? [{ start: 0, end: 0 }];
      const said = passages ? vscode.l10n.t('The passage') : vscode.l10n.t('The article');
      diagnostic.relatedInformation = places.map(
        (place) =>
          new vscode.DiagnosticRelatedInformation(new vscode.Location(article, inArticle(place)), said),
      );
    }
    return [diagnostic];
  });
}

function actionsFor(
  store: SidecarStore,
  anchors: Anchors,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const found = sidecarAt(store, document.uri);
  if (!found) return [];
  const { article, file } = found;
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code === 'article-missing') {
      const title = vscode.l10n.t('Find the article that was renamed');
      return [commandFix(diagnostic, title, 'counterpoint.adoptSidecar', { article: article.toString() })];
    }
    if (!String(diagnostic.code).startsWith('anchor-')) return [];
    const id = idAt(file, document.offsetAt(diagnostic.range.start));
    if (id === null) return [];
    const action = (title: string, command: string, more: object = {}): vscode.CodeAction =>
      commandFix(diagnostic, title, command, { article: article.toString(), id, ...more });
    const isNote = file.shown.value.annotations.some((note) => note.id === id);
    const places = isNote ? candidatesFor(anchors, article, id) : [];
    return [
      ...places.map(({ title, place }) => action(title, 'counterpoint.reanchorAnnotation', { place })),
      ...(isNote ? [action(vscode.l10n.t('Choose the passage'), 'counterpoint.reanchorAnnotation')] : []),
      action(vscode.l10n.t('Remove the annotation'), 'counterpoint.removeAnnotation'),
    ];
  });
}

/** Changes to the sidecar itself. */
function mendingActions(
  anchors: Anchors,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const article = articleUri(document.uri);
  const told = article && anchors.problems(article);
  const own = told?.find(({ file }) => file.uri.toString() === document.uri.toString());
  return own ? fixActions(document, own.file.text, own.problems, diagnostics) : [];
}

/** The places that a note without one may belong to, each with the words around it. */
function candidatesFor(
  anchors: Anchors,
  article: vscode.Uri,
  id: string,
): { readonly title: string; readonly place: PlaceRef }[] {
  const text = anchors.text(article);
  const noted = anchors.placed(article).find(({ annotation }) => annotation.id === id);
  if (text === null || !noted || noted.span) return [];
  const print = fingerprint(text);
  const starts = lineStarts(text);
  return noted.resolution.candidates.map(({ start, end }) => ({
    title: vscode.l10n.t('Line {0}: {1}', lineAt(starts, start) + 1, inContext(text, { start, end }, 40)),
    place: { start, end, text: print },
  }));
}

function idAt({ read }: SidecarFile, offset: number): string | null {
  for (const [id, span] of read.places) if (span.start === offset) return id;
  return null;
}
