import type { Chain } from '../mentions/mention.ts';
import { stemOf } from '../text/stem.ts';
import { nationKey } from './nations.ts';
import { foldWord } from './words.ts';

const PARTICLES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'the', 'of', 'and', 'for']);

const known = new Map<string, readonly string[]>();
const KNOWN_LIMIT = 10_000;

function partsOf(name: string): readonly string[] {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const parts = split(name);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(name, parts);
  return parts;
}

const split = (name: string): string[] =>
  name
    .split(/[\s-]+/)
    .map((part) => foldWord(part.replace(/^\P{L}+|[^\p{L}\p{N}]+$/gu, '')))
    .filter((part) => part !== '' && !PARTICLES.has(part));

/**
 * The key under which a chain's mentions are the same name in every article: a person's last name, so that
 * "Ostrand" meets "Ilse Ostrand"; for all others the whole name.
 */
export function nameKey(chain: Chain): string {
  const nation = nationOf(chain);
  if (nation !== null) return nation;
  const parts = partsOf(chain.name);
  const last = parts.at(-1);
  if (last === undefined) return chain.name.toLowerCase();
  return chain.type === 'person' ? stemOf(last) : parts.map(stemOf).join('_');
}

/** Persons and events are called after countries too: these are not meant. */
const nationOf = ({ type, name }: Chain): string | null =>
  type === 'place' || type === 'group' || type === 'organization' ? nationKey(name) : null;

/** The stems by which any mention of a chain can be recognised: a person's last name, all words of other names. */
export function nameParts(chain: Chain): string[] {
  const nation = nationOf(chain);
  if (nation !== null) return [nation];
  const parts = partsOf(chain.name).map(stemOf);
  return chain.type === 'person' ? parts.slice(-1) : parts;
}

/** Whether two names can be those of one person or body: the same, or a short form of one another. */
export function sameName(a: string, b: string): boolean {
  const x = partsOf(a);
  const y = partsOf(b);
  if (x.length === 0 || y.length === 0) return a.toLowerCase() === b.toLowerCase();
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.at(-1) !== long.at(-1)) return short.length > 1 && short.every((part) => long.includes(part));
  return (
    short.length === 1 || short.every((part) => long.some((other) => other === part || initial(part, other)))
  );
}

const initial = (a: string, b: string): boolean =>
  a.charAt(0) === b.charAt(0) && (a.length === 1 || b.length === 1);
