import * as vscode from 'vscode';
import type { SidecarOperation } from '../core/sidecar/operation.ts';

/** A change that no sidecar could take. */
export interface Unsaved {
  readonly article: string;
  readonly operation: SidecarOperation;
  /** Also of a change to a private note. */
  readonly isPrivate: boolean;
  /** What would have taken the change back when it was kept: whether the entry has changed since is told by it. */
  readonly before?: SidecarOperation;
}

/** Changes that could not be written, in the workspace's storage until they can: a file each. */
export interface Recovery {
  /** The workspace's storage, in which they are. */
  readonly folder: vscode.Uri;
  /** `key`: what the change belongs to; a later one for the same takes its place. */
  keep(key: object | string, unsaved: Unsaved): Promise<void>;
  /** It was written, or given up. */
  drop(key: object | string): Promise<void>;
  /** By file; without those that are still open in this window, as drafts. */
  all(): Promise<ReadonlyMap<string, Unsaved>>;
  remove(file: string): Promise<void>;
}

export function createRecovery(storage: vscode.Uri, log: vscode.LogOutputChannel): Recovery {
  const folder = vscode.Uri.joinPath(storage, 'recovery');
  const names = new Map<object | string, string>();

  const remove = async (file: string): Promise<void> => {
    try {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, file));
    } catch (error) {
      log.warn(`${file} was not removed: ${String(error)}`);
    }
  };

  return {
    folder: storage,
    keep: async (key, unsaved) => {
      const name = names.get(key) ?? `${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}.json`;
      names.set(key, name);
      try {
        await vscode.workspace.fs.createDirectory(folder);
        const text = JSON.stringify({ version: 1, ...unsaved }, null, 2);
        await vscode.workspace.fs.writeFile(
          vscode.Uri.joinPath(folder, name),
          new TextEncoder().encode(text),
        );
      } catch (error) {
        // What was typed is still in the editor.
        log.error(`A change that could not be saved could not be kept either: ${String(error)}`);
      }
    },
    drop: async (key) => {
      const name = names.get(key);
      names.delete(key);
      if (name !== undefined) await remove(name);
    },
    all: async () => {
      const found = new Map<string, Unsaved>();
      const drafts = new Set([...names].flatMap(([key, name]) => (typeof key === 'object' ? name : [])));
      for (const [name] of await listed(folder)) {
        const unsaved =
          name.endsWith('.json') && !drafts.has(name) ? await read(vscode.Uri.joinPath(folder, name)) : null;
        if (unsaved) found.set(name, unsaved);
      }
      return found;
    },
    remove,
  };
}

async function listed(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

async function read(file: vscode.Uri): Promise<Unsaved | null> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    if (typeof value !== 'object' || value === null) return null;
    const { version, article, operation, isPrivate, before } = value as Record<string, unknown>;
    const sound = version === 1 && typeof article === 'string' && typeof operation === 'object' && operation;
    if (!sound) return null;
    return {
      ...{ article, operation: operation as SidecarOperation, isPrivate: isPrivate === true },
      ...(typeof before === 'object' && before ? { before: before as SidecarOperation } : {}),
    };
  } catch {
    return null;
  }
}
