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
  let sums: Float64Array<ArrayBuffer> = new Float64Array(0);
  let bounds = new Float64Array(0);
  /** By article: the length of its topic. */
  let lengths = new Float64Array(0);
  return { add, remove, alike, atMost: (slot) => bounds[slot] ?? 1 };

  function add(article: Placed): void {
    const { slot, topic } = article;
    articles[slot] = article;
    if (lengths.length <= slot) lengths = grown(lengths, slot);
    lengths[slot] = topic.length;
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

  /** Of an archive most articles have something in common: plain loops over all of them are fastest. */
  function alike({ slot: own, topic }: Placed, least: number): Alike[] {
    const rest = sumUp(topic);
    const found: Alike[] = [];
    for (let slot = 0; slot < articles.length; slot++) {
      const sum = sums[slot] ?? 0;
      // A little more than it can be, since sums are not exact.
      const bound = sum === 0 ? rest : sum / topic.length / (lengths[slot] ?? 1) + rest + 1e-9;
      sums[slot] = 0;
      bounds[slot] = bound;
      if (bound < least || sum === 0) continue;
      const other = articles[slot];
      if (other === undefined || slot === own) continue;
      const value = likenessOfVectors(topic, other.topic);
      if (value >= least) found.push({ slot, value });
    }
    return found;
  }

  /** Adds up, for every article, the products of the terms that are not skipped; returns the most that is missing. */
  function sumUp(topic: TopicVector): number {
    if (sums.length < articles.length) {
      sums = grown(sums, articles.length);
      bounds = grown(bounds, articles.length);
    }
    const sizes = Array.from(topic.ids, (id) => postings[id]?.length ?? 0);
    const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
    let skipped = 0;
    for (const k of order) {
      const weight = topic.weights[k] ?? 0;
      const square = skipped + weight * weight;
      if (square <= (SKIPPED * topic.length) ** 2) {
        skipped = square;
        continue;
      }
      const list = postings[topic.ids[k] ?? 0] ?? [];
      for (let i = 0; i < list.length; i++) {
        const code = list[i] ?? 0;
        const slot = code >>> WEIGHT_BITS;
        sums[slot] = (sums[slot] ?? 0) + weight * (code & MOST_WEIGHT);
      }
    }
    return Math.sqrt(skipped) / topic.length;
  }
}

const codeOf = (slot: number, weight = 0): number => (slot << WEIGHT_BITS) + weight;

function grown(numbers: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * size + 16);
  larger.set(numbers);
  return larger;
}
