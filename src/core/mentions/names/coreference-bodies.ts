import { bodiesBehind, lookUp } from '../../lexicon/gazetteer.ts';
import type { EntityDraft } from './draft.ts';

const LEGAL_FORM =
  /,? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|Co|Company|AG|SE|NV|N\.V|SA|S\.A|GmbH|AB|Oyj|SpA|S\.p\.A)\.?$/;

/** Whether a name is written as an acronym: "NATO", "IAEA", "DoD". */
const isAcronym = (name: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}\p{N}&.-]+|\p{Lu}\p{Ll}?\p{Lu}{1,4}s?)$/u.test(name) && name.length <= 8;

/**
 * The full name of each body: by common knowledge, by "Full Name (ABC)", by initials, by its first words
 * ("Nordia" for "Nordia Shipping") or its last ("the Board" for "Harbour Trust Board").
 */
export function bodyNames(
  text: string,
  drafts: readonly EntityDraft[],
  names: readonly string[],
): (index: number) => string {
  const knownName = once(readName);
  const defined = definedAcronyms(text, drafts, names, knownName);
  const full = new Set<string>();
  drafts.forEach((draft, i) => {
    if (draft.type === 'organization') full.add(knownName(names[i] ?? ''));
  });
  const shortForms = shortFormsOf(full);
  return (index) => {
    const name = knownName(names[index] ?? '');
    const behind = bodiesBehind(name).find((body) => full.has(body));
    const known = lookUp(name)?.kind === 'body';
    return knownName(behind ?? defined.get(name) ?? (known ? undefined : shortForms.get(name)) ?? name);
  };
}

/** Answers for each name once. */
function once(answer: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name) ?? answer(name);
    known.set(name, found);
    return found;
  };
}

/** The name that common knowledge has for it, or it without article and legal form. */
function readName(name: string): string {
  const entry = lookUp(name);
  if (entry?.kind === 'body') return entry.name;
  const bare = name.replace(/^the /i, '').replace(LEGAL_FORM, '');
  const known = lookUp(bare);
  return known?.kind === 'body' ? known.name : bare;
}

/** "Full Name (ABC)" defines ABC for the whole article, and "ABC (Full Name)" too. */
function definedAcronyms(
  text: string,
  drafts: readonly EntityDraft[],
  names: readonly string[],
  knownName: (name: string) => string,
): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string>();
  for (let i = 1; i < drafts.length; i++) {
    const [before, after] = [drafts[i - 1], drafts[i]];
    const [first = '', second = ''] = [names[i - 1], names[i]];
    const listed = after && isAcronym(second) ? listedBefore(text, drafts, i) : undefined;
    if (listed !== undefined) acronyms.set(second, knownName(names[listed] ?? ''));
    if (!before || !after || after.start - before.end > 4) continue;
    if (!/^\s?[([]["“]?$/.test(text.slice(before.end, after.start))) continue;
    if (text.charAt(after.end) === ':') continue;
    if (isAcronym(second) && !isAcronym(first)) acronyms.set(second, knownName(first));
    if (isAcronym(first) && !isAcronym(second)) acronyms.set(first, knownName(second));
  }
  return acronyms;
}

const EXCHANGE = /\(\p{L}[\p{L} ]{1,9}:\s?$/u;
/** Longest name of an exchange before a ticker, with its marks. */
const LONGEST_EXCHANGE = 14;

/** Which body a ticker stands behind: "Lorn Mining (NYSE: LRN)". */
function listedBefore(text: string, drafts: readonly EntityDraft[], ticker: number): number | undefined {
  const start = drafts[ticker]?.start ?? 0;
  const from = Math.max(0, start - LONGEST_EXCHANGE);
  const exchange = EXCHANGE.exec(text.slice(from, start));
  if (exchange === null) return undefined;
  const open = from + exchange.index;
  const owner = [ticker - 1, ticker - 2].find((k) => (drafts[k]?.start ?? open) < open);
  const near = owner !== undefined && open - (drafts[owner]?.end ?? 0) < 3;
  return near && drafts[owner]?.type === 'organization' ? owner : undefined;
}

/** Initials, first words and last words of the names, where only one name of the article has them. */
function shortFormsOf(full: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string | null>();
  const add = (form: string, name: string): void => {
    if (form === name || form.length < 2) return;
    const known = forms.get(form);
    forms.set(form, known === undefined ? name : known === null ? null : widerOf(known, name));
  };
  for (const name of full) {
    const words = name.split(' ');
    if (words.length < 2) continue;
    for (let count = 1; count < words.length; count++) add(words.slice(0, count).join(' '), name);
    add(words.at(-1) ?? '', name);
    add(initialsOf(words.filter((word) => /^\p{Lu}/u.test(word))), name);
    add(initialsOf(words), name);
  }
  for (const [form, name] of forms) if (name === null) forms.delete(form);
  return forms as ReadonlyMap<string, string>;
}

/** "Lorn Mining" is "Lorn Mining Group" itself; of two others neither is. */
function widerOf(a: string, b: string): string | null {
  if (a === b || a.startsWith(`${b} `)) return a;
  return b.startsWith(`${a} `) ? b : null;
}

const initialsOf = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase()).join('');
