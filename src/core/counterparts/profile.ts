import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { BlockKind } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import { indexAt } from '../text/span.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { deniedFrom } from './denial.ts';
import { pooledMentions } from './figures/ledger.ts';
import { countsOf } from './figures/measure.ts';
import { figureReader } from './figures/profile.ts';
import { nameKey } from './names.ts';
import { negatesAt } from './negation.ts';
import { termReader } from './terms.ts';
import { type Named, topicOf } from './topic.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

export function profileOf(path: string, analysis: Analysis): ArticleProfile {
  const reader = termReader(analysis);
  const figureProfile = figureReader(analysis, reader);
  const frequency = new Map<string, number>();
  const surface = new Map<string, string>();
  const named = namedIn(analysis);
  const sentences = sentencesOf(analysis);
  for (const sentence of sentences) {
    const terms = reader(sentence, wordsOf(analysis.article.text, sentence)).terms;
    for (const term of terms.values()) {
      frequency.set(term.key, (frequency.get(term.key) ?? 0) + 1);
      if (!surface.has(term.key)) surface.set(term.key, term.surface);
    }
  }
  const figures = new Map(analysis.figures.map((figure) => [figure.id, figure]));
  const claims = pooledMentions(
    analysis.claims.map((claim) => {
      const sentence = sentences[indexAt(sentences, claim.start)];
      return claimProfile(
        claim,
        sentence === undefined
          ? { ...spanOf(claim), block: 'paragraph', heading: null }
          : near(sentence, claim),
      );
    }),
  );
  return {
    path,
    analysis,
    claims,
    sentences: sentences.length,
    frequency,
    topic: topicOf(frequency, named),
    measures: countsOf(claims.flatMap(({ measure }) => measure ?? [])),
    surface,
  };

  function claimProfile(claim: Claim, sentence: Sentence): ClaimProfile {
    const figure = claim.kind === 'figure' ? (figures.get(claim.mention ?? '') ?? null) : null;
    const words = wordsOf(analysis.article.text, claim);
    const around = figure === null ? null : figureProfile(figure, words, sentence);
    const { terms, names, nameTerms, whoTerms, places, persons } = around?.terms ?? reader(claim, words);
    let weight = 0;
    for (const term of terms.values()) weight += term.weight;
    return {
      claim,
      words,
      terms: new Map([...terms.values()].map((term) => [term.key, term.weight])),
      weight,
      shingles: claim.kind === 'quotation' ? shinglesOf(words) : [],
      names,
      nameTerms,
      whoTerms,
      places: lasting(places),
      persons: lasting(persons),
      numbers: numbersIn({ figure, terms }),
      days: daysIn({ figure, terms }),
      figure,
      measure: around?.measure ?? null,
      context: { start: sentence.start, end: sentence.end },
      block: sentence.block,
      negations: words.filter((_, at) => negatesAt(words, at)).length,
      denies: deniedFrom(words) !== null,
    };
  }
}

/** Those whom an article names. */
export const namedIn = ({ chains }: Analysis): Named => ({
  all: new Set(chains.map(nameKey)),
  persons: new Set(chains.filter(({ type }) => type === 'person').map(nameKey)),
});

const NONE: ReadonlySet<string> = new Set();

/** Most claims name nobody: empty sets are one, for hundreds of thousands of claims. */
const lasting = (set: ReadonlySet<string>): ReadonlySet<string> => (set.size === 0 ? NONE : set);

interface Said {
  readonly figure: unknown;
  readonly terms: ReadonlyMap<string, unknown>;
}

/** A figure is compared by its own value, not by the numbers around it. */
const keysLike = ({ figure, terms }: Said, pattern: RegExp): ReadonlySet<string> =>
  figure === null ? lasting(new Set([...terms.keys()].filter((term) => pattern.test(term)))) : NONE;

/** Keys of a claim's figures that are no dates. */
export const numbersIn = (claim: Said): ReadonlySet<string> => keysLike(claim, /^#[\d.]+$/);

/** Keys of its dates. */
export const daysIn = (claim: Said): ReadonlySet<string> => keysLike(claim, DATED);

/** Terms that stand for a day, a month or the like: not for a year, which may be a number as well. */
const DATED = /^#(?:\d{4}-|XXXX-WXX-\d)/;

interface Sentence extends Span {
  readonly block: BlockKind;
  /** The heading that it stands under. */
  readonly heading: Span | null;
}

function sentencesOf({ article }: Analysis): Sentence[] {
  let heading: Span | null = null;
  return article.blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = { start: block.start, end: block.end };
    const over = block.kind === 'heading' || block.kind === 'headline' ? null : heading;
    return block.sentences.map(({ start, end }) => ({ start, end, block: block.kind, heading: over }));
  });
}

/** Words in a row that two quotations share only when they are one utterance. */
export const TELLING_RUN = 5;
const MOST_SHINGLES = 400;

/** Every five words in a row. */
export function shinglesOf(words: readonly Word[]): string[] {
  const shingles: string[] = [];
  for (let i = 0; i + TELLING_RUN <= words.length && i < MOST_SHINGLES; i++) {
    shingles.push(
      words
        .slice(i, i + TELLING_RUN)
        .map((word) => word.key)
        .join(' '),
    );
  }
  return shingles;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** At most so many characters on each side of a claim are its context, whatever the sentence's length. */
const REACH = 400;

const near = <S extends Span>(sentence: S, claim: Span): S => ({
  ...sentence,
  start: Math.max(sentence.start, claim.start - REACH),
  end: Math.min(sentence.end, claim.end + REACH),
});
