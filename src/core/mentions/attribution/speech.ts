import type { Article } from '../../text/article.ts';
import { tokensOf } from '../../text/segment.ts';
import { textOf } from '../../text/span.ts';
import type { Source } from '../mention.ts';
import { isBesideColon } from '../quotations/beside-colon.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';
import { hasTitleCase } from '../quotations/title.ts';
import { isHeading } from './heading.ts';
import type { Given } from './memory.ts';

/** Longest content that may be a coined term or a distancing mark rather than speech, in code units. */
const LONGEST_TERM = 60;

/**
 * Whether marks that nothing beside them attributes hold speech. A word or two that no cue attributes is a
 * coined term, a scare quote or a title far more often than somebody's words.
 */
export function isSpeech(
  article: Article,
  draft: QuotationDraft,
  by: Given['by'],
  source: Source | null,
): boolean {
  const { text } = article;
  if (by === 'cue' || draft.form === 'block' || draft.continues) return true;
  const content = textOf(text, draft.content).trim();
  if (content.length > LONGEST_TERM) return true;
  const words = tokensOf(text, draft.content).filter((token) => token.kind !== 'mark').length;
  if (fillsHeading(article, draft)) return words > 1;
  if (standsApart(article, draft)) return words >= 4;
  if (isOwnSentence(text, draft)) return words > 1 || /[!?]$/.test(content);
  if (hasTitleCase(content) && words <= 4) return false;
  const known =
    source !== null &&
    (source.chain !== null || TWO_NAMES.test(source.name) || isPronounText(textOf(text, source)));
  const fewest = by !== 'subject' || !known ? 4 : 2;
  return words >= fewest;
}

/** A heading that is nothing but a quotation. */
const fillsHeading = (article: Article, draft: QuotationDraft): boolean => {
  const block = article.blocks[draft.block];
  return isHeading(article, draft) && draft.start === block?.start && draft.end === block.end;
};

/** "‘…’: Board Shuts Harbour", "Board Shuts Harbour: ‘…’" */
const standsApart = (article: Article, draft: QuotationDraft): boolean =>
  isHeading(article, draft) && isBesideColon(article.text, draft);

/** "Ada Lorn and Peter Orlan" */
const TWO_NAMES = /^\p{Lu}\S*\s(?:\S+\s)*?and\s\p{Lu}/u;

const isPronounText = (words: string): boolean => /^(?:he|she|they|we|i)$/i.test(words);

/** The marks hold a sentence of their own: "“Never.” He left." */
function isOwnSentence(text: string, { start, content }: QuotationDraft): boolean {
  const before = text.slice(Math.max(0, start - 3), start).trimEnd();
  return (before === '' || /[.!?:”"]$/.test(before)) && /[.!?,—–…-]$/.test(textOf(text, content).trimEnd());
}
