import type { Span } from '../../text/span.ts';

/** "the Lorn campaign": a name between an article and a noun is no person there. */
export const isModifier = (text: string, { start, end }: Span): boolean =>
  /(?:^|\s)(?:the|a|an)\s$/i.test(text.slice(Math.max(0, start - 5), start)) &&
  /^(?:[’']s)?\s\p{Ll}/u.test(text.slice(end, end + 4));

/** "Of Lorn, he said": what the sentence is about, and not who says it; "Speaking to Lorn on the radio, Minister Vane". */
export const isTopic = (text: string, sentence: Span | undefined, { start, end }: Span): boolean =>
  sentence !== undefined &&
  (LISTENER.test(text.slice(sentence.start, Math.min(start, sentence.start + MOST_BEFORE))) ||
    isOpening(text, sentence, { start, end }));

/** What a sentence opens with before it names whom somebody else spoke to. */
const LISTENER =
  /^(?:(?:speaking|talking|responding|replying|writing|complaining|appealing)\s(?:live\s|again\s|earlier\s)?(?:to|with)|(?:asked|pressed|quizzed|questioned|interviewed|challenged)\sby|in\s(?:an?|his|her|their)\s(?:\p{L}+\s){0,3}(?:interview|conversation|talk|call|letter|meeting|message)\s(?:with|to))\s[^,;:]*$/iu;
const MOST_BEFORE = 90;

const isOpening = (text: string, sentence: Span, { start, end }: Span): boolean =>
  start - sentence.start < 30 &&
  /^(?:of|about|on|to|against|like|unlike|with|for|from|despite)\s(?:\p{Lu}\p{Ll}*\.?\s)?$/iu.test(
    text.slice(sentence.start, start),
  ) &&
  text.charAt(end) === ',';

/** "Lorn’s brother" */
export const isPossessor = (text: string, entity: Span): boolean =>
  /^[’']s?\s/.test(text.slice(entity.end, entity.end + 3));
