import type { GazetteerKind } from '../../lexicon/gazetteer.ts';
import {
  AMBIGUOUS_BODIES,
  BODY_HEADS,
  COMMON_ABBREVIATIONS,
  EVENT_HEADS,
  INSTITUTIONS,
} from '../../lexicon/institutions.ts';
import { HYPHEN_ENDINGS } from '../../lexicon/roles.ts';
import { gathered } from '../../text/gathered.ts';
import { wordingOf } from '../../text/span.ts';
import type { EntityType } from '../mention.ts';
import { isNameShape } from '../tagger/mark.ts';
import type { TaggedName } from '../tagger/tagger.ts';
import { CASING, type TaggerText } from '../tagger/text.ts';
import { WORD } from '../tagger/word-flags.ts';
import { entryOfWord, type WordTable } from '../tagger/words.ts';
import { isAbbreviatedBody } from './abbreviations.ts';
import { isPair, splitPairs, withoutDay, withoutOpener, withoutResults } from './cuts.ts';
import type { EntityDraft } from './draft.ts';
import { wholeFirms, withFirms } from './firms.ts';
import { trimInTitles } from './headings.ts';
import { joinAcronyms, joinBodies, joinOf, joinPartners, merge } from './joins.ts';
import { splitOwners } from './owners.ts';
import { GENERATION, wholePersons, withoutHonours } from './persons.ts';
import { isDatelinePlace, wholeAgencies, wholePlaces, withLands, withPeoples } from './places.ts';
import { SHAPE } from './shape.ts';
import { withSides } from './sides.ts';
import { insideNames, isKnownAs, type TokenName, type Words } from './token-name.ts';
import { firmsIn, stormsIn, toldType } from './told.ts';

const TYPE_OF = { PER: 'person', ORG: 'organization', LOC: 'place', MISC: 'other' } as const;

/**
 * What rules of English and common knowledge add to the tagger's names: titles are no part of a name, heads tell
 * events and bodies, nationalities are groups, and a name found once in the article is found everywhere in it.
 */
export function refineNames(
  text: string,
  tokens: TaggerText,
  table: WordTable,
  tagged: readonly TaggedName[],
): EntityDraft[] {
  const words = wordsOf(text, tokens, table);
  const whole = tagged.map(({ from, to, nameClass }) =>
    withoutOpener(withoutDay({ from, to, type: TYPE_OF[nameClass] }, words), words),
  );
  const parted = withoutResults(splitPairs(splitOwners(whole, words), words), words);
  let names = gathered(parted, (name) => trim(addressed(withoutDistrict(name, words), words), words));
  names = trimInTitles(names, words).map((name) =>
    isBody(name, words) ? retype(name, 'organization') : name,
  );
  names = withoutRoles(wholePersons(withoutHonours(names, words), words), words);
  names = joinAcronyms(joinPartners(names, words), words);
  names = wholePlaces(joinOf(joinBodies(names, words), words), words);
  names = wholeFirms(withEvents(names, words), words);
  names = [...withSides(withAddressed(names, words), words)];
  const people = surnames(names, words);
  const firms = firmsIn(names, words);
  const storms = stormsIn(names, words);
  names = withPeoples(withLands(names, people, words), words).map((name) => {
    if (storms.has(words.of(name))) return retype(name, 'event');
    const type = toldType(name, firms, words);
    const told = type !== null && !people.has(words.of(name));
    return retyped(told ? retype(name, type) : name, people, words);
  });
  names = [...names, ...overlooked(names, people, words)].sort((a, b) => a.from - b.from);
  const named = withFirms(wholeAgencies(names, words), people, words).filter(
    (name) =>
      name.type !== 'organization' ||
      !(COMMON_ABBREVIATIONS.has(words.of(name)) || isTitleAlone(name, words)),
  );
  return named.map(({ from, to, type }) => ({
    start: tokens.start[from] ?? 0,
    end: tokens.end[to - 1] ?? 0,
    type,
  }));
}

function wordsOf(text: string, tokens: TaggerText, table: WordTable): Words {
  const at = (i: number): string =>
    i < 0 || i >= tokens.count ? '' : (table.written[tokens.word[i] ?? 0] ?? '');
  const of = ({ from, to }: { from: number; to: number }): string =>
    from + 1 === to ? at(from) : wordingOf(text, tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0);
  return { tokens, table, at, of };
}

/** What "Mrs." begins is a person; what a dash follows in a dispatch, "CAIRO - Ministers", is none of the name. */
function addressed(name: TokenName, words: Words): TokenName {
  const { at, tokens } = words;
  const person = name.to - name.from > 1 && isKnownAs(name.from, WORD.address, words);
  let to = name.from + 1;
  const isDash = (i: number): boolean =>
    at(i) === '-' && tokens.end[i - 1] !== tokens.start[i] && tokens.end[i] !== tokens.start[i + 1];
  while (to < name.to && !isDash(to)) to++;
  return { from: name.from, to, type: person ? 'person' : name.type };
}

/**
 * The name without forms of address and roles before it, with the article that belongs to it ("The Hague") and
 * the rest of a hyphenated name, but no "-Style". "US" in "US$" and "US dollars" names nobody, nor does "I’m", nor the
 * "Q:" of an interview.
 */
function trim(name: TokenName, words: Words): TokenName[] {
  let { from, to } = name;
  const hyphen = to - 2;
  if (hyphen > from && words.at(hyphen) === '-' && HYPHEN_ENDINGS.has(words.at(to - 1).toLowerCase()))
    to = hyphen;
  if (name.type === 'person') {
    while (from < to && isKnownAs(from, WORD.honorific, words)) from++;
    if (words.at(from) === '.') from++;
    while (from + 1 < to && isRole(from, words)) from++;
    while (continuesName(words, to)) to += 2;
  }
  if (words.at(from - 1) === 'The' && words.table.gazetteer.lookUp(`The ${words.at(from)}`)?.kind === 'city')
    from--;
  if (isLetterOfCompound({ from, to }, words) || NO_NAME.test(words.at(from))) return [];
  const { tokens } = words;
  const glued = tokens.end[to - 1] === tokens.start[to] && /^[$€£¥]$/.test(words.at(to));
  const beforeSign = glued || (name.type === 'place' && /^dollars?$/.test(words.at(to)));
  const contraction =
    to - from === 1 && words.at(from).startsWith('I') && /^I['’]\p{Ll}+$/u.test(words.at(from));
  const speaker = to - from === 1 && words.at(from).length === 1 && words.at(to) === ':';
  return from === to || beforeSign || contraction || speaker ? [] : [{ from, to, type: name.type }];
}

/** "Q4 2019" is a date, "N1.2bn" is money. */
const NO_NAME = /^(?:Q[1-4]|\p{Lu}{1,3}\d+(?:[.,]\d+)*(?:bn|tn))$/u;

/** The "A" of "Chick-fil-A": the end of a word with hyphens that was not found whole. */
const isLetterOfCompound = ({ from, to }: { from: number; to: number }, { tokens, at }: Words): boolean =>
  to - from === 1 &&
  at(from).length === 1 &&
  at(from - 1) === '-' &&
  tokens.end[from - 2] === tokens.start[from - 1] &&
  tokens.end[from - 1] === tokens.start[from];

/** "Mayor of Lissow Ada Lorn" is the person, where the article has her name without the role as well. */
function withoutRoles(names: readonly TokenName[], words: Words): TokenName[] {
  const people = new Set(names.filter((name) => name.type === 'person').map((name) => words.of(name)));
  return names.map((name) => {
    const ofRole = words.at(name.from - 1) === 'of' && isKnownAs(name.from - 2, WORD.role, words);
    if (name.to - name.from < 3 || !(ofRole || isKnownAs(name.from, WORD.role, words))) return name;
    for (let from = name.from + 1; from + 1 < name.to; from++)
      if (people.has(words.of({ from, to: name.to }))) return { from, to: name.to, type: 'person' };
    return name;
  });
}

/** "Central Bank" and "Bank of Nordia" are bodies, "West Bank" is none. */
function isBody(name: TokenName, words: Words): boolean {
  if (name.type !== 'place' || name.to - name.from < 2 || wellKnown(words.of(name), words) !== undefined)
    return false;
  const opens = BODY_HEADS.has(words.at(name.from)) && words.at(name.from + 1) === 'of';
  return opens || BODY_HEADS.has(words.at(name.to - 1));
}

const isRole = (at: number, words: Words): boolean =>
  isKnownAs(at, WORD.role | WORD.modifier, words) && !words.table.gazetteer.isGivenName(words.at(at));

/** Whether a hyphen at `at` and the word after it go on with a person's name: "Kim Min-seo", "Adler-Voss". */
function continuesName({ tokens, at: word }: Words, at: number): boolean {
  const glued = tokens.end[at - 1] === tokens.start[at] && tokens.end[at] === tokens.start[at + 1];
  if (!glued || word(at) !== '-') return false;
  const shape = tokens.shape[at + 1];
  return isNameShape(shape) || (shape === SHAPE.lower && !HYPHEN_ENDINGS.has(word(at + 1)));
}

/** "Ankara" before "Summit" is part of the event's name, and so are both lands of "Nordia-Velmar War". */
function withEvents(names: readonly TokenName[], words: Words): TokenName[] {
  const taken = new Set(names.map((name) => name.from));
  const events: TokenName[] = [];
  names.forEach((name, i) => {
    if (name.type === 'person') return;
    const heads = name.to - name.from > 1 && EVENT_HEADS.has(words.at(name.to - 1));
    const follows = !taken.has(name.to) && words.tokens.shape[name.to] === SHAPE.capitalised;
    const before = names[i - 1];
    const from = before !== undefined && isPair(before, name, words) ? before.from : name.from;
    if (follows && EVENT_HEADS.has(words.at(name.to))) events.push({ from, to: name.to + 1, type: 'event' });
    else if (heads) events.push(retype(name, 'event'));
  });
  return merge(names, events, words);
}

/** "U.S. District Judge Orlan" sits for the country, and in no place of that name. */
const withoutDistrict = (name: TokenName, words: Words): TokenName =>
  name.to - name.from > 1 && words.at(name.to - 1) === 'District' && words.at(name.to) === 'Judge'
    ? { from: name.from, to: name.to - 1, type: 'place' }
    : name;

/** Longest name behind a form of address, in tokens. */
const LONGEST_ADDRESSED = 3;

/** "Mr. Orlan" is a person, whatever else the name might be, and found or not. */
function withAddressed(names: readonly TokenName[], words: Words): TokenName[] {
  const { tokens } = words;
  const starts = new Map(names.map((name) => [name.from, name]));
  const inside = insideNames(names, words);
  const added: TokenName[] = [];
  const turned = new Map<TokenName, TokenName>();
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (!isNameShape(tokens.shape[i + 1]) || !isKnownAs(i, WORD.address, words) || inside[i] === 1) continue;
    // “Lt. Gov. Lorn”: a second title is no name.
    if (isKnownAs(i + 1, WORD.address, words)) continue;
    // “Sgt. First Class Lorn”
    const from = words.at(i + 2) === 'Class' ? i + 3 : i + 1;
    if (!isNameShape(tokens.shape[from])) continue;
    const known = starts.get(from);
    if (known !== undefined) turned.set(known, retype(known, 'person'));
    if (known !== undefined || inside[from] === 1) continue;
    let to = from + 1;
    while (to < from + LONGEST_ADDRESSED && isNameShape(tokens.shape[to]) && inside[to] !== 1) to++;
    added.push({ from, to, type: 'person' });
  }
  return added.length + turned.size === 0
    ? [...names]
    : [...names.map((name) => turned.get(name) ?? name), ...added].sort((a, b) => a.from - b.from);
}

/** “REP.”, before a name in capitals. */
const isTitleAlone = ({ from, to }: TokenName, words: Words): boolean =>
  to - from === 1 && words.at(from).endsWith('.') && isKnownAs(from, WORD.honorific, words);

/** Last words of the full names of persons. */
function surnames(names: readonly TokenName[], words: Words): ReadonlySet<string> {
  const full = names.filter((name) => name.type === 'person' && name.to - name.from > 1);
  const surname = ({ to }: TokenName): string =>
    words.at(GENERATION.test(words.at(to - 1)) ? to - 2 : to - 1);
  return new Set(full.map(surname).filter((word) => word.length > 1));
}

/** What a name is known for; names of small places and words in names of companies are too many to tell. */
function wellKnown(name: string, { table }: Words): GazetteerKind | undefined {
  return notable(table.gazetteer.lookUp(name)?.kind);
}

/** As `wellKnown`, of the word at a token. */
const wellKnownAt = (i: number, { table, tokens }: Words): GazetteerKind | undefined =>
  notable(entryOfWord(table, tokens.word[i] ?? 0)?.kind);

const notable = (kind: GazetteerKind | undefined): GazetteerKind | undefined =>
  kind === 'town' || kind === 'company' ? undefined : kind;

const retype = ({ from, to }: TokenName, type: EntityType): TokenName => ({ from, to, type });

function retyped(name: TokenName, people: ReadonlySet<string>, words: Words): TokenName {
  const whole = words.of(name);
  const kind = name.to - name.from === 1 ? wellKnownAt(name.from, words) : wellKnown(whole, words);
  if (kind === 'people' && name.type !== 'person') return retype(name, 'group');
  if (kind === 'body' && name.type === 'place' && !AMBIGUOUS_BODIES.has(whole))
    return retype(name, 'organization');
  if (name.type === 'organization' && (kind === 'capital' || isPlaceInCapitals(whole, words)))
    return retype(name, 'place');
  if (kind === 'country' && name.type === 'organization' && name.to - name.from > 1)
    return retype(name, 'place');
  if (name.type !== 'place' && isDatelinePlace(name, words)) return retype(name, 'place');
  if (people.has(whole) && kind === undefined) return retype(name, 'person');
  return name;
}

/** Names that the tagger has not seen: surnames known from elsewhere, institutions, abbreviations, countries. */
function overlooked(names: readonly TokenName[], people: ReadonlySet<string>, words: Words): TokenName[] {
  const { tokens } = words;
  const inside = insideNames(names, words);
  const found: TokenName[] = [];
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const to = tokens.sentences[s + 1] ?? 0;
    const first = tokens.sentences[s] ?? 0;
    if (inside[first] === 0 && isDatelinePlace({ from: first, to: first + 1 }, words))
      found.push({ from: first, to: first + 1, type: 'place' });
    for (let i = first + (found.at(-1)?.from === first ? 1 : 0); i < to; i++) {
      if (inside[i] === 1 || !isNameShape(tokens.shape[i])) continue;
      const type = typeAlone(words, i, tokens.casing[s] ?? CASING.plain, people);
      if (type !== null) found.push({ from: i, to: i + 1, type });
    }
  }
  return found;
}

function typeAlone(words: Words, i: number, casing: number, people: ReadonlySet<string>): EntityType | null {
  const name = words.at(i);
  const kind = wellKnownAt(i, words);
  if (kind === 'country' && name.length > 3) return 'place';
  if (isPlaceInCapitals(name, words)) return 'place';
  if (isPlainCity(kind, i, casing, words)) return 'place';
  if (kind === 'body' && name.length > 3 && !AMBIGUOUS_BODIES.has(name)) return 'organization';
  if (kind === 'people' && name.length > 4 && casing !== CASING.capitals) return 'group';
  if (people.has(name) && kind === undefined && !words.table.gazetteer.isGivenName(name)) return 'person';
  if (INSTITUTIONS.has(name)) return 'organization';
  return casing !== CASING.capitals && isAbbreviatedBody(words, i) ? 'organization' : null;
}

/** A large city alone inside a sentence. */
function isPlainCity(kind: GazetteerKind | undefined, i: number, casing: number, words: Words): boolean {
  if ((kind !== 'city' && kind !== 'capital') || casing !== CASING.plain) return false;
  const { tokens } = words;
  const alone = !isNameShape(tokens.shape[i - 1]) && !isNameShape(tokens.shape[i + 1]);
  return alone && tokens.shape[i - 1] === SHAPE.lower;
}

/** "CAIRO" at the head of a dispatch. */
function isPlaceInCapitals(name: string, words: Words): boolean {
  if (name.length < 4 || !/^\p{Lu}+$/u.test(name)) return false;
  const kind = wellKnown(name.charAt(0) + name.slice(1).toLowerCase(), words);
  return kind === 'country' || kind === 'capital' || kind === 'city';
}
