import { resolveSelectors } from '../anchors/resolve.ts';
import type { Analysis } from '../claims/analysis.ts';
import { analyze } from '../claims/analyze.ts';
import { type Bounds, createClaimIndex, type Limits, type SavedIndex } from '../counterparts/candidates.ts';
import type { Story } from '../counterparts/link.ts';
import { SHOWN } from '../counterparts/links.ts';
import { unpacked } from '../counterparts/unpacked.ts';
import { createVocabulary, type Vocabulary } from '../counterparts/vocabulary.ts';
import { COMPLETE, type Without } from '../mentions/component.ts';
import type { ArticleFacts } from '../text/article.ts';
import {
  type ArticleSource,
  contentOf,
  sameArticle,
  sameDecisions,
  sameDismissals,
} from './article-source.ts';
import { claimFinder, type DecidedPair, decidedPairs } from './decisions.ts';
import { type Kin, readKin } from './kinship.ts';
import { type LinkAnswers, linkAnswers } from './link-answers.ts';
import { createLinkage, type SavedLinks } from './linkage.ts';
import { type Reading, type Resolve, readingOf, unpackAnalysis } from './reading.ts';
import { createRecent } from './recent.ts';
import { createGrouping } from './stories.ts';

/** The corpus with its analyses and links: changes in, answers out. Editor and command line are its clients. */
export interface Project extends LinkAnswers {
  /** Adds or replaces an article: analyses it and brings its links up to date. `reading`: where it was read before. */
  set(source: ArticleSource, reading?: Reading): void;
  remove(path: string): void;
  paths(): readonly string[];
  analysis(path: string): Analysis | undefined;
  /** Whether all articles have been read and compared: else what others do not have can't be told. */
  readonly complete: boolean;
  /** The same corpus as everybody else has it: without what private sidecars decide. */
  forOthers(): Project;
  stories(): readonly Story[];
  /** The story of one article. */
  storyOf(path: string): Story | undefined;
  /** Stories that an analyst has put together, each by the paths of its articles; those that are not there don't count. */
  setGroups(groups: readonly (readonly string[])[]): void;
  /** What tells whether an article is a source of its own. */
  kin(path: string): Kin | undefined;
  /** What was left out of an article's counterparts because there is too much of it. */
  limits(path: string): Limits;
  /** What reading an article came to. */
  reading(path: string): Reading | undefined;
  /** What was found out about articles together. */
  saved(): SavedProject;
  /** Fills an empty project with articles as they were when it was saved: nothing is compared again. */
  restore(saved: SavedProject, article: (path: string) => ReadArticle): void;
}

/** Which articles there were, which of them were near each other, and their links. */
export interface SavedProject extends SavedIndex {
  readonly links: SavedLinks;
}

export interface ReadArticle {
  readonly source: ArticleSource;
  readonly reading: Reading;
}

export interface ProjectOptions {
  /** Terms by the numbers that readings have for them; an own one where it is not told. */
  readonly vocabulary?: Vocabulary;
  /** How much is compared; the usual where it is not told. */
  readonly bounds?: Bounds;
  /** What the analysis leaves out, to measure its worth. */
  readonly without?: Without;
  readonly analyze?: (text: string, facts: ArticleFacts) => Analysis;
  /** Finds the passage of a decision or dismissal in a text. */
  readonly resolve?: Resolve;
}

/** Profiles at hand: those of an article's neighbours, and of the next one's. */
const MOST_UNPACKED = 200;

/**
 * A corpus in memory. Which links there are hangs on the articles alone: any order of changes ends in the same
 * links, and a change touches only the links that it can reach.
 */
export function createProject(options: ProjectOptions = {}): Project {
  const { without = COMPLETE, vocabulary = createVocabulary() } = options;
  const read = options.analyze ?? ((text, facts) => analyze(text, facts, { without }));
  const entries = new Map<string, ReadArticle>();
  const index = createClaimIndex({
    vocabulary,
    floor: SHOWN,
    linked: (path) => linkage.partners(path),
    ...(options.bounds && { bounds: options.bounds }),
  });
  const profiles = createRecent(MOST_UNPACKED, (path: string) => {
    const entry = entries.get(path);
    if (entry === undefined) return undefined;
    const { source, reading } = entry;
    const packed = reading.profile;
    const { text } = source;
    return unpacked({ path, text, analysis: () => analysisOf(source, reading), packed, vocabulary });
  });
  const kin = createRecent(MOST_UNPACKED, (path: string) => {
    const article = analysis(path);
    return article && readKin(path, article);
  });
  const claimIds = createRecent(MOST_UNPACKED, (path: string) =>
    entries.get(path)?.reading.claims.split(' '),
  );
  const claimAt = claimFinder((path) => entries.get(path), profiles.get, options.resolve ?? resolveSelectors);
  const contents = createRecent(MOST_UNPACKED, (path: string) => {
    const source = entries.get(path)?.source;
    return source?.text ? contentOf(source) : undefined;
  });
  const linkage = createLinkage({
    contentAt: contents.get,
    index,
    profileAt: profiles.get,
    claimAt: (path, place) => claimIds.get(path)?.[place],
  });
  const grouping = createGrouping({
    index,
    isThere: (path) => entries.has(path),
    dateOf: (path) => entries.get(path)?.reading.date ?? null,
  });
  /** Articles whose sidecars decide something. */
  const deciding = new Set<string>();
  let decided: readonly DecidedPair[] | null = null;
  let stories: readonly Story[] | null = null;

  const answers = linkAnswers({ linkage, paths, standing: decisions });
  const otherAnswers = linkAnswers({
    linkage,
    paths,
    standing: () => decisions().filter(({ isPrivate }) => !isPrivate),
  });

  const project: Project = {
    set,
    remove,
    paths,
    analysis,
    ...answers.asked,
    complete: true,
    forOthers: () => ({ ...project, ...otherAnswers.asked }),
    stories: storiesNow,
    storyOf: grouping.of,
    setGroups: (groups) => {
      grouping.fix(groups);
      stories = null;
    },
    limits: index.limits,
    kin: kin.get,
    reading: (path) => entries.get(path)?.reading,
    saved: () => {
      const known = index.saved();
      return { ...known, links: linkage.saved(known.paths) };
    },
    restore,
  };
  return project;

  /** Forgets what was answered about articles that have changed; decisions can be about any. */
  function forget(touched: Iterable<string>): void {
    stories = null;
    const all = [...touched];
    for (const { byClaim } of [answers, otherAnswers])
      if (deciding.size === 0 && decided?.length === 0) for (const path of all) byClaim.forget(path);
      else byClaim.clear();
    decided = null;
  }

  /** Forgets what was read from an article. */
  function forgetRead(path: string): void {
    for (const recent of [profiles, claimIds, contents, kin]) recent.forget(path);
  }

  function set(source: ArticleSource, reading?: Reading): void {
    const { path } = source;
    const known = entries.get(path);
    const sameText = known !== undefined && sameArticle(known.source, source);
    if ((source.decisions ?? []).length > 0) deciding.add(path);
    else deciding.delete(path);
    if (sameText && sameDismissals(known.source, source)) {
      entries.set(path, { ...known, source });
      // What is only opened is set as it was: what was answered holds.
      if (!sameDecisions(known.source, source)) forget([path]);
      return;
    }
    put(source, reading ?? readNow(source, sameText ? known.reading : undefined));
  }

  /** `before`: what reading the same text came to. */
  function readNow(source: ArticleSource, before: Reading | undefined): Reading {
    const { text, facts = {} } = source;
    const found = before === undefined ? read(text, facts) : unpackAnalysis(before.found, text);
    return readingOf(found, source, vocabulary, options.resolve);
  }

  function put(source: ArticleSource, reading: Reading): void {
    const { path } = source;
    entries.set(path, { source, reading });
    forgetRead(path);
    forget(linkage.update(path, reading));
    grouping.forget(path);
  }

  function restore(saved: SavedProject, article: (path: string) => ReadArticle): void {
    for (const path of saved.paths) {
      const there = article(path);
      entries.set(path, there);
      if ((there.source.decisions ?? []).length > 0) deciding.add(path);
    }
    index.restore(saved, (path) => entries.get(path)?.reading ?? article(path).reading);
    linkage.restore(saved.paths, saved.links);
    forget(saved.paths);
  }

  function remove(path: string): void {
    if (!entries.delete(path)) return;
    forgetRead(path);
    deciding.delete(path);
    forget(linkage.update(path, null));
    grouping.forget(path);
  }

  function paths(): readonly string[] {
    return [...entries.keys()].sort();
  }

  function analysis(path: string): Analysis | undefined {
    return profiles.get(path)?.analysis;
  }

  function decisions(): readonly DecidedPair[] {
    decided ??= decidedPairs(
      [...deciding].flatMap((path) => entries.get(path)?.source ?? []),
      claimAt,
    );
    return decided;
  }

  function storiesNow(): readonly Story[] {
    stories ??= grouping.all(paths());
    return stories;
  }
}

const analysisOf = ({ text }: ArticleSource, { found, accepted }: Reading): Analysis =>
  unpackAnalysis(accepted ?? found, text);
