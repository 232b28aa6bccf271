import type * as vscode from 'vscode';
import { entryIdOf, idOf, isRemoval, type SidecarOperation } from '../core/sidecar/operation.ts';
import type { SidecarRead } from '../core/sidecar/parse.ts';
import type { Undone, WrittenAll } from './sidecar-write.ts';

/** A change of this window's to one sidecar. */
export interface Done extends WrittenAll {
  readonly article: vscode.Uri;
  readonly uri: vscode.Uri;
  /** What was done with it is taken back with it. */
  readonly together?: object;
  /** Of a note that was moved: whether it was private before. */
  readonly wasPrivate?: boolean;
}

/** The file that holds the entry. */
interface Held {
  readonly uri: vscode.Uri;
  readonly read: Pick<SidecarRead, 'value'>;
}

/** What of the store taking back needs. */
interface Changing {
  fileOf(article: vscode.Uri, id: string): Held | undefined;
  changeAll(
    place: Pick<Done, 'article' | 'uri'>,
    operations: readonly SidecarOperation[],
    undone: Undone,
  ): Promise<WrittenAll | null>;
  move(article: vscode.Uri, id: string, isPrivate: boolean): Promise<unknown>;
}

/** What was changed in this window, as long as it can be taken back. */
export interface SidecarHistory {
  add(...changes: readonly Done[]): void;
  /**
   * Takes the last change back, or that an entry came or went, by its id. The change; null where there is none; false,
   * after a message, where a file could not take it.
   */
  undoLast(id?: string): Promise<Done | null | false>;
}

/** Changes that can be taken back; older ones are forgotten, but never a part of those that were done together. */
const MOST = 500;

export function createSidecarHistory({ fileOf, changeAll, move }: Changing): SidecarHistory {
  const done: Done[] = [];

  const takeBack = async (one: Done, inverse: SidecarOperation): Promise<boolean> => {
    const { article, wasPrivate } = one;
    if (wasPrivate !== undefined) return (await move(article, idOf(inverse), wasPrivate)) !== null;
    // It may have been made private since.
    const uri = fileOf(article, entryIdOf(inverse))?.uri ?? one.uri;
    return (await changeAll({ article, uri }, [inverse], one)) !== null;
  };

  /** What of it has been taken back otherwise, was changed or answered since, or is in another file by now, is left alone. */
  const takeBackAll = async (one: Done): Promise<boolean> => {
    const isAsItWas = (inverse: SidecarOperation): boolean => {
      const id = entryIdOf(inverse);
      const file = fileOf(one.article, id);
      return file?.uri.toString() === one.uri.toString() && !(isRemoval(inverse) && isWorkedOn(file, id));
    };
    const inverses = one.inverses.filter(isAsItWas);
    return inverses.length === 0 || (await changeAll(one, inverses, one)) !== null;
  };

  return {
    add: (...changes) => {
      done.push(...changes);
      while (done.length > MOST) {
        const batch = done[0]?.together;
        const next = batch === undefined ? 1 : done.findIndex(({ together }) => together !== batch);
        if (next < 0) return;
        done.splice(0, next);
      }
    },
    undoLast: async (id) => {
      // An entry is named to take back that it came or went, not what was changed in it since.
      const isIts = (inverse: SidecarOperation): boolean =>
        id === undefined || (idOf(inverse) === id && !inverse.kind.startsWith('update'));
      const latest = done.findLast(({ inverses }) => inverses.some(isIts));
      const inverse = latest?.inverses[0];
      if (!latest || !inverse) return null;
      const { together } = latest;
      const all = together ? done.filter((one) => one.together === together).reverse() : [latest];
      for (const one of all) {
        if (!(await (together ? takeBackAll(one) : takeBack(one, inverse)))) return false;
        done.splice(done.indexOf(one), 1);
      }
      return latest;
    },
  };
}

/** A note that somebody has changed or answered since it was made: its words are not to go with those around it. */
function isWorkedOn({ read }: Held, id: string): boolean {
  const note = read.value.annotations.find((one) => one.id === id);
  return note !== undefined && (note.modified !== note.created || note.replies.length > 0);
}
