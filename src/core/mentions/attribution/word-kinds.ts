import { ROLE_NOUNS } from '../../lexicon/roles.ts';
import { BETWEEN, CUE_FORMS, type CueForm } from '../../lexicon/speech-cues.ts';
import {
  DETERMINERS,
  INDEFINITE,
  MEASURES,
  NO_AGENTS,
  PERSONAL,
  PHRASE_ENDS,
  PREPOSITIONS,
  SPEAKER_NOUNS,
  TIMES,
} from '../../lexicon/speech-sources.ts';
import { isLower } from '../../text/characters.ts';

/** What a word is by its letters alone: bits of `WordKinds.bits`. Rules ask for them at every turn. */
export const KIND = {
  /** It has a capital. */
  capital: 1,
  possessive: 2,
  pronoun: 4,
  /** A noun of people or bodies that say things; plurals of roles too. */
  speaker: 8,
  /** A noun that means people by its ending: "surveyors", "machinists". */
  agent: 16,
  /** "machinist", which means one behind a determiner. */
  oneAgent: 32,
  /** A noun of quantity. */
  measure: 64,
  /** A weekday, a month, "morning", "ago". */
  time: 128,
  adverb: 256,
  /** A word of grammar: it neither names nor describes. */
  closed: 512,
  /** A capital that is a name's, but for the beginning of a sentence. */
  name: 1024,
  /** A subject and an auxiliary: "he’s". */
  contracted: 4096,
  /** "according", "per" and others that lead to a source. */
  credits: 8192,
} as const;

export interface WordKinds {
  /** In lower case, with straight apostrophes. */
  readonly straight: string;
  readonly bits: number;
  readonly cue: CueForm | undefined;
  /** How many letters stand before the auxiliary in "he’s"; 0 elsewhere. */
  readonly head: number;
}

export function wordKinds(text: string): WordKinds {
  const straight = text.toLowerCase().replaceAll('’', "'");
  const head = CONTRACTED.exec(straight)?.[1]?.length ?? 0;
  const bits = bitsOf(text, straight) | (head > 0 ? KIND.contracted : 0);
  return { straight, bits, cue: CUE_FORMS.get(straight), head };
}

/** "he’s", "they’ve": a subject and an auxiliary. */
const CONTRACTED = /^(he|she|it|they|we|i|you|who|that)'(?:s|re|d|ll|ve|m)$/;

/** The kinds of a word; `lower` may be what it stands for. */
export function bitsOf(text: string, lower: string): number {
  const capital = hasCapital(text);
  const listed = LISTED.get(lower) ?? 0;
  return (
    (listed & ~NAMELESS) |
    (capital ? KIND.capital : 0) |
    (/[’'](?:s|S)?$/.test(text) ? KIND.possessive : 0) |
    (!capital && AGENTS.test(lower) && !NO_AGENTS.has(lower) ? KIND.agent : 0) |
    (!capital && ONE_AGENT.test(lower) && !NO_AGENTS.has(`${lower}s`) ? KIND.oneAgent : 0) |
    (!capital && lower.endsWith('ly') && !NO_ADVERBS.test(lower) ? KIND.adverb : 0) |
    (capital && (listed & (NAMELESS | KIND.time | KIND.closed)) === 0 ? KIND.name : 0)
  );
}

export const hasCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return !isLower(first) && first !== first.toLowerCase();
};

const AGENTS = /(?:ers|ors|ists|ians|men)$/;
const ONE_AGENT =
  /(?:er|or|ist|ian|ant|[^m]ent|ee|man|woman|child|chef|waitress|nurse|clerk|guide|guard|monk|nun|maid|pilot|judge|cook|thief|niece|cousin|bride|groom|teen|relative|native|executive|athlete|intern|hero)$/;

const NO_ADVERBS =
  /^(?:family|ally|tally|rally|reply|supply|assembly|monopoly|bully|weekly|monthly|daily|anomaly)$/;

const NO_NAMES = 'and but or so yet if when while asked speaking meanwhile however'.split(' ');

/** A word that is no name though it has a capital: a bit of `LISTED` alone. */
const NAMELESS = 2048;

/** "First Minister" is a title; "the first" is nobody. */
const ROLES = [...ROLE_NOUNS].filter((word) => word !== 'first');

/** What lists of words say of each, so that one look-up asks them all. */
const LISTED: ReadonlyMap<string, number> = listed([
  [TIMES, KIND.time],
  [PHRASE_ENDS, KIND.closed],
  [PREPOSITIONS, KIND.closed],
  [BETWEEN, KIND.closed],
  [SPEAKER_NOUNS, KIND.speaker],
  [ROLES, KIND.speaker],
  [ROLES.map((noun) => `${noun}s`), KIND.speaker],
  [PERSONAL, KIND.pronoun | NAMELESS],
  [[...INDEFINITE].filter((word) => word !== 'who'), KIND.pronoun],
  [MEASURES, KIND.measure],
  [DETERMINERS, NAMELESS],
  [['according', 'per', 'via', 'words', 'quote'], KIND.credits],
  [NO_NAMES, NAMELESS],
]);

function listed(lists: readonly (readonly [Iterable<string>, number])[]): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [words, bit] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
}
