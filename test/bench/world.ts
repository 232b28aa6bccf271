// Who and what a generated story is about.
import type { Random } from './random.ts';
import { ADJECTIVES, BODIES, COUNTED, ENDINGS, NOUNS, ROLES, SYLLABLES, VERBS } from './words.ts';

export interface Person {
  readonly full: string;
  readonly last: string;
  readonly role: string;
}

/** What one story speaks of: a few dozen words of its own, so that stories differ as events do. */
export interface World {
  readonly persons: readonly Person[];
  readonly bodies: readonly string[];
  readonly places: readonly string[];
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  readonly verbs: readonly (readonly [string, string])[];
  readonly counted: readonly string[];
}

function invented(random: Random, syllables: number): string {
  const word = Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const GIVEN = [
  'Anna',
  'Bruno',
  'Clara',
  'David',
  'Elena',
  'Frank',
  'Greta',
  'Hugo',
  'Irene',
  'Jonas',
  'Karin',
  'Lucas',
  'Maria',
  'Nora',
  'Oscar',
  'Paula',
  'Robert',
  'Sofia',
  'Thomas',
  'Vera',
] as const;

export function world(random: Random): World {
  return {
    persons: Array.from({ length: 4 }, () => {
      const last = invented(random, 2 + random.below(2));
      return { full: `${random.pick(GIVEN)} ${last}`, last, role: random.pick(ROLES) };
    }),
    bodies: Array.from({ length: 3 }, () => `${invented(random, 2)} ${random.pick(BODIES)}`),
    places: Array.from({ length: 3 }, () => invented(random, 2)),
    nouns: nouns(random),
    adjectives: random.sample(ADJECTIVES, 12),
    verbs: random.sample(VERBS, 8),
    counted: random.sample(COUNTED, 6),
  };
}

const nouns = (random: Random): string[] => [
  ...random.sample(NOUNS, 10),
  ...Array.from({ length: 50 }, () => random.pick(NOUNS) + random.pick(ENDINGS)),
];

/** What an article says beside what its story shares: of the same people and places, mostly other things. */
export const ownWorld = (random: Random, story: World): World => ({
  ...story,
  nouns: [...random.sample(story.nouns, 12), ...nouns(random)],
  adjectives: random.sample(ADJECTIVES, 12),
});
