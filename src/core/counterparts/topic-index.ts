import { likenessOfVectors, MOST_WEIGHT, type TopicVector, WEIGHT_BITS } from './topic-vector.ts';

/** The commonest terms of an article, up to this part of its length, lead to no other. */
const SKIPPED = 0.08;

/** An article by its number. */
export interface Placed {
  readonly path: string;
  readonly slot: number;
  readonly topic: TopicVector;
}

/** An article and how much it is like the one that was asked about, 0..1. */
export interface Alike {
  readonly slot: number;
  readonly value: number;
}

/** Articles by the terms of their topics. */
export interface TopicIndex {
  readonly add: (article: Placed) => void;
  readonly remove: (article: Placed) => void;
  /** Other articles that are at least so much like one, in no order. */
  readonly alike: (article: Placed, least: number) => Alike[];
  /** The most that an article can be like the one that was asked about last. */
  readonly atMost: (slot: number) => number;
}

export function createTopicIndex(): TopicIndex {
  const articles: (Placed | undefined)[] = [];
  /** By term: number of an article, and the term's weight in its last bits. */
  const postings: (number[] | undefined)[] = [];
  let sums = new Float64Array(0);
  let bounds = new Float64Array(0);
  return { add, remove, alike, atMost: (slot) => bounds[slot] ?? 1 };

  function add(article: Placed): void {
    const { slot, topic } = article;
    articles[slot] = article;
    for (const [k, id] of topic.ids.entries()) {
      const code = codeOf(slot, topic.weights[k]);
      const list = postings[id];
      if (list === undefined) postings[id] = [code];
      else list.push(code);
    }
  }

  function remove({ slot, topic }: Placed): void {
    articles[slot] = undefined;
    for (const [k, id] of topic.ids.entries()) {
      const list = postings[id];
      const at = list?.indexOf(codeOf(slot, topic.weights[k])) ?? -1;
      if (list === undefined || at < 0) continue;
      list[at] = list.at(-1) ?? 0;
      list.pop();
    }
  }

  function alike({ slot: own, topic }: Placed, least: number): Alike[] {
    const { touched, rest } = summed(topic);
    bounds.fill(rest);
    const found: Alike[] = [];
    for (const slot of touched) {
      const sum = sums[slot] ?? 0;
      sums[slot] = 0;
      const other = articles[slot];
      if (other === undefined || slot === own) continue;
      // A little more than it can be, since sums are not exact.
      const bound = sum / topic.length / other.topic.length + rest + 1e-9;
      bounds[slot] = bound;
      if (bound < least) continue;
      const value = likenessOfVectors(topic, other.topic);
      if (value >= least) found.push({ slot, value });
    }
    return found;
  }

  /** Adds up, for every article, the products of the terms that are not skipped; `rest`: the most that is missing. */
  function summed(topic: TopicVector): { readonly touched: readonly number[]; readonly rest: number } {
    if (sums.length < articles.length) {
      sums = new Float64Array(2 * articles.length);
      bounds = new Float64Array(2 * articles.length);
    }
    const sizes = Array.from(topic.ids, (id) => postings[id]?.length ?? 0);
    const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
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
        const slot = code >>> WEIGHT_BITS;
        if (sums[slot] === 0) touched.push(slot);
        sums[slot] = (sums[slot] ?? 0) + weight * (code & MOST_WEIGHT);
      }
    }
    return { touched, rest: Math.sqrt(skipped) / topic.length };
  }
}

const codeOf = (slot: number, weight = 0): number => (slot << WEIGHT_BITS) + weight;
