import { lineAt } from '../../text/line-number.ts';
import { merge } from './joins.ts';
import { SHAPE } from './shape.ts';
import type { TokenName, Words } from './token-name.ts';

/** Heads that stand before "of" in the name of a place. */
const REALMS: ReadonlySet<string> = new Set(
  `City Town State Province Kingdom Duchy Republic Principality Margraviate Electorate Emirate Sultanate Commonwealth
  County Gulf Bay Strait Isle Cape`.split(/\s+/),
);
const RAILWAYS: ReadonlySet<string> = new Set(['Railway', 'Railways', 'Railroad', 'Canal']);
/** Last words of newspapers' names, whose first is a place as often as not. */
const PAPERS: ReadonlySet<string> = new Set(
  `Herald Times Post Tribune Gazette Journal Chronicle Observer Telegraph News Star Sun Mail Mirror Examiner
  Inquirer Courier Dispatch Bulletin`.split(/\s+/),
);

/** Last words that nothing but a newspaper's name has. */
const PLAIN_PAPERS: ReadonlySet<string> = new Set(
  'Courier Gazette Tribune Examiner Inquirer Telegraph'.split(' '),
);

/** "City of Varnholm" and "Varn and Osterby Railway" are one place each, "Varnholm Herald" is none. */
export function wholePlaces(names: readonly TokenName[], words: Words): TokenName[] {
  const joined: TokenName[] = [];
  names.forEach((name, i) => {
    const last = words.at(name.to - 1);
    if (name.type === 'other' && PLAIN_PAPERS.has(last) && name.to - name.from > 1)
      joined.push({ ...name, type: 'organization' });
    if (name.type !== 'place') return;
    if (words.at(name.from - 1) === 'of' && REALMS.has(words.at(name.from - 2)))
      joined.push({ ...name, from: name.from - 2 });
    else if (RAILWAYS.has(last)) joined.push({ ...name, from: railwayFrom(names, i, words) });
    else if (PAPERS.has(last) && name.to - name.from > 1) joined.push({ ...name, type: 'organization' });
  });
  return merge(names, joined, words);
}

/** Where the name of a railway begins that is called by several places: "Varn, Port Quill and Osterby Railway". */
function railwayFrom(names: readonly TokenName[], railway: number, words: Words): number {
  let from = names[railway]?.from ?? 0;
  let link = 'and';
  for (let i = railway - 1; i >= 0; i--) {
    const name = names[i];
    if (name?.type !== 'place' || name.to !== from - 1 || words.at(from - 1) !== link) break;
    from = name.from;
    link = ',';
  }
  return from;
}

/** The longest head of a dispatch, in tokens: "VELDOR, Nordia, June 14, 2026 (Some Wire) -". */
const LONGEST_HEAD = 16;

/** "VELDOR (Some Wire) -": where a dispatch comes from, in capitals before its agency or date and a dash. */
export function isDatelinePlace(
  { from, to }: { from: number; to: number },
  { at, tokens, table }: Words,
): boolean {
  for (let i = from; i < to; i++) if (tokens.shape[i] !== SHAPE.capitals || at(i).length < 3) return false;
  if (tokens.sentences[lineAt(tokens.sentences, from)] !== from || !/^[,(]$/.test(at(to))) return false;
  const kind = table.gazetteer.lookUp(at(from))?.kind;
  if (kind === 'body' || kind === 'company') return false;
  for (let i = to + 1; i < from + LONGEST_HEAD; i++) {
    const spaced = tokens.end[i - 1] !== tokens.start[i];
    if (spaced && /^[-–—]$/.test(at(i)))
      return /^[)\d]/.test(at(i - 1)) || tokens.shape[i - 1] !== SHAPE.lower;
    if (tokens.shape[i] === SHAPE.lower) return false;
  }
  return false;
}

/** "(SOME WIRE)": who sends a dispatch, whole where it stands in capitals between brackets. */
export const wholeAgencies = (names: readonly TokenName[], { at, tokens }: Words): TokenName[] =>
  names.map((name, i) => {
    const { from, to, type } = name;
    if (type === 'person' || at(to) !== ')' || tokens.shape[to - 1] !== SHAPE.capitals) return name;
    let first = from;
    while (tokens.shape[first - 1] === SHAPE.capitals && (names[i - 1]?.to ?? 0) < first) first--;
    return first < from && at(first - 1) === '(' ? { from: first, to, type: 'organization' } : name;
  });

/** "OSTER, Velmar (Some Wire) -": the land behind the place. */
function isDatelineLand({ from, to }: TokenName, { at, tokens }: Words): boolean {
  if (at(from - 1) !== ',' || tokens.shape[from - 2] !== SHAPE.capitals || !/^[,(–—-]$/.test(at(to)))
    return false;
  const start = tokens.sentences[lineAt(tokens.sentences, from)] ?? 0;
  return to - from === 1 && start < from && start >= from - 4;
}

/** What a country has, and no person: the words behind "Nordia’s", up to so many others before them. */
const OF_LANDS: ReadonlySet<string> = new Set(
  `parliament ministry capital airspace coast coastline shores premier runoff electorate`.split(/\s+/),
);
const MOST_BETWEEN = 2;
/** "Nordia's banking regulator"; a firm has regulators, too. */
const OF_REGULATORS: ReadonlySet<string> = new Set(
  'financial banking competition antitrust aviation data media telecoms energy markets gambling'.split(' '),
);

/** "between Varn and Osterby": what stands with a place behind such a word is a place. */
const BEFORE_PLACES: ReadonlySet<string> = new Set('in In between Between near across outside'.split(' '));

/** Words of one token that stand in such a pair with a place. */
function pairedPlaces(names: readonly TokenName[], { at }: Words): readonly TokenName[] {
  return names.flatMap((second, i) => {
    const first = names[i - 1];
    if (first === undefined || first.to !== second.from - 1 || at(first.to) !== 'and') return [];
    if (!BEFORE_PLACES.has(at(first.from - 1))) return [];
    const [other, place] = first.type === 'place' ? [second, first] : [first, second];
    return place.type === 'place' && other.to - other.from === 1 ? [other] : [];
  });
}

/**
 * A name of one word that has a parliament or a prime minister, a dispatch from it, or a place beside it ("between Varn
 * and Osterby") somewhere in the article is a place all through it.
 */
export function withLands(
  names: readonly TokenName[],
  people: ReadonlySet<string>,
  words: Words,
): readonly TokenName[] {
  const isKnown = (name: TokenName): boolean => ownsAsLand(name, words) || isDatelineLand(name, words);
  const lands = new Set([...names.filter(isKnown), ...pairedPlaces(names, words)].map(words.of));
  for (const word of people) lands.delete(word);
  if (lands.size === 0) return names;
  const isLand = (name: TokenName): boolean => name.type === 'person' && lands.has(words.of(name));
  return names.map((name) => (isLand(name) ? { ...name, type: 'place' } : name));
}

function ownsAsLand({ from, to }: TokenName, { at, tokens, table }: Words): boolean {
  if (to - from > 1 || tokens.shape[to] !== SHAPE.possessive || table.gazetteer.isPersonName(at(from)))
    return false;
  for (let i = to + 1; i <= to + 1 + MOST_BETWEEN && tokens.shape[i] === SHAPE.lower; i++) {
    if (OF_LANDS.has(at(i))) return true;
    if (at(i) === 'prime' && at(i + 1) === 'minister') return true;
    if (/^(?:central|national)$/.test(at(i)) && at(i + 1) === 'bank') return true;
    if (OF_REGULATORS.has(at(i)) && /^(?:regulators?|watchdog)$/.test(at(i + 1))) return true;
  }
  return false;
}

/** "Veldorans" and "Nordians" are the people of a place that the article names. */
export function withPeoples(names: readonly TokenName[], words: Words): readonly TokenName[] {
  const places = new Set(names.filter(({ type }) => type === 'place').map(words.of));
  const isPeople = ({ from, to, type }: TokenName): boolean => {
    if (to - from > 1 || type === 'group' || type === 'event') return false;
    const [whole, stem = ''] = PEOPLE_OF.exec(words.at(from)) ?? [];
    if (whole === undefined || (type === 'person' && !whole.endsWith('s'))) return false;
    return places.has(stem) || places.has(`${stem}a`);
  };
  return names.map((name) => (isPeople(name) ? { ...name, type: 'group' } : name));
}

const PEOPLE_OF = /^(\p{Lu}\p{Ll}{3,})i?ans?$/u;
