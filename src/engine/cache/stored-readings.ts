import type { Reading } from '../../core/corpus/reading.ts';
import type { ArticleKeys } from '../../core/counterparts/article-keys.ts';
import type { Vocabulary } from '../../core/counterparts/vocabulary.ts';
import type { Content, Numbers } from './sealed-file.ts';

/** Readings with their own numbers for terms: they mean the same wherever they are read. */
interface Head {
  readonly terms: readonly string[];
  readonly readings: readonly Numberless[];
}

/** What of a reading is no list of numbers. */
interface Numberless {
  readonly date: string | null;
  readonly accepted: boolean;
  readonly sentences: number;
  readonly claims: number;
  readonly keys: Pick<ArticleKeys, 'claims' | 'size' | 'sentences'>;
  readonly length: number;
  /** Ids of the claims. */
  readonly ids: string;
}

/** Lists of a reading. */
const LISTS = 15;

/** Readings as they are stored and sent: the lists are copies where they hold numbers of terms. */
export function toStore(readings: readonly Reading[], vocabulary: Pick<Vocabulary, 'termOf'>): Content {
  const used = new Set<number>();
  for (const reading of readings) {
    for (const list of termLists(reading)) for (const id of list) if (id >= 0) used.add(id);
    for (const id of reading.keys.dimension) if (id > 0) used.add(id - 1);
  }
  // In their order, so that lists which are sorted by terms stay so.
  const ids = Int32Array.from(used).sort();
  const numbers = new Map(Array.from(ids, (id, number) => [id, number]));
  const own = (id: number): number => numbers.get(id) ?? id;
  const head: Head = { terms: Array.from(ids, vocabulary.termOf), readings: readings.map(numberless) };
  return { head, lists: readings.flatMap((reading) => listsOf(reading, own)) };
}

const termLists = ({ profile, keys, topic }: Reading): readonly Int32Array[] => [
  profile.ids,
  keys.terms,
  topic.ids,
];

const numberless = ({ date, accepted, profile, keys, topic, claims }: Reading): Numberless => ({
  date,
  accepted: accepted !== null,
  sentences: profile.sentences,
  claims: profile.claims,
  keys: { claims: keys.claims, size: keys.size, sentences: keys.sentences },
  length: topic.length,
  ids: claims,
});

function listsOf({ found, accepted, profile, keys, topic }: Reading, own: (id: number) => number): Numbers[] {
  return [
    found,
    accepted ?? new Uint8Array(),
    profile.ints,
    profile.floats,
    profile.ids.map(own),
    profile.at,
    keys.termsAt,
    keys.terms.map(own),
    keys.runsAt,
    keys.runs,
    keys.weight,
    keys.kind,
    keys.value,
    keys.dimension.map((id) => (id > 0 ? own(id - 1) + 1 : id)),
    Int32Array.from([...topic.ids.map(own), ...topic.weights]),
  ];
}

/** Readings with the vocabulary's numbers for terms. The lists are taken, not copied. */
export function fromStore({ head, lists }: Content, vocabulary: Vocabulary): Reading[] {
  const { terms, readings } = head as Head;
  const ids = Int32Array.from(terms, vocabulary.idOf);
  const ascending = ids.every((id, k) => k === 0 || id > (ids[k - 1] ?? 0));
  return readings.map((one, k) => {
    const reading = readingFrom(one, lists.slice(k * LISTS, (k + 1) * LISTS));
    renumber(reading, ids);
    if (!ascending) sortByTerm(reading);
    return reading;
  });
}

function readingFrom(one: Numberless, lists: readonly Numbers[]): Reading {
  const bytes = (k: number): Uint8Array => lists[k] as Uint8Array;
  const ints = (k: number): Int32Array => lists[k] as Int32Array;
  const floats = (k: number): Float64Array => lists[k] as Float64Array;
  const topic = ints(14);
  return {
    date: one.date,
    found: bytes(0),
    accepted: one.accepted ? bytes(1) : null,
    profile: {
      sentences: one.sentences,
      claims: one.claims,
      ints: ints(2),
      floats: floats(3),
      ids: ints(4),
      at: ints(5),
    },
    keys: {
      ...one.keys,
      termsAt: ints(6),
      terms: ints(7),
      runsAt: ints(8),
      runs: ints(9),
      weight: floats(10),
      kind: bytes(11),
      value: floats(12),
      dimension: ints(13),
    },
    claims: one.ids,
    topic: {
      ids: topic.subarray(0, topic.length / 2),
      weights: topic.subarray(topic.length / 2),
      length: one.length,
    },
  };
}

function renumber(reading: Reading, ids: Int32Array): void {
  for (const list of termLists(reading)) {
    for (let k = 0; k < list.length; k++) {
      const id = list[k] ?? 0;
      if (id >= 0) list[k] = ids[id] ?? 0;
    }
  }
  const { dimension } = reading.keys;
  for (let k = 0; k < dimension.length; k++) {
    const id = dimension[k] ?? 0;
    if (id > 0) dimension[k] = (ids[id - 1] ?? 0) + 1;
  }
}

/** Terms are ascending within a claim, and within the topic, where they keep their weights. */
function sortByTerm({ keys, topic }: Reading): void {
  for (let i = 0; i < keys.size; i++) keys.terms.subarray(keys.termsAt[i], keys.termsAt[i + 1]).sort();
  const order = [...topic.ids.keys()].sort((a, b) => (topic.ids[a] ?? 0) - (topic.ids[b] ?? 0));
  const [ids, weights] = [topic.ids.slice(), topic.weights.slice()];
  for (const [to, from] of order.entries()) {
    topic.ids[to] = ids[from] ?? 0;
    topic.weights[to] = weights[from] ?? 0;
  }
}
