import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { weightOfStem } from '../lexicon/frequency.ts';
import { DENIALS, NEGATIONS, SAYING, STOPWORDS } from '../lexicon/stopwords.ts';
import type { Figure } from '../mentions/mention.ts';
import type { BlockKind } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import { contains, indexAt } from '../text/span.ts';
import { nameKey, nameParts } from './names.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** A claim as it is compared. */
export interface ClaimProfile {
  readonly claim: Claim;
  /** Every word and number in order, without quotation marks. */
  readonly words: readonly Word[];
  /** Terms of content (stems, name keys, figures) with how much each says, 0..1. */
  readonly terms: ReadonlyMap<string, number>;
  readonly weight: number;
  /** Of quotations, every five words in a row: they betray a shared utterance even where all are common. */
  readonly shingles: readonly string[];
  /** Keys of the names mentioned, with the names. */
  readonly names: ReadonlyMap<string, string>;
  readonly figure: Figure | null;
  /** The passage around: the sentence that a figure or a fragment stands in. */
  readonly context: Span;
  readonly block: BlockKind;
  /** How many words deny: "not", "never". */
  readonly negations: number;
  readonly denies: boolean;
}

/** What an article is about, as a vector of its terms. */
export interface Topic {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** An article as it is compared. */
export interface ArticleProfile {
  readonly path: string;
  readonly analysis: Analysis;
  readonly claims: readonly ClaimProfile[];
  /** How many sentences the article has. */
  readonly sentences: number;
  /** In how many of them a term stands. */
  readonly frequency: ReadonlyMap<string, number>;
  readonly topic: Topic;
  /** What a term looks like in the text, for evidence. */
  readonly surface: ReadonlyMap<string, string>;
}

/** Names tell events apart better than what happened does. */
const NAMED = 1.5;

/** What an article is about: each term by how much it says, however often it stands there; and the vector's length. */
function topicOf(frequency: ReadonlyMap<string, number>, named: ReadonlySet<string>): Topic {
  const weights = new Map<string, number>();
  let square = 0;
  for (const term of frequency.keys()) {
    const weight =
      (term.startsWith('#') ? NUMBER_WEIGHT : weightOfStem(term)) * (named.has(term) ? NAMED : 1);
    weights.set(term, weight);
    square += weight * weight;
  }
  return { weights, length: Math.sqrt(square) || 1 };
}

/** How much two articles are about the same, 0..1: cosine of their terms. About 0.25 and more for one event. */
export function likenessOf(a: ArticleProfile, b: ArticleProfile): number {
  const [small, large] = a.topic.weights.size <= b.topic.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small.topic.weights) sum += weight * (large.topic.weights.get(term) ?? 0);
  return sum / (a.topic.length * b.topic.length);
}

interface Term {
  readonly key: string;
  readonly weight: number;
  readonly surface: string;
}

const NUMBER_WEIGHT = 0.6;
const DATE_WEIGHT = 0.3;
/** Words of an entity's name that a mention of it does not have: "Alliance" is also "NATO". */
const OTHER_NAME = 0.7;

export function profileOf(path: string, analysis: Analysis): ArticleProfile {
  const reader = termReader(analysis);
  const frequency = new Map<string, number>();
  const surface = new Map<string, string>();
  const named = new Set(analysis.chains.map(nameKey));
  const sentences = analysis.article.blocks.flatMap((block) =>
    block.sentences.map((sentence) => ({ start: sentence.start, end: sentence.end, block: block.kind })),
  );
  for (const sentence of sentences) {
    const terms = reader(sentence, wordsOf(analysis.article.text, sentence)).terms;
    for (const term of terms.values()) {
      frequency.set(term.key, (frequency.get(term.key) ?? 0) + 1);
      if (!surface.has(term.key)) surface.set(term.key, term.surface);
    }
  }
  const figures = new Map(analysis.figures.map((figure) => [figure.id, figure]));
  const claims = analysis.claims.map((claim) => {
    const sentence = sentences[indexAt(sentences, claim.start)];
    return claimProfile(
      claim,
      sentence === undefined ? { ...spanOf(claim), block: 'paragraph' } : near(sentence, claim),
    );
  });
  return {
    path,
    analysis,
    claims,
    sentences: sentences.length,
    frequency,
    topic: topicOf(frequency, named),
    surface,
  };

  function claimProfile(claim: Claim, sentence: Span & { readonly block: BlockKind }): ClaimProfile {
    const figure = claim.kind === 'figure' ? (figures.get(claim.mention ?? '') ?? null) : null;
    const words = wordsOf(analysis.article.text, claim);
    const { terms, names } =
      figure === null ? reader(claim, words) : reader(sentence, wordsOf(analysis.article.text, sentence));
    let weight = 0;
    for (const term of terms.values()) weight += term.weight;
    return {
      claim,
      words,
      terms: new Map([...terms.values()].map((term) => [term.key, term.weight])),
      weight,
      shingles: claim.kind === 'quotation' ? shinglesOf(words) : [],
      names,
      figure,
      context: sentence,
      block: sentence.block,
      negations: words.filter((word) => NEGATIONS.has(word.key)).length,
      denies: words.some((word) => DENIALS.has(word.key)),
    };
  }
}

/** Words in a row that two quotations share only when they are one utterance. */
export const TELLING_RUN = 5;
const MOST_SHINGLES = 400;

function shinglesOf(words: readonly Word[]): string[] {
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

interface Terms {
  readonly terms: ReadonlyMap<string, Term>;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the terms of spans of one article: names by chain, figures by value, other words by stem. */
function termReader(analysis: Analysis): (span: Span, words: readonly Word[]) => Terms {
  const { text } = analysis.article;
  const chains = new Map(
    analysis.chains.map((chain) => [
      chain.id,
      { key: nameKey(chain), parts: nameParts(chain), name: chain.name },
    ]),
  );
  return (span, words) => {
    const terms = new Map<string, Term>();
    const names = new Map<string, string>();
    const add = (key: string, weight: number, surface: string): void => {
      if ((terms.get(key)?.weight ?? -1) < weight) terms.set(key, { key, weight, surface });
    };
    const entities = inside(analysis.entities, span);
    const figures = inside(analysis.figures, span);
    for (const figure of figures) {
      const weight = figure.kind === 'date' ? DATE_WEIGHT : NUMBER_WEIGHT;
      add(figureKey(figure), weight, text.slice(figure.start, figure.end));
    }
    for (const word of words) addWord(word, figures, add, text);
    for (const entity of entities) {
      const chain = chains.get(entity.chain);
      if (chain === undefined) continue;
      names.set(chain.key, chain.name);
      for (const part of chain.parts)
        if (!terms.has(part)) add(part, weightOfStem(part) * OTHER_NAME, chain.name);
    }
    return { terms, names };
  };
}

function addWord(
  word: Word,
  figures: readonly Figure[],
  add: (key: string, weight: number, surface: string) => void,
  text: string,
): void {
  const surface = text.slice(word.start, word.end);
  const figure = holding(figures, word);
  if (word.number) {
    if (figure === undefined) add(`#${word.key}`, NUMBER_WEIGHT, surface);
    return;
  }
  if (STOPWORDS.has(word.key) || SAYING.has(word.key) || word.key.length < 2) return;
  if (figure !== undefined && figure.kind === 'date') return;
  add(word.stem, weightOfStem(word.stem), surface);
}

/** The one of `spans` (in order of position) that holds a word. */
function holding<S extends Span>(spans: readonly S[], word: Span): S | undefined {
  const candidate = spans[indexAt(spans, word.start)];
  return candidate !== undefined && contains(candidate, word) ? candidate : undefined;
}

const figureKey = (figure: Figure): string =>
  `#${typeof figure.value === 'number' ? Number(figure.value.toPrecision(6)) : figure.value}`;

/** Those of `spans` (in order of position) that stand within a span. */
function inside<S extends Span>(spans: readonly S[], span: Span): S[] {
  const found: S[] = [];
  for (let i = indexAt(spans, span.start); i < spans.length; i++) {
    const candidate = spans[i];
    if (candidate === undefined || candidate.start >= span.end) break;
    if (contains(span, candidate)) found.push(candidate);
  }
  return found;
}
