import { BODIES, STANDS_FOR } from './bodies.ts';
import { CITIES } from './cities.generated.ts';
import { COMPANIES } from './companies.generated.ts';
import { COUNTRIES } from './countries.ts';
import { EXONYMS } from './exonyms.ts';
import { GIVEN_NAMES } from './given-names.generated.ts';
import { PEOPLES } from './peoples.ts';
import { PERSON_NAMES } from './person-names.generated.ts';
import { REGIONS } from './regions.ts';
import { TOWNS } from './towns.generated.ts';

export type GazetteerKind =
  | 'country'
  | 'capital'
  | 'city'
  | 'region'
  | 'people'
  | 'body'
  | 'town'
  | 'company';

export interface GazetteerEntry {
  readonly kind: GazetteerKind;
  /** The name that all names for the same thing share: "Russia" for "Russian". */
  readonly name: string;
}

/** "Russian" and "Russians", "Turkish", "Swede" and "Swedes". */
function withPlural(word: string): string[] {
  return /(?:s|sh|ch|z|men|ese)$/.test(word) ? [word] : [word, `${word}s`];
}

function build(): Map<string, GazetteerEntry> {
  const entries = new Map<string, GazetteerEntry>();
  const add = (word: string, kind: GazetteerKind, name: string): void => {
    if (!entries.has(word)) entries.set(word, { kind, name });
  };
  for (const { name, aliases, demonyms, capitals } of COUNTRIES) {
    for (const word of [name, ...aliases]) add(word, 'country', name);
    for (const word of demonyms.flatMap(withPlural)) add(word, 'people', name);
    for (const word of capitals) add(word, 'capital', capitals[0] ?? word);
  }
  for (const word of PEOPLES.flatMap(withPlural)) add(word, 'people', word);
  for (const { name, aliases } of BODIES) for (const word of [name, ...aliases]) add(word, 'body', name);
  for (const word of REGIONS) add(word, 'region', word);
  for (const word of EXONYMS) add(word, 'city', word);
  for (const word of CITIES.split('|')) add(word, 'city', word);
  for (const word of COMPANIES.split('|')) add(word, 'company', word);
  for (const word of TOWNS.split('|')) add(word, 'town', word);
  return entries;
}

let entries: Map<string, GazetteerEntry> | undefined;

/** What common knowledge says of a name, in its exact spelling; words joined by one space. */
export function lookUp(name: string): GazetteerEntry | undefined {
  entries ??= build();
  return entries.get(name);
}

let firstWords: Map<string, number> | undefined;

/** The length of the longest entry that begins with this word, 0 where none does: it is not worth looking further. */
export function longestEntry(word: string): number {
  entries ??= build();
  firstWords ??= lengthsByFirstWord(entries.keys());
  return firstWords.get(word) ?? 0;
}

function lengthsByFirstWord(names: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const name of names) {
    const first = /^[\p{L}\p{M}\p{N}.'’]+/u.exec(name)?.[0] ?? name;
    longest.set(first, Math.max(longest.get(first) ?? 0, name.length));
  }
  return longest;
}

let givenNames: Set<string> | undefined;

export function isGivenName(word: string): boolean {
  givenNames ??= new Set(GIVEN_NAMES.split('|'));
  return givenNames.has(word);
}

let personNames: Set<string> | undefined;

/** Given names and surnames of many languages, as far as English texts have them. */
export function isPersonName(word: string): boolean {
  personNames ??= new Set(PERSON_NAMES.split('|'));
  return personNames.has(word);
}

/** Bodies that a capitalised common noun may stand for with a definite article: "the Alliance". */
export const bodiesBehind = (noun: string): readonly string[] => STANDS_FOR.get(noun) ?? [];

/** What the reader of names asks of common knowledge. */
export interface Gazetteer {
  readonly lookUp: (name: string) => GazetteerEntry | undefined;
  readonly longestEntry: (word: string) => number;
  readonly isGivenName: (word: string) => boolean;
  readonly isPersonName: (word: string) => boolean;
}

export const GAZETTEER: Gazetteer = { lookUp, longestEntry, isGivenName, isPersonName };

/** Knows nothing: to measure what knowing is worth. */
export const NO_GAZETTEER: Gazetteer = {
  lookUp: () => undefined,
  longestEntry: () => 0,
  isGivenName: () => false,
  isPersonName: () => false,
};
