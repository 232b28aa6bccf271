import type { Analysis } from '../claims/analysis.ts';
import { weightOfStem } from '../lexicon/frequency.ts';
import { ROLE_MODIFIERS, ROLE_NOUNS } from '../lexicon/roles.ts';
import { MEASURES, SAYING, SCALES_AND_SHARES, STOPWORDS } from '../lexicon/stopwords.ts';
import type { Figure } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { contains, indexAt } from '../text/span.ts';
import { quantityOf } from './figures/quantity.ts';
import { nameKey, nameParts } from './names.ts';
import { isNation, nationKey, nationOfCapital } from './nations.ts';
import type { Word } from './words.ts';

/** What a passage says, as a key that is equal for equal content: a stem, `#` and a value. */
export interface Term {
  readonly key: string;
  /** How much it says, 0..1. */
  readonly weight: number;
  /** How the article puts it. */
  readonly surface: string;
}

const NUMBER_WEIGHT = 0.6;
/** Countries with names of several words: not rarer in the news than others. */
const NATION_WEIGHT = 0.5;
/** What a capital says of its country. */
const CAPITAL = 0.6;
/** How much a term says wherever it stands. */
export const weightOfTerm = (term: string): number =>
  term.startsWith('#') ? NUMBER_WEIGHT : isNation(term) ? NATION_WEIGHT : weightOfStem(term);

const DATE_WEIGHT = 0.3;
/** Words of an entity's name that a mention of it does not have: "Alliance" is also "NATO". */
const OTHER_NAME = 0.7;

export interface Terms {
  readonly terms: ReadonlyMap<string, Term>;
  readonly names: ReadonlyMap<string, string>;
  /** Keys of terms that stand for the names or are part of them. */
  readonly nameTerms: ReadonlySet<string>;
  /** Keys of terms that say who somebody is: persons' names, titles. */
  readonly whoTerms: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

/** Reads the terms of spans of one article: names by chain, figures by value, other words by stem. */
export function termReader(analysis: Analysis): (span: Span, words: readonly Word[]) => Terms {
  const { text } = analysis.article;
  const chains = new Map(
    analysis.chains.map((chain) => [
      chain.id,
      {
        key: nameKey(chain),
        parts: nameParts(chain),
        name: chain.name,
        nation: chain.type !== 'person' && nationKey(chain.name) !== null,
        capitalOf: chain.type === 'place' ? nationOfCapital(chain.name) : null,
      },
    ]),
  );
  return (span, words) => {
    const terms = new Map<string, Term>();
    const names = new Map<string, string>();
    const nameTerms = new Set<string>();
    const whoTerms = new Set<string>();
    const places = new Set<string>();
    const persons = new Set<string>();
    const add = (key: string, weight: number, surface: string): void => {
      if ((terms.get(key)?.weight ?? -1) < weight) terms.set(key, { key, weight, surface });
    };
    const entities = inside(analysis.entities, span);
    const figures = inside(analysis.figures, span);
    for (const figure of figures) {
      const weight = figure.kind === 'date' ? DATE_WEIGHT : NUMBER_WEIGHT;
      add(figureKey(figure), weight, text.slice(figure.start, figure.end));
    }
    for (const word of words) {
      const surface = text.slice(word.start, word.end);
      const figure = holding(figures, word);
      if (word.number) {
        if (figure === undefined) add(`#${word.key}`, NUMBER_WEIGHT, surface);
      } else if (
        saysSomething(word) &&
        figure?.kind !== 'date' &&
        !(figure !== undefined && MEASURES.has(word.key))
      ) {
        const entity = holding(entities, word);
        if (entity !== undefined && chains.get(entity.chain)?.nation === true) continue;
        if (entity !== undefined) nameTerms.add(word.stem);
        if (entity?.type === 'person' || isRole(word.key)) whoTerms.add(word.stem);
        add(word.stem, weightOfStem(word.stem), surface);
      }
    }
    for (const entity of entities) {
      const chain = chains.get(entity.chain);
      if (chain === undefined) continue;
      names.set(chain.key, chain.name);
      if (entity.type === 'place' || chain.nation) places.add(chain.capitalOf ?? chain.key);
      if (entity.type === 'person') persons.add(chain.key);
      for (const part of chain.parts) {
        nameTerms.add(part);
        if (entity.type === 'person') whoTerms.add(part);
        if (!terms.has(part)) add(part, weightOfTerm(part) * (chain.nation ? 1 : OTHER_NAME), chain.name);
      }
      if (chain.capitalOf !== null) {
        nameTerms.add(chain.capitalOf);
        add(chain.capitalOf, weightOfTerm(chain.capitalOf) * CAPITAL, chain.name);
      }
    }
    return { terms, names, nameTerms, whoTerms, places, persons };
  };
}

const saysSomething = ({ key }: Word): boolean =>
  key.length > 1 && !STOPWORDS.has(key) && !SAYING.has(key) && !SCALES_AND_SHARES.has(key);

const isRole = (word: string): boolean => ROLE_NOUNS.has(word) || ROLE_MODIFIERS.has(word);

/** The one of `spans` (in order of position) that holds a word. */
function holding<S extends Span>(spans: readonly S[], word: Span): S | undefined {
  const candidate = spans[indexAt(spans, word.start)];
  return candidate !== undefined && contains(candidate, word) ? candidate : undefined;
}

/** Equal for equal values, also in other units of one dimension: "half a metre", "50 cm". */
export function figureKey(figure: Figure): string {
  const value = figure.kind === 'quantity' ? (quantityOf(figure)?.value ?? figure.value) : figure.value;
  return `#${typeof value === 'number' ? Number(value.toPrecision(6)) : value}`;
}

/** The value of a date by its term. */
export const timeOfTerm = (term: string): string => term.slice(1);

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
