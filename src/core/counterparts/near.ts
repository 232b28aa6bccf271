import type { Topic } from './topic.ts';
import { UNIT, type Vocabulary } from './vocabulary.ts';

/** Likeness from which on articles are near each other: they may be of one story. */
const NEAR = 0.175;
/** The commonest terms of an article, up to this part of its length, lead to no other. */
const SKIPPED = 0.08;
/** Weights are kept beside an article's number. */
const MOST_WEIGHT = 511;

/** A topic by numbers of terms, ascending, and whole weights: its products hang on no order. */
export interface TopicVector {
  readonly ids: Int32Array;
  readonly weights: Int32Array;
  readonly length: number;
}

export function vectorOf({ weights }: Topic, vocabulary: Vocabulary): TopicVector {
  const pairs = [...weights].map(
    ([term, weight]) => [vocabulary.idOf(term), Math.min(MOST_WEIGHT, Math.round(weight * UNIT))] as const,
  );
  pairs.sort((a, b) => a[0] - b[0]);
  const own = Int32Array.from(pairs, ([, weight]) => weight);
  let square = 0;
  for (const weight of own) square += weight * weight;
  return { ids: Int32Array.from(pairs, ([id]) => id), weights: own, length: Math.sqrt(square) || 1 };
}

export function likenessOfVectors(a: TopicVector, b: TopicVector): number {
  const [x, y] = [a.ids, b.ids];
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const [p, q] = [x[i] ?? 0, y[j] ?? 0];
    if (p === q) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (p < q) i++;
    else j++;
  }
  return sum / (a.length * b.length);
}

/** An article by its number. */
export interface Placed {
  readonly path: string;
  readonly slot: number;
  readonly topic: TopicVector;
}

/** The likest articles of one, the likest first; equal ones by path. */
interface Likest {
  readonly slots: number[];
  readonly values: number[];
  /** How many are near enough. */
  total: number;
}

/** Which articles are near each other. */
export interface Nearness {
  readonly add: (article: Placed) => void;
  readonly remove: (article: Placed) => void;
  readonly isNear: (a: number, b: number) => boolean;
  /** Articles that an article is near. */
  readonly nearOf: (slot: number) => number[];
  /** The most that an article can be like the one that was added last. */
  readonly atMost: (slot: number) => number;
  /** How many articles are like enough to be near, but are left out because others are likelier. */
  readonly leftOut: (slot: number) => number;
}

/**
 * An article is near `most` others, the likest, and those of which it is one of the likest; twice as many are
 * remembered, for when nearer ones go. `touch` is told of every two articles that may be about to become near or to cease to be it because of a third.
 */
export function createNearness(most: number, touch: (a: number, b: number) => void): Nearness {
  const kept = 2 * most;
  const articles: (Placed | undefined)[] = [];
  const lists: (Likest | undefined)[] = [];
  /** By term: number of an article times 512, and the term's weight. */
  const postings: (number[] | undefined)[] = [];
  /** Who has an article among its nearest without being among the nearest of that article. */
  const votes: (Set<number> | undefined)[] = [];
  let sums = new Float64Array(0);
  let bounds = new Float64Array(0);
  return { add, remove, isNear, nearOf, atMost, leftOut };

  function add(article: Placed): void {
    const { slot, topic } = article;
    const found = query(article, true);
    const likest: Likest = { slots: [], values: [], total: found.length };
    for (const [other, value] of found) {
      const list = lists[other];
      if (list === undefined) continue;
      list.total++;
      insert(other, list, article, value);
    }
    for (const [other, value] of found.slice(0, kept)) {
      likest.slots.push(other);
      likest.values.push(value);
      if (likest.slots.length <= most) voteFor(other, slot);
    }
    articles[slot] = article;
    lists[slot] = likest;
    for (const [k, id] of topic.ids.entries()) {
      const code = codeOf(slot, topic.weights[k]);
      const list = postings[id];
      if (list === undefined) postings[id] = [code];
      else list.push(code);
    }
  }

  function remove({ slot, topic }: Placed): void {
    for (const [k, id] of topic.ids.entries()) {
      const list = postings[id];
      const at = list?.indexOf(codeOf(slot, topic.weights[k])) ?? -1;
      if (list === undefined || at < 0) continue;
      list[at] = list.at(-1) ?? 0;
      list.pop();
    }
    const article = articles[slot];
    const found = article === undefined ? [] : query(article);
    for (const other of lists[slot]?.slots.slice(0, most) ?? []) votes[other]?.delete(slot);
    articles[slot] = undefined;
    lists[slot] = undefined;
    votes[slot] = undefined;
    for (const [other] of found) takeOut(other, slot);
  }

  function insert(owner: number, list: Likest, article: Placed, value: number): void {
    const { slots, values } = list;
    let at = slots.length;
    while (at > 0 && before(value, article.path, values[at - 1] ?? 0, slots[at - 1] ?? 0)) at--;
    if (at >= kept) return;
    // What was left out before is likelier than none of those remembered.
    if (at === slots.length && slots.length < list.total - 1) return;
    const pushed = slots[most - 1];
    if (at < most && pushed !== undefined) {
      touch(owner, pushed);
      votes[pushed]?.delete(owner);
    }
    slots.splice(at, 0, article.slot);
    values.splice(at, 0, value);
    if (at < most) voteFor(article.slot, owner);
    if (slots.length > kept) {
      slots.pop();
      values.pop();
    }
  }

  function takeOut(owner: number, slot: number): void {
    const list = lists[owner];
    if (list === undefined) return;
    list.total--;
    const at = list.slots.indexOf(slot);
    if (at < 0) return;
    list.slots.splice(at, 1);
    list.values.splice(at, 1);
    if (list.slots.length < Math.min(most, list.total)) refill(owner, list);
    const risen = list.slots[most - 1];
    if (at >= most || risen === undefined) return;
    touch(owner, risen);
    voteFor(risen, owner);
  }

  function refill(owner: number, list: Likest): void {
    const article = articles[owner];
    if (article === undefined) return;
    const found = query(article).slice(0, kept);
    list.slots.splice(0, list.slots.length, ...found.map(([slot]) => slot));
    list.values.splice(0, list.values.length, ...found.map(([, value]) => value));
  }

  function voteFor(slot: number, voter: number): void {
    const of = votes[slot];
    if (of === undefined) votes[slot] = new Set([voter]);
    else of.add(voter);
  }

  function before(value: number, path: string, other: number, slot: number): boolean {
    return value === other ? path < (articles[slot]?.path ?? '') : value > other;
  }

  /** Articles that are near enough, the likest first. */
  function query({ slot: own, topic }: Placed, bounding = false): [number, number][] {
    if (sums.length < articles.length) sums = new Float64Array(2 * articles.length);
    if (bounding && bounds.length < sums.length) bounds = new Float64Array(sums.length);
    const order = [...topic.ids.keys()].sort((a, b) => sizeOf(topic.ids[b]) - sizeOf(topic.ids[a]));
    const touched: number[] = [];
    let skipped = 0;
    for (const k of order) {
      const weight = topic.weights[k] ?? 0;
      const square = skipped + weight * weight;
      if (square <= (SKIPPED * topic.length) ** 2) {
        skipped = square;
        continue;
      }
      for (const code of postings[topic.ids[k] ?? 0] ?? []) {
        const slot = code >> 9;
        if (sums[slot] === 0) touched.push(slot);
        sums[slot] = (sums[slot] ?? 0) + weight * (code & MOST_WEIGHT);
      }
    }
    const found: [number, number][] = [];
    const rest = Math.sqrt(skipped) / topic.length;
    if (bounding) bounds.fill(rest);
    for (const slot of touched) {
      const sum = sums[slot] ?? 0;
      sums[slot] = 0;
      const other = articles[slot];
      if (other === undefined || slot === own) continue;
      // A little more than it can be, since sums are not exact.
      const bound = sum / topic.length / other.topic.length + rest + 1e-9;
      if (bounding) bounds[slot] = bound;
      if (bound < NEAR) continue;
      const value = likenessOfVectors(topic, other.topic);
      if (value >= NEAR) found.push([slot, value]);
    }
    return found.sort((a, b) => (before(a[1], articles[a[0]]?.path ?? '', b[1], b[0]) ? -1 : 1));
  }

  function sizeOf(id: number | undefined): number {
    return postings[id ?? 0]?.length ?? 0;
  }

  function isNear(a: number, b: number): boolean {
    return votes[a]?.has(b) === true || votes[b]?.has(a) === true;
  }

  function nearOf(slot: number): number[] {
    const near = new Set([...(lists[slot]?.slots.slice(0, most) ?? []), ...(votes[slot] ?? [])]);
    return [...near];
  }

  function atMost(slot: number): number {
    return bounds[slot] ?? 1;
  }

  function leftOut(slot: number): number {
    const list = lists[slot];
    return list === undefined ? 0 : Math.max(0, list.total - nearOf(slot).length);
  }
}

const codeOf = (slot: number, weight = 0): number => slot * (MOST_WEIGHT + 1) + weight;
