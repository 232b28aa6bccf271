import { synonymsOf } from '../lexicon/synonyms.ts';
import { stemsOf } from '../text/stem.ts';
import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { isElsewhere, isOfOther } from './conflicts.ts';
import { deniedFrom } from './denial.ts';
import { areOpposed, isOpposing } from './opposed.ts';
import { type Word, wordsOf } from './words.ts';

/** What is so perhaps, or on a condition, is not said to be so. */
const OPEN = stemsOf('may might if whether unless perhaps maybe');
/** What is wanted, feared or left undone is not said to be so either; what is so yet, all or only for a reason is said in part. */
const NARROWING =
  stemsOf(`could should must need likely unlikely able unable want wish hope plan intend aim seek try
  attempt propose suggest ask urge call demand request expect predict forecast fear warn threaten risk consider mull
  weigh promise vow pledge fail refuse decline lack avoid prevent stop halt cancel abandon block bar ban forbid cease
  neglect forget doubt question impossible hardly barely scarcely rarely seldom false untrue wrong baseless unfounded
  groundless lie nonsense hoax fake myth controversy
  until till yet before because but except although though despite than as all every both most some many few half each
  entire whole enough so too`);

/** Weight of words of content that only one of both has, beyond which it says more, or something else. */
const MORE = 0.5;
/** The same of what is denied where nothing else is: who denies leaves out how it is said to have been. */
const TOLD_AT_LENGTH = 1.2;

/**
 * Whether two claims say one thing, but for a negation or denial: neither leaves it open, narrows it, adds to it or
 * says it of somebody else.
 */
export const sayOneThing = (x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean =>
  !isOfOther(x, y) && areOfOneThing(x, y, pairing);

/** Whether two claims tell the opposite of one thing: both are of it, but for the words that exclude each other. */
export const sayOpposites = (x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean =>
  areOpposed(x, y) && !isElsewhere(x, y) && areOfOneThing(x, y, pairing);

function areOfOneThing(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean {
  const [own, other] = [restOf(x, y, pairing), restOf(y, x, pairing)];
  return (
    !own.turns &&
    !other.turns &&
    own.more <= mostOf(y, other) &&
    other.more <= mostOf(x, own) &&
    !(own.names && other.names) &&
    !(own.who && other.who)
  );
}

const mostOf = (other: ClaimProfile, { more }: Rest): number =>
  other.denies && more === 0 ? TOLD_AT_LENGTH : MORE;

interface Rest {
  /** A word that leaves what is said open, or narrows it. */
  readonly turns: boolean;
  /** Weight of words of content. */
  readonly more: number;
  readonly names: boolean;
  readonly who: boolean;
}

/** What only the first of two claims has, who says it left out. */
function restOf(claim: ClaimProfile, other: ClaimProfile, { rarity }: Pairing): Rest {
  const known = new Set([...other.words, ...sourceOf(claim), ...sourceOf(other)].map(({ stem }) => stem));
  const rest = { turns: false, more: 0, names: false, who: false };
  for (const { stem, key } of saidBy(claim)) {
    if (OPEN.has(stem)) rest.turns = true;
    if (known.has(stem)) continue;
    known.add(stem);
    if (NARROWING.has(stem) || (key.endsWith('ly') && key.length > 5)) rest.turns = true;
    if (claim.whoTerms.has(stem)) rest.who = true;
    else if (claim.nameTerms.has(stem)) rest.names = true;
    else if (
      !isOpposing(stem, claim, other) &&
      !synonymsOf(stem).some((synonym) => other.terms.has(synonym.stem))
    )
      rest.more += (claim.terms.get(stem) ?? 0) * rarity(stem);
  }
  return rest;
}

const saidBy = ({ words, denies }: ClaimProfile): readonly Word[] =>
  denies ? words.slice(deniedFrom(words) ?? 0) : words;

const sourceOf = ({ claim: { source } }: ClaimProfile): readonly Word[] =>
  source === null ? [] : wordsOf(source, { start: 0, end: source.length });
