import { bytesOf } from './base64.ts';
import { PAIRS, STEMS } from './synonyms.generated.ts';

/**
 * Stems that mean nearly the same: nearness of GloVe vectors (PDDL) with what WordNet says of them, learnt by
 * scripts/make-synonyms.mjs. Of each stem, in the list's order: how many pairs with later stems, then each pair
 * as the step to the other stem and a likeness; numbers of seven bits a byte, the lowest first.
 */
interface Table {
  readonly stems: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Where the partners of each stem begin. */
  readonly begin: Uint32Array;
  readonly partners: Uint16Array;
  readonly likenesses: Uint8Array;
}

/** Likeness of opposites in the table; others count up from `LEAST` to 1. */
const OPPOSITE = 0;
const STEPS = 15;
const LEAST = 0.55;

let table: Table | undefined;

type Pair = readonly [own: number, other: number, likeness: number];

function load(): Table {
  const stems = STEMS.split(' ');
  const pairs = pairsOf(bytesOf(PAIRS), stems.length);
  const begin = new Uint32Array(stems.length + 1);
  for (const [own, other] of pairs) {
    begin[own + 1] = (begin[own + 1] ?? 0) + 1;
    begin[other + 1] = (begin[other + 1] ?? 0) + 1;
  }
  for (let i = 0; i < stems.length; i++) begin[i + 1] = (begin[i + 1] ?? 0) + (begin[i] ?? 0);
  const next = begin.slice();
  const partners = new Uint16Array(pairs.length * 2);
  const likenesses = new Uint8Array(pairs.length * 2);
  for (const [own, other, likeness] of pairs) {
    for (const [from, to] of [
      [own, other],
      [other, own],
    ] as const) {
      const at = next[from] ?? 0;
      next[from] = at + 1;
      partners[at] = to;
      likenesses[at] = likeness;
    }
  }
  return { stems, places: new Map(stems.map((stem, i) => [stem, i])), begin, partners, likenesses };
}

function pairsOf(bytes: Uint8Array, stems: number): Pair[] {
  const pairs: Pair[] = [];
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let own = 0; own < stems; own++) {
    let other = own;
    for (let left = number(); left > 0; left--) {
      other += number();
      pairs.push([own, other, number()]);
    }
  }
  return pairs;
}

/** A stem that means nearly what another does. */
export interface Synonym {
  readonly stem: string;
  /** 0.55..1; 0 of opposites. */
  readonly likeness: number;
}

const NONE: readonly Synonym[] = [];

/** Synonyms of a stem, in a wide sense: "funds" and "money", but not "killed" and "saved". */
export const synonymsOf = (stem: string): readonly Synonym[] => related(stem).synonyms;

/** Stems that mean the opposite: "open" and "close". */
export const oppositesOf = (stem: string): readonly Synonym[] => related(stem).opposites;

interface Related {
  readonly synonyms: readonly Synonym[];
  readonly opposites: readonly Synonym[];
}

const UNRELATED: Related = { synonyms: NONE, opposites: NONE };
/** By place in the table: as many as it has stems, no more. */
const known = new Map<number, Related>();

function related(stem: string): Related {
  table ??= load();
  const place = table.places.get(stem);
  if (place === undefined) return UNRELATED;
  const cached = known.get(place);
  if (cached !== undefined) return cached;
  const synonyms: Synonym[] = [];
  const opposites: Synonym[] = [];
  for (let i = table.begin[place] ?? 0; i < (table.begin[place + 1] ?? 0); i++) {
    const step = table.likenesses[i] ?? OPPOSITE;
    const partner = table.stems[table.partners[i] ?? 0] ?? '';
    if (step === OPPOSITE) opposites.push({ stem: partner, likeness: 0 });
    else synonyms.push({ stem: partner, likeness: LEAST + ((1 - LEAST) * (step - 1)) / (STEPS - 1) });
  }
  const found = { synonyms, opposites };
  known.set(place, found);
  return found;
}
