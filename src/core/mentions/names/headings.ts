import { BODY_HEADS } from '../../lexicon/institutions.ts';
import { gathered } from '../../text/gathered.ts';
import { lineAt } from '../../text/line-number.ts';
import { isEveryday } from '../everyday.ts';
import { CASING, DOCUMENT } from '../tagger/text.ts';
import { SHAPE } from './shape.ts';
import type { TokenName, Words } from './token-name.ts';

const CLAUSE: ReadonlySet<string> = new Set(
  'Over After Amid With Without Despite Before Into From Until While When As That Who By'.split(' '),
);

/**
 * Names in headings are checked against the running text, since every word has a capital there: a longer
 * stretch is cut to the name that begins or ends it, and a lone word that the text writes small is none.
 */
export function trimInTitles(names: readonly TokenName[], words: Words): TokenName[] {
  const { tokens } = words;
  const casing = casingByToken(words);
  const plain = names.filter((n) => casing[n.from] === CASING.plain);
  const known = new Set(plain.map((n) => words.of(n)));
  for (const n of plain) if (n.type === 'person') known.add(words.at(n.to - 1));
  return gathered(names, (name): TokenName[] => {
    if (casing[name.from] === CASING.plain || known.has(words.of(name))) return [name];
    if (isVerbFirst(name)) return [];
    if (words.table.gazetteer.lookUp(words.of(name))) return [name];
    if (name.to - name.from === 1) return isSmallElsewhere(words, name.from) ? [] : [name];
    for (let length = name.to - name.from - 1; length > 0; length--) {
      const start = { from: name.from, to: name.from + length, type: name.type };
      const end = { from: name.to - length, to: name.to, type: name.type };
      for (const part of [start, end])
        if (known.has(words.of(part)) && othersAreWords(name, part)) return [part];
    }
    const cut = beforeClause(name);
    return peopleWithin(cut) ?? (isPhrase(cut) ? [] : [cut]);
  });

  /** "Sparks Fly at …": a word of English that begins a line is no person whom the text never names. */
  function isVerbFirst(name: TokenName): boolean {
    if (name.type !== 'person' || !words.at(name.from).endsWith('s')) return false;
    return tokens.sentences[lineAt(tokens.sentences, name.from)] === name.from && allEnglish(name);
  }

  /** A body’s name has no "Over" or "After" in it: "Lorn Council Over Harbour Tax". */
  function beforeClause(name: TokenName): TokenName {
    if (name.type !== 'organization' || casing[name.from] !== CASING.title) return name;
    for (let i = name.from + 1; i < name.to; i++) if (CLAUSE.has(words.at(i))) return { ...name, to: i };
    return name;
  }

  /** "New Poll Finds", "Council Meeting Over Harbour Tax": nothing but words of English that the text never names. */
  function isPhrase(name: TokenName): boolean {
    if (casing[name.from] !== CASING.title || (name.type !== 'organization' && name.type !== 'other'))
      return false;
    if (BODY_HEADS.has(words.at(name.to - 1))) return false;
    for (let i = name.from; i < name.to; i++)
      if (words.at(i).length === 1 || (tokens.shape[i] !== SHAPE.lower && !isEnglish(words.at(i), words)))
        return false;
    return true;
  }

  /** "Sparks European Unease": of words of English and a country or a people only these are a name. */
  function peopleWithin(name: TokenName): TokenName[] | null {
    for (let i = name.from; i < name.to; i++) {
      const part = { from: i, to: i + 1, type: name.type };
      const kind = words.table.gazetteer.lookUp(words.of(part))?.kind;
      if ((kind === 'people' || kind === 'country') && allEnglish(name, part))
        return [{ from: i, to: i + 1, type: kind === 'people' ? 'group' : 'place' }];
    }
    return null;
  }

  /** Whether all words but those of `part` are words of English. */
  function allEnglish(name: TokenName, part = { from: 0, to: 0 }): boolean {
    for (let i = name.from; i < name.to; i++)
      if ((i < part.from || i >= part.to) && !isEnglish(words.at(i), words)) return false;
    return true;
  }

  function othersAreWords(name: TokenName, part: TokenName): boolean {
    if (name.type !== 'person') return true;
    for (let i = name.from; i < name.to; i++)
      if (
        (i < part.from || i >= part.to) &&
        !isSmallElsewhere(words, i) &&
        !isEnglish(words.at(i), words) &&
        tokens.word[i] !== undefined
      )
        return false;
    return true;
  }
}

const isEnglish = (word: string, { table }: Words): boolean => {
  const { lookUp, isGivenName } = table.gazetteer;
  const kind = lookUp(word)?.kind;
  // "Sparks" is a city, and what something does.
  const verb = kind === 'city' && word.endsWith('s') && lookUp(word.slice(0, -1)) === undefined;
  const named = kind !== undefined && kind !== 'town' && kind !== 'company' && !verb;
  if (!/\p{L}{2}/u.test(word)) return true;
  return !named && !isGivenName(word) && isEveryday(word.toLowerCase());
};

function isSmallElsewhere({ tokens, table }: Words, i: number): boolean {
  const small = table.lowerId[tokens.word[i] ?? 0] ?? -1;
  return ((tokens.document[small] ?? 0) & DOCUMENT.lowerCase) !== 0;
}

/** The casing of each token's sentence; one that ends in a full stop is no heading, however many names it has. */
function casingByToken({ tokens, at }: Words): Uint8Array {
  const casing = new Uint8Array(tokens.count);
  for (let s = 0; s + 1 < tokens.sentences.length; s++) {
    const end = tokens.sentences[s + 1] ?? 0;
    if (at(end - 1) !== '.') casing.fill(tokens.casing[s] ?? 0, tokens.sentences[s], end);
  }
  return casing;
}
