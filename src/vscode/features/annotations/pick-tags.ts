import * as vscode from 'vscode';
import type { TagDefinition } from '../../../core/sidecar/codebook-tags.ts';

interface TagItem extends vscode.QuickPickItem {
  readonly tag: string;
}

/** What may be chosen from: the codebook's tags, and those that notes have without it. */
export interface Choice {
  readonly defined: readonly TagDefinition[] | null;
  readonly used: readonly string[];
}

/**
 * Lets the analyst choose a note's tags; null where she leaves it. A tag's shortcut, typed alone, takes or gives that
 * tag at once; other words become a new tag.
 */
export function pickTags(current: readonly string[], choice: Choice): Promise<readonly string[] | null> {
  const list = vscode.window.createQuickPick<TagItem>();
  const items = itemsOf(current, choice);
  const shortcuts = new Map(
    choice.defined?.flatMap(({ shortcut, name }) => (shortcut ? [[shortcut, name]] : [])),
  );
  list.title = vscode.l10n.t('Tags of the annotation');
  list.placeholder =
    shortcuts.size > 0
      ? vscode.l10n.t('Choose, or type a shortcut or a new tag')
      : vscode.l10n.t('Choose, or type a new tag');
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.items = items;
  list.selectedItems = items.filter(({ tag }) => current.includes(tag));
  return new Promise((resolve) => {
    const done = (tags: readonly string[] | null): void => {
      resolve(tags);
      list.hide();
    };
    /** What was ticked when the words in the box were typed. */
    let ticked: readonly string[] = current;
    list.onDidChangeValue((value) => {
      const tag = shortcuts.get(value.toLowerCase());
      if (tag !== undefined) return done(toggled(current, tag));
      const { selectedItems } = list;
      const own = items.filter((item) => item.tag !== fresh?.tag);
      fresh = newItem(value, own);
      list.items = fresh ? [fresh, ...own] : own;
      const chosen = selectedItems.filter((item) => own.includes(item));
      list.selectedItems = fresh ? [fresh, ...chosen] : chosen;
      ticked = list.selectedItems.map(({ tag }) => tag);
    });
    list.onDidAccept(() => {
      const tags = list.selectedItems.map(({ tag }) => tag);
      // Words typed and Enter mean the row in front, unless another was ticked after them.
      const front = list.value.trim() === '' || !isSame(tags, ticked) ? undefined : list.activeItems[0]?.tag;
      done(front === undefined || tags.includes(front) ? tags : [...tags, front]);
    });
    list.onDidHide(() => {
      resolve(null);
      list.dispose();
    });
    let fresh: TagItem | null = null;
    list.show();
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag) => other.includes(tag));

export const toggled = (tags: readonly string[], tag: string): readonly string[] =>
  tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];

function itemsOf(current: readonly string[], { defined, used }: Choice): TagItem[] {
  const known = (defined ?? []).map(
    ({ name, title, description, shortcut }): TagItem => ({
      tag: name,
      label: shortcut === null ? name : `${name} (${shortcut})`,
      ...(title === null ? {} : { description: title }),
      ...(description === null ? {} : { detail: description.replace(/\s+/g, ' ') }),
    }),
  );
  const names = new Set(known.map(({ tag }) => tag));
  const others = [...new Set([...current, ...used])].filter((tag) => !names.has(tag)).sort();
  const note = defined === null ? undefined : vscode.l10n.t('not in the codebook');
  return [
    ...known,
    ...others.map((tag) => ({ tag, label: tag, ...(note === undefined ? {} : { description: note }) })),
  ];
}

function newItem(value: string, items: readonly TagItem[]): TagItem | null {
  const tag = value.trim();
  if (tag === '' || items.some((item) => item.label.toLowerCase().includes(tag.toLowerCase()))) return null;
  return { tag, label: tag, description: vscode.l10n.t('a new tag'), alwaysShow: true };
}
