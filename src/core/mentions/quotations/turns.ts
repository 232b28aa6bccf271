import { isGivenName, isPersonName, lookUp } from '../../lexicon/gazetteer.ts';
import { HONORIFICS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import type { Article } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';

/** Longest label: "Senator Ada Lorn (Orlan Bay): ". */
const LONGEST_LABEL = 60;

const LABEL =
  /^(?:(Q|A|Question|Answer|QUESTION|ANSWER)|(?:(?:\p{Lu}[\p{L}.’'-]*|&)\s){0,4}(\p{Lu}[\p{L}’'-]+)(?:\s\([^()]*\))?):\s+(?=[^\s"“‘«„])/u;

/** Fewest turns that tell a transcript. */
const FEWEST = 3;

/** Words without which hardly anybody speaks: lists of names and results have none. */
const SPOKEN = /(?<!\p{L})(?:I|we|you|it|they|that|this|is|are|was|have|has|do|not|the|an?|to)(?!\p{L})/iu;

/** Words of somebody who speaks for himself, or to somebody, and questions. */
const ADDRESSING = /(?<!\p{L})(?:I|me|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)(?!\p{L})|\?$/u;

/**
 * What is said in a transcript or an interview, by block, without the label that names the speaker. "Note:", "Key
 * Findings:" and the places that head briefs are no speakers: two must take turns, so that one of them speaks again. What
 * stands behind a block says nothing of it; so the first turns count only where their own words are somebody's.
 */
export function turnsOf({ text, blocks, outlet }: Article): ReadonlyMap<number, Span> {
  const turns = new Map<number, Span>();
  const speakers = new Set<string>();
  const isSurname = surnamesOf(text);
  let count = 0;
  let spoken = 0;
  for (const [block, { start, end, kind }] of blocks.entries()) {
    if (kind === 'furniture' || kind === 'dateline' || kind === 'headline') continue;
    const match = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    const speaker = match?.[1]?.charAt(0) ?? match?.[2]?.toUpperCase();
    if (!match || speaker === undefined) continue;
    const label = match[0].replace(/:\s+$/, '');
    const content = { start: start + match[0].length, end };
    const words = text.slice(content.start, content.end);
    const answers = speaker === 'A' && speakers.has('Q');
    const isSomebodys =
      speaker.length === 1 || label === outlet || isSomebody(label) || isSurname(label, start);
    if (isSomebodys) speakers.add(speaker);
    if (!speakers.has(speaker)) continue;
    count++;
    if (SPOKEN.test(words)) spoken++;
    const talk = count >= FEWEST && speakers.size > 1 && speakers.size < count && spoken * 3 >= count * 2;
    if (talk || answers || (isSomebodys && ADDRESSING.test(words))) turns.set(block, content);
  }
  return turns;
}

/** "Olmedo", of "Anna Olmedo" before it. */
function surnamesOf(text: string): (label: string, before: number) => boolean {
  let first: Map<string, number> | undefined;
  const read = (): Map<string, number> => {
    const known = new Map<string, number>();
    for (const { 1: given = '', 2: surname = '', index } of text.matchAll(
      /(?<!\p{L})(\p{Lu}\p{L}+) (\p{Lu}[\p{L}’'-]+)/gu,
    ))
      if (!known.has(surname) && isGivenName(given)) known.set(surname, index);
    return known;
  };
  return (label, before) => {
    first ??= read();
    return (first.get(label) ?? before) < before;
  };
}

/** "MODERATOR", "Ms Olmedo", "ANNA OLMEDO", "Smith", and no place of that name. */
function isSomebody(label: string): boolean {
  const words = (label.replace(/\(.*/, '').match(/[\p{L}’'-]+/gu) ?? []).map(titled);
  const last = words.at(-1) ?? '';
  const kind = lookUp(words.join(' '))?.kind;
  if (kind !== undefined && kind !== 'town' && kind !== 'company') return false;
  if (ROLE_NOUNS.has(last.toLowerCase()) || last === 'Moderator') return true;
  const before = words.slice(0, -1);
  return isPersonName(last) || before.some((word) => HONORIFICS.has(word.toLowerCase()) || isGivenName(word));
}

const titled = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();
