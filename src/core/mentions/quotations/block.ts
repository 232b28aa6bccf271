import { CUE_NOUNS } from '../../lexicon/speech-cues.ts';
import type { Article, Block } from '../../text/article.ts';
import { tokensOf } from '../../text/segment.ts';
import { isCueWord } from './cue-word.ts';
import type { Stretch } from './marks.ts';

/** Longest sentence that introduces a block quotation, in tokens. */
const LONGEST_LEAD = 60;

/** A paragraph or bullet without marks after a paragraph that says who speaks and ends with a colon. */
export function isBlockQuotation(
  article: Article,
  block: Block,
  own: readonly Stretch[],
  lead: Block | undefined,
): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'bullet') return false;
  if (own[0]?.start === block.start || block.sentences[0]?.start === own[0]?.start) return false;
  if (/^\p{Lu}\p{L}*:\s/u.test(article.text.slice(block.start, block.start + 30))) return false;
  const sentence = lead?.kind === 'paragraph' ? lead.sentences.at(-1) : undefined;
  if (!lead || !sentence || article.text.charAt(lead.end - 1) !== ':') return false;
  const written = tokensOf(article.text, {
    start: Math.max(sentence.start, sentence.end - 600),
    end: sentence.end,
  })
    .filter((token) => token.kind === 'word')
    .map((token) => token.text);
  const words = written.map((word) => word.toLowerCase());
  if (words.length > LONGEST_LEAD) return false;
  // "Key Highlights:" and "Key points:" are titles, not somebody who highlights or points.
  return block.kind === 'bullet'
    ? isCueWord(written.at(-1) ?? '') && !BEFORE_NOUNS.test(words.at(-2) ?? '')
    : words.some(isCueWord) || speaks(words);
}

const BEFORE_NOUNS = /^(?:key|main|top|other|more|further|talking|the|these|some|its|their|his|her|our)$/;

const speaks = (words: readonly string[]): boolean => words.some((word) => CUE_NOUNS.has(word));
