import { bodiesBehind, lookUp } from '../lexicon/gazetteer.ts';
import type { Article } from '../text/article.ts';
import { roleOf } from './coreference-roles.ts';
import type { EntityDraft } from './entity.ts';
import type { Chain, Entity, EntityType } from './mention.ts';

export interface Coreference {
  /** As the drafts, in order, each with its chain. */
  readonly entities: Entity[];
  readonly chains: Chain[];
}

/** A chain while mentions are gathered. */
interface Growing {
  readonly id: string;
  name: string;
  readonly type: EntityType;
  readonly wordings: Map<string, number>;
  readonly mentions: string[];
  readonly roles: Map<string, number>;
}

/** Joins the mentions of each person, body and place; every mention gets a chain, if only its own. */
export function buildChains(article: Article, drafts: readonly EntityDraft[]): Coreference {
  const names = drafts.map((draft) => wordingOf(article.text, draft));
  const resolve = resolver(article, drafts, names);
  const chains = new Map<string, Growing>();
  const entities = drafts.map((draft, index): Entity => {
    const { name, type } = resolve(index);
    const chain = chainFor(chains, name, type);
    const id = `e${index + 1}`;
    chain.mentions.push(id);
    count(chain.wordings, names[index] ?? '');
    const role = draft.type === 'person' ? roleOf(article.text, drafts, index) : null;
    if (role !== null) count(chain.roles, role);
    return { ...draft, id, chain: chain.id };
  });
  return { entities, chains: [...chains.values()].map(finished) };
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The words of a mention with one space between them. */
const wordingOf = (text: string, draft: EntityDraft): string =>
  text.slice(draft.start, draft.end).replace(/\s+/g, ' ');

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

function chainFor(chains: Map<string, Growing>, name: string, type: EntityType): Growing {
  const id = `${type}:${slug(name)}`;
  const known = chains.get(id);
  if (known) return known;
  const chain = { id, name, type, wordings: new Map(), mentions: [], roles: new Map() };
  chains.set(id, chain);
  return chain;
}

function finished({ id, name, type, wordings, mentions, roles }: Growing): Chain {
  const aliases = [...wordings].sort((a, b) => b[1] - a[1]).map(([wording]) => wording);
  const role = [...roles].sort((a, b) => b[0].length - a[0].length)[0]?.[0] ?? null;
  return { id, name, type, role, aliases, mentions };
}

interface Resolved {
  readonly name: string;
  readonly type: EntityType;
}

type Resolve = (index: number) => Resolved;

function resolver(article: Article, drafts: readonly EntityDraft[], names: readonly string[]): Resolve {
  const acronyms = definedAcronyms(article.text, drafts, names);
  const persons = personNames(drafts, names);
  const bodies = new Set<string>();
  drafts.forEach((draft, i) => {
    if (draft.type === 'organization') bodies.add(lookUp(names[i] ?? '')?.name ?? names[i] ?? '');
  });
  return (index) => {
    const draft = drafts[index];
    const name = names[index] ?? '';
    if (draft === undefined) return { name, type: 'other' };
    if (draft.type === 'person') return { name: persons(index), type: 'person' };
    const full = acronyms.get(name);
    if (full !== undefined) return { name: lookUp(full)?.name ?? full, type: draft.type };
    return { ...commonKnowledge(name, draft.type, bodies) };
  };
}

function commonKnowledge(name: string, type: EntityType, bodies: ReadonlySet<string>): Resolved {
  const entry = lookUp(name);
  if (type === 'group' && entry?.kind === 'people') {
    const place = lookUp(entry.name);
    if (place?.kind === 'country') return { name: place.name, type: 'place' };
    return { name: entry.name, type };
  }
  if (type === 'place' && entry && entry.kind !== 'body') return { name: entry.name, type };
  if (type === 'organization') {
    const behind = bodiesBehind(name).find((body) => bodies.has(body));
    if (behind !== undefined) return { name: behind, type };
    if (entry?.kind === 'body') return { name: entry.name, type };
  }
  return { name: name.replace(/^the /i, ''), type };
}

/** "Full Name (ABC)" defines ABC for the whole article, and "ABC (Full Name)" too. */
function definedAcronyms(
  text: string,
  drafts: readonly EntityDraft[],
  names: readonly string[],
): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (let i = 1; i < drafts.length; i++) {
    const [before, after] = [drafts[i - 1], drafts[i]];
    const [first = '', second = ''] = [names[i - 1], names[i]];
    if (!before || !after || text.slice(before.end, after.start).trim() !== '(') continue;
    if (isAcronym(second) && !isAcronym(first)) acronyms.set(second, first);
    if (isAcronym(first) && !isAcronym(second)) acronyms.set(first, second);
  }
  return acronyms;
}

const isAcronym = (name: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}\p{N}&.-]+|\p{Lu}\p{Ll}?\p{Lu}{1,4}s?)$/u.test(name);

/** The full name of each person: a surname stands for the latest full name that ends in it, else the next. */
function personNames(drafts: readonly EntityDraft[], names: readonly string[]): (index: number) => string {
  const full: { index: number; words: string[] }[] = [];
  drafts.forEach((draft, index) => {
    const words = (names[index] ?? '').split(' ');
    if (draft.type === 'person' && words.length > 1) full.push({ index, words });
  });
  return (index) => {
    const name = names[index] ?? '';
    const words = name.split(' ');
    const fits = (candidate: string[]): boolean => standsFor(words, candidate);
    const matches = full.filter((f) => f.index !== index && fits(f.words));
    const found = matches.filter((f) => f.index < index).at(-1) ?? matches[0];
    return found ? personNameOf(full, found.words) : name;
  };
}

/** The first form of a full name, so that "Donald Trump" and "Donald J. Trump" are one. */
function personNameOf(full: readonly { words: string[] }[], words: string[]): string {
  const same = full.find((f) => standsFor(words, f.words) || standsFor(f.words, words));
  return (same?.words ?? words).join(' ');
}

/** Whether the shorter name may stand for the fuller: same surname and, if given, the same first name. */
function standsFor(short: readonly string[], fuller: readonly string[]): boolean {
  if (short.length > fuller.length || short.at(-1) !== fuller.at(-1)) {
    return short.length === 1 && fuller.length > 1 && short[0] === fuller[0];
  }
  if (short.length === 1) return true;
  const [a = '', b = ''] = [short[0], fuller[0]];
  return a === b || (/^\p{Lu}\.$/u.test(a) && b.startsWith(a.charAt(0)));
}
