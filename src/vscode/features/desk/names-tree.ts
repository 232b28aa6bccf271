import * as vscode from 'vscode';
import type { NameInArticle, StoryName } from '../../../core/desk/names.ts';
import type { EntityType } from '../../../core/mentions/mention.ts';
import { placeText } from '../../cards/place-text.ts';
import type { CurrentArticle } from '../../current-article.ts';
import type { Session } from '../../session.ts';
import { createTree, opens, type Row, spoken, type Tree } from './tree.ts';

type NamesRow =
  /** `name`: as the open article has it, for the claims that name it. */
  | (Row & { readonly kind: 'name'; readonly name: string; readonly of: StoryName })
  | (Row & { readonly kind: 'mention'; readonly name: string; readonly mention: NameInArticle });

/** Who and what is named in the story, and in which of its articles. */
export function namesTree({ engine, log }: Session, current: CurrentArticle): Tree<NamesRow> {
  return createTree<NamesRow>('counterpoint.entities', {
    log,
    roots: async () => {
      const path = current.path();
      const names = path === null ? [] : await engine.names(path);
      return names.map((of) => {
        const here = of.articles.find(({ place }) => place.path === path);
        return { kind: 'name', treeId: `${of.type} ${of.name}`, name: here?.name ?? of.name, of };
      });
    },
    children: (row) =>
      row.kind === 'name'
        ? row.of.articles.map((mention) => ({
            kind: 'mention',
            treeId: `${row.treeId} ${mention.place.path}`,
            name: row.name,
            mention,
          }))
        : [],
    item: (row) => (row.kind === 'name' ? nameItem(row.of) : mentionItem(row.mention)),
  });
}

const ICONS: Readonly<Record<EntityType, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  group: 'globe',
  event: 'calendar',
  other: 'symbol-keyword',
};

const timesText = (count: number): string =>
  count === 1 ? vscode.l10n.t('once') : vscode.l10n.t('{0} times', count);

function nameItem({ name, type, role, aliases, mentions, articles }: StoryName): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const inArticles =
    articles.length === 1 ? vscode.l10n.t('in 1 article') : vscode.l10n.t('in {0} articles', articles.length);
  item.description = [
    role,
    aliases.length > 0 ? aliases.join(', ') : null,
    `${timesText(mentions)} ${inArticles}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
  item.tooltip = [name, role, aliases.join(', '), `${timesText(mentions)} ${inArticles}`]
    .filter((part) => part)
    .join('\n');
  item.iconPath = new vscode.ThemeIcon(ICONS[type]);
  item.contextValue = 'name';
  return spoken(item, name, role, ...aliases, timesText(mentions), inArticles);
}

function mentionItem({ place, span, mentions }: NameInArticle): vscode.TreeItem {
  const item = new vscode.TreeItem(placeText(place));
  item.description = timesText(mentions);
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = 'mention';
  item.command = opens('counterpoint.revealMention', vscode.l10n.t('Go to the name'), {
    path: place.path,
    ...span,
    here: true,
  });
  return spoken(item, placeText(place), timesText(mentions));
}
