import { NEWS_WORDS } from '../lexicon/news-words.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { stemOf } from '../text/stem.ts';
import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { isOfOther } from './conflicts.ts';
import { foldWord } from './words.ts';

const NEWS: ReadonlySet<string> = new Set([...NEWS_WORDS].map(stemOf));

/** Words that a heading must share to say something, one of them of content; a number counts, and a name does as two. */
const OF_HEADING = 3;
const A_NAME = 2;

/** Weight of its own content from which a statement says something else of what both are about. */
const SOMETHING_ELSE = 0.8;
/** The same where they share a second word. */
const MUCH_ELSE = 1;

/**
 * Whether two statements share too little to be surely one: a heading that anything can stand under, “Live updates”,
 * “Flood warnings”, or only the one of whom each says something else, “the council of Vellmark”.
 */
export function shareTooLittle(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean {
  const sources = new Set([x, y].flatMap(sourceTerms));
  const [own, other] = [sharedBy(x, y, sources, pairing), sharedBy(y, x, sources, pairing)];
  const [facts, named] = [Math.min(own.facts, other.facts), Math.max(own.named, other.named)];
  const names = [...x.names.keys()].filter((name) => y.names.has(name)).length;
  if (isHeading(x) || isHeading(y)) {
    const told = Math.min(own.facts - own.news, other.facts - other.news);
    const words = told + (names > 0 ? Math.max(A_NAME, named) : named) + Math.min(1, own.numbers);
    if (told <= 0 || words < OF_HEADING) return true;
  }
  // Items of a list are terse, and bear each other out.
  if (x.block === 'bullet' || y.block === 'bullet') return false;
  const few = isOfOther(x, y) ? 2 : 1;
  if (facts > 2 || names > 1 || named > 2 || own.large > 0) return false;
  if (facts === 0) return true;
  return Math.min(own.rest, other.rest) >= (facts > few ? MUCH_ELSE : SOMETHING_ELSE);
}

/** Numbers that count much of anything. */
const SMALL = /^#\d$/;

interface Shared {
  /** Words of content that the other has as well, or one that means nearly the same. */
  readonly facts: number;
  /** Those of them that head any story. */
  readonly news: number;
  readonly named: number;
  readonly numbers: number;
  readonly large: number;
  /** Weight of the other words of content. */
  readonly rest: number;
}

function sharedBy(
  { terms, nameTerms, whoTerms }: ClaimProfile,
  other: ClaimProfile,
  sources: ReadonlySet<string>,
  { rarity }: Pairing,
): Shared {
  const shared = { facts: 0, news: 0, named: 0, numbers: 0, large: 0, rest: 0 };
  for (const [term, weight] of terms) {
    const same = other.terms.has(term);
    if (same && sources.has(term) && !nameTerms.has(term)) continue;
    if (term.startsWith('#')) {
      shared.numbers += Number(same);
      shared.large += Number(same && !SMALL.test(term));
    } else if (nameTerms.has(term) || whoTerms.has(term)) shared.named += Number(same);
    else if (same || synonymsOf(term).some(({ stem }) => other.terms.has(stem))) {
      shared.facts++;
      shared.news += Number(NEWS.has(term));
    } else shared.rest += weight * rarity(term);
  }
  return shared;
}

/** Who says it is not what is said: “the pilots’ union”. */
const sourceTerms = ({ claim: { source } }: ClaimProfile): string[] =>
  source === null ? [] : source.split(/[^\p{L}\p{N}]+/u).map((word) => stemOf(foldWord(word)));

const isHeading = ({ block }: ClaimProfile): boolean => block === 'heading' || block === 'headline';
