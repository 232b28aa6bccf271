import type { FromPage, TabId, ToPage } from './protocol.ts';

/** What the page keeps across reloads: VS Code gives it back to the page, and to the extension to find the story. */
export interface PageState {
  /** An article of the story. */
  readonly path: string;
  readonly tab: TabId | null;
  /** What each tab keeps. */
  readonly tabs: Readonly<Record<string, unknown>>;
}

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();

export const post = (message: FromPage): void => vscode.postMessage(message);

/** Only what VS Code itself sends comes from this window's own origin, by way of the frame around it. */
export const onMessage = (listener: (message: ToPage) => void): void =>
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => listener(data));

const isState = (value: unknown): value is PageState =>
  typeof value === 'object' && value !== null && 'path' in value && 'tabs' in value;

let state: PageState = (() => {
  const kept = vscode.getState();
  return isState(kept) ? kept : { path: '', tab: null, tabs: {} };
})();

export const keptState = (): PageState => state;

export function keepState(changes: Partial<PageState>): void {
  state = { ...state, ...changes };
  vscode.setState(state);
}
