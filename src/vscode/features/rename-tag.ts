import * as vscode from 'vscode';
import type { TagDefinition } from '../../core/sidecar/codebook-tags.ts';
import { plain } from '../../core/sidecar/scalar.ts';
import type { Shown } from '../../core/sidecar/shown.ts';
import type { Span } from '../../core/text/span.ts';
import { type CodebookFile, SIDECARS_AND_CODEBOOKS } from '../codebooks.ts';
import { rangesIn } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import { sidecarAt } from '../read-sidecars.ts';
import type { Session } from '../session.ts';
import { usedTags } from './annotations/tag-choice.ts';

/** A tag where it is written, and the codebook that holds for it there, if any. */
interface Found {
  readonly tag: string;
  readonly span: Span;
  readonly book: CodebookFile | undefined;
}

/** Renames a tag in its codebook and in the notes of all articles for which that holds, as one edit that undo takes back. */
export function renameTag(session: Session): vscode.Disposable {
  const prepareRename = (document: vscode.TextDocument, position: vscode.Position) => {
    const found = tagAt(session, document, position);
    if (!found) throw new Error(vscode.l10n.t('Only tags can be renamed here.'));
    return { range: rangesIn(document.getText())(found.span), placeholder: found.tag };
  };
  const provideRenameEdits = (
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
  ): vscode.WorkspaceEdit => {
    const found = tagAt(session, document, position);
    if (!found) throw new Error(vscode.l10n.t('Only tags can be renamed here.'));
    return renaming(session, found.book, found.tag, name);
  };

  const ask = async (arg: unknown): Promise<void> => {
    const named = namedRename(arg);
    const books = session.codebooks.files().filter(({ value }) => value.tags !== null);
    const defined = books.flatMap((book) =>
      (book.value.tags ?? []).map(({ name }) => ({ label: name, book })),
    );
    const isDefined = (tag: string): boolean => defined.some(({ label }) => label === tag);
    const others = usedTags(session.sidecars)
      .filter((tag) => !isDefined(tag))
      .sort();
    const items: { label: string; book: CodebookFile | undefined; description?: string }[] = [
      ...defined.map((one) => ({ ...one, description: vscode.workspace.asRelativePath(one.book.uri) })),
      ...others.map((label) => ({ label, book: undefined })),
    ];
    const picked = named
      ? items.find(({ label }) => label === named.from)
      : await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which tag is to be renamed?') });
    if (!picked) return;
    const title = vscode.l10n.t('New name of the tag “{0}”', picked.label);
    const name = named?.to ?? (await vscode.window.showInputBox({ title, value: picked.label }));
    if (!name?.trim() || name.trim() === picked.label) return;
    try {
      const edit = renaming(session, picked.book, picked.label, name);
      await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };

  return together(
    vscode.languages.registerRenameProvider(SIDECARS_AND_CODEBOOKS, { prepareRename, provideRenameEdits }),
    vscode.commands.registerCommand('counterpoint.renameTag', ask),
  );
}

/** A row of the list of notes names the tag alone. */
function namedRename(arg: unknown): { readonly from: string; readonly to?: string } | null {
  if (typeof arg !== 'object' || arg === null) return null;
  if ('tag' in arg && typeof arg.tag === 'string') return { from: arg.tag };
  if (!('from' in arg) || !('to' in arg)) return null;
  const { from, to } = arg;
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

function tagAt(
  { codebooks, sidecars }: Session,
  document: vscode.TextDocument,
  position: vscode.Position,
): Found | null {
  const offset = document.offsetAt(position);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const uri = document.uri.toString();
  const book = codebooks.files().find((one) => one.uri.toString() === uri);
  const defined = book?.value.tags?.find(({ span }) => holds(span));
  if (book && defined) return { tag: defined.name, span: defined.span, book };
  const sidecar = sidecarAt(sidecars, document.uri);
  const tag = sidecar?.file.read.tagged.flatMap(({ tags }) => tags).find(({ span }) => holds(span));
  return sidecar && tag
    ? { tag: tag.text, span: tag.span, book: bookOf(codebooks.above(sidecar.article), tag.text) }
    : null;
}

const tagsIn = ({ value }: Shown): readonly string[] => value.annotations.flatMap(({ tags }) => tags);

const definitionIn = ({ value }: CodebookFile, tag: string): TagDefinition | undefined =>
  value.tags?.find(({ name }) => name === tag);

/** The codebook whose word on a tag holds: of those above an article, the nearest that has it. */
const bookOf = (above: readonly CodebookFile[], tag: string): CodebookFile | undefined =>
  above.find((book) => definitionIn(book, tag));

/** @throws Error in words for people, where the new name can't be had. */
function renaming(
  { codebooks, sidecars }: Session,
  book: CodebookFile | undefined,
  tag: string,
  name: string,
): vscode.WorkspaceEdit {
  const fresh = name.trim();
  if (fresh === '') throw new Error(vscode.l10n.t('A tag needs a name.'));
  if (book && fresh !== tag && definitionIn(book, fresh))
    throw new Error(vscode.l10n.t('The codebook has a tag “{0}” already. Choose another name.', fresh));
  if (book && !vscode.workspace.getWorkspaceFolder(book.uri))
    throw new Error(
      vscode.l10n.t(
        'The codebook of this tag is above the opened folder: {0}. Open its folder to rename the tag in all articles for which it holds.',
        vscode.workspace.asRelativePath(book.uri),
      ),
    );
  const edit = new vscode.WorkspaceEdit();
  const put = (uri: vscode.Uri, text: string, span: Span): void =>
    edit.replace(uri, rangesIn(text)(span), plain(fresh));
  const defined = book && definitionIn(book, tag);
  if (book && defined) put(book.uri, book.text, defined.span);
  for (const { article, files } of sidecars.all()) {
    if (bookOf(codebooks.above(article), tag)?.uri.toString() !== book?.uri.toString()) continue;
    for (const { uri, text, read, shown } of files) {
      const isUsed = [
        ...read.tagged.flatMap(({ tags }) => tags.map((one) => one.text)),
        ...tagsIn(shown),
      ].includes(tag);
      if (isUsed && read.problems.some(({ severity }) => severity === 'error'))
        throw new Error(
          vscode.l10n.t(
            '{0} has a mistake, which Problems tells of. Mend it first: the tag is renamed in all notes or in none.',
            vscode.workspace.asRelativePath(uri),
          ),
        );
      for (const { tags } of read.tagged)
        for (const one of tags) if (one.text === tag) put(uri, text, one.span);
    }
  }
  return edit;
}
