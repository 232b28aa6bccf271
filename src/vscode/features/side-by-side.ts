import * as vscode from 'vscode';
import { type BesideChoice, besideChoices } from '../../core/desk/beside.ts';
import { differs } from '../../core/presentation/lens.ts';
import type { BesideArticle } from '../beside.ts';
import { fileName } from '../cards/place-text.ts';
import { isPathRef } from '../claim-args.ts';
import { differText } from '../counts.ts';
import { linkedClaim } from '../cursor.ts';
import { together } from '../disposables.ts';
import { isArticle } from '../documents.ts';
import { columnOf } from '../places.ts';
import type { Session } from '../session.ts';

type Mark = 'same' | 'differs' | 'possible';
const MARKS: readonly Mark[] = ['same', 'differs', 'possible'];

/** A box, and two arrows in the margin: told by shape, too. What differs has a dashed box, what is merely possible a dotted one. */
function createTypes(
  media: (name: string) => vscode.Uri,
): Readonly<Record<Mark, vscode.TextEditorDecorationType>> {
  const border = new vscode.ThemeColor('counterpoint.besideBorder');
  const create = (style: string) =>
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      backgroundColor: new vscode.ThemeColor('counterpoint.besideBackground'),
      // Within its own rows: outside, it would lie over the lines under the words above.
      outline: `1px ${style}; outline-offset: -1px`,
      outlineColor: border,
      overviewRulerColor: border,
      overviewRulerLane: vscode.OverviewRulerLane.Center,
      gutterIconSize: 'contain',
      light: { gutterIconPath: media('beside-light.svg') },
      dark: { gutterIconPath: media('beside-dark.svg') },
    });
  return { same: create('solid'), differs: create('dashed'), possible: create('dotted') };
}

/** Two articles side by side: what the one has of the claim at the cursor in the other is brought into view and marked. */
export function sideBySide(session: Session): vscode.Disposable {
  const { beside, corpus, engine, views, context } = session;
  const types = createTypes((name) => vscode.Uri.joinPath(context.extensionUri, 'media', name));

  const paint = (): void => {
    const marked = new Map<vscode.TextEditor, [Mark, vscode.Range][]>();
    const mark = (editor: vscode.TextEditor, kind: Mark, range: vscode.Range | null): void => {
      if (range) marked.set(editor, [...(marked.get(editor) ?? []), [kind, range]]);
    };
    const { from, others = [] } = beside.now ?? {};
    for (const { editor, found } of others) {
      if (!from || !found?.there) continue;
      const kind = markOf(found.there.link);
      // One box of its own claim is enough, however many articles have it.
      if (!marked.has(from)) mark(from, kind, views.range(from.document, found.claim));
      mark(editor, kind, views.range(editor.document, found.there.claim));
    }
    for (const editor of vscode.window.visibleTextEditors)
      for (const kind of MARKS) {
        const ranges = (marked.get(editor) ?? []).filter(([its]) => its === kind).map(([, range]) => range);
        editor.setDecorations(types[kind], ranges);
      }
  };

  const choices = async (document: vscode.TextDocument, claim: string | null): Promise<BesideChoice[]> => {
    const path = document.uri.toString();
    const [story, links] = await Promise.all([engine.storyArticles(path), engine.viewLinks(path)]);
    return besideChoices(path, story, links?.value.links ?? [], claim);
  };

  /** `arg`: a row of a list names the article to open. */
  const start = async (arg: unknown): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isArticle(editor.document)) return;
    const { document } = editor;
    // Who has just opened the folder has not seen yet that the other articles are still to come.
    await corpus.settledSoon();
    await views.load(document);
    const claim = linkedClaim(session, document, editor.selection)?.claim ?? null;
    const all = await choices(document, claim);
    const named = isPathRef(arg) && arg.path !== document.uri.toString() ? arg.path : null;
    const path = named ?? shownBeside(all) ?? (await pick(all));
    if (path === null) {
      if (all.length === 0)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('No other article of this story is known: there is nothing to read beside it.'),
        );
      return;
    }
    await show(editor, vscode.Uri.parse(path));
  };

  const show = async (editor: vscode.TextEditor, uri: vscode.Uri): Promise<void> => {
    const options = { viewColumn: columnOf(uri) ?? besideColumn(editor), preserveFocus: true };
    await vscode.window.showTextDocument(uri, options);
    // It may have been laid out anew, or have become an article only now.
    const now = vscode.window.visibleTextEditors.find((one) => one.document === editor.document) ?? editor;
    beside.start(now);
  };

  paint();
  return together(
    ...Object.values(types),
    beside.onDidChange(paint),
    vscode.commands.registerCommand('counterpoint.sideBySide', start),
    vscode.commands.registerCommand('counterpoint.endSideBySide', () => beside.stop()),
  );
}

function markOf(link: Parameters<typeof differs>[0]): Mark {
  if (link.certainty === 'possible') return 'possible';
  return differs(link) ? 'differs' : 'same';
}

/** An article that is in sight already is the one that is meant. */
function shownBeside(choices: readonly BesideChoice[]): string | null {
  const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
  return choices.find(({ path }) => shown.includes(path))?.path ?? null;
}

/** The column to the right; left of it where the screen has two columns already and this is the second. */
const besideColumn = ({ viewColumn }: vscode.TextEditor): vscode.ViewColumn =>
  viewColumn === vscode.ViewColumn.Two ? vscode.ViewColumn.One : vscode.ViewColumn.Beside;

/** The only one there is is not asked for; null where there is none, or none was picked. */
async function pick(choices: readonly BesideChoice[]): Promise<string | null> {
  const [first, second] = choices;
  if (!first || !second) return first?.path ?? null;
  const items = choices.map((choice) => ({ ...itemOf(choice), path: choice.path }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which article is to be opened beside this one?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.path ?? null;
}

function itemOf({ path, article, shared, differing, isBest }: BesideChoice): vscode.QuickPickItem {
  const counts = [
    ...(isBest ? [vscode.l10n.t('has the best counterpart of the claim at the cursor')] : []),
    shared === 1 ? vscode.l10n.t('1 claim in both') : vscode.l10n.t('{0} claims in both', shared),
    ...(differing > 0 ? [differText(differing)] : []),
  ];
  return {
    label: article?.outlet ?? fileName(path),
    description: [article?.date, article?.title].filter((part) => part).join(' · '),
    detail: counts.join(' · '),
  };
}

/** An article as it is called in few words. */
export const outletOf = ({ editor, outlet }: BesideArticle): string =>
  outlet ?? fileName(editor.document.uri.path);
