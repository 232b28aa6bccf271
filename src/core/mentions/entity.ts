import { bodiesBehind, isGivenName, lookUp } from '../lexicon/gazetteer.ts';
import { HONORIFICS, ROLE_MODIFIERS, ROLE_NOUNS } from '../lexicon/roles.ts';
import type { Article, Block } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import { byPosition } from '../text/span.ts';
import { type NameTokens, nameTokens, SHAPE, splitForNames, wordOf } from './entity-tokens.ts';
import type { EntityType } from './mention.ts';

/** A name as found, before it has an id and a chain. */
export interface EntityDraft extends Span {
  readonly type: EntityType;
}

const ORGANIZATION_HEADS =
  /^(?:Agency|Council|Commission|Committee|Ministry|Department|Parliament|Party|Union|Bank|University|Institute|Association|Federation|Organi[sz]ation|Company|Corporation|Corp|Inc|Ltd|Group|Force|Forces|Army|Navy|Police|Court|Office|Bureau|Board|Authority|Foundation|Club|Times|Post|Press|News|Journal|Network|Airlines|Airways|College|School|Hospital|Church|League|Society|Service|Centre|Center|List|Fund|Programme|Program|Assembly|Congress|Senate|Cabinet|Command|Coalition|Movement|Front|Brigade|Guard|Report)$/;
const EVENT_HEADS =
  /^(?:Summit|Conference|War|Olympics|Games|Cup|Championship|Championships|Festival|Forum|Revolution|Uprising|Crisis|Election|Elections|Holocaust|Tournament|Expo)$/;
const PLACE_HEADS =
  /^(?:Sea|Ocean|River|Lake|Bay|Gulf|Strait|Island|Islands|Mountain|Mountains|Valley|Desert|Peninsula|Province|County|District|City|Street|Road|Avenue|Square|Airport|Port|Park|Bridge|Coast|Canal|Region)$/;
const LINKS = new Set([
  'of',
  'de',
  'van',
  'der',
  'den',
  'von',
  'bin',
  'al',
  'el',
  'da',
  'di',
  'du',
  'la',
  'le',
  'for',
]);
const NEVER_ALONE =
  /^(?:The|A|An|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|By|For|From|To|Of|As|If|But|And|Or|So|No|Not|Yes|There|Here|When|While|Where|Why|What|Who|How|His|Her|Their|Our|My|Your|Its|Some|Many|Most|All|Both|Each|Every|After|Before|During|Since|Until|With|Without|Under|Over|More|Also|Then|Now|New|One|Two|Three|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|According|However|Speaking|Looking|Despite)$/;
/** The longest name that a lexicon holds, in tokens. */
const LONGEST = 6;

/** Common nouns in capitals. */
const COMMON_ACRONYM =
  /^(?:GDP|GNP|CEO|CFO|COO|CTO|MP|MPs|MEP|MEPs|PM|TV|UAV|UAVs|IT|AI|ID|HIV|AIDS|DNA|PDF|FAQ|OK|GMT|UTC|EST|EDT|PST|PDT|CET|AM|VAT|LGBT|LGBTQ|NGO|NGOs|PhD|CV|SUV|SUVs|COVID|Covid|IPO|IVF|ICU|PPE|PCR|LNG|II|III|IV|VI|USD|EUR|GBP|JPY|RMB)$/;

/** What the article has told so far of its names. */
interface Seen {
  /** Last words of names of persons. */
  readonly surnames: ReadonlySet<string>;
  /** Whole names, and what they are; null while running text is read. */
  readonly known: ReadonlyMap<string, EntityType> | null;
}

/** Names in the article, sorted and not overlapping; furniture has none. */
export function findEntities(article: Article): EntityDraft[] {
  const tokens = nameTokens();
  const running = article.blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'bullet');
  const titles = article.blocks.filter((b) => b.kind === 'headline' || b.kind === 'heading');
  const read = (blocks: readonly Block[], seen: Seen): EntityDraft[] => {
    const found: EntityDraft[] = [];
    for (const block of blocks)
      for (const stretch of stretches(block)) findIn(article.text, stretch, tokens, found, seen);
    return found;
  };
  const first = read(running, { surnames: new Set(), known: null });
  const surnames = new Set(
    first.flatMap((d) => (d.type === 'person' ? surnameOf(article.text.slice(d.start, d.end)) : [])),
  );
  const drafts = read(running, { surnames, known: null });
  const known = new Map(drafts.map((d) => [article.text.slice(d.start, d.end), d.type]));
  for (const surname of surnames) known.set(surname, 'person');
  drafts.push(...read(titles, { surnames, known }));
  if (article.outletSpan) drafts.push({ ...article.outletSpan, type: 'organization' });
  return withoutOverlaps(drafts);
}

function surnameOf(name: string): string[] {
  const words = name.split(/\s+/);
  return words.length > 1 ? words.slice(-1) : [];
}

const stretches = (block: Block): readonly Span[] => (block.sentences.length > 0 ? block.sentences : [block]);

function withoutOverlaps(drafts: EntityDraft[]): EntityDraft[] {
  let end = 0;
  return drafts.sort(byPosition).filter((draft) => {
    if (draft.start < end) return false;
    end = draft.end;
    return true;
  });
}

const isNameShape = (shape: number | undefined): boolean =>
  shape === SHAPE.capitalised || shape === SHAPE.capitals || shape === SHAPE.mixed || shape === SHAPE.dotted;

function findIn(text: string, stretch: Span, tokens: NameTokens, drafts: EntityDraft[], seen: Seen): void {
  splitForNames(text, stretch, tokens);
  let at = 0;
  while (at < tokens.count) {
    if (!isNameShape(tokens.shape[at])) {
      at++;
      continue;
    }
    const end = runEnd(text, tokens, at);
    readRun(text, tokens, at, end, drafts, seen);
    at = end;
  }
}

/** The end of a run of capitalised words, small linking words inside it included. */
function runEnd(text: string, tokens: NameTokens, from: number): number {
  let end = from + 1;
  while (end < tokens.count) {
    const shape = tokens.shape[end];
    if (isNameShape(shape) || shape === SHAPE.initial) end++;
    else if (LINKS.has(wordOf(text, tokens, end)) && isNameShape(tokens.shape[end + 1])) end += 2;
    else break;
  }
  return end;
}

function readRun(
  text: string,
  tokens: NameTokens,
  from: number,
  to: number,
  drafts: EntityDraft[],
  seen: Seen,
): void {
  let at = from;
  while (at < to) {
    const lexical = longestKnown(text, tokens, at, to, seen);
    const plain = lexical ?? plainName(text, tokens, at, to, seen);
    if (plain === null) {
      at++;
      continue;
    }
    drafts.push({ start: tokens.start[at] ?? 0, end: tokens.end[plain.end - 1] ?? 0, type: plain.type });
    at = plain.end;
  }
}

interface Found {
  readonly end: number;
  readonly type: EntityType;
}

const TYPE_OF_KIND = {
  country: 'place',
  city: 'place',
  region: 'place',
  people: 'group',
  body: 'organization',
} as const;

function longestKnown(text: string, tokens: NameTokens, at: number, to: number, seen: Seen): Found | null {
  if (seen.known === null && endsInHead(text, tokens, at, to) !== null) return null;
  for (let end = Math.min(tokens.count, at + LONGEST); end > at; end--) {
    const name = text.slice(tokens.start[at], tokens.end[end - 1]);
    const entry = lookUp(name);
    if (
      entry === undefined ||
      (entry.kind === 'city' && (seen.surnames.has(name) || isGivenName(name) || seen.known !== null))
    )
      continue;
    return { end, type: TYPE_OF_KIND[entry.kind] };
  }
  return null;
}

/** Where a run from `at` ends in a word such as "Council" or "Summit". */
function endsInHead(text: string, tokens: NameTokens, at: number, to: number): Found | null {
  for (let end = to; end > at + 1; end--) {
    const word = wordOf(text, tokens, end - 1);
    if (ORGANIZATION_HEADS.test(word)) return { end, type: 'organization' };
    if (EVENT_HEADS.test(word)) return { end, type: 'event' };
    if (PLACE_HEADS.test(word)) return { end, type: 'place' };
  }
  return null;
}

function plainName(text: string, tokens: NameTokens, at: number, to: number, seen: Seen): Found | null {
  const word = wordOf(text, tokens, at);
  if (seen.known !== null) return knownName(text, tokens, at, seen.known);
  const lower = word.toLowerCase();
  const headed = endsInHead(text, tokens, at, to);
  if (headed !== null && !(NEVER_ALONE.test(word) && word !== 'The'))
    return withoutThe(text, tokens, at, headed);
  if (NEVER_ALONE.test(word) || HONORIFICS.has(lower) || ROLE_NOUNS.has(lower) || ROLE_MODIFIERS.has(lower))
    return null;
  if (COMMON_ACRONYM.test(word)) return null;
  if (bodiesBehind(word).length > 0) return { end: at + 1, type: 'organization' };
  if (seen.surnames.has(word)) return { end: at + 1, type: 'person' };
  if (tokens.shape[at] === SHAPE.capitals) return { end: at + 1, type: 'organization' };
  const first = at === 0 && to === at + 1;
  if (first && !isGivenName(word)) return null;
  return { end: to, type: 'person' };
}

/** "The Hague Summit" is a name; "The Council" is not. */
function withoutThe(text: string, tokens: NameTokens, at: number, found: Found): Found | null {
  if (wordOf(text, tokens, at) !== 'The') return found;
  return lookUp(`The ${wordOf(text, tokens, at + 1)}`) && found.type === 'event' ? found : null;
}

/** In a heading, where every word has a capital, only names that the running text has too. */
function knownName(
  text: string,
  tokens: NameTokens,
  at: number,
  known: ReadonlyMap<string, EntityType>,
): Found | null {
  for (let end = Math.min(tokens.count, at + LONGEST); end > at; end--) {
    const name = text.slice(tokens.start[at], tokens.end[end - 1]);
    const type = known.get(name);
    if (type !== undefined && !NEVER_ALONE.test(name)) return { end, type };
  }
  return null;
}
