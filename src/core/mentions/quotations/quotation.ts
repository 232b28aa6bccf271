import type { Article, Block } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';
import { COMPLETE, type Without } from '../component.ts';
import type { QuotationForm } from '../mention.ts';
import { isBlockQuotation } from './block.ts';
import type { Stretch } from './marks.ts';
import { habitOf, isSpoken, isToldSpeech } from './single-marks.ts';
import { spillsOf } from './spill.ts';
import { opensWith, stretchesOfAll } from './stretches.ts';
import { isNoSpeech } from './title.ts';
import { turnsOf } from './turns.ts';

/** A stretch of quoted words before it is known whose they are. */
export interface QuotationDraft extends Span {
  readonly form: QuotationForm;
  readonly content: Span;
  /** Index in `article.blocks`. */
  readonly block: number;
  /** The mark is reopened from the paragraph before: one speech with the draft before it. */
  readonly continues: boolean;
  /** Words of the next paragraphs that belong to it, up to the closing mark; no mark takes them up. */
  readonly rests: readonly Span[];
}

/** Everything within quotation marks that may be speech, and block quotations; in order, not overlapping. */
export function findQuotations(article: Article, without: Without = COMPLETE): QuotationDraft[] {
  const stretches = stretchesOfAll(article);
  const turns = without.has('block') ? undefined : turnsOf(article);
  const drafts: QuotationDraft[] = [];
  // Single marks less double ones so far: British papers quote with single marks and nest double ones.
  let habit = 0;
  let open = false;
  let before: Block | undefined;
  let lead: Block | undefined;
  article.blocks.forEach((block, index) => {
    if (block.kind === 'furniture') return;
    if (block.kind !== 'bullet' || before?.kind !== 'bullet') lead = before;
    before = block;
    const found = stretches[index] ?? [];
    if (block.kind === 'paragraph' || block.kind === 'bullet') habit += habitOf(article.text, block, found);
    const own: Stretch[] = [];
    for (const s of found) {
      const told = isToldSpeech(article.text, s, own.at(-1), block);
      if (told || (habit > 0 && (habit > 1 || isSpoken(article.text, s, block, lead)))) own.push(s);
    }
    const reopened = open && own[0]?.start === block.start;
    const last = own.at(-1);
    open = last?.close === 0 && opensWith(article, index + 1, last.mark);
    const rests = last === undefined ? [] : spillsOf(article, index, last);
    const turn = turns?.get(index);
    if (turn) drafts.push(blockDraft(turn, index));
    else if (!without.has('block') && isBlockQuotation(article, block, own, lead))
      drafts.push(
        blockDraft({ start: block.sentences[0]?.start ?? block.start, end: block.end }, index, block.start),
      );
    else
      own.forEach((stretch, i) => {
        if (!without.has('title') && isNoSpeech(article.text, stretch, block)) return;
        drafts.push(markedDraft(stretch, index, reopened && i === 0, i === own.length - 1 ? rests : []));
      });
  });
  return drafts;
}

const blockDraft = (content: Span, index: number, start = content.start): QuotationDraft => ({
  start,
  end: content.end,
  form: 'block',
  content,
  block: index,
  continues: false,
  rests: [],
});

const markedDraft = (
  stretch: Stretch,
  block: number,
  continues: boolean,
  rests: readonly Span[],
): QuotationDraft => ({
  start: stretch.start,
  end: stretch.end,
  form: 'marked',
  content: { start: stretch.start + stretch.open, end: stretch.end - stretch.close },
  block,
  continues,
  rests,
});
