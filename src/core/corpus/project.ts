import { resolveSelectors } from '../anchors/resolve.ts';
import type { Resolution, Selectors } from '../anchors/selector.ts';
import { indexText } from '../anchors/text-index.ts';
import type { Analysis } from '../claims/analysis.ts';
import { analyze } from '../claims/analyze.ts';
import { createClaimIndex } from '../counterparts/candidates.ts';
import type { ArticleProfile } from '../counterparts/claim-profile.ts';
import type { Link, Story } from '../counterparts/link.ts';
import { SHOWN, scoredLinks, shownLinks } from '../counterparts/links.ts';
import { profileOf } from '../counterparts/profile.ts';
import { COMPLETE, type Without } from '../mentions/component.ts';
import type { Decision, Dismissal } from '../sidecar/annotation.ts';
import type { ArticleFacts } from '../text/article.ts';
import type { DecidedPair } from './decisions.ts';
import { decidedPairs, withDecisions } from './decisions.ts';
import { withoutDismissed } from './dismissals.ts';
import { storiesOf } from './stories.ts';

/** What an editor, the command line or a worker knows of an article. */
export interface ArticleSource {
  /** Path or URI: the article's name in links. */
  readonly path: string;
  /** Without a leading byte order mark. */
  readonly text: string;
  /** From the sidecar's `article` block. */
  readonly facts?: ArticleFacts;
  /** Decisions in this article's own sidecar. */
  readonly decisions?: readonly Decision[];
  /** What its analysis found that an analyst says is none. */
  readonly dismissals?: readonly Dismissal[];
}

/** The corpus with its analyses and links: changes in, answers out. Editor and command line are its clients. */
export interface Project {
  /** Adds or replaces an article: analyses it and brings its links up to date. */
  set(source: ArticleSource): void;
  remove(path: string): void;
  paths(): readonly string[];
  analysis(path: string): Analysis | undefined;
  /** Every link of the corpus with at least `minScore` (default: the threshold for shown links). */
  links(minScore?: number): readonly Link[];
  /** Links of an article, or of one claim of it, best first; `from` is always on the side of `path`. */
  linksOf(path: string, claim?: string): readonly Link[];
  stories(): readonly Story[];
}

export interface ProjectOptions {
  /** What the analysis leaves out, to measure its worth. */
  readonly without?: Without;
  readonly analyze?: (text: string, facts: ArticleFacts) => Analysis;
  /** Finds the passage of a decision or dismissal in a text. */
  readonly resolve?: (text: string, selectors: Selectors) => Resolution;
}

interface Entry {
  readonly source: ArticleSource;
  /** All that was found, what is dismissed too. */
  readonly found: Analysis;
  readonly profile: ArticleProfile;
  /** Links with every other article, `from` on this article's side, by the other's path. */
  readonly links: Map<string, readonly Link[]>;
}

/**
 * A corpus in memory. The links of two articles hang on these two alone, so a change touches only the changed
 * article's links, and any order of changes ends in the same links.
 */
export function createProject(options: ProjectOptions = {}): Project {
  const { without = COMPLETE } = options;
  const read = options.analyze ?? ((text, facts) => analyze(text, facts, { without }));
  const entries = new Map<string, Entry>();
  const index = createClaimIndex();
  let decided: readonly DecidedPair[] | null = null;
  let byClaim = new Map<string, ReadonlyMap<string, readonly Link[]>>();
  let stories: readonly Story[] | null = null;

  return { set, remove, paths, analysis, links, linksOf, stories: storiesNow };

  function forget(): void {
    decided = null;
    stories = null;
    byClaim = new Map();
  }

  function set(source: ArticleSource): void {
    const known = entries.get(source.path);
    const sameText = known !== undefined && sameArticle(known.source, source);
    if (sameText && sameDismissals(known.source, source)) {
      entries.set(source.path, { ...known, source });
      forget();
      return;
    }
    remove(source.path);
    const found = sameText ? known.found : read(source.text, source.facts ?? {});
    const profile = profileOf(source.path, accepted(found, source));
    const entry: Entry = { source, found, profile, links: new Map() };
    // Asked before its own claims are in the index: they would be most of what is found.
    const candidates = index.candidates(profile, SHOWN);
    index.add(profile);
    entries.set(source.path, entry);
    for (const [path, pairs] of candidates) {
      const other = entries.get(path);
      if (other === undefined) continue;
      const pairLinks = ordered(profile, other.profile, (a, b, flip) =>
        shownLinks(a, b, flip ? pairs.map(([i, j]) => [j, i] as const) : pairs),
      );
      if (pairLinks.length === 0) continue;
      entry.links.set(path, pairLinks);
      other.links.set(source.path, pairLinks.map(turned));
    }
    forget();
  }

  function accepted(found: Analysis, { text, dismissals = [] }: ArticleSource): Analysis {
    const { resolve } = options;
    const target = indexText(text);
    return withoutDismissed(found, dismissals, (selectors) =>
      resolve ? resolve(text, selectors) : resolveSelectors(target, selectors),
    );
  }

  function remove(path: string): void {
    const entry = entries.get(path);
    if (entry === undefined) return;
    index.remove(path);
    for (const other of entry.links.keys()) entries.get(other)?.links.delete(path);
    entries.delete(path);
    forget();
  }

  function paths(): readonly string[] {
    return [...entries.keys()].sort();
  }

  function analysis(path: string): Analysis | undefined {
    return entries.get(path)?.profile.analysis;
  }

  function decisions(): readonly DecidedPair[] {
    decided ??= decidedPairs([...entries.values()], entries, options.resolve ?? resolveSelectors);
    return decided;
  }

  function links(minScore: number = SHOWN): readonly Link[] {
    const found: Link[] = [];
    for (const path of paths()) {
      const entry = entries.get(path);
      if (entry === undefined) continue;
      if (minScore >= SHOWN) {
        for (const [other, list] of entry.links) if (path < other) found.push(...list);
        continue;
      }
      for (const [other, pairs] of index.candidates(entry.profile)) {
        const target = entries.get(other);
        if (path < other && target !== undefined)
          found.push(...scoredLinks(entry.profile, target.profile, pairs));
      }
    }
    return withDecisions(found, decisions())
      .filter((link) => link.score >= minScore)
      .sort(byPlace);
  }

  function linksOf(path: string, claim?: string): readonly Link[] {
    let claims = byClaim.get(path);
    if (claims === undefined) {
      claims = groupedByClaim(linksOfArticle(path));
      byClaim.set(path, claims);
    }
    return claims.get(claim ?? '') ?? [];
  }

  function linksOfArticle(path: string): Link[] {
    const own = [...(entries.get(path)?.links.values() ?? [])].flat();
    const turnedDecisions = decisions().flatMap((pair) =>
      pair.from.path === path
        ? [pair]
        : pair.to.path === path
          ? [{ ...pair, from: pair.to, to: pair.from }]
          : [],
    );
    return withDecisions(own, turnedDecisions).sort(best);
  }

  function storiesNow(): readonly Story[] {
    stories ??= storiesOf([...entries.values()].map((entry) => entry.profile));
    return stories;
  }
}

const sameArticle = (a: ArticleSource, b: ArticleSource): boolean =>
  a.text === b.text && JSON.stringify(a.facts ?? {}) === JSON.stringify(b.facts ?? {});

const sameDismissals = (a: ArticleSource, b: ArticleSource): boolean =>
  JSON.stringify(a.dismissals ?? []) === JSON.stringify(b.dismissals ?? []);

const turned = (link: Link): Link => ({ ...link, from: link.to, to: link.from });

/** Compares two articles always in the order of their paths, so that the answer is the same from both sides. */
function ordered(
  own: ArticleProfile,
  other: ArticleProfile,
  compare: (a: ArticleProfile, b: ArticleProfile, flip: boolean) => Link[],
): Link[] {
  return own.path < other.path ? compare(own, other, false) : compare(other, own, true).map(turned);
}

const key = (link: Link): string =>
  `${link.from.path}\n${link.to.path}\n${link.from.claim}\n${link.to.claim}`;

const byPlace = (a: Link, b: Link): number => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);

const best = (a: Link, b: Link): number => b.score - a.score || byPlace(a, b);

/** Links by claim; all of them under the empty string. */
function groupedByClaim(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>([['', [...links]]]);
  for (const link of links) {
    const group = groups.get(link.from.claim);
    if (group === undefined) groups.set(link.from.claim, [link]);
    else group.push(link);
  }
  return groups;
}
