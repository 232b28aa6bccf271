import type { ClaimIndex } from '../counterparts/candidates.ts';
import type { Story } from '../counterparts/link.ts';
import { clustersOf } from './clusters.ts';
import { type Connected, componentsOf, MOST_TOGETHER } from './components.ts';

/** Mean likeness of two groups of articles that makes them one story. */
const ONE_STORY = 0.22;
/** Days between publications after which likeness counts half. */
const FAR_DAYS = 21;
const MS_A_DAY = 86_400_000;

export interface Grouping {
  readonly all: (paths: readonly string[]) => Story[];
  /** The story of an article. */
  readonly of: (path: string) => Story | undefined;
  /** Groups that an analyst has put together: what is in one is in no other story, and likeness asks nothing. */
  readonly fix: (groups: readonly (readonly string[])[]) => void;
  /** To be told when an article came, changed or went; what follows is found out when it is asked for. */
  readonly forget: (path: string) => void;
}

export interface GroupingOptions {
  readonly index: Pick<ClaimIndex, 'near' | 'likeness' | 'version'>;
  /** Whether the corpus has an article. */
  readonly isThere: (path: string) => boolean;
  /** Publication date of an article. */
  readonly dateOf: (path: string) => string | null;
}

/** Articles that are looked at together. */
interface Component {
  readonly paths: readonly string[];
  /** Of each article: another number whenever it has changed. */
  readonly versions: readonly number[];
  /** How much each is like each: a square, row by row. */
  readonly likenesses: Float64Array;
  readonly stories: readonly Story[];
}

/**
 * Groups articles about one event: those that speak most alike are joined first, groups by the mean likeness of
 * their articles. Which articles are connected is found out once after a change, when a story is first asked for;
 * what is connected as before is not grouped anew, and of what is, only changed articles are compared anew.
 */
export function createGrouping({ index, isThere, dateOf }: GroupingOptions): Grouping {
  /** The group that an analyst has put an article into. */
  const fixed = new Map<string, readonly string[]>();
  /** Stories of the articles that are connected, by the first of them. */
  const known = new Map<string, Component>();
  // What holds until the next change, by path.
  const storyAt = new Map<string, Story>();
  const componentAt = new Map<string, readonly string[]>();
  const connectedWith = new Map<string, readonly Connected[]>();
  const dayAt = new Map<string, number>();
  return {
    all(paths) {
      const stories = new Set([...paths].sort().flatMap((path) => storyNow(path) ?? []));
      return [...stories].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    of: (path) => (isThere(path) ? storyNow(path) : undefined),
    fix(groups) {
      fixed.clear();
      for (const group of groups) for (const path of group) fixed.set(path, group);
      known.clear();
      forgetNow();
    },
    forget(path) {
      if (!isThere(path)) known.delete(path);
      forgetNow();
    },
  };

  function forgetNow(): void {
    for (const map of [storyAt, componentAt, connectedWith, dayAt]) map.clear();
  }

  function storyNow(path: string): Story | undefined {
    const story = storyAt.get(path);
    if (story !== undefined) return story;
    for (const found of storiesAbout(path)) for (const one of found.articles) storyAt.set(one, found);
    return storyAt.get(path);
  }

  /** The story of an article, and others of its component. */
  function storiesAbout(path: string): readonly Story[] {
    const group = fixed.get(path);
    if (group !== undefined) {
      const there = group.filter((one) => isThere(one) && fixed.get(one) === group);
      return [storyOf(there, dateOf)];
    }
    if (!componentAt.has(path)) {
      for (const component of componentsOf([path], connection, ONE_STORY))
        for (const one of component) componentAt.set(one, component);
    }
    return componentOf(componentAt.get(path) ?? [path]).stories;
  }

  function connection(path: string): readonly Connected[] {
    const remembered = connectedWith.get(path);
    if (remembered !== undefined) return remembered;
    const connected: Connected[] = [];
    for (const other of index.near(path, ONE_STORY)) {
      const likeness = other.likeness * nearness(dayOf(path), dayOf(other.path));
      if (likeness >= ONE_STORY && !fixed.has(other.path)) connected.push({ path: other.path, likeness });
    }
    connectedWith.set(path, connected);
    return connected;
  }

  function dayOf(path: string): number {
    let day = dayAt.get(path);
    if (day === undefined) {
      day = Date.parse(dateOf(path) ?? '') / MS_A_DAY;
      dayAt.set(path, day);
    }
    return day;
  }

  function componentOf(paths: readonly string[]): Component {
    const versions = paths.map(index.version);
    const before = paths.flatMap((path) => known.get(path) ?? []);
    const same = before.find((one) => isSame(one.paths, paths) && isSame(one.versions, versions));
    if (same !== undefined) return same;
    const likenesses = likenessesOf(paths, versions, largest(before));
    const stories = groupsOf(paths, likenesses).map((group) => storyOf(group, dateOf));
    const component = { paths, versions, likenesses, stories };
    for (const path of paths) known.delete(path);
    known.set(paths[0] ?? '', component);
    return component;
  }

  /** Copies what has been compared before. */
  function likenessesOf(
    paths: readonly string[],
    versions: readonly number[],
    before: Component | undefined,
  ): Float64Array {
    const count = paths.length;
    if (count > MOST_TOGETHER) return new Float64Array();
    const likenesses = new Float64Array(count * count);
    const places = new Map(
      before?.likenesses.length ? before.versions.map((version, i) => [version, i]) : [],
    );
    const old = versions.map((version) => places.get(version) ?? -1);
    const size = before?.paths.length ?? 0;
    for (const [i, a] of paths.entries()) {
      for (let j = 0; j < i; j++) {
        const [p, q] = [old[i] ?? -1, old[j] ?? -1];
        const value = p < 0 || q < 0 ? likeness(a, paths[j] ?? '') : (before?.likenesses[p * size + q] ?? 0);
        likenesses[i * count + j] = value;
        likenesses[j * count + i] = value;
      }
    }
    return likenesses;
  }

  function likeness(a: string, b: string): number {
    return index.likeness(a, b) * nearness(dayOf(a), dayOf(b));
  }
}

function groupsOf(paths: readonly string[], likenesses: Float64Array): readonly (readonly string[])[] {
  // Even with the highest likeness they are as many: copies of one text.
  if (paths.length > MOST_TOGETHER) return [paths];
  const clusters = clustersOf(paths.length, likenesses.slice(), ONE_STORY);
  return clusters.map((cluster) => cluster.flatMap((i) => paths[i] ?? []));
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

const largest = (components: readonly Component[]): Component | undefined =>
  components.reduce<Component | undefined>(
    (best, one) => (one.paths.length > (best?.paths.length ?? 0) ? one : best),
    undefined,
  );

/** How much likeness counts, by days of publication; where one is not known (NaN), as on one day. */
const nearness = (x: number, y: number): number => (Math.abs(x - y) > FAR_DAYS ? 0.5 : 1);

function storyOf(articles: readonly string[], dateOf: GroupingOptions['dateOf']): Story {
  const order = (path: string): string => `${dateOf(path) ?? '9999'} ${path}`;
  const paths = [...articles].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { id: `story:${[...paths].sort()[0] ?? ''}`, articles: paths };
}
