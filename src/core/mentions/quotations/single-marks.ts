import type { Block } from '../../text/article.ts';
import { indexAt } from '../../text/span.ts';
import { isBesideColon } from './beside-colon.ts';
import { isCueWord } from './cue-word.ts';
import { isSingle, type Stretch } from './marks.ts';

/** Double marks are taken as they stand; of single ones, those that their own sentence shows to be no mere term. */
export const isToldSpeech = (
  text: string,
  stretch: Stretch,
  before: Stretch | undefined,
  block: Block,
): boolean =>
  !isSingle(stretch) ||
  stretch.close === 0 ||
  isWhole(stretch, block) ||
  isHeadlined(text, stretch, block) ||
  isSaid(text, stretch, block) ||
  goesOn(text, before, stretch);

/** A heading that is nothing but a quotation. */
const isWhole = (stretch: Stretch, block: Block): boolean =>
  stretch.start === block.start && stretch.end === block.end && block.kind !== 'paragraph';

/** Headlines quote with single marks in papers that use double ones below; a few words are a term or a title. */
function isHeadlined(text: string, stretch: Stretch, { kind }: Block): boolean {
  if ((kind !== 'headline' && kind !== 'heading') || stretch.close === 0) return false;
  const words = text.slice(stretch.start, stretch.end).split(/\s+/).length;
  return words >= (isBesideColon(text, stretch) ? 3 : 4);
}

/**
 * The first stretch with single marks is a quotation if it goes on or ends as speech does, or if a verb of saying
 * is near before it; that last in no headline, which the first block may be.
 */
export function isSpoken(
  text: string,
  { start, end }: Stretch,
  block: Block,
  lead: Block | undefined,
): boolean {
  const before = text.slice(Math.max(block.start, start - 40), start);
  if (lead && wordsIn(before).slice(-3).some(isCueWord)) return true;
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
  if (/[.?!]/.test(last) && /\p{Ll}:\s$/u.test(before)) return wordsIn(before).some(isCueWord);
  if (!/[,?!]/.test(last) || block.sentences[indexAt(block.sentences, start)]?.start !== start) return false;
  const behind = /^\s\p{L}+(?:\s\p{L}+){0,3}/u.exec(text.slice(end, Math.min(block.end, end + 60)));
  return wordsIn(behind?.[0] ?? '').some(isCueWord);
}

/** ‘It bends,’ she said. ‘But it holds.’: a sentence within single marks behind who said the one before. */
function goesOn(text: string, before: Stretch | undefined, { start, end, close }: Stretch): boolean {
  if (before === undefined || !isSingle(before) || close === 0 || !/[.?!]/.test(text.charAt(end - 2)))
    return false;
  const between = text.slice(before.end, Math.min(start, before.end + 60));
  return (
    between.length === start - before.end && /^[^.!?]+\.\s$/.test(between) && wordsIn(between).some(isCueWord)
  );
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Two apostrophes for one double mark show that the single ones are nested. */
export function habitOf(text: string, block: Block, stretches: readonly Stretch[]): number {
  const body = text.slice(block.start, block.end);
  const doubled = body.includes("''") ? body.split("''").length - 1 : 0;
  return stretches.reduce((sum, stretch) => sum + (isSingle(stretch) ? 1 : -1), -doubled);
}
