import * as vscode from 'vscode';
import { withTag } from '../../core/sidecar/codebook-edit.ts';
import { lacking, tagProblems } from '../../core/sidecar/tag-check.ts';
import type { Problem } from '../../core/text/problem.ts';
import type { Span } from '../../core/text/span.ts';
import { type CodebookFile, SIDECARS_AND_CODEBOOKS } from '../codebooks.ts';
import { commandFix, diagnosticIn, earlierVersions, fixActions, rangesIn } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import { sidecarAt } from '../read-sidecars.ts';
import type { Session } from '../session.ts';

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
    const mending = [
      ...fixActions(document, found.text, found.problems, diagnostics),
      ...diagnostics.flatMap((diagnostic) => tagActions(document, diagnostic)),
    ];
    return [...mending, ...earlierVersions(diagnostics, /^(?:codebook|tag)-/, mending)];
  };

  const tagActions = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] => {
    const found = sidecarAt(sidecars, document.uri);
    if (!found) return [];
    const { article, file } = found;
    const start = document.offsetAt(diagnostic.range.start);
    const isHere = ({ span }: { readonly span: Span }): boolean => span.start === start;
    const note = file.read.tagged.find(({ tags }) => tags.some(isHere));
    const tag = note?.tags.find(isHere)?.text;
    if (!note || tag === undefined) return [];
    if (diagnostic.code === 'tag-unknown') return additions(article, tag, diagnostic);
    if (diagnostic.code !== 'tag-incomplete') return [];
    const defined = codebooks.tagsFor(article)?.find(({ name }) => name === tag);
    const arg = { article: article.toString(), id: note.id };
    return (defined ? lacking(note, defined) : []).flatMap((key) => {
      const fill = FILLING.get(key);
      return fill ? [commandFix(diagnostic, fill.title(), fill.command, arg)] : [];
    });
  };

  const additions = (
    article: vscode.Uri,
    tag: string,
    diagnostic: vscode.Diagnostic,
  ): vscode.CodeAction[] => {
    const book = codebooks.above(article).find(({ value }) => value.tags !== null);
    const edit = book && additionTo(book, tag);
    if (!edit) return [];
    const title = vscode.l10n.t('Add "{0}" to the codebook', tag);
    const add = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    add.diagnostics = [diagnostic];
    add.edit = edit;
    return [add];
  };

  tellAll();
  return together(
    collection,
    codebooks.onDidChange(tellAll),
    sidecars.onDidChange(tellArticle),
    vscode.languages.registerCodeActionsProvider(
      SIDECARS_AND_CODEBOOKS,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** What fills in a field that a tag requires. */
const FILLING: ReadonlyMap<string, { readonly title: () => string; readonly command: string }> = new Map([
  [
    'confidence',
    {
      title: () => vscode.l10n.t('Say how sure you are'),
      command: 'counterpoint.setAnnotationConfidence',
    },
  ],
  ['status', { title: () => vscode.l10n.t('Set the status'), command: 'counterpoint.setAnnotationStatus' }],
  ['replies', { title: () => vscode.l10n.t('Reply to the note'), command: 'counterpoint.reply' }],
]);

/** The codebook with one tag more; null where it is written in a way that is not safe to change. */
function additionTo({ uri, text }: CodebookFile, tag: string): vscode.WorkspaceEdit | null {
  const addition = withTag(text, tag);
  if (!addition) return null;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangesIn(text)(addition.span), addition.text);
  return edit;
}
