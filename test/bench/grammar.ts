// Sentences put together from small parts, so that two have words in common only where their story has.
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What a clause says, before it is put into words. */
export interface Clause {
  readonly subject: Thing;
  readonly modal: readonly [string, string];
  readonly verb: readonly [string, string];
  readonly object: Thing;
  readonly when: When | null;
}

/** "the steep pier", or "the pier" for short. */
interface Thing {
  readonly determiner: string;
  readonly adjective: string;
  readonly noun: string;
  readonly tail: string;
}

interface When {
  readonly link: string;
  readonly subject: Thing;
  readonly verb: string;
  readonly object: string;
}

/** What may stand before a verb's base form, in pairs that say the same. */
const MODALS: readonly (readonly [string, string])[] = [
  ['will', 'shall'],
  ['must', 'has to'],
  ['may', 'might'],
  ['could', 'was able to'],
  ['should', 'ought to'],
  ['wants to', 'wishes to'],
  ['refused to', 'was unwilling to'],
  ['plans to', 'means to'],
  ['hopes to', 'expects to'],
  ['began to', 'started to'],
  ['tried to', 'sought to'],
  ['promised to', 'pledged to'],
];
const DETERMINERS = ['the', 'the', 'the', 'a', 'this', 'that', 'each', 'another', 'their'] as const;
const LINKS = [
  'before',
  'after',
  'while',
  'until',
  'once',
  'because',
  'if',
  'unless',
  'although',
  'since',
] as const;
const PREPOSITIONS = [
  'of',
  'near',
  'behind',
  'beside',
  'from',
  'under',
  'outside',
  'above',
  'along',
  'for',
] as const;

function thing(random: Random, world: World): Thing {
  const tails = [
    () => '',
    () => '',
    () => '',
    () => '',
    () => '',
    () => ` ${random.pick(PREPOSITIONS)} the ${random.pick(world.nouns)}`,
    () => ` ${random.pick(PREPOSITIONS)} ${random.pick(world.places)}`,
  ];
  return {
    determiner: random.pick(DETERMINERS),
    adjective: random.pick(world.adjectives),
    noun: random.pick(world.nouns),
    tail: random.pick(tails)(),
  };
}

export function clause(random: Random, world: World): Clause {
  const when = (): When => ({
    link: random.pick(LINKS),
    subject: thing(random, world),
    verb: `${random.pick(MODALS)[0]} ${random.pick(world.verbs)[0]}`,
    object: `the ${random.pick(world.nouns)}`,
  });
  return {
    subject: thing(random, world),
    modal: random.pick(MODALS),
    verb: random.pick(world.verbs),
    object: thing(random, world),
    when: random.below(3) > 0 ? when() : null,
  };
}

const named = ({ determiner, adjective, noun, tail }: Thing): string => {
  const article = determiner === 'a' && /^[aeiou]/.test(adjective) ? 'an' : determiner;
  return `${article} ${adjective} ${noun}${tail}`;
};

const short = ({ noun, tail }: Thing): string => `the ${noun}${tail}`;

/** "… must repair … before …" */
export function told({ subject, modal, verb, object, when }: Clause): string {
  const tail = when === null ? '' : ` ${when.link} ${named(when.subject)} ${when.verb} ${when.object}`;
  return `${named(subject)} ${modal[0]} ${verb[0]} ${named(object)}${tail}`;
}

/** The same with other words for some and in another order. */
export function retold({ subject, modal, verb, object, when }: Clause): string {
  const front = when === null ? '' : `${when.link} ${short(when.subject)} ${when.verb} ${when.object}, `;
  return `${front}${short(subject)} ${modal[1]} ${verb[1]} ${named(object)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A thing with a name that a figure can be about. */
export const subject = (random: Random, world: World): string =>
  `${random.pick(world.adjectives)} ${random.pick(world.nouns)}`;
