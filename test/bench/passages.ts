// The passages that articles are made of, told in one way or in two.
import { type Clause, capital, clause, retold, subject, told } from './grammar.ts';
import type { Random } from './random.ts';
import type { Person, World } from './world.ts';

export type PlantedRelation = 'verbatim' | 'reworded' | 'agrees' | 'differs';

/** A sentence, and what of it is the claim. */
export interface Passage {
  readonly text: string;
  readonly claim: string;
}

function spoken(random: Random, person: Person, words: string): Passage {
  const quoted = (mark: string): string => `“${capital(words)}${mark}”`;
  const { full, last, role } = person;
  return random.pick([
    () => ({ text: `${quoted(',')} said ${full}, the ${role}.`, claim: quoted(',') }),
    () => ({ text: `${capital(role)} ${full} told reporters: ${quoted('.')}`, claim: quoted('.') }),
    () => ({ text: `${quoted(',')} ${last} said.`, claim: quoted(',') }),
    () => ({ text: `${last} added: ${quoted('.')}`, claim: quoted('.') }),
  ])();
}

const joint = (clauses: readonly Clause[], say: (one: Clause) => string): string =>
  clauses.map(say).join(', but ');

/** One utterance in two articles, word for word or not. */
export function utterances(
  random: Random,
  world: World,
  relation: 'verbatim' | 'reworded',
): readonly [Passage, Passage] {
  const person = random.pick(world.persons);
  const clauses = [clause(random, world), clause(random, world)];
  const words = joint(clauses, told);
  const other = relation === 'verbatim' ? words : joint([...clauses].reverse(), retold);
  return [spoken(random, person, words), spoken(random, person, other)];
}

const grouped = (value: number): string => value.toLocaleString('en-US');

type Amount = (value: number, form: number) => string;
/** What can be written in three ways. */
const MONEY: Amount = (value, form) =>
  [`$${value} million`, `${value} million dollars`, `$${grouped(value * 1_000_000)}`][form] ?? '';
const PERCENT: Amount = (value, form) => [`${value} percent`, `${value}%`, `${value} per cent`][form] ?? '';
const KILOMETRES: Amount = (value, form) =>
  [`${value} kilometres`, `${value} km`, `${value} kilometers`][form] ?? '';

const SUMS = [
  ...[
    'cost',
    'budget',
    'debt',
    'fee',
    'loss',
    'profit',
    'turnover',
    'value',
    'bill',
    'fine',
    'deposit',
    'prize',
  ],
  ...['rent', 'grant', 'salary', 'toll', 'tax', 'price', 'pledge', 'ransom', 'reserve', 'award', 'surplus'],
];
const SHARES = [
  ...['use', 'output', 'turnout', 'demand', 'traffic', 'supply', 'noise', 'heat', 'speed', 'weight', 'waste'],
  ...[
    'trade',
    'growth',
    'power',
    'water',
    'income',
    'credit',
    'hiring',
    'risk',
    'delay',
    'damage',
    'staffing',
  ],
];
const CHANGES: readonly (readonly [string, string])[] = [
  ['rose', 'risen'],
  ['fell', 'fallen'],
  ['climbed', 'climbed'],
  ['slipped', 'slipped'],
  ['grew', 'grown'],
  ['shrank', 'shrunk'],
];

type Tell = (amount: string) => string;

/** A kind of fact: how its amount is written, and the two sentences that tell it. */
interface Fact {
  readonly amount: Amount;
  readonly tell: readonly [Tell, Tell];
}

function fact(random: Random, world: World): Fact {
  const what = subject(random, world);
  const [body, place, counted] = [
    random.pick(world.bodies),
    random.pick(world.places),
    random.pick(world.counted),
  ];
  const [sum, share] = [random.pick(SUMS), random.pick(SHARES)];
  const [went, gone] = random.pick(CHANGES);
  const facts: readonly (() => Fact)[] = [
    () => ({
      amount: MONEY,
      tell: [
        (n) => `The ${sum} of the ${what} in ${place} comes to ${n}, according to the ${body}.`,
        (n) => `The ${body} put the ${sum} of the ${what} in ${place} at ${n}.`,
      ],
    }),
    () => ({
      amount: PERCENT,
      tell: [
        (n) => `The ${share} of the ${what} ${went} by ${n} in ${place}, the ${body} said.`,
        (n) => `In ${place}, the ${share} of the ${what} has ${gone} by ${n}.`,
      ],
    }),
    () => ({
      amount: KILOMETRES,
      tell: [
        (n) => `The ${what} lies ${n} from the ${sum} office of ${place}.`,
        (n) => `From the ${sum} office of ${place} to the ${what} it is ${n}.`,
      ],
    }),
    () => ({
      amount: (value) => `${grouped(value * 130)} ${counted}`,
      tell: [
        (n) => `The ${body} said the ${what} in ${place} had left ${n} without ${share}.`,
        (n) => `Without ${share} after the ${what} were ${n} in ${place}, by the count of the ${body}.`,
      ],
    }),
  ];
  return random.pick(facts)();
}

/** One fact with a number in two articles, in other words; the number agrees or differs. */
export function figures(
  random: Random,
  world: World,
  relation: 'agrees' | 'differs',
): readonly [Passage, Passage] {
  const { amount, tell } = fact(random, world);
  const value = 12 + random.below(40);
  const other = relation === 'agrees' ? value : Math.round(value * (1.4 + random.below(10) / 10));
  const passage = (sentence: Tell, number: number): Passage => {
    const claim = amount(number, random.below(3));
    return { text: sentence(claim), claim };
  };
  return [passage(tell[0], value), passage(tell[1], other)];
}

const SHAPES: readonly ((random: Random, world: World) => string)[] = [
  (r, w) => `${capital(told(clause(r, w)))}.`,
  (r, w) => `${capital(retold(clause(r, w)))}.`,
  (r, w) => `Nobody knew why ${told(clause(r, w))}, or whether ${retold(clause(r, w))}.`,
  (r, w) => `${r.pick(w.persons).full} said that ${told(clause(r, w))}.`,
  (r, w) => `According to the ${r.pick(w.bodies)}, ${told(clause(r, w))}.`,
  (r, w) => `${capital(retold(clause(r, w)))}, ${r.pick(w.persons).last} said.`,
  (r, w) => `${capital(told(clause(r, w)))}, and since ${1950 + r.below(70)} ${told(clause(r, w))}.`,
  (r, w) => `Some $${2 + r.below(900)} went to ${r.pick(w.places)}, where ${told(clause(r, w))}.`,
  (r, w) => spoken(r, r.pick(w.persons), told(clause(r, w))).text,
  (r, w) =>
    `A “${r.pick(w.adjectives)} and ${r.pick(w.adjectives)}” ${r.pick(w.nouns)}: ${told(clause(r, w))}.`,
];

/** A sentence that no other article repeats on purpose. */
export const filler = (random: Random, world: World): string => random.pick(SHAPES)(random, world);
