import type { FromPage, Models, TabId } from './protocol.ts';
import type { Words } from './words.ts';

/** What a tab is given. */
export interface TabContext {
  readonly words: Words;
  readonly post: (message: FromPage) => void;
  /** What the tab kept of how it was left; undefined at first. To be checked: another version may have kept it. */
  readonly kept: unknown;
  /** Keeps plain data across reloads. Cheap enough for every key. */
  readonly keep: (state: unknown) => void;
}

/** A drawn tab. */
export interface TabView<M> {
  /** Draws a new model; scroll and focus stay where they are as far as what they were on is still there. */
  readonly update: (model: M) => void;
  /** The answer to a message `forOthers`. */
  readonly forOthers: (model: M) => void;
  /** The tab came to the front: sizes can be measured, and the focus may be taken. */
  readonly shown?: (takeFocus: boolean) => void;
}

/** Draws into `host`, an element of its own, by Lit's `render` or without. */
export interface Tab<T extends TabId> {
  readonly mount: (host: HTMLElement, context: TabContext) => TabView<Models[T]>;
}
