import type { ClaimIndex } from '../counterparts/candidates.ts';
import type { Story } from '../counterparts/link.ts';

/** Mean likeness of two groups of articles that makes them one story. */
const ONE_STORY = 0.22;
/** Days between publications after which likeness counts half. */
const FAR_DAYS = 21;
/** Articles that are looked at together, each with each; where more are connected, they must be more alike. */
const MOST_TOGETHER = 300;
const STRICTER = 0.05;
const STRICTEST = 0.9;

/** Likeness of articles by their numbers; pairs below `ONE_STORY` may count in a mean, so all are kept. */
type Likenesses = ReadonlyMap<number, ReadonlyMap<number, number>>;

export interface Grouping {
  readonly all: (paths: readonly string[]) => Story[];
  /** The story of an article. */
  readonly of: (path: string) => Story | undefined;
  /** Groups that an analyst has put together: what is in one is in no other story, and likeness asks nothing. */
  readonly fix: (groups: readonly (readonly string[])[]) => void;
}

export interface GroupingOptions {
  readonly index: Pick<ClaimIndex, 'near' | 'likeness' | 'version'>;
  /** Whether the corpus has an article. */
  readonly isThere: (path: string) => boolean;
  /** Publication date of an article. */
  readonly dateOf: (path: string) => string | null;
}

/**
 * Groups articles about one event: those that speak most alike are joined first, groups by the mean likeness
 * of their articles. What was grouped before is grouped anew only where its articles have changed.
 */
export function createGrouping({ index, isThere, dateOf }: GroupingOptions): Grouping {
  /** Stories of the articles that are connected, by the first of them. */
  const fixed = new Map<string, readonly string[]>();
  const known = new Map<string, { readonly key: string; readonly stories: readonly Story[] }>();
  return {
    all(paths) {
      const there = new Set(paths);
      const free = paths.filter((path) => !fixed.has(path)).sort();
      const components = componentsOf(free, connection);
      for (const first of known.keys()) if (!components.some(([one]) => one === first)) known.delete(first);
      const byHand = [...new Set(fixed.values())].map((group) => group.filter((path) => there.has(path)));
      const stories = byHand.filter((group) => group.length > 0).map((group) => storyOf(group, dateOf));
      return [...components.flatMap(storiesOf), ...stories].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    fix(groups) {
      fixed.clear();
      for (const group of groups) for (const path of group) fixed.set(path, group);
    },
    of(path) {
      const group = fixed.get(path)?.filter(isThere);
      if (group?.includes(path)) return storyOf(group, dateOf);
      const component = componentsOf([path], connection).find((paths) => paths.includes(path)) ?? [path];
      return storiesOf(component).find(({ articles }) => articles.includes(path));
    },
  };

  function storiesOf(component: readonly string[]): readonly Story[] {
    const [first = ''] = component;
    const key = component.map((path) => `${index.version(path)} ${dateOf(path)}`).join('\n');
    const remembered = known.get(first);
    if (remembered?.key === key) return remembered.stories;
    const stories = groupsOf(component).map((group) => storyOf(group, dateOf));
    known.set(first, { key, stories });
    return stories;
  }

  function groupsOf(component: readonly string[]): readonly (readonly string[])[] {
    // Even with the highest likeness they are as many: copies of one text.
    if (component.length > MOST_TOGETHER) return [component];
    const groups = joined(component.keys(), likenessesOf(component, likeness));
    return groups.map((group) => group.flatMap((i) => component[i] ?? []));
  }

  function likeness(a: string, b: string): number {
    return index.likeness(a, b) * nearness(dateOf(a), dateOf(b));
  }

  function connection(path: string, least: number): string[] {
    return index.near(path).filter((other) => !fixed.has(other) && likeness(path, other) >= least);
  }
}

function likenessesOf(paths: readonly string[], likeness: (a: string, b: string) => number): Likenesses {
  const likenesses = new Map(paths.map((_, i) => [i, new Map<number, number>()]));
  for (const [i, a] of paths.entries()) {
    for (const [j, b] of paths.slice(0, i).entries()) {
      const value = likeness(a, b);
      if (value === 0) continue;
      likenesses.get(i)?.set(j, value);
      likenesses.get(j)?.set(i, value);
    }
  }
  return likenesses;
}

function nearness(x: string | null, y: string | null): number {
  if (x === null || y === null) return 1;
  const days = Math.abs(Date.parse(x) - Date.parse(y)) / 86_400_000;
  return Number.isNaN(days) || days <= FAR_DAYS ? 1 : 0.5;
}

/** Articles that are at least so much like one. */
type Connection = (path: string, least: number) => readonly string[];

/**
 * Groups whose mean is high enough have a pair that is: only articles so connected can be of one story. Where very
 * many are connected, copies of one text perhaps, they are taken apart by a higher likeness.
 */
function componentsOf(starts: readonly string[], connection: Connection, least = ONE_STORY): string[][] {
  const seen = new Set<string>();
  return starts.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const component = [start];
    for (let k = 0; k < component.length; k++) {
      for (const other of connection(component[k] ?? '', least)) {
        if (seen.has(other)) continue;
        seen.add(other);
        component.push(other);
      }
    }
    component.sort();
    return component.length > MOST_TOGETHER && least < STRICTEST
      ? componentsOf(component, connection, least + STRICTER)
      : [component];
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
function joined(component: Iterable<number>, likenesses: Likenesses): number[][] {
  const groups = new Map(
    [...component].map((i, place): [number, Group] => [
      i,
      { place, members: [i], sums: new Map(), closest: null },
    ]),
  );
  for (const [i, group] of groups) {
    for (const [j, value] of likenesses.get(i) ?? []) {
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

function storyOf(articles: readonly string[], dateOf: GroupingOptions['dateOf']): Story {
  const order = (path: string): string => `${dateOf(path) ?? '9999'} ${path}`;
  const paths = [...articles].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { id: `story:${[...paths].sort()[0] ?? ''}`, articles: paths };
}
