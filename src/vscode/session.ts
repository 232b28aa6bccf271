import type * as vscode from 'vscode';
import type { Beside } from './beside.ts';
import type { Codebooks } from './codebooks.ts';
import type { Corpus } from './corpus.ts';
import type { CurrentArticle } from './current-article.ts';
import type { EditLocks } from './edit-locks.ts';
import type { EngineThread } from './engine-thread.ts';
import type { Anchors } from './features/annotations/anchors.ts';
import type { KeptPlaces } from './features/annotations/kept-places.ts';
import type { Recovery } from './recovery.ts';
import type { SidecarStore } from './sidecar-store.ts';
import type { Views } from './views.ts';

/** What every feature is given. */
export interface Session {
  readonly engine: EngineThread;
  readonly views: Views;
  readonly corpus: Corpus;
  readonly current: CurrentArticle;
  /** The claim at the cursor, followed in the other visible articles. */
  readonly beside: Beside;
  readonly locks: EditLocks;
  readonly sidecars: SidecarStore;
  readonly anchors: Anchors;
  readonly codebooks: Codebooks;
  /** Places of notes, from one window to the next. */
  readonly kept: KeptPlaces;
  /** Changes that no sidecar could take. */
  readonly recovery: Recovery;
  readonly log: vscode.LogOutputChannel;
  readonly context: vscode.ExtensionContext;
}
