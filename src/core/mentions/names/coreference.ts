import { lookUp } from '../../lexicon/gazetteer.ts';
import type { Article } from '../../text/article.ts';
import { wordingOf } from '../../text/span.ts';
import { COMPLETE, type Without } from '../component.ts';
import type { Chain, Entity, EntityType } from '../mention.ts';
import { bodyNames } from './coreference-bodies.ts';
import { personNames } from './coreference-persons.ts';
import { roleOf } from './coreference-roles.ts';
import type { EntityDraft } from './draft.ts';

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

/**
 * Joins the mentions of each person, body and place; every mention gets a chain, if only its own. Ids are asked for in
 * order of position.
 */
export function buildChains(
  article: Article,
  drafts: readonly EntityDraft[],
  without: Without = COMPLETE,
  idOf: (draft: EntityDraft, index: number) => string = (_, index) => `e${index + 1}`,
): Coreference {
  const names = drafts.map((draft) => wordingOf(article.text, draft.start, draft.end));
  const resolve = without.has('coreference') ? asWritten(drafts, names) : resolver(article, drafts, names);
  const chains = new Map<string, Growing>();
  /** By type and name, since many mentions have one name, and to make an id of it takes long. */
  const byType = new Map<EntityType, Map<string, Growing>>();
  const entities = drafts.map((draft, index): Entity => {
    const { name, type } = resolve(index);
    const known = byType.get(type) ?? new Map<string, Growing>();
    byType.set(type, known);
    const chain = known.get(name) ?? chainFor(chains, name, type);
    known.set(name, chain);
    const id = idOf(draft, index);
    chain.mentions.push(id);
    count(chain.wordings, names[index] ?? '');
    const role = draft.type === 'person' ? roleOf(article.text, drafts, index) : null;
    if (role !== null) count(chain.roles, role);
    return { start: draft.start, end: draft.end, type: draft.type, id, chain: chain.id };
  });
  return { entities, chains: [...chains.values()].map(finished) };
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Names of plain letters are most, and soon done. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

const slug = (name: string): string =>
  PLAIN.test(name) ? name.toLowerCase().replaceAll(' ', '-') : foldedSlug(name);

const foldedSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

function chainFor(chains: Map<string, Growing>, name: string, type: EntityType): Growing {
  const id = `${type}:${slug(name) || name}`;
  const known = chains.get(id);
  if (known) return known;
  const chain = { id, name, type, wordings: new Map(), mentions: [], roles: new Map() };
  chains.set(id, chain);
  return chain;
}

function finished({ id, name, type, wordings, mentions, roles }: Growing): Chain {
  const aliases = [...wordings].sort((a, b) => b[1] - a[1]).map(([wording]) => wording);
  const role = [...roles].sort((a, b) => b[0].length - a[0].length)[0]?.[0] ?? null;
  return { id, name: inSmall(name, aliases), type, role, aliases, mentions };
}

/** "VELDOR" at the head of a dispatch is "Veldor" where the text has it so. */
const inSmall = (name: string, aliases: readonly string[]): string =>
  name === name.toUpperCase()
    ? (aliases.find((alias) => alias !== name && alias.toUpperCase() === name) ?? name)
    : name;

interface Resolved {
  readonly name: string;
  readonly type: EntityType;
}

type Resolve = (index: number) => Resolved;

/** Every wording a chain of its own. */
const asWritten =
  (drafts: readonly EntityDraft[], names: readonly string[]): Resolve =>
  (index) => ({ name: names[index] ?? '', type: drafts[index]?.type ?? 'other' });

function resolver(article: Article, drafts: readonly EntityDraft[], names: readonly string[]): Resolve {
  const persons = personNames(article.text, drafts, names);
  const bodies = bodyNames(article.text, drafts, names);
  // "Ottoline" is "Storm Ottoline".
  const events = new Map<string, string>();
  drafts.forEach(({ type }, i) => {
    const [first = '', last] = (names[i] ?? '').split(' ');
    if (type === 'event' && last !== undefined) events.set(last, `${first} ${last}`);
  });
  return (index) => {
    const type = drafts[index]?.type ?? 'other';
    const name = names[index] ?? '';
    if (type === 'person') return { name: persons(index), type };
    if (type === 'organization' || type === 'other') return { name: bodies(index), type };
    if (type === 'event' && !name.includes(' ')) return { name: events.get(name) ?? name, type };
    return placeOrPeople(name, type);
  };
}

/** A people goes with its country: "Norwegians" with Norway. */
function placeOrPeople(name: string, type: EntityType): Resolved {
  const entry = lookUp(name);
  if (type === 'group' && entry?.kind === 'people') {
    const place = lookUp(entry.name);
    return { name: entry.name, type: place?.kind === 'country' ? 'place' : type };
  }
  if (type === 'place' && entry !== undefined && entry.kind !== 'body') return { name: entry.name, type };
  return { name: name.replace(/^the /i, ''), type };
}
