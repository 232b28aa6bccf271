import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { freshPlaces, haveWords, type Subject } from '../../../core/desk/occurrences.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import type { SidecarOperation } from '../../../core/sidecar/operation.ts';
import type { Span } from '../../../core/text/span.ts';
import type { Occurrences } from '../../../engine/engine.ts';
import { openDocument } from '../../documents.ts';
import { shortened } from '../../markdown.ts';
import { say } from '../../say.ts';
import type { Session } from '../../session.ts';
import type { ArticleChanges } from '../../sidecar-store.ts';
import { offerUndo } from './offer-undo.ts';
import { pickTags } from './pick-tags.ts';
import { newId, timeNow } from './stamp.ts';
import { choiceFor } from './tag-choice.ts';
import { articleEditor } from './target.ts';

/** So many notes are added at once, no more: who wants more has meant something else. */
const MOST = 500;

/** The places of one article, as of a revision of its text. */
type ArticlePlaces = Occurrences['articles'][number];

/** What may be annotated at once, and how much that is. */
interface Choice {
  readonly subject: Subject;
  readonly scope: 'article' | 'story';
  readonly articles: readonly ArticlePlaces[];
  /** Places without a note, and those that have one already. */
  readonly fresh: number;
  readonly noted: number;
  /** How many articles have a place without a note. */
  readonly freshArticles: number;
}

/** What a key of the analyst's own may say beforehand, so that less is asked. */
interface Said {
  readonly scope?: 'article' | 'story';
  readonly tags?: readonly string[];
  readonly note?: string;
}

/**
 * Puts one note, with the same tags and words, on each place where what is selected occurs: the same words, every
 * wording of a name, the same figure; in this article or in its story. One undo takes all of it back.
 */
export async function annotateEverywhere(session: Session, arg: unknown): Promise<void> {
  const editor = articleEditor();
  if (!editor) return say(vscode.l10n.t('Open an article first.'));
  const said = saidIn(arg);
  const choice = await choose(session, editor, said);
  if (!choice) return;
  const { uri } = editor.document;
  const tags = said.tags ?? (await pickTags([], choiceFor(session, uri)));
  const note = tags && (said.note ?? (await askNote(choice.fresh, tags.length === 0)));
  if (!tags || note === undefined || note === null) return;
  const author = await session.sidecars.authorFor(uri);
  if (author === undefined) return;
  const changes = await changesFor(session, choice, { author, tags, note });
  if (!changes) return say(vscode.l10n.t('The article was changed meanwhile. Choose the passage again.'));
  const [first] = changes;
  if (!first || !(await session.sidecars.applyTogether(changes))) return;
  const count = changes.reduce((sum, { operations }) => sum + operations.length, 0);
  // Not awaited: the command is done, the message may stand for long.
  void offerUndo(session, doneText(count, changes.length), idOf(first));
}

/** Null after a message, or where nothing was chosen. */
async function choose(session: Session, editor: vscode.TextEditor, said: Said): Promise<Choice | null> {
  const { corpus, views, engine } = session;
  // As it is now: she may go on while the articles are read.
  const { document, selection } = editor;
  // What is typed or opened at this moment counts, too.
  await corpus.settledSoon();
  await views.load(document);
  const path = document.uri.toString();
  const found = await engine.occurrences(path, views.span(document, selection));
  const all = found.flatMap((one) => choicesOf(session, one, path));
  if (all.length === 0)
    return refuse(
      vscode.l10n.t('Select words, or put the cursor on a name or a figure, to annotate each occurrence.'),
    );
  const open = all.filter(({ fresh }) => fresh > 0 && fresh <= MOST);
  if (open.length === 0) {
    const isMuch = all.some(({ fresh }) => fresh > MOST);
    return refuse(
      isMuch
        ? vscode.l10n.t('These are more than {0} places: select more words.', MOST)
        : vscode.l10n.t('Each occurrence has a note already.'),
    );
  }
  const meant = said.scope && open.find(({ scope }) => scope === said.scope);
  const title = vscode.l10n.t('What is to be annotated, wherever it occurs?');
  return meant ?? (await vscode.window.showQuickPick(open.map(itemOf), { title }))?.choice ?? null;
}

/** In this article, and in the story where other articles have it, too. */
function choicesOf(session: Session, { subject, articles }: Occurrences, path: string): Choice[] {
  const own = articles.filter((one) => one.path === path);
  const scopes = [
    { scope: 'article' as const, articles: own },
    ...(articles.length > own.length ? [{ scope: 'story' as const, articles }] : []),
  ];
  return scopes
    .filter((one) => one.articles.length > 0)
    .map((one) => {
      const counts = one.articles.map((article) => {
        const places = placesNow(session, article);
        return { all: places.length, fresh: freshIn(session, article.path, places).length };
      });
      const sum = (part: 'all' | 'fresh'): number => counts.reduce((total, count) => total + count[part], 0);
      const freshArticles = counts.filter(({ fresh }) => fresh > 0).length;
      return { subject, ...one, fresh: sum('fresh'), noted: sum('all') - sum('fresh'), freshArticles };
    });
}

/** In the text as an editor has it; the file of a closed article is as it was read. */
function placesNow({ views }: Session, { path, revision, value }: ArticlePlaces): readonly Span[] {
  const document = openDocument(vscode.Uri.parse(path));
  if (!document) return value;
  return value.flatMap((span) => {
    const range = views.range(document, span, revision);
    return range ? [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }] : [];
  });
}

function freshIn({ anchors }: Session, path: string, places: readonly Span[]): readonly Span[] {
  const noted = anchors.placed(vscode.Uri.parse(path)).flatMap(({ span }) => span ?? []);
  return freshPlaces(places, noted);
}

/** What each article's sidecar is to take; null where a place has other words by now, as after a checkout. */
async function changesFor(
  session: Session,
  { articles }: Choice,
  own: Pick<Annotation, 'author' | 'tags' | 'note'>,
): Promise<ArticleChanges[] | null> {
  const now = timeNow();
  const changes: ArticleChanges[] = [];
  for (const article of articles) {
    const uri = vscode.Uri.parse(article.path);
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const places = freshIn(session, article.path, placesNow(session, article));
    if (!haveWords(text, places, article.words)) return null;
    const [first, ...others] = places.map(
      (span): SidecarOperation => ({
        kind: 'addAnnotation',
        annotation: {
          ...own,
          ...{ id: newId('a'), created: now, modified: now, status: 'open', confidence: null },
          ...{ replies: [], selectors: describeSpan(text, span) },
        },
      }),
    );
    if (first) changes.push({ article: uri, operations: [first, ...others] });
  }
  return changes;
}

/** Undefined where she leaves it. A note says something, by its words or by its tags. */
const askNote = (count: number, isNeeded: boolean): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title:
      count === 1 ? vscode.l10n.t('Note on 1 place') : vscode.l10n.t('Note on each of {0} places', count),
    prompt: isNeeded
      ? vscode.l10n.t('Without a tag, a note needs words.')
      : vscode.l10n.t('May stay empty: the tags say something already.'),
    validateInput: (value) =>
      isNeeded && value.trim() === '' ? vscode.l10n.t('Without a tag, a note needs words.') : undefined,
  });

const itemOf = (choice: Choice): vscode.QuickPickItem & { readonly choice: Choice } => {
  const { noted } = choice;
  return {
    label: subjectText(choice.subject),
    description: placesText(choice),
    ...(noted > 0 ? { detail: notedText(noted) } : {}),
    choice,
  };
};

function placesText({ scope, fresh, freshArticles }: Choice): string {
  if (scope === 'article')
    return fresh === 1
      ? vscode.l10n.t('1 place in this article')
      : vscode.l10n.t('{0} places in this article', fresh);
  if (freshArticles !== 1)
    return vscode.l10n.t('{0} places in {1} articles of the story', fresh, freshArticles);
  return fresh === 1
    ? vscode.l10n.t('1 place in the story')
    : vscode.l10n.t('{0} places in 1 article of the story', fresh);
}

const notedText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 more has a note already and stays as it is')
    : vscode.l10n.t('{0} more have a note already and stay as they are', count);

function subjectText(subject: Subject): string {
  if (subject.kind === 'name') return vscode.l10n.t('{0}, by every wording', subject.name);
  const words = shortened(subject.words.replace(/\s+/g, ' '), 60);
  return subject.kind === 'figure'
    ? vscode.l10n.t('The figure “{0}”, however it is written', words)
    : vscode.l10n.t('The words “{0}”', words);
}

function doneText(count: number, articles: number): string {
  if (count === 1) return vscode.l10n.t('1 annotation was added.');
  return articles === 1
    ? vscode.l10n.t('{0} annotations were added.', count)
    : vscode.l10n.t('{0} annotations were added in {1} articles.', count, articles);
}

const idOf = ({ operations: [first] }: ArticleChanges): string =>
  first.kind === 'addAnnotation' ? first.annotation.id : '';

function saidIn(arg: unknown): Said {
  if (typeof arg !== 'object' || arg === null) return {};
  const { scope, tags, note } = arg as Readonly<Record<string, unknown>>;
  return {
    ...(scope === 'article' || scope === 'story' ? { scope } : {}),
    ...(Array.isArray(tags) && tags.every((one) => typeof one === 'string') ? { tags } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  };
}

function refuse(message: string): null {
  say(message);
  return null;
}
