import type { Claim } from '../claims/claim.ts';
import type { Figure } from '../mentions/mention.ts';
import type { BlockKind } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { countsOf, type FigureMeasure } from './figures/measure.ts';
import { quantityOf } from './figures/quantity.ts';
import { ABSENT, BLOCK_KINDS, type PackedProfile, TERM_INTS } from './packed.ts';
import { daysIn, namedIn, numbersIn, shinglesOf } from './profile.ts';
import { topicOf } from './topic.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** A profile as it was before it was packed; what is not asked for is not read. */
export function unpacked(packed: PackedProfile, vocabulary: Vocabulary): ArticleProfile {
  return new UnpackedProfile(packed, vocabulary);
}

/** Reads the two lists from a place on. */
interface Reader {
  readonly int: () => number;
  readonly float: () => number;
  readonly term: () => string;
  /** Null where a term's number stands for none. */
  readonly termOrNone: () => string | null;
}

function readerAt({ ints, floats }: PackedProfile, { termOf }: Vocabulary, int = 0, float = 0): Reader {
  const skip = (): null => {
    int++;
    return null;
  };
  return {
    int: () => ints[int++] ?? 0,
    float: () => floats[float++] ?? 0,
    term: () => termOf(ints[int++] ?? 0),
    termOrNone: () => (ints[int] === ABSENT ? skip() : termOf(ints[int++] ?? 0)),
  };
}

/** Caches what has been read of an article. */
class UnpackedProfile implements ArticleProfile {
  readonly #packed: PackedProfile;
  readonly #vocabulary: Vocabulary;
  #claims: readonly ClaimProfile[] | undefined;
  #measures: ArticleProfile['measures'] | undefined;
  #topic: ArticleProfile['topic'] | undefined;
  #frequency: ArticleProfile['frequency'] | undefined;
  #surface: ArticleProfile['surface'] | undefined;

  constructor(packed: PackedProfile, vocabulary: Vocabulary) {
    this.#packed = packed;
    this.#vocabulary = vocabulary;
  }

  get path() {
    return this.#packed.path;
  }

  get analysis() {
    return this.#packed.analysis;
  }

  get sentences() {
    return this.#packed.sentences;
  }

  get claims(): readonly ClaimProfile[] {
    this.#claims ??= this.#claimsRead();
    return this.#claims;
  }

  get frequency() {
    this.#frequency ??= frequencyOf(this.#packed, this.#vocabulary);
    return this.#frequency;
  }

  get surface() {
    this.#surface ??= surfaceOf(this.#packed, this.#vocabulary);
    return this.#surface;
  }

  get topic() {
    this.#topic ??= topicOf(this.frequency, namedIn(this.analysis));
    return this.#topic;
  }

  get measures() {
    this.#measures ??= countsOf(this.claims.flatMap(({ measure }) => measure ?? []));
    return this.#measures;
  }

  #claimsRead(): ClaimProfile[] {
    const { analysis, claims, at } = this.#packed;
    const figures = new Map(analysis.figures.map((figure) => [figure.id, figure]));
    return analysis.claims.slice(0, claims).map((claim, i) => {
      const figure = claim.kind === 'figure' ? (figures.get(claim.mention ?? '') ?? null) : null;
      const reader = readerAt(this.#packed, this.#vocabulary, at[2 * i], at[2 * i + 1]);
      return new UnpackedClaim(claim, figure, analysis.article.text, reader);
    });
  }
}

function frequencyOf({ ints }: PackedProfile, { termOf }: Vocabulary): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (let k = 0, at = 1; k < (ints[0] ?? 0); k++, at += TERM_INTS)
    frequency.set(termOf(ints[at] ?? 0), ints[at + 1] ?? 0);
  return frequency;
}

function surfaceOf({ ints, analysis }: PackedProfile, { termOf }: Vocabulary): ReadonlyMap<string, string> {
  const { text } = analysis.article;
  const surface = new Map<string, string>();
  for (let k = 0, at = 1; k < (ints[0] ?? 0); k++, at += TERM_INTS) {
    const [start, length] = [ints[at + 2] ?? 0, ints[at + 3] ?? 0];
    surface.set(termOf(ints[at] ?? 0), start < 0 ? termOf(length) : text.slice(start, start + length));
  }
  return surface;
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

  constructor(claim: Claim, figure: Figure | null, text: string, reader: Reader) {
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
  const measure = int() === ABSENT || figure === null ? null : measureOf(reader, figure);
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

function measureOf(reader: Reader, figure: Figure): FigureMeasure | null {
  const { int, float, term, termOrNone } = reader;
  const quantity = quantityOf(figure);
  if (quantity === null) return null;
  const base = termOrNone();
  const rate = termOrNone();
  const distinct = float();
  const topic = termsOf(reader);
  const names = termsOf(reader);
  const senses = new Map<number, { readonly stem: string; readonly weight: number }>();
  for (let left = int(); left > 0; left--) senses.set(int(), { stem: term(), weight: float() });
  return { figure, quantity, distinct, base, rate, topic, names, senses };
}
