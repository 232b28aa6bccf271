import type * as vscode from 'vscode';
import type { Project } from '../core/corpus/project.ts';
import type { Corpus } from './corpus.ts';
import type { SidecarStore } from './sidecar-store.ts';

/** What every feature is given. */
export interface Session {
  readonly project: Project;
  readonly corpus: Corpus;
  readonly sidecars: SidecarStore;
  readonly log: vscode.LogOutputChannel;
}
