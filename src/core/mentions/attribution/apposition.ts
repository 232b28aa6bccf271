import { HONOURS, ROLE_NOUNS } from '../../lexicon/roles.ts';
import { indexAt, type Span, textOf } from '../../text/span.ts';
import type { Entity } from '../mention.ts';
import { bitsOf, KIND } from './word-kinds.ts';

/** Farthest from a phrase to the name behind its comma, and from the name to the comma behind that, in code units. */
const GAP = 32;

/** Endings of nouns that mean one person: "a machinist", "an accountant". */
const PERSONAL = /(?:ist|ian|ant|man|woman|person)$/;

/** One who is somebody to another: "her counterpart", "an old friend". */
const RELATED = new Set(
  'agent client cousin nephew niece uncle aunt counterpart boss friend neighbour neighbor colleague partner ally rival ex-wife ex-husband ex-boyfriend ex-girlfriend fiancé fiancée'.split(
    ' ',
  ),
);

/**
 * The person whom an aside names: "the head of the board, Ada Lorn, said", "said the envoy to Estmark, Ada Lorn."
 * Only behind a noun for one person, and a place's aside ("the governor of Orlan, New Mirdia,") names nobody.
 */
export function apposed(text: string, phrase: Span, entities: readonly Entity[]): Entity | undefined {
  if (!/^\s?,\s/.test(text.slice(phrase.end, phrase.end + 3))) return undefined;
  let i = indexAt(entities, phrase.end);
  while ((entities[i]?.start ?? phrase.end + 1) <= phrase.end) i++;
  const next = entities[i];
  if (!next || next.start > phrase.end + GAP) return undefined;
  if (next.type === 'organization') return isBodyOf(text, phrase, next) ? next : undefined;
  if (next.type !== 'person') return undefined;
  const title = /^\s?,\s(?:(?:\p{L}[\p{L}-]{0,20}\.?\s){0,2}(\p{L}[\p{L}-]{0,20})\.?\s)?$/u.exec(
    text.slice(phrase.end, next.start),
  );
  if (!title || !isTitle(title[1])) return undefined;
  const end = behindHonours(text, next.end);
  if (!/^(?:$|[,.;—–”"\n]|\s[—–(-])/.test(text.slice(end, end + 2))) return undefined;
  const words = textOf(text, phrase);
  const head = headOf(words);
  // "the legislator, Representative Ada Lorn"
  const titled = title[1] !== undefined && /^the\s\p{Ll}+$/iu.test(words);
  const owned = (OWNED.test(words) || titled) && (bitsOf(head, head) & KIND.oneAgent) !== 0;
  return owned || ONE.test(words) || RELATED.has(head) || isPersonal(head) ? next : undefined;
}

/** "Ada Lorn QC," */
function behindHonours(text: string, end: number): number {
  const letters = /^,?\s(\p{L}{2,4})\b/u.exec(text.slice(end, end + LETTERS));
  return letters?.[1] !== undefined && HONOURS.has(letters[1]) ? end + letters[0].length : end;
}
const LETTERS = 8;

/** "his", "Lorn’s" */
const OWNED = /^(?:his|her|its|their|my|our|whose|(?:the\s)?(?:[\p{L}-]+\s){0,2}[\p{L}-]+[’'](?:s)?)\s/iu;

/** "The landlord, Lorn Homes, said" */
const isBodyOf = (text: string, phrase: Span, body: Span): boolean =>
  text.slice(phrase.end, body.start) === ', ' &&
  text.charAt(body.end) === ',' &&
  /^(?:the|its|their|his|her)\s\p{Ll}+$/iu.test(textOf(text, phrase)) &&
  !isPersonal(headOf(textOf(text, phrase)));

/** "One of them, Ada Lorn, said" */
const ONE = /^(?:one|another)(?:\sof\s|$)/i;

/** What may stand between the comma and the name: nothing, "Dr.", "Sergeant". */
const isTitle = (word = ''): boolean =>
  word === '' || ROLE_NOUNS.has(word.toLowerCase()) || (word.length < 5 && !/^\p{Ll}/u.test(word));

/** The head noun of a phrase, in lower case: "head" in "the head of the board". */
export function headOf(words: string): string {
  const head = words.split(/,|\s(?:who|of|for|to|at|from|in|with|on)\s/, 1)[0] ?? '';
  return /([\p{L}-]+)\s*$/u.exec(head)?.[1]?.toLowerCase() ?? '';
}

/** A noun for one person. */
export const isPersonal = (noun: string): boolean => ROLE_NOUNS.has(noun) || PERSONAL.test(noun);
