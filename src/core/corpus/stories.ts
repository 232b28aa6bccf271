import type { ArticleProfile } from '../counterparts/claim-profile.ts';
import type { Story } from '../counterparts/link.ts';

/** Mean likeness of two groups of articles that makes them one story. */
const ONE_STORY = 0.25;
/** Days between publications after which likeness counts half. */
const FAR_DAYS = 21;

/** Likeness of articles by their numbers; pairs below `ONE_STORY` may count in a mean, so all are kept. */
type Likenesses = readonly ReadonlyMap<number, number>[];

/**
 * Groups articles about one event: those that speak most alike are joined first, groups by the mean likeness
 * of their articles.
 */
export function storiesOf(articles: readonly ArticleProfile[]): Story[] {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
  const likenesses = likenessesOf(sorted);
  return componentsOf(likenesses)
    .flatMap((component) => joined(component, likenesses))
    .map((group) => storyOf(group.flatMap((i) => sorted[i] ?? [])))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Likeness of every two articles that share a term, by way of the terms: never each with each. */
function likenessesOf(articles: readonly ArticleProfile[]): Likenesses {
  const postings = new Map<string, { readonly article: number; readonly weight: number }[]>();
  const likenesses = articles.map(() => new Map<number, number>());
  const sums = new Float64Array(articles.length);
  for (const [i, article] of articles.entries()) {
    const touched: number[] = [];
    for (const [term, weight] of article.topic.weights) {
      const list = postings.get(term) ?? [];
      for (const other of list) {
        if (sums[other.article] === 0) touched.push(other.article);
        sums[other.article] = (sums[other.article] ?? 0) + weight * other.weight;
      }
      list.push({ article: i, weight });
      postings.set(term, list);
    }
    for (const j of touched) {
      const other = articles[j];
      const value = (sums[j] ?? 0) / (article.topic.length * (other?.topic.length ?? 1));
      sums[j] = 0;
      if (other === undefined) continue;
      const near = value * nearness(article, other);
      likenesses[i]?.set(j, near);
      likenesses[j]?.set(i, near);
    }
  }
  return likenesses;
}

function nearness(a: ArticleProfile, b: ArticleProfile): number {
  const [x, y] = [a.analysis.article.date, b.analysis.article.date];
  if (x === null || y === null) return 1;
  const days = Math.abs(Date.parse(x) - Date.parse(y)) / 86_400_000;
  return Number.isNaN(days) || days <= FAR_DAYS ? 1 : 0.5;
}

/** Groups whose mean is high enough have a pair that is: only articles so connected can be of one story. */
function componentsOf(likenesses: Likenesses): number[][] {
  const seen = new Set<number>();
  return likenesses.flatMap((_, start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const component = [start];
    for (let k = 0; k < component.length; k++) {
      for (const [other, value] of likenesses[component[k] ?? 0] ?? []) {
        if (value < ONE_STORY || seen.has(other)) continue;
        seen.add(other);
        component.push(other);
      }
    }
    return [component.sort((p, q) => p - q)];
  });
}

interface Group {
  /** Its place among the groups of its component. */
  readonly place: number;
  readonly members: number[];
  /** Sum of the likenesses of its articles to those of each other group. */
  readonly sums: Map<Group, number>;
  /** The most like of the later groups; null where none is like enough. */
  closest: Closest | null;
}

interface Closest {
  readonly group: Group;
  readonly mean: number;
}

/**
 * Joins the groups with the highest mean likeness, step by step, until none is high enough. Every group keeps
 * the closest of the later ones, so that a step looks at each group, not at each pair.
 */
function joined(component: readonly number[], likenesses: Likenesses): number[][] {
  const groups = new Map(
    component.map((i, place): [number, Group] => [
      i,
      { place, members: [i], sums: new Map(), closest: null },
    ]),
  );
  for (const [i, group] of groups) {
    for (const [j, value] of likenesses[i] ?? []) {
      const other = groups.get(j);
      if (other !== undefined) group.sums.set(other, value);
    }
  }
  const open = new Set(groups.values());
  for (const group of open) group.closest = closestTo(group);
  for (;;) {
    const into = closestOf(open);
    const from = into?.closest?.group;
    if (into === null || from === undefined) return [...open].map((group) => group.members);
    const touched = new Set([...into.sums.keys(), ...from.sums.keys()]);
    join(into, from);
    open.delete(from);
    into.closest = closestTo(into);
    for (const group of touched) if (open.has(group) && group !== into) update(group, into, from);
  }
}

/** The first of the groups whose closest is the closest of all. */
function closestOf(groups: ReadonlySet<Group>): Group | null {
  let best: Group | null = null;
  for (const group of groups) {
    if (group.closest !== null && group.closest.mean > (best?.closest?.mean ?? 0)) best = group;
  }
  return best;
}

function closestTo(group: Group): Closest | null {
  let best: Closest | null = null;
  for (const other of group.sums.keys()) {
    if (other.place < group.place) continue;
    const mean = meanOf(group, other);
    if (mean >= ONE_STORY && mean > (best?.mean ?? 0)) best = { group: other, mean };
  }
  return best;
}

const meanOf = (group: Group, other: Group): number =>
  (group.sums.get(other) ?? 0) / (group.members.length * other.members.length);

/** Brings a group's closest up to date after a join: most often it is neither of the two joined. */
function update(group: Group, into: Group, from: Group): void {
  const { closest } = group;
  const gone = closest?.group === into || closest?.group === from;
  const near = group.place < into.place ? meanOf(group, into) : 0;
  if (gone || (near >= ONE_STORY && near >= (closest?.mean ?? 0))) group.closest = closestTo(group);
}

function join(into: Group, from: Group): void {
  into.members.push(...from.members);
  into.sums.delete(from);
  for (const [other, sum] of from.sums) {
    other.sums.delete(from);
    if (other === into) continue;
    const total = sum + (into.sums.get(other) ?? 0);
    into.sums.set(other, total);
    other.sums.set(into, total);
  }
}

function storyOf(articles: readonly ArticleProfile[]): Story {
  const paths = [...articles].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map((article) => article.path);
  return { id: `story:${[...paths].sort()[0] ?? ''}`, articles: paths };
}

const order = (article: ArticleProfile): string =>
  `${article.analysis.article.date ?? '9999'} ${article.path}`;
