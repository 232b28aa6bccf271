import * as vscode from 'vscode';
import { articleOf, SIDECAR_SUFFIX } from '../../../core/sidecar/location.ts';
import { diagnosticIn, rangesIn } from '../../diagnostics.ts';
import { together } from '../../disposables.ts';
import type { SidecarState, SidecarStore } from '../../sidecar-store.ts';
import type { Anchors } from './anchors.ts';

/** What is wrong with sidecars and their anchors, in Problems, with what can be done about it. */
export function annotationProblems(store: SidecarStore, anchors: Anchors): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-annotations');
  const listed = new Map<string, vscode.Uri>();
  const refresh = (article: vscode.Uri): void => {
    const key = article.toString();
    const state = store.get(article);
    const uri = state?.uri ?? listed.get(key);
    if (!uri) return;
    if (state) listed.set(key, uri);
    else listed.delete(key);
    collection.set(uri, state ? diagnosticsOf(state, anchors) : []);
  };
  return together(
    collection,
    anchors.onDidChange(refresh),
    vscode.languages.registerCodeActionsProvider(
      { pattern: `**/*${SIDECAR_SUFFIX}` },
      { provideCodeActions: (document, _range, { diagnostics }) => actionsFor(store, document, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function diagnosticsOf({ text, article }: SidecarState, anchors: Anchors): vscode.Diagnostic[] {
  const inSidecar = rangesIn(text);
  const inArticle = rangesIn(anchors.text(article) ?? '');
  return anchors.problems(article).map((problem) => {
    const diagnostic = diagnosticIn(inSidecar)(problem);
    const { code, passages } = problem;
    if (code.startsWith('anchor-')) {
      const places = passages ?? [{ start: 0, end: 0 }];
      const said = passages ? vscode.l10n.t('The passage') : vscode.l10n.t('The article');
      diagnostic.relatedInformation = places.map(
        (place) =>
          new vscode.DiagnosticRelatedInformation(new vscode.Location(article, inArticle(place)), said),
      );
    }
    return diagnostic;
  });
}

function actionsFor(
  store: SidecarStore,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const path = articleOf(document.uri.path);
  const article = path === null ? null : document.uri.with({ path });
  if (!article) return [];
  return diagnostics.flatMap((diagnostic) => {
    if (!String(diagnostic.code).startsWith('anchor-')) return [];
    const id = idAt(store.get(article), document.offsetAt(diagnostic.range.start));
    if (id === null) return [];
    const action = (title: string, command: string): vscode.CodeAction => {
      const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      fix.command = { title, command, arguments: [{ article: article.toString(), id }] };
      fix.diagnostics = [diagnostic];
      return fix;
    };
    const isNote = store.get(article)?.read.value.annotations.some((note) => note.id === id) === true;
    return [
      ...(isNote ? [action(vscode.l10n.t('Choose the passage'), 'counterpoint.reanchorAnnotation')] : []),
      action(vscode.l10n.t('Remove the annotation'), 'counterpoint.removeAnnotation'),
    ];
  });
}

function idAt(state: SidecarState | undefined, offset: number): string | null {
  for (const [id, span] of state?.read.places ?? []) if (span.start === offset) return id;
  return null;
}
