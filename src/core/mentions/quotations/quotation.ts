import { CUE_FORMS, CUE_NOUNS } from '../../lexicon/speech-cues.ts';
import type { Article, Block } from '../../text/article.ts';
import { tokensOf } from '../../text/segment.ts';
import { indexAt, type Span } from '../../text/span.ts';
import { COMPLETE, type Without } from '../component.ts';
import type { QuotationForm } from '../mention.ts';
import { isSingle, markedStretches, type Stretch } from './marks.ts';
import { spillsOf } from './spill.ts';
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
      const speech =
        !isSingle(s) ||
        s.close === 0 ||
        isWhole(s, block) ||
        isHeadlined(article.text, s, block) ||
        isSaid(article.text, s, block) ||
        (habit > 0 && (habit > 1 || isSpoken(article.text, s, block, lead))) ||
        goesOn(article.text, own.at(-1), s);
      if (speech) own.push(s);
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

/** A heading that is nothing but a quotation. */
const isWhole = (stretch: Stretch, block: Block): boolean =>
  stretch.start === block.start && stretch.end === block.end && block.kind !== 'paragraph';

/** Headlines quote with single marks in papers that use double ones below; a few words are a term or a title. */
function isHeadlined(text: string, stretch: Stretch, { kind }: Block): boolean {
  if ((kind !== 'headline' && kind !== 'heading') || stretch.close === 0) return false;
  const words = text.slice(stretch.start, stretch.end).split(/\s+/).length;
  return words >= (isBesideColon(text, stretch) ? 3 : 4);
}

/** A colon stands right before or behind. */
export const isBesideColon = (text: string, { start, end }: Span): boolean =>
  /^\s?:/.test(text.slice(end, end + 2)) || /:\s?$/.test(text.slice(Math.max(0, start - 2), start));

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

/** Lines of furniture that may stand within one speech. */
const MOST_FURNITURE = 5;

/** Whether the next paragraph takes up the speech again with the same mark. */
function opensWith(article: Article, index: number, mark: string): boolean {
  const start = startFrom(article, index);
  return start !== null && mark !== '' && article.text.startsWith(mark, start);
}

/** Where the next paragraph starts. */
function startFrom({ blocks }: Article, index: number): number | null {
  let i = index;
  while (blocks[i]?.kind === 'furniture' && i < index + MOST_FURNITURE) i++;
  return blocks[i]?.start ?? null;
}

/** The stretches of each block; what goes on with a quotation of a block before stands in none. */
function stretchesOfAll(article: Article): Stretch[][] {
  let spills: readonly Span[] = [];
  return article.blocks.map((block, index) => {
    const spill = spills.find(({ start }) => start === block.start);
    const found = stretchesOf(article, block, index, spill ? spill.end + 1 : block.start);
    const last = found.at(-1);
    if (last?.close === 0) spills = spillsOf(article, index, last);
    return found;
  });
}

/**
 * The stretches of a block from `start` on. One that nothing closes counts if the next paragraph takes it up or
 * closes it, or if it is the whole paragraph; any other is a slip, and what stands within it is read by itself.
 */
function stretchesOf(article: Article, block: Block, index: number, start: number): Stretch[] {
  if (block.kind === 'furniture' || block.kind === 'dateline') return [];
  const { text } = article;
  const found: Stretch[] = [];
  const next = startFrom(article, index + 1);
  const takenUp = next === null ? '' : text.charAt(next);
  let from = start;
  for (let tries = 0; tries < 4; tries++) {
    const stretches = markedStretches(text, { start: from, end: block.end }, takenUp);
    const last = stretches.at(-1);
    if (last?.close !== 0 || last.start === block.start || opensWith(article, index + 1, last.mark))
      return [...found, ...stretches];
    if (spillsOf(article, index, last).length > 0) return [...found, ...stretches];
    for (const stretch of stretches.slice(0, -1)) found.push(stretch);
    const alternate = alternateStretches(text, { start: last.start, end: block.end }, last.mark);
    if (alternate.length > 0) return [...found, ...alternate];
    from = last.start + last.open;
  }
  return found;
}

/**
 * Straight marks of which one has its space on the wrong side ("gone. \"Lorn left"): if their number is even, they
 * open and close by turns.
 */
function alternateStretches(text: string, rest: Span, mark: string): Stretch[] {
  const marks: number[] = [];
  if (mark !== '"') return [];
  for (let at = text.indexOf(mark, rest.start); at >= 0 && at < rest.end; at = text.indexOf(mark, at + 1))
    marks.push(at);
  if (marks.length % 2 > 0) return [];
  return marks.flatMap((start, i) => {
    const close = marks[i + 1];
    return i % 2 > 0 || close === undefined ? [] : [{ start, end: close + 1, open: 1, close: 1, mark }];
  });
}

/**
 * The first stretch with single marks is a quotation if it goes on or ends as speech does, or if a verb of saying
 * is near before it; that last in no headline, which the first block may be.
 */
function isSpoken(text: string, { start, end }: Stretch, block: Block, lead: Block | undefined): boolean {
  const before = text.slice(Math.max(block.start, start - 40), start);
  if (lead && wordsIn(before).slice(-3).some(isCue)) return true;
  const ending = text.charAt(end - 2);
  const words = text.slice(start, Math.min(end, start + 200)).split(/\s+/).length;
  return words > 3 && (ending === ',' || (/[.!?]/.test(ending) && block.sentences.length > 1));
}

/** Whatever marks an article else uses: ‘It bends but it holds,’ she told the council. She warned: ‘It bends.’ */
function isSaid(text: string, { start, end, close }: Stretch, block: Block): boolean {
  const last = text.charAt(end - close - 1);
  const words = text.slice(start, Math.min(end, start + 60)).split(/\s+/).length;
  if (close === 0 || words < 4) return false;
  const before = text.slice(Math.max(block.start, start - 60), start);
  if (/[.?!]/.test(last) && /\p{Ll}:\s$/u.test(before)) return wordsIn(before).some(isCue);
  if (!/[,?!]/.test(last) || block.sentences[indexAt(block.sentences, start)]?.start !== start) return false;
  const behind = /^\s\p{L}+(?:\s\p{L}+){0,3}/u.exec(text.slice(end, Math.min(block.end, end + 60)));
  return wordsIn(behind?.[0] ?? '').some(isCue);
}

/** ‘It bends,’ she said. ‘But it holds.’: a sentence within single marks behind who said the one before. */
function goesOn(text: string, before: Stretch | undefined, { start, end, close }: Stretch): boolean {
  if (before === undefined || !isSingle(before) || close === 0 || !/[.?!]/.test(text.charAt(end - 2)))
    return false;
  const between = text.slice(before.end, Math.min(start, before.end + 60));
  return (
    between.length === start - before.end && /^[^.!?]+\.\s$/.test(between) && wordsIn(between).some(isCue)
  );
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Two apostrophes for one double mark show that the single ones are nested. */
function habitOf(text: string, block: Block, stretches: readonly Stretch[]): number {
  const body = text.slice(block.start, block.end);
  const doubled = body.includes("''") ? body.split("''").length - 1 : 0;
  return stretches.reduce((sum, stretch) => sum + (isSingle(stretch) ? 1 : -1), -doubled);
}

/** Longest sentence that introduces a block quotation, in tokens. */
const LONGEST_LEAD = 60;

/** A paragraph or bullet without marks after a paragraph that says who speaks and ends with a colon. */
function isBlockQuotation(
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
    ? isCue(written.at(-1) ?? '') && !BEFORE_NOUNS.test(words.at(-2) ?? '')
    : words.some(isCue) || speaks(words);
}

const BEFORE_NOUNS = /^(?:key|main|top|other|more|further|talking|the|these|some|its|their|his|her|our)$/;

const isCue = (word: string): boolean => {
  const form = CUE_FORMS.get(word);
  return form !== undefined && (!form.base || form.lemma === 'read');
};

const speaks = (words: readonly string[]): boolean => words.some((word) => CUE_NOUNS.has(word));
