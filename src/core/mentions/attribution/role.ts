import { ROLE_NOUNS } from '../../lexicon/roles.ts';
import type { Span } from '../../text/span.ts';
import type { Chain, Entity } from '../mention.ts';
import { wordBefore } from '../word-before.ts';
import { headOf } from './apposition.ts';
import { type Around, aroundMentions, bearing } from './role-names.ts';
import { bitsOf, KIND } from './word-kinds.ts';

/** Titles and what they are when written out. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'congressman'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['capt', 'captain'],
  ['adm', 'admiral'],
  ['sgt', 'sergeant'],
  ['maj', 'major'],
  ['prof', 'professor'],
  ['pres', 'president'],
  ['representative', 'congressman'],
]);

interface Held {
  readonly at: number;
  readonly chain: Chain;
}

/**
 * Finds whom "the mayor" or "the Republican senator" means: the person last named, before or else after, with a
 * role of that noun. The first word of a role in two words ("Secretary General") must fit too.
 */
export function rolesOf(
  text: string,
  entities: readonly Entity[],
  chains: ReadonlyMap<string, Chain>,
): (words: string, at: number) => Chain | undefined {
  let held: Holders | undefined;
  const contexts = new Map<string, Around[]>();
  const aroundOf = (chain: Chain): Around[] => {
    const known = contexts.get(chain.id) ?? aroundMentions(text, held?.mentions.get(chain.id) ?? []);
    contexts.set(chain.id, known);
    return known;
  };
  return (words, at) => {
    const bare = /^\p{Lu}\p{L}+$/u.test(words);
    if (!(bare || /^(?:the|this|that)\s/i.test(words)) || /\s(?:of|for|from)\s/.test(words)) return undefined;
    // "the governor’s campaign" is not the governor
    const last = /[\p{L}-]+$/u.exec(words)?.[0].toLowerCase() ?? '';
    const noun = nounsOf(last).length > 0 ? nounsOf(words).at(-1) : isTrade(last) ? last : undefined;
    if (noun === undefined) return undefined;
    held ??= holdersOf(text, entities, chains);
    const meant = bearing(words, held.byNoun.get(noun) ?? [], ({ chain }) => aroundOf(chain));
    return (meant.findLast((h) => h.at < at) ?? meant[0])?.chain;
  };
}

interface Holders {
  readonly byNoun: ReadonlyMap<string, readonly Held[]>;
  /** Mentions of each person, by chain. */
  readonly mentions: ReadonlyMap<string, readonly Entity[]>;
}

/** The persons named with a role, in order of their mentions. */
function holdersOf(text: string, entities: readonly Entity[], chains: ReadonlyMap<string, Chain>): Holders {
  const byNoun = new Map<string, Held[]>();
  const mentions = new Map<string, Entity[]>();
  const roles = new Map<string, readonly string[]>();
  for (const entity of entities) {
    const chain = entity.type === 'person' ? chains.get(entity.chain) : undefined;
    if (chain === undefined) continue;
    listIn(mentions, chain.id).push(entity);
    const ofRole = roles.get(chain.id) ?? nounsOf(chain.role ?? '');
    roles.set(chain.id, ofRole);
    const nouns = new Set([...ofRole, ...nounsOf(titleBefore(text, entity)), ...tradesBeside(text, entity)]);
    for (const noun of nouns) listIn(byNoun, noun).push({ at: entity.start, chain });
  }
  return { byNoun, mentions };
}

/** The list of a key, begun where there is none. */
function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function titleBefore(text: string, entity: Span): string {
  const word = wordBefore(text, entity.start).toLowerCase();
  if (!ROLE_NOUNS.has(word) && !WRITTEN_OUT.has(word)) return '';
  const before = text.slice(Math.max(0, entity.start - 24), entity.start);
  return /((?:(?:vice|deputy)[\s-])?\p{L}+)\.?\s$/iu.exec(before)?.[1] ?? '';
}

/** Farthest around a name that its trade is told, in code units. */
const NEAR = 50;

/** "goalkeeper Ada Lorn", "Her plumber, Ada Lorn, came", "Ada Lorn, 45, a plumber from Orlan": nouns that are no titles too. */
function tradesBeside(text: string, { start, end }: Span): string[] {
  const before = BEFORE.exec(text.slice(Math.max(0, start - NEAR), start));
  const after = AFTER.exec(text.slice(end, end + NEAR))?.[1];
  const apposed = /^(?:[.;]|,\s(?!and\s|or\s))/.test(text.slice(end, end + 6)) ? before?.[2] : undefined;
  return [before?.[1], apposed, after && headOf(after)].filter((noun) => noun !== undefined).filter(isTrade);
}

const BEFORE =
  /(?<!\p{L})(?:(\p{Ll}{3,})|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)\s(?:\p{L}+\s){0,2}(\p{Ll}+),)\s$/u;
const AFTER = /^(?:,\s(?:\d{1,3},\s)?|\s(?:is|was)\s)(?:an?|the)\s([^,.;:()“”"]+)/;

/** "the plumber", who is one by trade. */
const isTrade = (noun: string): boolean => ROLE_NOUNS.has(noun) || (bitsOf(noun, noun) & KIND.oneAgent) !== 0;

/** Role nouns in a phrase, titles written out; of compounds ("Secretary General") the whole as well. */
function nounsOf(phrase: string): string[] {
  const words = (phrase.toLowerCase().match(/[\p{L}-]+(?:[’']s)?/gu) ?? []).filter(
    (word) => !/[’']s$/.test(word),
  );
  const nouns = words
    .map((word, i) => (/^(?:vice|deputy)$/.test(words[i - 1] ?? '') ? `${words[i - 1]}-${word}` : word))
    .map((word) => WRITTEN_OUT.get(word) ?? word)
    .filter((word) => ROLE_NOUNS.has(word) && word !== 'first');
  const compound = nouns.length > 1 && phrase.toLowerCase().includes(nouns.slice(-2).join(' '));
  return compound ? [nouns.slice(-2).join(' ')] : nouns;
}
