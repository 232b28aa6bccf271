import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import type { EntityType, Figure } from '../mentions/mention.ts';
import { contains, lengthOf, type Span, textOf, trimSpan } from '../text/span.ts';
import { articlesOfStory } from './story.ts';

/** What can be looked for wherever it occurs: the same words, every wording of a name, or the same figure. */
export type Subject =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'name'; readonly name: string; readonly type: EntityType }
  | {
      readonly kind: 'figure';
      readonly words: string;
      readonly figure: Pick<Figure, 'kind' | 'value' | 'upper' | 'unit'>;
    };

/** Words longer than this occur once; in UTF-16 code units. */
const MOST_WORDS = 400;

/**
 * What a selection or a cursor may mean, likeliest first: what stands there as a name or a figure, and the words
 * themselves. A cursor elsewhere, and white space, mean nothing.
 */
export function subjectsAt(analysis: Analysis, at: Span): Subject[] {
  const { text } = analysis.article;
  const isCursor = at.start === at.end;
  const selected = trimSpan(text, at);
  const isIt = (span: Span): boolean =>
    isCursor ? contains(span, at) : span.start === selected.start && span.end === selected.end;
  const mentions = [...analysis.entities, ...analysis.figures].filter(isIt);
  const mention = mentions.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  const words = textOf(text, mention && isCursor ? mention : selected);
  if (words === '' || words.length > MOST_WORDS) return [];
  return [...(mention ? meaningOf(analysis, mention) : []), { kind: 'words', words }];
}

function meaningOf({ article, chains }: Analysis, mention: Figure | Analysis['entities'][number]): Subject[] {
  if ('chain' in mention) {
    const chain = chains.find(({ id }) => id === mention.chain);
    return chain ? [{ kind: 'name', name: chain.name, type: chain.type }] : [];
  }
  const { kind, value, upper, unit } = mention;
  return [{ kind: 'figure', words: textOf(article.text, mention), figure: { kind, value, upper, unit } }];
}

/** Where an article has it, in order of position; the places do not overlap. */
export function occurrencesOf(analysis: Analysis, subject: Subject): Span[] {
  if (subject.kind === 'words') return wordsIn(analysis.article.text, subject.words);
  if (subject.kind === 'name') {
    const chains = analysis.chains.filter(({ name, type }) => name === subject.name && type === subject.type);
    const ids = new Set(chains.map(({ id }) => id));
    return analysis.entities.filter(({ chain }) => ids.has(chain)).map(spanOf);
  }
  const { kind, value, upper, unit } = subject.figure;
  return analysis.figures
    .filter((one) => one.kind === kind && one.value === value && one.upper === upper && one.unit === unit)
    .map(spanOf);
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Marks that are typed in several ways. */
const ALIKE = ["'‘’‛", '"“”„‟', '-‐‑–'];
const LETTER = '[\\p{L}\\p{M}\\p{N}]';
/** White space with at most one line's end in it: paragraphs are not joined. */
const GAP = '(?:[^\\S\\r\\n]+(?:\\r?\\n[^\\S\\r\\n]*)?|\\r?\\n[^\\S\\r\\n]*)';

/**
 * Whole words: where they begin or end with a letter or digit, none stands next to them. Words without a capital are
 * found with one, too, as at the start of a sentence.
 */
function wordsIn(text: string, words: string): Span[] {
  const isLetter = new RegExp(LETTER, 'u');
  const signs = Array.from(words);
  const before = isLetter.test(signs[0] ?? '') ? `(?<!${LETTER})` : '';
  const after = isLetter.test(signs.at(-1) ?? '') ? `(?!${LETTER})` : '';
  const pattern = before + words.split(/\s+/).map(asPattern).join(GAP) + after;
  const isLower = words === words.toLowerCase();
  return [...text.matchAll(new RegExp(pattern, isLower ? 'giu' : 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const asPattern = (word: string): string =>
  Array.from(word, (sign) => {
    const alike = ALIKE.find((signs) => signs.includes(sign));
    if (alike) return `[${alike.replace('-', '\\-')}]`;
    return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign;
  }).join('');

/** Where one of the things that a place may mean occurs in a story: the article's own places first. */
export interface StoryOccurrences {
  readonly subject: Subject;
  /** Those that have it. */
  readonly articles: readonly ArticleOccurrences[];
}

export interface ArticleOccurrences {
  readonly path: string;
  readonly places: readonly Span[];
  /** The wordings that stand at the places. */
  readonly words: ReadonlySet<string>;
}

/** For each thing that a place of an article may mean; empty where it means nothing, or there is no such article. */
export function occurrencesAt(project: Project, path: string, at: Span): StoryOccurrences[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const others = articlesOfStory(project, path).filter((other) => other !== path);
  return subjectsAt(analysis, at).map((subject) => ({
    subject,
    articles: [path, ...others].flatMap((article) => {
      const found = project.analysis(article);
      const places = found ? occurrencesOf(found, subject) : [];
      const words = new Set(places.map((place) => textOf(found?.article.text ?? '', place)));
      return places.length > 0 ? [{ path: article, places, words }] : [];
    }),
  }));
}

/** Places apart from those that a note is on already. */
export function freshPlaces(places: readonly Span[], noted: readonly Span[]): readonly Span[] {
  const taken = new Set(noted.map(({ start, end }) => `${start} ${end}`));
  return places.filter(({ start, end }) => !taken.has(`${start} ${end}`));
}

/** Whether all places of a text have words that were found: else it is no longer the text that they were found in. */
export const haveWords = (text: string, places: readonly Span[], words: ReadonlySet<string>): boolean =>
  places.every((place) => words.has(textOf(text, place)));
