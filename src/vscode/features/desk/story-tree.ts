import * as vscode from 'vscode';
import type { Difference, StoryArticle, StoryHead } from '../../../core/desk/story.ts';
import { fileName, placeText } from '../../cards/place-text.ts';
import { relationText } from '../../cards/relation-text.ts';
import {
  differText,
  figuresText,
  linkedShort,
  linkedText,
  quotationsText,
  readingText,
  WORTH_TELLING,
} from '../../counts.ts';
import type { CurrentArticle } from '../../current-article.ts';
import type { Session } from '../../session.ts';
import { createTree, opens, type Row, spoken, type Tree, tell } from './tree.ts';

type StoryRow = Row &
  (
    | { readonly kind: 'article'; readonly path: string; readonly article: StoryArticle }
    | ({ readonly kind: 'difference' } & Difference)
    | { readonly kind: 'stories' }
    | { readonly kind: 'story'; readonly path: string; readonly head: StoryHead }
  );

/** The articles of the open article's story, and what they tell differently; below them, or where none is open, all stories. */
export function storyTree({ engine, corpus, log }: Session, current: CurrentArticle): Tree<StoryRow> {
  const articlesOf = async (path: string, parent = ''): Promise<StoryRow[]> =>
    (await engine.storyArticles(path)).map((article) => ({
      kind: 'article',
      // VS Code keeps how a row of one id is folded: one that had nothing below it, or was not open, would stay shut.
      treeId: `${parent}${article.path}${article.differing === 0 ? '' : ' differs'}${article.path === current.path() ? ' open' : ''}`,
      path: article.path,
      article,
    }));

  let known: readonly StoryHead[] = [];
  /** All stories at once are much work while articles come: they are told when those are read. */
  const heads = async (): Promise<StoryRow[]> => {
    if (corpus.waiting < WORTH_TELLING) known = await engine.storyHeads();
    return known.map((head) => ({ kind: 'story', treeId: `story ${head.path}`, path: head.path, head }));
  };

  const tree = createTree<StoryRow>('counterpoint.story', {
    log,
    roots: async () => {
      tell(tree.view, { message: corpus.waiting >= WORTH_TELLING ? readingText(corpus.waiting) : '' });
      const path = current.path();
      if (path === null) return heads();
      const own = await articlesOf(path);
      return own.length > 0 ? [...own, { kind: 'stories', treeId: 'stories' }] : heads();
    },
    children: async (row) => {
      if (row.kind === 'stories') return heads();
      if (row.kind === 'story') return articlesOf(row.head.path, `${row.treeId} `);
      if (row.kind !== 'article') return [];
      const differences = await engine.differences(row.path);
      return differences.map((one) => ({
        kind: 'difference',
        treeId: `${row.treeId}#${one.from.claim} ${one.to.path}#${one.to.claim}`,
        ...one,
      }));
    },
    item: (row) => itemOf(row, current.path()),
  });
  return tree;
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function itemOf(row: StoryRow, current: string | null): vscode.TreeItem {
  switch (row.kind) {
    case 'article':
      return articleItem(row.article, row.path === current);
    case 'difference':
      return differenceItem(row);
    case 'story':
      return headItem(row.head);
    case 'stories': {
      const item = new vscode.TreeItem(vscode.l10n.t('All stories'), Collapsed);
      item.iconPath = new vscode.ThemeIcon('library');
      item.contextValue = 'stories';
      return item;
    }
  }
}

function articleItem(article: StoryArticle, isCurrent: boolean): vscode.TreeItem {
  const { path, title, outlet, date, linked, differing, kinship } = article;
  const label = outlet ?? fileName(path);
  const item = new vscode.TreeItem(label, differing === 0 ? None : isCurrent ? Expanded : Collapsed);
  const differ = differing === 0 ? null : differText(differing);
  const kin =
    kinship === null
      ? null
      : kinship === 'copy'
        ? vscode.l10n.t('prints the same text')
        : vscode.l10n.t('another version');
  const here = isCurrent ? vscode.l10n.t('open') : null;
  item.description = [differ, date, kin, linkedShort(linked)].filter((part) => part !== null).join(' · ');
  item.tooltip = [title, countsText(article)].join('\n');
  item.iconPath = new vscode.ThemeIcon(isCurrent ? 'eye' : kinship === null ? 'file-text' : 'files');
  item.contextValue = 'article';
  item.command = opens('vscode.open', vscode.l10n.t('Open'), vscode.Uri.parse(path), { preserveFocus: true });
  return spoken(item, label, title, date, differ, linkedText(linked), kin, here);
}

const countsText = ({ quotations, figures, linked, differing }: StoryArticle): string =>
  [quotationsText(quotations), figuresText(figures), linkedText(linked), differText(differing)].join(' · ');

function differenceItem(row: Difference): vscode.TreeItem {
  const { from, to, relation, difference, words, otherWords, place, otherPlace } = row;
  const item = new vscode.TreeItem(`${words} ↔ ${otherWords}`);
  const how = relationText(relation, difference);
  // The icon says that it differs; how, may be cut off in a narrow list.
  item.description = `${otherPlace.outlet ?? fileName(otherPlace.path)} · ${how}`;
  item.tooltip = [how, `${placeText(place)}: ${words}`, `${placeText(otherPlace)}: ${otherWords}`].join('\n');
  item.iconPath = new vscode.ThemeIcon('diff', new vscode.ThemeColor('counterpoint.differsUnderline'));
  item.contextValue = 'link';
  item.command = opens('counterpoint.showLink', vscode.l10n.t('Show both passages'), { from, to });
  return spoken(item, how, words, placeText(place), otherWords, placeText(otherPlace));
}

function headItem({ title, date, articles }: StoryHead): vscode.TreeItem {
  const item = new vscode.TreeItem(title, Collapsed);
  item.description = [date, vscode.l10n.t('{0} articles', articles)]
    .filter((part) => part !== null)
    .join(' · ');
  item.tooltip = title;
  item.iconPath = new vscode.ThemeIcon('references');
  item.contextValue = 'story';
  return item;
}
