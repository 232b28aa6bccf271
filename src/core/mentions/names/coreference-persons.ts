import { FEMALE, MALE } from '../../lexicon/speech-genders.ts';
import { wordBefore } from '../word-before.ts';
import type { EntityDraft } from './draft.ts';

type Gender = 'female' | 'male' | null;

/** Where a full name stands, by position of its mention. */
interface Occurrence {
  readonly index: number;
  readonly name: string;
  readonly gender: Gender;
}

/** At most so many other forms of a surname are compared with each: people of one article that share it. */
const MOST_FORMS = 60;

/**
 * The full name of each person: a surname (or a first name alone) stands for the latest full name with it, else
 * for the first that follows; forms of one name ("Ann K. Lee", "Ann Lee") go by the first of them. "Mrs. Lee" stands for
 * no "Bob Lee", and for nobody else if there is none other. "Mr Lee" and "Ms Lee" are two, with full names or without.
 */
export function personNames(
  text: string,
  drafts: readonly EntityDraft[],
  wordings: readonly string[],
): (index: number) => string {
  // "Al Lee, Jr."
  const names = wordings.map((wording) => wording.replace(', ', ' '));
  const canonical = canonicalNames(drafts, names);
  const byLast = new Map<string, Occurrence[]>();
  const byFirst = new Map<string, Occurrence[]>();
  const fathers = new Map<string, Occurrence[]>();
  const sons = new Map<string, Occurrence[]>();
  const kin = new Set<string>();
  const written = new Set(names);
  const read = new Map<string, readonly [first: string, last: string, gender: Gender]>();
  drafts.forEach((draft, index) => {
    const form = names[index] ?? '';
    const name = canonical.get(form);
    if (draft.type !== 'person' || name === undefined) return;
    const parts = read.get(form) ?? partsOf(form);
    read.set(form, parts);
    const [first, last, own] = parts;
    const gender = own ?? genderOf(wordBefore(text, draft.start));
    // Beside his father, a son is told apart by his suffix: the bare surname is not his.
    const father = withoutSuffix(form);
    const sharers = listIn(byLast, spelt(last));
    // Nor is it that of who is told of as another's kin: "his daughter, the writer Ada Lee".
    if (sharers.some((other) => other.name !== name) && isKinAt(text, draft)) kin.add(name);
    if (!written.has(father) && !kin.has(name)) sharers.push({ index, name, gender });
    listIn(father === '' ? fathers : sons, spelt(last)).push({ index, name, gender });
    listIn(byFirst, first).push({ index, name, gender });
  });
  const addressed = addressedApart(text, drafts, names);
  return (index) => {
    const name = names[index] ?? '';
    const full = canonical.get(name);
    if (full !== undefined) return full;
    const before = wordBefore(text, drafts[index]?.start ?? 0);
    const gender = genderOf(before);
    const generation = before === 'elder' ? fathers : before === 'younger' ? sons : null;
    const found =
      nearest(generation?.get(spelt(name)), index, gender) ??
      nearest(byLast.get(spelt(name)), index, gender) ??
      nearest(byFirst.get(name), index, gender) ??
      nearest(addressed.get(spelt(name)), index, gender);
    return found?.name ?? name;
  };
}

const KIN =
  '(?:wife|husband|widow|widower|son|daughter|brother|sister|mother|father|twin|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|step\\p{L}+)';
const KIN_BEFORE = new RegExp(
  String.raw`(?:\b(?:his|her|their|whose|my)|['’]s)\s(?:\p{L}+\s){0,2}${KIN},?\s(?:the\s\p{L}+\s)?$`,
  'iu',
);
const KIN_BEHIND = new RegExp(String.raw`^,\s(?:his|her|their)\s(?:\p{L}+\s){0,2}${KIN}\b`, 'iu');
/** Characters that such an introduction takes at most. */
const INTRODUCTION = 60;

const isKinAt = (text: string, { start, end }: EntityDraft): boolean =>
  KIN_BEFORE.test(text.slice(Math.max(0, start - INTRODUCTION), start)) ||
  KIN_BEHIND.test(text.slice(end, end + INTRODUCTION));

/** By surname, who is only ever "Mr Lee" or "Ms Lee", where the article has both. */
function addressedApart(
  text: string,
  drafts: readonly EntityDraft[],
  names: readonly string[],
): ReadonlyMap<string, readonly Occurrence[]> {
  const bySurname = new Map<string, Occurrence[]>();
  drafts.forEach(({ type, start }, index) => {
    const surname = names[index] ?? '';
    const address = type === 'person' && !surname.includes(' ') ? wordBefore(text, start) : '';
    if (!ADDRESS.test(address)) return;
    const gender = genderOf(address);
    const all = listIn(bySurname, spelt(surname));
    const name = all.find((own) => own.gender === gender)?.name ?? `${address} ${surname}`;
    all.push({ index, name, gender });
  });
  for (const [surname, all] of bySurname)
    if (all.every(({ gender }) => gender === all[0]?.gender)) bySurname.delete(surname);
  return bySurname;
}

const ADDRESS = /^(?:mr|mrs|ms|miss)$/i;

/** First name, surname and what the first name tells. */
function partsOf(name: string): readonly [first: string, last: string, gender: Gender] {
  const words = name.split(' ');
  return [words[0] ?? '', surnameOf(words), genderOf(words[0] ?? '')];
}

function genderOf(word: string): Gender {
  const lower = word.toLowerCase();
  return FEMALE.has(lower) ? 'female' : MALE.has(lower) ? 'male' : null;
}

/** "Al Lee" of "Al Lee Jr."; nothing where there is no suffix of a son. */
const withoutSuffix = (name: string): string => /^(.+),? (?:Jr\.?|I{2,3}|IV)$/.exec(name)?.[1] ?? '';

/** "Jr." tells a son from his father, but nobody is called so. */
const surnameOf = (words: readonly string[]): string =>
  (/^(?:[JS]r\.?|[IVX]+)$/.test(words.at(-1) ?? '') ? words.at(-2) : words.at(-1)) ?? '';

/** "Zelensky" and "Zelenskyy": one ending that is spelt in several ways in our letters; transcripts shout "OLMEDO:". */
function spelt(surname: string): string {
  const word = /^\p{Lu}{4,}$/u.test(surname) ? surname.charAt(0) + surname.slice(1).toLowerCase() : surname;
  return word.length > 5 ? word.replace(/(?:[iy]{1,2}|ij)$/, 'y') : word;
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The latest occurrence before the mention that `gender` allows, else the first: binary search. */
function nearest(
  occurrences: readonly Occurrence[] | undefined,
  index: number,
  gender: Gender,
): Occurrence | undefined {
  if (occurrences === undefined) return undefined;
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurrences[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  const fits = (own: Occurrence | undefined): boolean =>
    own !== undefined && (gender === null || own.gender === null || own.gender === gender);
  if (fits(occurrences[low - 1])) return occurrences[low - 1];
  for (let i = low - 2; i >= Math.max(0, low - MOST_FORMS); i--)
    if (fits(occurrences[i])) return occurrences[i];
  for (let i = low; i < Math.min(occurrences.length, low + MOST_FORMS); i++)
    if (fits(occurrences[i])) return occurrences[i];
  return undefined;
}

/** Each name of two words or more, and the form that stands for all forms of it. */
function canonicalNames(drafts: readonly EntityDraft[], names: readonly string[]): Map<string, string> {
  const canonical = new Map<string, string>();
  const forms = new Map<string, string[][]>();
  drafts.forEach((draft, index) => {
    const name = names[index] ?? '';
    if (draft.type !== 'person' || canonical.has(name) || !name.includes(' ')) return;
    const words = name.split(' ');
    const others = listIn(forms, spelt(words.slice(words.lastIndexOf(surnameOf(words))).join(' ')));
    const same = others.slice(0, MOST_FORMS).find((form) => isFormOf(words, form) || isFormOf(form, words));
    const known = same?.join(' ') ?? name;
    // "De Lorn" in a headline goes by "Bill de Lorn", who follows.
    const wider = same !== undefined && same.length < words.length && same[0] !== words[0];
    if (wider && canonical.get(known) === known && isTail(known, name)) canonical.set(known, name);
    canonical.set(name, canonical.get(known) ?? name);
    others.push(words);
  });
  return canonical;
}

const isTail = (tail: string, name: string): boolean => name.toLowerCase().endsWith(` ${tail.toLowerCase()}`);

/** Whether two names with one surname may be one person's: "A. Lee", "Ann Lee"; "van Dam", "Eva van Dam". */
function isFormOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length > full.length) return false;
  const [a = '', b = ''] = [short[0], full[0]];
  if (a === b || (/^\p{Lu}\.?$/u.test(a) && b.startsWith(a.charAt(0)))) return true;
  // "Von der Leyen" at the head of a sentence
  const alike = (word: string, i: number): boolean => {
    const own = full[full.length - short.length + i] ?? '';
    return word === own || (i === 0 && /^\p{Ll}/u.test(own) && word.toLowerCase() === own);
  };
  return short.length < full.length && short.every(alike);
}
