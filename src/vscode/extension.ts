import * as vscode from 'vscode';
import { articleLanguage, createArticles } from './articles.ts';
import { createBeside } from './beside.ts';
import { createCodebooks } from './codebooks.ts';
import { createCorpus } from './corpus.ts';
import { currentArticle } from './current-article.ts';
import { isOnOwnDisk } from './disk.ts';
import { createEditLocks } from './edit-locks.ts';
import { startEngine } from './engine-thread.ts';
import { createAnchors } from './features/annotations/anchors.ts';
import { annotations } from './features/annotations/annotations.ts';
import { brokenSidecars } from './features/annotations/broken-sidecars.ts';
import { createKeptPlaces } from './features/annotations/kept-places.ts';
import { articleFacts } from './features/article-facts.ts';
import { articleProblems } from './features/article-problems.ts';
import { brief } from './features/brief.ts';
import { codebookProblems } from './features/codebook-problems.ts';
import { compare } from './features/compare.ts';
import { comparison } from './features/comparison/comparison.ts';
import { conflicts } from './features/conflicts/conflicts.ts';
import { desk } from './features/desk/desk.ts';
import { differenceProblems } from './features/difference-problems.ts';
import { dismissals } from './features/dismissals.ts';
import { highlights } from './features/highlights.ts';
import { hover } from './features/hover.ts';
import { lenses } from './features/lenses.ts';
import { linkByHand } from './features/link-by-hand.ts';
import { mergeDriver } from './features/merge-driver.ts';
import { navigation } from './features/navigation.ts';
import { outline } from './features/outline.ts';
import { practice } from './features/practice.ts';
import { renameTag } from './features/rename-tag.ts';
import { review } from './features/review.ts';
import { sideBySide } from './features/side-by-side.ts';
import { status } from './features/status.ts';
import { steps } from './features/steps.ts';
import { storyGroups } from './features/story-groups.ts';
import { yamlHelp } from './features/yaml-help.ts';
import { yamlLinks } from './features/yaml-links.ts';
import { createArticlePast } from './old-texts.ts';
import { presentFacts } from './present-facts.ts';
import { createRecovery } from './recovery.ts';
import type { Session } from './session.ts';
import { createSidecarReader } from './sidecar-reader.ts';
import { createSidecarStore } from './sidecar-store.ts';
import { createViews } from './views.ts';

/**
 * Every feature is a function of the session that returns what it registered. Of lenses at one place, those that are
 * registered last come first.
 */
const FEATURES: readonly ((session: Session) => vscode.Disposable)[] = [
  annotations,
  highlights,
  hover,
  lenses,
  brokenSidecars,
  navigation,
  compare,
  linkByHand,
  storyGroups,
  codebookProblems,
  renameTag,
  yamlHelp,
  yamlLinks,
  conflicts,
  mergeDriver,
  dismissals,
  sideBySide,
  status,
  steps,
  review,
  desk,
  outline,
  articleFacts,
  brief,
  comparison,
  articleProblems,
  differenceProblems,
  practice,
];

/** What the tests in a real VS Code look at. */
export interface Api {
  readonly session: Session;
  /** The extension's own work from `activate` to its return, in milliseconds. */
  readonly activationTime: number;
}

export function activate(context: vscode.ExtensionContext): Api {
  const started = performance.now();
  const program = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, 'dist', name);
  const log = vscode.window.createOutputChannel('Counterpoint', { log: true });
  const engine = startEngine(program('worker.js'), log, cacheFolder(context));
  closing = () => engine.close();
  const views = createViews(engine, log);
  const articles = createArticles();
  const reader = createSidecarReader(program('sidecar-worker.js'));
  const sidecars = createSidecarStore({ log, reader });
  const past = createArticlePast();
  const load = presentFacts(sidecars, past);
  const corpus = createCorpus({ engine, views, articles, sidecars: { ...sidecars, load }, log });
  const current = currentArticle();
  const kept = createKeptPlaces(context.storageUri, log);
  const anchors = createAnchors({ store: sidecars, past, kept });
  const codebooks = createCodebooks(log);
  const beside = createBeside(views);
  const locks = createEditLocks();
  const recovery = createRecovery(context.storageUri ?? context.globalStorageUri, log);
  const session: Session = {
    ...{ engine, views, corpus, current, beside, locks },
    ...{ sidecars, anchors, codebooks, kept, recovery, log, context },
  };
  const registered = FEATURES.map((feature) => feature(session));
  const language = articleLanguage(articles);
  const parts = [
    log,
    engine,
    views,
    articles,
    sidecars,
    reader,
    kept,
    anchors,
    codebooks,
    beside,
    locks,
    current,
    corpus,
    language,
    ...registered,
  ];
  context.subscriptions.push(...parts);
  const activationTime = performance.now() - started;
  log.info(`activated in ${activationTime.toFixed(1)} ms`);
  return { session, activationTime };
}

let closing: () => Promise<void> = () => Promise.resolve();

/** The editor waits for it, for a while, when a window is closed. */
export const deactivate = (): Promise<void> => closing();

/** Of the workspace: what is kept there says what is in its articles, and goes nowhere else. */
const cacheFolder = ({ storageUri }: vscode.ExtensionContext): string | undefined =>
  storageUri && isOnOwnDisk(storageUri) ? vscode.Uri.joinPath(storageUri, 'corpus').fsPath : undefined;
