import { isGivenName, isPersonName, lookUp } from '../../lexicon/gazetteer.ts';
import { HONORIFICS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import type { Article } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';

/** What one speaker of a transcript or an interview says, behind the label that names them. */
interface Turn extends Span {
  /** Index in `article.blocks`. */
  readonly block: number;
  readonly label: string;
  /** The speaker's last name, or "Q" and "A". */
  readonly speaker: string;
}

/** Longest label: "Senator Ada Lorn (Orlan Bay): ". */
const LONGEST_LABEL = 60;

const LABEL =
  /^(?:(Q|A|Question|Answer|QUESTION|ANSWER)|(?:(?:\p{Lu}[\p{L}.’'-]*|&)\s){0,4}(\p{Lu}[\p{L}’'-]+)(?:\s\([^()]*\))?):\s+(?=[^\s"“‘«„])/u;

/** Fewest turns that tell a transcript. */
const FEWEST = 3;

/** Words without which hardly anybody speaks: lists of names and results have none. */
const SPOKEN = /(?<!\p{L})(?:I|we|you|it|they|that|this|is|are|was|have|has|do|not|the|an?|to)(?!\p{L})/iu;

/**
 * What is said in a transcript or an interview, by block. Only where two speakers take turns, so that one of them
 * speaks again: "Note:", "Key Findings:" and the places that head briefs are no speakers.
 */
export function turnsOf({ text, blocks, outlet }: Article): ReadonlyMap<number, Span> {
  const labelled = blocks.flatMap(({ start, end, kind }, block): Turn[] => {
    if (kind === 'furniture' || kind === 'dateline' || kind === 'headline') return [];
    const match = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    const speaker = match?.[1]?.charAt(0) ?? match?.[2]?.toUpperCase();
    if (!match || speaker === undefined) return [];
    return [{ start: start + match[0].length, end, block, label: match[0].replace(/:\s+$/, ''), speaker }];
  });
  if (labelled.length < FEWEST) return new Map();
  const known = surnamesIn(text);
  const isCertain = ({ label, speaker }: Turn): boolean =>
    speaker.length === 1 || label === outlet || known.has(label) || isSomebody(label);
  const speakers = new Set(labelled.filter(isCertain).map(({ speaker }) => speaker));
  const turns = labelled.filter(({ speaker }) => speakers.has(speaker));
  const spoken = turns.filter(({ start, end }) => SPOKEN.test(text.slice(start, end)));
  const talk =
    turns.length >= FEWEST &&
    speakers.size > 1 &&
    speakers.size < turns.length &&
    spoken.length * 3 >= turns.length * 2;
  return new Map(talk ? turns.map(({ block, start, end }) => [block, { start, end }]) : []);
}

/** "Olmedo" of "Anna Olmedo". */
function surnamesIn(text: string): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [, given = '', surname = ''] of text.matchAll(/(?<!\p{L})(\p{Lu}\p{L}+) (\p{Lu}[\p{L}’'-]+)/gu))
    if (isGivenName(given)) known.add(surname);
  return known;
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
