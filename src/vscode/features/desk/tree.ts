import * as vscode from 'vscode';
import { together } from '../../disposables.ts';

/** A row by an id that stays the same when the tree is built anew: what is open and selected stays so. */
export interface Row {
  readonly treeId: string;
}

export interface TreeOptions<T extends Row> {
  readonly roots: () => Promise<readonly T[]> | readonly T[];
  readonly children: (row: T) => Promise<readonly T[]> | readonly T[];
  readonly item: (row: T) => vscode.TreeItem;
  readonly log: vscode.LogOutputChannel;
}

/** A list beside the editor: built when it is looked at, and only as far as it is opened. */
export interface Tree<T extends Row> extends vscode.Disposable {
  readonly view: vscode.TreeView<T>;
  /** Builds it anew; at once where it is visible, else when it comes into view. */
  refresh(): void;
  /**
   * Brings the first row that fits into view and selects it, at once or when the list has it; the focus stays where it
   * is. Null: none is looked for any more.
   */
  reveal(fits: ((row: T) => boolean) | null): void;
}

export function createTree<T extends Row>(id: string, options: TreeOptions<T>): Tree<T> {
  const changed = new vscode.EventEmitter<void>();
  const parents = new Map<string, T | undefined>();
  const known = new Map<string, T>();
  let isStale = false;
  /** Of a list that was never looked at VS Code asks when it is: nothing has to be told. */
  let isAsked = false;
  /** What the row is like that is yet to be revealed. */
  let wanted: ((row: T) => boolean) | null = null;

  const given = (rows: readonly T[], parent?: T): T[] => {
    for (const row of rows) {
      parents.set(row.treeId, parent);
      known.set(row.treeId, row);
    }
    // VS Code knows the rows when they are given.
    if (wanted) setTimeout(follow);
    return [...rows];
  };

  const childrenOf = async (row?: T): Promise<T[]> => {
    isAsked = true;
    try {
      if (row) return given(await options.children(row), row);
      const roots = await options.roots();
      parents.clear();
      known.clear();
      return given(roots);
    } catch (error) {
      options.log.error(String(error));
      return [];
    }
  };

  const view = vscode.window.createTreeView<T>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: childrenOf,
      getParent: (row) => parents.get(row.treeId),
      getTreeItem: (row) => {
        const item = options.item(row);
        item.id = row.treeId;
        return item;
      },
    },
  });

  const refresh = (): void => {
    if (!isAsked) return;
    isStale = !view.visible;
    if (view.visible) changed.fire();
  };

  const follow = (): void => {
    if (!wanted || !view.visible) return;
    const [selected] = view.selection;
    // Of several rows that fit, the one that was chosen stays.
    const row = selected && wanted(selected) ? selected : [...known.values()].find(wanted);
    if (!row) return;
    const fits = wanted;
    const done = (): void => {
      if (wanted === fits) wanted = null;
    };
    if (row === selected) done();
    // A row that went meanwhile can't be shown; there is nothing to say about that.
    else view.reveal(row, { select: true, focus: false }).then(done, done);
  };
  const reveal = (fits: ((row: T) => boolean) | null): void => {
    wanted = fits;
    follow();
  };

  const shown = view.onDidChangeVisibility(() => {
    if (view.visible && isStale) refresh();
  });
  return { view, refresh, reveal, dispose: () => together(changed, view, shown).dispose() };
}

/** Says something above the rows or beside the title: VS Code lays the list out anew for it, changed or not. */
export function tell(
  view: vscode.TreeView<unknown>,
  texts: { readonly message?: string; readonly description?: string },
): void {
  const { message = view.message ?? '', description = view.description ?? '' } = texts;
  if ((view.message ?? '') !== message) view.message = message;
  if ((view.description ?? '') !== description) view.description = description;
}

/** Opened rows of one command: a click or Enter runs it with the row. */
export const opens = (command: string, title: string, ...args: readonly unknown[]): vscode.Command => ({
  command,
  title,
  arguments: [...args],
});

/** What a screen reader says instead of label and description. */
export const spoken = (
  item: vscode.TreeItem,
  ...parts: readonly (string | null | undefined)[]
): vscode.TreeItem => {
  item.accessibilityInformation = { label: parts.filter((part) => part).join(', ') };
  return item;
};
