import * as vscode from 'vscode';
import { createProject } from '../core/corpus/project.ts';
import { articleLanguage, createArticles } from './articles.ts';
import { createCorpus } from './corpus.ts';
import { annotations } from './features/annotations/annotations.ts';
import { articleProblems } from './features/article-problems.ts';
import { compare } from './features/compare.ts';
import { dismissals } from './features/dismissals.ts';
import { highlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { lenses } from './features/lenses.ts';
import { navigation } from './features/navigation.ts';
import type { Session } from './session.ts';
import { createSidecarStore } from './sidecar-store.ts';

/** Every feature is a function of the session that returns what it registered. */
const FEATURES: readonly ((session: Session) => vscode.Disposable)[] = [
  // VS Code puts the cards of who registers last on top: a note's card stands below the claim's.
  annotations,
  highlights,
  hover,
  lenses,
  navigation,
  compare,
  dismissals,
  articleProblems,
];

/** What the tests in a real VS Code look at. */
export interface Api {
  readonly session: Session;
  /** The extension's own work from `activate` to its return, in milliseconds. */
  readonly activationTime: number;
}

export function activate(context: vscode.ExtensionContext): Api {
  const started = performance.now();
  const log = vscode.window.createOutputChannel('Counterpoint', { log: true });
  const project = createProject();
  const articles = createArticles();
  const sidecars = createSidecarStore({ log });
  const corpus = createCorpus({ project, articles, sidecars, log });
  const session: Session = { project, corpus, sidecars, log };
  const registered = FEATURES.map((feature) => feature(session));
  context.subscriptions.push(log, articles, sidecars, corpus, articleLanguage(articles), ...registered);
  const activationTime = performance.now() - started;
  log.info(`activated in ${activationTime.toFixed(1)} ms`);
  return { session, activationTime };
}
