import type { Article } from '../text/article.ts';
import { type Span, textOf } from '../text/span.ts';
import { idNamer } from '../text/stable-id.ts';
import { attribute } from './attribution/attribution.ts';
import { COMPLETE, type Without } from './component.ts';
import { findFigures } from './figures/figure.ts';
import type { Chain, Entity, Figure, IndirectSpeech, Quotation } from './mention.ts';
import { buildChains } from './names/coreference.ts';
import { findEntities } from './names/entity.ts';
import { findQuotations } from './quotations/quotation.ts';
import { readWords } from './text-words.ts';

/** Everything that an article mentions, each list in order of position. */
export interface Mentions {
  readonly quotations: readonly Quotation[];
  readonly indirect: readonly IndirectSpeech[];
  readonly figures: readonly Figure[];
  readonly entities: readonly Entity[];
  readonly chains: readonly Chain[];
}

export interface DetectOptions {
  /** What is left out, to measure its worth. */
  readonly without?: Without;
}

/** The ordered pipeline: names and their chains first, since sources of quotations resolve to chains. */
export function detectMentions(article: Article, { without = COMPLETE }: DetectOptions = {}): Mentions {
  const words = readWords(article.text);
  const names = findEntities(article, without, words);
  const { entities, chains } = buildChains(article, names, without, namer(article, 'e'));
  const { quotations, indirect } = attribute(
    article,
    findQuotations(article, without),
    entities,
    chains,
    without,
    words,
  );
  const figureId = namer(article, 'f');
  const figures = findFigures(article, words).map((draft): Figure => {
    const { start, end, kind, value, upper, unit, comparator, measure, topic, qualifier, direction } = draft;
    const id = figureId(draft);
    return { id, start, end, kind, value, upper, unit, comparator, measure, topic, qualifier, direction };
  });
  return { quotations, indirect, figures, entities, chains };
}

const namer = (article: Article, prefix: string): ((span: Span) => string) => {
  const name = idNamer(prefix);
  return (span) => name(textOf(article.text, span));
};
