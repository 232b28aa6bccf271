import { ERAS } from '../../lexicon/calendar.ts';
import {
  AMBIGUOUS_BODIES,
  BODY_HEADS,
  COMMON_ABBREVIATIONS,
  EVENT_HEADS,
} from '../../lexicon/institutions.ts';
import { gathered } from '../../text/gathered.ts';
import { wordingOf } from '../../text/span.ts';
import type { TaggedName } from '../tagger/tagger.ts';
import type { TaggerText } from '../tagger/text.ts';
import { WORD } from '../tagger/word-flags.ts';
import type { WordTable } from '../tagger/words.ts';
import { addressed, isTitleAlone, withAddressed } from './addressed.ts';
import { isPair, splitPairs, withoutDay, withoutOpener, withoutResults } from './cuts.ts';
import type { EntityDraft } from './draft.ts';
import { wholeFirms, withFirms } from './firms.ts';
import { trimInTitles } from './headings.ts';
import { joinAcronyms, joinBodies, joinOf, joinPartners, merge } from './joins.ts';
import { wellKnown, wellKnownAt } from './known.ts';
import { isPlaceInCapitals, overlooked } from './overlooked.ts';
import { splitOwners } from './owners.ts';
import { GENERATION, wholePersons, withoutHonours } from './persons.ts';
import { isDatelinePlace, wholeAgencies, wholePlaces, withLands, withPeoples } from './places.ts';
import { SHAPE } from './shape.ts';
import { withTeams } from './teams.ts';
import { isKnownAs, retype, type TokenName, type Words } from './token-name.ts';
import { firmsIn, stormsIn, toldType } from './told.ts';
import { trim } from './trim.ts';

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
  names = withTeams(withAddressed(names, words), words);
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
  const named = withFirms(wholeAgencies(names, words), people, words).filter((name) => {
    if (name.type !== 'organization' && name.type !== 'other') return true;
    // "A.D. 120" is a year.
    if (ERAS.test(words.at(name.from))) return false;
    return name.type === 'other' || !(COMMON_ABBREVIATIONS.has(words.of(name)) || isTitleAlone(name, words));
  });
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

/** Last words of the full names of persons. */
function surnames(names: readonly TokenName[], words: Words): ReadonlySet<string> {
  const full = names.filter((name) => name.type === 'person' && name.to - name.from > 1);
  const surname = ({ to }: TokenName): string =>
    words.at(GENERATION.test(words.at(to - 1)) ? to - 2 : to - 1);
  return new Set(full.map(surname).filter((word) => word.length > 1));
}

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
