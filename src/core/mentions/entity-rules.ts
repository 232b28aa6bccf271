import { type GazetteerKind, isGivenName, lookUp } from '../lexicon/gazetteer.ts';
import { COMMON_ABBREVIATIONS, EVENT_HEADS, INSTITUTIONS } from '../lexicon/institutions.ts';
import { HONORIFICS } from '../lexicon/roles.ts';
import type { EntityDraft } from './entity.ts';
import { SHAPE } from './entity-tokens.ts';
import type { EntityType } from './mention.ts';
import type { TaggedName } from './tagger.ts';
import { CASING, isNameShape, type TaggerText } from './tagger-text.ts';

/** A name as a range of tokens. */
interface TokenName {
  from: number;
  to: number;
  type: EntityType;
}

const TYPE_OF = { PER: 'person', ORG: 'organization', LOC: 'place', MISC: 'other' } as const;

/**
 * What rules of English and common knowledge add to the tagger's names: titles are no part of a name, heads tell
 * events, nationalities are groups, and a name found once in the article is found everywhere in it.
 */
export function refineNames(text: string, tokens: TaggerText, tagged: readonly TaggedName[]): EntityDraft[] {
  const word = (i: number): string =>
    i < 0 || i >= tokens.count ? '' : text.slice(tokens.start[i], tokens.end[i]);
  const names = tagged.flatMap((name): TokenName[] => {
    const trimmed = trim({ from: name.from, to: name.to, type: TYPE_OF[name.nameClass] }, word);
    return trimmed === null ? [] : [trimmed];
  });
  extendToEvents(names, tokens, word);
  agreeWithAcronyms(names, word);
  const inside = new Uint8Array(tokens.count);
  for (const name of names) inside.fill(1, name.from, name.to);
  const people = surnames(names, word);
  for (const name of names) retype(name, people, word);
  names.push(...overlooked(tokens, inside, people, word));
  return names.map(({ from, to, type }) => ({
    start: tokens.start[from] ?? 0,
    end: tokens.end[to - 1] ?? 0,
    type,
  }));
}

/** What a name is known for; names of small places and words in names of companies are too many to tell. */
function wellKnown(name: string): GazetteerKind | undefined {
  const kind = lookUp(name)?.kind;
  return kind === 'town' || kind === 'company' ? undefined : kind;
}

type WordAt = (index: number) => string;

/** The name without forms of address before it; null when nothing else is left. */
function trim(name: TokenName, word: WordAt): TokenName | null {
  let { from, to } = name;
  if (name.type === 'person') while (from < to && HONORIFICS.has(word(from).toLowerCase())) from++;
  return from === to ? null : { from, to, type: name.type };
}

/** "Ankara" before "Summit" is part of the event's name. */
function extendToEvents(names: TokenName[], tokens: TaggerText, word: WordAt): void {
  for (const name of names) {
    const head = word(name.to - 1);
    if (name.to - name.from > 1 && EVENT_HEADS.has(head) && name.type !== 'person') name.type = 'event';
    else if (
      tokens.shape[name.to] === SHAPE.capitalised &&
      EVENT_HEADS.has(word(name.to)) &&
      name.type !== 'person'
    ) {
      name.to++;
      name.type = 'event';
    }
  }
}

/** A name and the acronym in brackets after it are of one type: a person has none. */
function agreeWithAcronyms(names: readonly TokenName[], word: WordAt): void {
  for (let i = 1; i < names.length; i++) {
    const [name, acronym] = [names[i - 1], names[i]];
    if (!name || !acronym || acronym.from - name.to !== 1 || word(name.to) !== '(') continue;
    if (acronym.to - acronym.from !== 1 || word(acronym.to) !== ')' || name.to - name.from < 2) continue;
    if (!/^\p{Lu}[\p{L}\p{N}&]*\p{Lu}s?$/u.test(word(acronym.from)) || name.type === 'place') continue;
    if (name.type === 'person' || acronym.type !== 'other') name.type = 'organization';
    acronym.type = name.type;
  }
}

/** Last words of the full names of persons. */
function surnames(names: readonly TokenName[], word: WordAt): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names)
    if (name.type === 'person' && name.to - name.from > 1) found.add(word(name.to - 1));
  return found;
}

function retype(name: TokenName, people: ReadonlySet<string>, word: WordAt): void {
  if (name.to - name.from > 1 && name.type !== 'other') return;
  const whole = Array.from({ length: name.to - name.from }, (_, i) => word(name.from + i)).join(' ');
  const kind = wellKnown(whole);
  if (kind === 'people' && name.type !== 'person') name.type = 'group';
  else if (people.has(whole) && kind === undefined) name.type = 'person';
}

/** Names that the tagger has not seen: surnames known from elsewhere, institutions, abbreviations, countries. */
function overlooked(
  tokens: TaggerText,
  inside: Uint8Array,
  people: ReadonlySet<string>,
  word: WordAt,
): TokenName[] {
  const names: TokenName[] = [];
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const to = tokens.sentences[s + 1] ?? 0;
    for (let i = tokens.sentences[s] ?? 0; i < to; i++) {
      if (inside[i] === 1 || !isNameShape(tokens.shape[i])) continue;
      const type = typeAlone(tokens, i, tokens.casing[s] ?? CASING.plain, people, word);
      if (type !== null) names.push({ from: i, to: i + 1, type });
    }
  }
  return names;
}

function typeAlone(
  tokens: TaggerText,
  i: number,
  casing: number,
  people: ReadonlySet<string>,
  word: WordAt,
): EntityType | null {
  const name = word(i);
  const kind = wellKnown(name);
  if (kind === 'country' && name.length > 3) return 'place';
  if (kind === 'people' && name.length > 4 && casing !== CASING.capitals) return 'group';
  if (people.has(name) && kind === undefined && !isGivenName(name)) return 'person';
  if (INSTITUTIONS.has(name)) return 'organization';
  const abbreviation = tokens.shape[i] === SHAPE.capitals && casing !== CASING.capitals && name.length >= 3;
  return abbreviation && name.length <= 6 && !COMMON_ABBREVIATIONS.has(name) ? 'organization' : null;
}
