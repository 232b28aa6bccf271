import { type Kin, type Kinship, kinshipOf } from '../corpus/kinship.ts';
import type { Project } from '../corpus/project.ts';
import type { Reading } from '../corpus/reading.ts';
import type { ClaimRef, Link, Relation } from '../counterparts/link.ts';
import { articleCounts, differs } from '../presentation/lens.ts';
import { type Place, placeOf } from '../presentation/place.ts';
import { byText } from '../text/order.ts';
import { lineOf, titleOf } from './words.ts';

/** An article of a story as a list shows it. */
export interface StoryArticle {
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly quotations: number;
  readonly figures: number;
  /** Claims that other articles have too. */
  readonly linked: number;
  /** Claims of which another article says otherwise. */
  readonly differing: number;
  /** To the article that the story was asked for: a version of it, or a print of the same text. */
  readonly kinship: Kinship | null;
}

/** A difference between two articles, from the one's side. */
export interface Difference {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
  readonly relation: Relation;
  /** What differs, in one word, or null. */
  readonly difference: string | null;
  readonly words: string;
  readonly otherWords: string;
  readonly place: Place;
  readonly otherPlace: Place;
  /** An analyst has confirmed that the two are one claim. */
  readonly isDecided: boolean;
}

/** Paths of an article's story in order of publication; itself where it has none. */
export const articlesOfStory = (project: Project, path: string): readonly string[] =>
  project.storyOf(path)?.articles ?? (project.analysis(path) ? [path] : []);

/** The first of some articles before `path` that this is a version of, or prints the text of; null where there is none. */
export function earlierKin(
  path: string,
  articles: readonly Kin[],
): { readonly kinship: Kinship; readonly path: string } | null {
  const at = articles.findIndex((one) => one.path === path);
  const own = articles[at];
  if (own === undefined) return null;
  for (const one of articles.slice(0, at)) {
    const kinship = kinshipOf(own, one);
    if (kinship !== null) return { kinship, path: one.path };
  }
  return null;
}

/** The articles of the story that `path` belongs to, in order of publication. */
export function storyArticles(project: Project, path: string): StoryArticle[] {
  const own = project.kin(path);
  return articlesOfStory(project, path).flatMap((other) => {
    const analysis = project.analysis(other);
    // Not its lens: that compares all versions, sentence by sentence.
    const counts = articleCounts(project, other);
    const kin = other === path ? undefined : project.kin(other);
    if (!analysis || !counts) return [];
    const { quotations, figures, linked, differing } = counts;
    return [
      {
        path: other,
        title: titleOf(analysis),
        outlet: analysis.article.outlet,
        date: analysis.article.date,
        ...{ quotations, figures, linked, differing },
        kinship: own && kin ? kinshipOf(own, kin) : null,
      },
    ];
  });
}

/** Where an article and another of its story say different things, in order of position. */
export function differencesOf(project: Project, path: string): Difference[] {
  const analysis = project.analysis(path);
  const start = new Map(analysis?.claims.map((claim) => [claim.id, claim.start]));
  return project
    .linksOf(path)
    .filter(differs)
    .flatMap((link) => differenceOf(project, link) ?? [])
    .sort((a, b) => (start.get(a.from.claim) ?? 0) - (start.get(b.from.claim) ?? 0));
}

function differenceOf(project: Project, link: Link): Difference | null {
  const { from, to, relation, difference, confirmedBy } = link;
  const [here, there] = [from, to].map(({ path, claim }) => {
    const analysis = project.analysis(path);
    const found = analysis?.claims.find(({ id }) => id === claim);
    return analysis && found
      ? { words: lineOf(analysis, found), place: placeOf(path, analysis, found) }
      : undefined;
  });
  if (!here || !there) return null;
  return {
    ...{ from, to, relation, difference },
    ...{ words: here.words, place: here.place, otherWords: there.words, otherPlace: there.place },
    isDecided: confirmedBy !== undefined,
  };
}

/** A story as a list of stories shows it. */
export interface StoryHead {
  /** The path of its first article. */
  readonly path: string;
  readonly title: string;
  /** Of its latest article. */
  readonly date: string | null;
  readonly articles: number;
}

/** The stories of several articles, latest first; titles are read once while an article stays as it is. */
export function storyLister(project: Project): () => StoryHead[] {
  const titles = new WeakMap<Reading, string>();
  const titleAt = (path: string, reading: Reading): string => {
    const analysis = titles.has(reading) ? undefined : project.analysis(path);
    if (analysis) titles.set(reading, titleOf(analysis));
    return titles.get(reading) ?? '';
  };
  return () =>
    project
      .stories()
      .flatMap(({ articles }) => {
        const [path] = articles;
        const reading = path === undefined ? undefined : project.reading(path);
        if (path === undefined || !reading || articles.length < 2) return [];
        const dates = articles.flatMap((one) => project.reading(one)?.date ?? []);
        const date = dates.sort().at(-1) ?? null;
        return [{ path, title: titleAt(path, reading), date, articles: articles.length }];
      })
      .sort((a, b) => byText(b.date ?? '', a.date ?? '') || byText(a.title, b.title));
}
