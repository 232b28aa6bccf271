import * as vscode from 'vscode';
import { type BriefNote, briefMarkdown } from '../../core/desk/brief-markdown.ts';
import { pathFrom } from '../../core/sidecar/location.ts';
import { lineAt, lineStarts } from '../../core/text/line-number.ts';
import { inWords } from '../in-words.ts';
import type { Session } from '../session.ts';
import { storyArticle } from './annotations/target.ts';

/** A Markdown comparison of the open article's story, in an editor of its own: the analyst keeps it where she likes. */
export function brief(session: Session): vscode.Disposable {
  const write = async (arg: unknown): Promise<void> => {
    const article = storyArticle(session, arg);
    await session.corpus.settledSoon();
    const complete = !session.corpus.busy;
    const told = article && (await session.engine.brief(article.toString(), { complete }));
    if (!article || !told || told.sources.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article of the story first.'));
      return;
    }
    const content = briefMarkdown(told, {
      notes: told.sources.flatMap(({ path }) => notesOf(session, path)),
      today: new Date().toISOString().slice(0, 10),
      fileName: (path) => pathFrom(article.path, vscode.Uri.parse(path).path),
      words: inWords,
    });
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  };
  return vscode.commands.registerCommand('counterpoint.writeBrief', write);
}

/** Private notes are for their author: only what stands in the files for all goes in. */
function notesOf({ anchors, sidecars }: Session, path: string): BriefNote[] {
  const uri = vscode.Uri.parse(path);
  const open = (sidecars.get(uri)?.files ?? []).filter(({ isPrivate }) => !isPrivate);
  const ids = new Set(open.flatMap(({ shown }) => shown.value.annotations.map(({ id }) => id)));
  const lines = lineStarts(anchors.text(uri) ?? '');
  return anchors
    .placed(uri)
    .filter(({ annotation }) => ids.has(annotation.id))
    .map(({ annotation, span }) => ({
      path,
      line: span && lineAt(lines, span.start) + 1,
      quote: annotation.selectors.quote.exact,
      note: annotation.note,
      author: annotation.author,
      status: annotation.status,
      tags: annotation.tags,
      replies: annotation.replies,
    }));
}
