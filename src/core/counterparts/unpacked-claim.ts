import type { Claim } from '../claims/claim.ts';
import type { Figure } from '../mentions/mention.ts';
import type { BlockKind } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { type FigureMeasure, quantityAmong } from './figures/measure.ts';
import { ABSENT, BLOCK_KINDS, LISTS, type PackedProfile } from './packed.ts';
import { daysIn, numbersIn, shinglesOf } from './profile.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** Reads the lists from a place on. */
interface Reader {
  readonly int: () => number;
  readonly float: () => number;
  readonly term: () => string;
  /** Null where a term's number stands for none. */
  readonly termOrNone: () => string | null;
}

/** `claim`: the place of the claim to read. */
export function readerAt(
  { ints, floats, ids, at }: PackedProfile,
  { termOf }: Vocabulary,
  claim: number,
): Reader {
  let [int = 0, float = 0, id = 0] = at.subarray(LISTS * claim);
  const next = (): number => ids[id++] ?? 0;
  return {
    int: () => ints[int++] ?? 0,
    float: () => floats[float++] ?? 0,
    term: () => termOf(next()),
    termOrNone: () => {
      const term = next();
      return term === ABSENT ? null : termOf(term);
    },
  };
}

export interface ClaimUnpacking {
  readonly claim: Claim;
  /** That the claim is. */
  readonly figure: Figure | null;
  /** Of the article. */
  readonly text: string;
  readonly reader: Reader;
}

/** A claim's profile as it was before it was packed; what is not asked for is not read. */
export function unpackedClaim(unpacking: ClaimUnpacking): ClaimProfile {
  return new UnpackedClaim(unpacking);
}

/** All of a claim that stands in the lists. */
type Listed = Pick<
  ClaimProfile,
  | 'context'
  | 'block'
  | 'negations'
  | 'denies'
  | 'weight'
  | 'terms'
  | 'names'
  | 'nameTerms'
  | 'whoTerms'
  | 'places'
  | 'persons'
  | 'measure'
>;

/** Caches what has been read of a claim. */
class UnpackedClaim implements ClaimProfile {
  readonly claim: Claim;
  readonly figure: Figure | null;
  readonly #text: string;
  readonly #reader: Reader;
  #listed: Listed | undefined;
  #words: readonly Word[] | undefined;
  #numbers: ReadonlySet<string> | undefined;
  #days: ReadonlySet<string> | undefined;

  constructor({ claim, figure, text, reader }: ClaimUnpacking) {
    this.claim = claim;
    this.figure = figure;
    this.#text = text;
    this.#reader = reader;
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.#text, this.claim);
    return this.#words;
  }

  get shingles(): readonly string[] {
    return this.claim.kind === 'quotation' ? shinglesOf(this.words) : [];
  }

  get context() {
    return this.#read().context;
  }

  get block() {
    return this.#read().block;
  }

  get negations() {
    return this.#read().negations;
  }

  get denies() {
    return this.#read().denies;
  }

  get weight() {
    return this.#read().weight;
  }

  get terms() {
    return this.#read().terms;
  }

  get names() {
    return this.#read().names;
  }

  get nameTerms() {
    return this.#read().nameTerms;
  }

  get whoTerms() {
    return this.#read().whoTerms;
  }

  get places() {
    return this.#read().places;
  }

  get persons() {
    return this.#read().persons;
  }

  get numbers() {
    this.#numbers ??= numbersIn(this);
    return this.#numbers;
  }

  get days() {
    this.#days ??= daysIn(this);
    return this.#days;
  }

  get measure() {
    return this.figure === null ? null : this.#read().measure;
  }

  #read(): Listed {
    this.#listed ??= listedOf(this.#reader, this.figure);
    return this.#listed;
  }
}

/** In the order in which they were written. */
function listedOf(reader: Reader, figure: Figure | null): Listed {
  const { int, float, term } = reader;
  const context: Span = { start: int(), end: int() };
  const block: BlockKind = BLOCK_KINDS[int()] ?? 'paragraph';
  const negations = int();
  const denies = int() === 1;
  const weight = float();
  const terms = new Map<string, number>();
  for (let left = int(); left > 0; left--) terms.set(term(), float());
  const names = new Map<string, string>();
  for (let left = int(); left > 0; left--) names.set(term(), term());
  const nameTerms = termsOf(reader);
  const whoTerms = termsOf(reader);
  const places = termsOf(reader);
  const persons = termsOf(reader);
  const measure = int() === ABSENT || figure === null ? null : measureOf(reader, figure, terms);
  return {
    context,
    block,
    negations,
    denies,
    weight,
    terms,
    names,
    nameTerms,
    whoTerms,
    places,
    persons,
    measure,
  };
}

function termsOf({ int, term }: Reader): ReadonlySet<string> {
  const size = int();
  if (size === 0) return NONE;
  const terms = new Set<string>();
  for (let left = size; left > 0; left--) terms.add(term());
  return terms;
}

const NONE: ReadonlySet<string> = new Set();

function measureOf(reader: Reader, figure: Figure, terms: ReadonlyMap<string, number>): FigureMeasure | null {
  const { int, float, term, termOrNone } = reader;
  const quantity = quantityAmong(figure, terms);
  if (quantity === null) return null;
  const base = termOrNone();
  const rate = termOrNone();
  const person = termOrNone();
  const distinct = float();
  const topic = termsOf(reader);
  const names = termsOf(reader);
  const senses = new Map<number, { readonly stem: string; readonly weight: number }>();
  for (let left = int(); left > 0; left--) senses.set(int(), { stem: term(), weight: float() });
  return { figure, quantity, distinct, base, rate, person, topic, names, senses };
}
