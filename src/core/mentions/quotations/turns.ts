import { isGivenName, isPersonName, lookUp } from '../../lexicon/gazetteer.ts';
import { HONORIFICS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import type { Article } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';

/** What one speaker of a transcript or an interview says, behind the label that names them. */
interface Turn extends Span {
  /** Index in `article.blocks`. */
  readonly block: number;
  /** The speaker's last name, or "Q" and "A". */
  readonly speaker: string;
  /** The label can be nothing but somebody’s. */
  readonly certain: boolean;
}

/** Longest label: "Senator Ada Lorn (Orlan Bay): ". */
const LONGEST_LABEL = 60;

const LABEL =
  /^(?:(Q|A|Question|Answer|QUESTION|ANSWER)|(?:\p{Lu}[\p{L}.’'-]*\s){0,4}(\p{Lu}[\p{L}’'-]+)(?:\s\([^()]*\))?):\s+(?=[^\s"“‘«„])/u;

/** Fewest turns that tell a transcript. */
const FEWEST = 3;

/** Words without which hardly anybody speaks: lists of names and results have none. */
const SPOKEN = /(?<!\p{L})(?:I|we|you|it|they|that|this|is|are|was|have|has|do|not|the|an?|to)(?!\p{L})/iu;

/**
 * What is said in a transcript or an interview, by block. Only where two speakers take turns, so that one of them
 * speaks again: "Note:", "Key Findings:" and the places that head briefs are no speakers.
 */
export function turnsOf({ text, blocks }: Article): ReadonlyMap<number, Span> {
  const labelled = blocks.flatMap(({ start, end, kind }, block): Turn[] => {
    if (kind === 'furniture' || kind === 'dateline' || kind === 'headline') return [];
    const match = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    const speaker = match?.[1]?.charAt(0) ?? match?.[2]?.toUpperCase();
    if (!match || speaker === undefined) return [];
    const certain = match[1] !== undefined || isSomebody(match[0]);
    return [{ start: start + match[0].length, end, block, speaker, certain }];
  });
  const speakers = new Set(labelled.filter(({ certain }) => certain).map(({ speaker }) => speaker));
  const turns = labelled.filter(({ speaker }) => speakers.has(speaker));
  const spoken = turns.filter(({ start, end }) => SPOKEN.test(text.slice(start, end)));
  const talk =
    turns.length >= FEWEST &&
    speakers.size > 1 &&
    speakers.size < turns.length &&
    spoken.length * 3 >= turns.length * 2;
  return new Map(talk ? turns.map(({ block, start, end }) => [block, { start, end }]) : []);
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
