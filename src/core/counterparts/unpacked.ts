import type { Analysis } from '../claims/analysis.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { countsOf } from './figures/measure.ts';
import { ABSENT, type PackedProfile, TERM_INTS } from './packed.ts';
import { namedIn } from './profile.ts';
import { topicOf } from './topic.ts';
import { readerAt, unpackedClaim } from './unpacked-claim.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a packed profile is of. */
export interface Unpacking {
  readonly path: string;
  readonly text: string;
  readonly analysis: () => Analysis;
  readonly packed: PackedProfile;
  readonly vocabulary: Vocabulary;
}

/** A profile as it was before it was packed; what is not asked for is not read. */
export function unpacked(unpacking: Unpacking): ArticleProfile {
  return new UnpackedProfile(unpacking);
}

/** Caches what has been read of an article. */
class UnpackedProfile implements ArticleProfile {
  readonly path: string;
  readonly #text: string;
  readonly #analysisOf: () => Analysis;
  readonly #packed: PackedProfile;
  readonly #vocabulary: Vocabulary;
  #analysis: Analysis | undefined;
  #claims: readonly ClaimProfile[] | undefined;
  #measures: ArticleProfile['measures'] | undefined;
  #topic: ArticleProfile['topic'] | undefined;
  #frequency: ArticleProfile['frequency'] | undefined;
  #surface: ArticleProfile['surface'] | undefined;

  constructor({ path, text, analysis, packed, vocabulary }: Unpacking) {
    this.path = path;
    this.#text = text;
    this.#analysisOf = analysis;
    this.#packed = packed;
    this.#vocabulary = vocabulary;
  }

  get analysis() {
    this.#analysis ??= this.#analysisOf();
    return this.#analysis;
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
    this.#surface ??= surfaceOf(this.#packed, this.#vocabulary, this.#text);
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
    const { claims } = this.#packed;
    const { analysis } = this;
    const figures = new Map(analysis.figures.map((figure) => [figure.id, figure]));
    return analysis.claims.slice(0, claims).map((claim, i) => {
      const figure = claim.kind === 'figure' ? (figures.get(claim.mention ?? '') ?? null) : null;
      const reader = readerAt(this.#packed, this.#vocabulary, i);
      return unpackedClaim({ claim, figure, text: this.#text, reader });
    });
  }
}

function frequencyOf(packed: PackedProfile, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  eachTerm(packed, ({ id, count }) => frequency.set(vocabulary.termOf(id), count));
  return frequency;
}

function surfaceOf(packed: PackedProfile, { termOf }: Vocabulary, text: string): ReadonlyMap<string, string> {
  const surface = new Map<string, string>();
  eachTerm(packed, ({ id, put, start, length }) =>
    surface.set(termOf(id), put === ABSENT ? text.slice(start, start + length) : termOf(put)),
  );
  return surface;
}

interface PackedTerm {
  readonly id: number;
  readonly count: number;
  /** How it is put: the number of a term, or where in the text it stands. */
  readonly put: number;
  readonly start: number;
  readonly length: number;
}

function eachTerm({ ints, ids }: PackedProfile, visit: (term: PackedTerm) => void): void {
  let id = 0;
  for (let k = 0, at = 1; k < (ints[0] ?? 0); k++, at += TERM_INTS) {
    const [count = 0, start = 0, length = 0] = [ints[at], ints[at + 1], ints[at + 2]];
    const term = ids[id++] ?? 0;
    visit({ id: term, count, put: start === ABSENT ? (ids[id++] ?? 0) : ABSENT, start, length });
  }
}
