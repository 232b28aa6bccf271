import type { Analysis } from '../../claims/analysis.ts';
import { around } from '../../claims/around.ts';
import type { Figure } from '../../mentions/mention.ts';
import type { Span } from '../../text/span.ts';
import { indexAt } from '../../text/span.ts';
import type { Terms } from '../terms.ts';
import { figureKey } from '../terms.ts';
import type { Word } from '../words.ts';
import { wordsOf } from '../words.ts';
import { personAged } from './aged.ts';
import { termsAround } from './context.ts';
import { type FigureMeasure, measureOf, modifiersOf } from './measure.ts';

interface Sentence extends Span {
  /** The heading that it stands under. */
  readonly heading: Span | null;
}

/** What is said around a figure, and what it measures; null where it gives no quantity. */
export interface FigureProfile {
  readonly terms: Terms;
  readonly measure: FigureMeasure | null;
}

/** Reads the figures of one article. `own`: the figure's words, `sentence`: what it stands in, bounded. */
export function figureReader(
  analysis: Analysis,
  read: (span: Span, words: readonly Word[]) => Terms,
): (figure: Figure, own: readonly Word[], sentence: Sentence) => FigureProfile {
  const { text, date } = analysis.article;
  const words = remembered((span) => wordsOf(text, span), 1);
  const readSpan = remembered((span) => read(span, words(span)), SENTENCE);
  return (figure, own, whole) => {
    const sentence = nearFigures(analysis.figures, figure, whole);
    const modifiers = modifiersOf(figure, own);
    const figures = around(analysis.figures, sentence);
    const beside = { text, sentence, heading: sentence.heading, figures, modifiers };
    const { terms: all, nearest, ...rest } = termsAround(figure, beside, read, readSpan, words);
    // The number itself is compared by value.
    const terms = new Map([...all].filter(([key]) => key !== figureKey(figure)));
    const topic = figure.topic ?? '';
    const measure = measureOf({
      figure,
      published: date,
      written: text.slice(figure.start, figure.end),
      topicWords: wordsOf(topic, { start: 0, end: topic.length }),
      words: words(sentence).filter((word) => !own.some(({ start }) => start === word.start)),
      terms,
      names: nearest,
      person: personAged(analysis, figure),
    });
    return { terms: { terms, ...rest }, measure };
  };
}

/** More clauses than a sentence has in reach of a figure. */
const SENTENCE = 500;

/** Figures of one sentence have their clauses in common: the last spans read are kept, at most `most`. */
function remembered<T>(read: (span: Span) => T, most: number): (span: Span) => T {
  const known = new Map<string, T>();
  return (span) => {
    const key = `${span.start} ${span.end}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(span);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Figures on each side of one that are looked at: more than prose has in reach, few in a row of numbers. */
const MOST_FIGURES = 24;

/** A sentence without what lies beyond so many other figures. */
function nearFigures(figures: readonly Figure[], figure: Figure, sentence: Sentence): Sentence {
  const at = indexAt(figures, figure.start);
  const start = Math.max(sentence.start, figures[at - MOST_FIGURES]?.start ?? sentence.start);
  const end = Math.min(sentence.end, figures[at + MOST_FIGURES]?.end ?? sentence.end);
  return { ...sentence, start, end };
}
