import * as vscode from 'vscode';
import {
  groupedNotes,
  isMissing,
  NOTE_GROUPINGS,
  type NoteGroup,
  type NoteGrouping,
  type NoteRow,
  notesWith,
} from '../../../core/desk/notes.ts';
import { fileName } from '../../cards/place-text.ts';
import { together } from '../../disposables.ts';
import { shortened } from '../../markdown.ts';
import type { Session } from '../../session.ts';
import { statusName } from '../annotations/comments.ts';
import { createTree, opens, type Row, spoken, type Tree, tell } from './tree.ts';

/** A row carries what commands ask for: of a note, article and id; of a group, its tag. */
type NotesRow =
  | (Row & { readonly kind: 'group'; readonly group: NoteGroup; readonly tag: string | null })
  | (Row & { readonly kind: 'note'; readonly article: string; readonly id: string; readonly note: NoteRow });

/** All notes of the workspace; those that have lost their passage on top. */
export function notesTree({
  sidecars,
  anchors,
  log,
}: Session): Tree<NotesRow> & { readonly find: (article: string, id: string) => void } {
  let grouping: NoteGrouping = 'tag';
  /** Words that the shown notes have; empty for all. */
  let words = '';

  const tree = createTree<NotesRow>('counterpoint.annotations', {
    log,
    roots: () => {
      const all = allNotes();
      const missing = all.filter(isMissing).length;
      const groups = groupedNotes(notesWith(all, words), grouping);
      tree.view.badge = missing > 0 ? { value: missing, tooltip: missingText(missing) } : undefined;
      tell(tree.view, {
        message: all.length > 0 && groups.length === 0 ? vscode.l10n.t('No annotation has these words.') : '',
        description: [...(words === '' ? [] : [`“${words}”`]), groupedBy(grouping)].join(' · '),
      });
      return groups.map((group) => ({
        kind: 'group',
        treeId: `${group.kind} ${group.key ?? ''}`,
        group,
        tag: group.kind === 'tag' ? group.key : null,
      }));
    },
    children: (row) => (row.kind === 'group' ? row.group.notes.map((note) => noteRow(note, row.treeId)) : []),
    item: (row) => (row.kind === 'group' ? groupItem(row.group) : noteItem(row.note)),
  });

  tell(tree.view, { description: groupedBy(grouping) });

  const allNotes = (): NoteRow[] =>
    sidecars.all().flatMap(({ article }) =>
      anchors.placed(article).map(({ annotation, span, resolution }) => ({
        article: article.toString(),
        id: annotation.id,
        found: span ? resolution.status : resolution.status === 'ambiguous' ? 'ambiguous' : 'lost',
        start: span?.start ?? null,
        note: annotation.note,
        quote: annotation.selectors.quote.exact,
        author: annotation.author,
        status: annotation.status,
        tags: annotation.tags,
      })),
    );

  const choose = async (): Promise<void> => {
    const items = NOTE_GROUPINGS.map((value) => ({
      label: groupingName(value),
      value,
      picked: value === grouping,
    }));
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group annotations by') });
    if (!picked) return;
    grouping = picked.value;
    tree.refresh();
    await vscode.commands.executeCommand('counterpoint.annotations.focus');
  };

  const narrow = (next: string): void => {
    words = next;
    void vscode.commands.executeCommand('setContext', 'counterpoint.annotationsFiltered', next !== '');
    tree.refresh();
  };
  const search = async (): Promise<void> => {
    const title = vscode.l10n.t('Words of the note, its passage, author or tags; empty for all annotations');
    const typed = await vscode.window.showInputBox({ title, value: words });
    if (typed === undefined) return;
    narrow(typed.trim());
    await vscode.commands.executeCommand('counterpoint.annotations.focus');
  };

  const commands = [
    vscode.commands.registerCommand('counterpoint.groupAnnotations', choose),
    vscode.commands.registerCommand('counterpoint.searchAnnotations', search),
    vscode.commands.registerCommand('counterpoint.clearAnnotationSearch', () => narrow('')),
  ];
  return {
    ...tree,
    find: (article, id) =>
      tree.reveal((row) => row.kind === 'note' && row.article === article && row.note.id === id),
    dispose: () => together(tree, ...commands).dispose(),
  };
}

/** A note may stand under several tags. */
const noteRow = (note: NoteRow, group: string): NotesRow => ({
  kind: 'note',
  treeId: `${group} ${note.article}#${note.id}`,
  article: note.article,
  id: note.id,
  note,
});

const missingText = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 note has lost its passage')
    : vscode.l10n.t('{0} notes have lost their passage', count);

const groupedBy = (grouping: NoteGrouping): string =>
  ({
    tag: vscode.l10n.t('by tag'),
    status: vscode.l10n.t('by status'),
    author: vscode.l10n.t('by author'),
    article: vscode.l10n.t('by article'),
  })[grouping];

const groupingName = (grouping: NoteGrouping): string =>
  ({
    tag: vscode.l10n.t('tag'),
    status: vscode.l10n.t('status'),
    author: vscode.l10n.t('author'),
    article: vscode.l10n.t('article'),
  })[grouping];

function groupItem({ kind, key, notes }: NoteGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(groupName(kind, key), vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(notes.length);
  item.contextValue = kind === 'tag' && key === null ? 'group' : `${kind}Group`;
  if (kind === 'missing')
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return spoken(item, groupName(kind, key), String(notes.length));
}

function groupName(kind: NoteGroup['kind'], key: string | null): string {
  if (kind === 'missing') return vscode.l10n.t('Passage lost or ambiguous');
  if (key === null) return vscode.l10n.t('Without a tag');
  if (kind === 'article') return fileName(key);
  const statuses = ['open', 'verified', 'disputed', 'closed'] as const;
  const status = kind === 'status' ? statuses.find((one) => one === key) : undefined;
  return status === undefined ? key : statusName(status);
}

function noteItem(row: NoteRow): vscode.TreeItem {
  const { article, id, note, quote, author, status, tags } = row;
  const first = note.split('\n').find((line) => line.trim() !== '');
  const passage = `“${shortened(quote.replace(/\s+/g, ' ').trim(), 80)}”`;
  const item = new vscode.TreeItem(first ?? passage);
  const state = isMissing(row) ? [foundText(row)] : [];
  item.description = [...state, ...(first === undefined ? [] : [passage]), author, statusName(status)].join(
    ' · ',
  );
  item.tooltip = [passage, note, [fileName(article), author, statusName(status), ...tags].join(' · ')].join(
    '\n',
  );
  item.iconPath = new vscode.ThemeIcon(
    isMissing(row) ? 'warning' : status === 'open' ? 'comment-unresolved' : 'comment',
  );
  item.contextValue = isMissing(row) ? 'missingNote' : 'note';
  item.command = opens('counterpoint.goToAnnotation', vscode.l10n.t('Go to the passage'), { article, id });
  return spoken(item, ...state, first, passage, fileName(article), author, statusName(status), ...tags);
}

const foundText = ({ found }: NoteRow): string =>
  found === 'ambiguous' ? vscode.l10n.t('passage ambiguous') : vscode.l10n.t('passage lost');
