import * as vscode from 'vscode';
import { withTag } from '../../core/sidecar/codebook-edit.ts';
import { SIDECAR_GLOB } from '../../core/sidecar/location.ts';
import { tagProblems } from '../../core/sidecar/tag-check.ts';
import type { Problem } from '../../core/text/problem.ts';
import { MARKER } from '../articles.ts';
import type { CodebookFile } from '../codebooks.ts';
import { diagnosticIn, fixActions, rangesIn } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { articleUri } from '../sidecar-files.ts';

/** What is told of a file, so that the fixes of a problem are found again when its light bulb is clicked. */
interface Told {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What is wrong in codebooks, and with the tags of notes by them, with changes that mend it. */
export function codebookProblems({ codebooks, sidecars }: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-codebook');
  const told = new Map<string, Told>();
  const listed = new Map<string, readonly vscode.Uri[]>();

  const tell = (uri: vscode.Uri, text: string, problems: readonly Problem[]): void => {
    if (problems.length > 0) told.set(uri.toString(), { text, problems });
    else told.delete(uri.toString());
    collection.set(uri, problems.map(diagnosticIn(rangesIn(text))));
  };
  const tellArticle = (article: vscode.Uri): void => {
    const tags = codebooks.tagsFor(article);
    const files = sidecars.get(article)?.files ?? [];
    for (const uri of listed.get(article.toString()) ?? []) tell(uri, '', []);
    listed.set(
      article.toString(),
      files.map(({ uri }) => uri),
    );
    for (const { uri, text, read } of files) tell(uri, text, tags ? tagProblems(read, tags) : []);
  };
  const tellAll = (): void => {
    collection.clear();
    told.clear();
    for (const { uri, text, problems } of codebooks.files()) tell(uri, text, problems);
    for (const { article } of sidecars.all()) tellArticle(article);
  };

  const provideCodeActions = (
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] => {
    const found = told.get(document.uri.toString());
    if (!found) return [];
    const mending = fixActions(document, found.text, found.problems, diagnostics);
    const unknown = diagnostics.filter(({ code }) => code === 'tag-unknown');
    return [...mending, ...unknown.flatMap((diagnostic) => additions(document, diagnostic))];
  };

  const additions = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] => {
    const article = articleUri(document.uri);
    if (!article) return [];
    const start = document.offsetAt(diagnostic.range.start);
    const note = sidecars
      .get(article)
      ?.files.find(({ uri }) => uri.toString() === document.uri.toString())
      ?.read.tagged.flatMap(({ tags }) => tags)
      .find((tag) => tag.span.start === start);
    const book = codebooks.above(article).find(({ value }) => value.tags !== null);
    const edit = note && book && additionTo(book, note.text);
    if (!edit) return [];
    const title = vscode.l10n.t('Add "{0}" to the codebook', note.text);
    const add = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    add.diagnostics = [diagnostic];
    add.edit = edit;
    return [add];
  };

  const selector = [{ pattern: `**/${SIDECAR_GLOB}` }, { pattern: `**/${MARKER}` }];
  tellAll();
  return together(
    collection,
    codebooks.onDidChange(tellAll),
    sidecars.onDidChange(tellArticle),
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** The codebook with one tag more; null where it is written in a way that is not safe to change. */
export function additionTo({ uri, text }: CodebookFile, tag: string): vscode.WorkspaceEdit | null {
  const addition = withTag(text, tag);
  if (!addition) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangesIn(text)(addition.span), addition.text);
  return edit;
}
