import type { Project } from '../core/corpus/project.ts';
import type { Link } from '../core/counterparts/link.ts';
import { type Brief, briefOf } from '../core/desk/brief.ts';
import { type ClaimRow, claimRows } from '../core/desk/claim-rows.ts';
import type { Ledger } from '../core/desk/ledger.ts';
import { ledgerOf } from '../core/desk/ledger-of.ts';
import type { Matrix } from '../core/desk/matrix.ts';
import { matrixOf } from '../core/desk/matrix-of.ts';
import { namesOfStory, type StoryName } from '../core/desk/names.ts';
import { unreviewedLinks } from '../core/desk/review.ts';
import {
  type Difference,
  differencesOf,
  type StoryArticle,
  type StoryHead,
  storyArticles,
  storyLister,
} from '../core/desk/story.ts';
import { type ArticleSymbol, symbolFinder } from '../core/desk/symbols.ts';
import type { Timeline } from '../core/desk/timeline.ts';
import { timelineOf } from '../core/desk/timeline-of.ts';
import { turn } from './pause.ts';

export interface ToldOptions {
  /** To be read by others: what private sidecars decide does not count. */
  readonly forOthers?: boolean;
  /** Whether all articles have been set; true where it is not said. Else nothing is said to be in one article only. */
  readonly complete?: boolean;
}

/** A corpus as it is told of. */
export function toldOf(project: Project, { forOthers = false, complete = true }: ToldOptions = {}): Project {
  const told = forOthers ? project.forOthers() : project;
  return complete ? told : { ...told, complete };
}

/** What the lists beside the editor ask; every answer is empty where the corpus has no such article. */
export interface Desk {
  /** The articles of an article's story. */
  storyArticles(path: string): Promise<readonly StoryArticle[]>;
  differences(path: string): Promise<readonly Difference[]>;
  /** All stories of several articles. */
  storyHeads(): Promise<readonly StoryHead[]>;
  claimRows(path: string, options?: ToldOptions): Promise<readonly ClaimRow[]>;
  /** The names of an article's story. */
  names(path: string): Promise<readonly StoryName[]>;
  /** The links of an article's story that nobody has decided on. */
  unreviewed(path: string): Promise<readonly Link[]>;
  symbols(query: string): Promise<readonly ArticleSymbol[]>;
  brief(path: string, options?: ToldOptions): Promise<Brief>;
  /** Who of an article's story says what: the JSON text of a `Matrix`; null where the corpus has no such article. */
  matrix(path: string, options?: ToldOptions): Promise<string | null>;
  /** The figures that several articles of the story give: of a `Ledger`. */
  ledger(path: string, options?: ToldOptions): Promise<string | null>;
  /** Who said what when, and the days that claims of the story speak of: of a `Timeline`. */
  timeline(path: string, options?: ToldOptions): Promise<string | null>;
}

const textOf = (model: Matrix | Ledger | Timeline | null): string | null => model && JSON.stringify(model);

/** How long a search keeps other questions waiting, in milliseconds. */
const SLICE = 20;

export function deskOf(project: Project): Desk {
  const symbols = symbolFinder(project);
  const storyHeads = storyLister(project);
  /** The first search reads all articles: other questions are answered in between. */
  const prepareAll = async (): Promise<void> => {
    let until = performance.now() + SLICE;
    for (const path of project.paths()) {
      symbols.prepare(path);
      if (performance.now() < until) continue;
      await turn();
      until = performance.now() + SLICE;
    }
  };
  return {
    storyArticles: async (path) => storyArticles(project, path),
    differences: async (path) => differencesOf(project, path),
    storyHeads: async () => storyHeads(),
    claimRows: async (path, options) => claimRows(toldOf(project, options), path),
    names: async (path) => namesOfStory(project, path),
    unreviewed: async (path) => unreviewedLinks(project, path),
    symbols: async (query) => {
      if (query.trim().length < 2) return [];
      await prepareAll();
      return symbols.find(query);
    },
    brief: async (path, options) => briefOf(toldOf(project, options), path),
    matrix: async (path, options) => textOf(matrixOf(toldOf(project, options), path)),
    ledger: async (path, options) => textOf(ledgerOf(toldOf(project, options), path)),
    timeline: async (path, options) => textOf(timelineOf(toldOf(project, options), path)),
  };
}
