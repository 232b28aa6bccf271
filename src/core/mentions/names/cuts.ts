import { WEEKDAYS } from '../../lexicon/calendar.ts';
import type { GazetteerKind } from '../../lexicon/gazetteer.ts';
import { gathered } from '../../text/gathered.ts';
import { lineAt } from '../../text/line-number.ts';
import type { EntityType } from '../mention.ts';
import { SHAPE } from './shape.ts';
import type { TokenName, Words } from './token-name.ts';

const TYPE_OF: Partial<Record<GazetteerKind, EntityType>> = {
  country: 'place',
  capital: 'place',
  region: 'place',
  city: 'place',
  body: 'organization',
};

/** Two lands with a hyphen between them that are one. */
const ONE_LAND: ReadonlySet<string> = new Set(['Austria-Hungary', 'Serbia-Montenegro', 'Bosnia-Herzegovina']);
/** Begin words such as "Franco-German". */
const HALF_PEOPLES: ReadonlySet<string> = new Set(
  'Franco Anglo Sino Russo Indo Greco Italo Austro Euro Serbo Turko Luso Hispano Polono Afro'.split(' '),
);

/** "Russia-Ukraine", "NATO-Russia" and "US-South Korea" are two names each; "Franco-German" tells of peoples. */
export function splitPairs(names: readonly TokenName[], words: Words): readonly TokenName[] {
  return gathered(names, (name): readonly TokenName[] => {
    const hyphens = hyphensIn(name, words);
    if (hyphens.length === 0) return [name];
    const whole = words.of(name);
    if (ONE_LAND.has(whole) || words.table.gazetteer.lookUp(whole) !== undefined) return [name];
    const parts = [...hyphens, name.to].map((to, i) => {
      const from = i === 0 ? name.from : (hyphens[i - 1] ?? 0) + 1;
      return { from, to, kind: words.table.gazetteer.lookUp(words.of({ from, to }))?.kind };
    });
    if (parts.at(-1)?.kind === 'people')
      return parts[0]?.kind === 'people' || HALF_PEOPLES.has(words.at(name.from))
        ? [{ ...name, type: 'group' }]
        : [name];
    const told = parts.flatMap(({ from, to, kind }): TokenName[] => {
      const type = kind === undefined ? undefined : TYPE_OF[kind];
      return type === undefined ? [] : [{ from, to, type }];
    });
    return told.length === parts.length && parts.some(({ kind }) => kind === 'country') ? told : [name];
  });
}

const isHyphen = (i: number, { tokens, at }: Words): boolean =>
  /^[-–]$/.test(at(i)) && tokens.end[i - 1] === tokens.start[i] && tokens.end[i] === tokens.start[i + 1];

function hyphensIn({ from, to }: TokenName, words: Words): number[] {
  const found: number[] = [];
  for (let i = from + 1; i + 1 < to; i++) if (isHyphen(i, words)) found.push(i);
  return found;
}

/** Whether a hyphen alone stands between two places. */
export const isPair = (a: TokenName, b: TokenName, words: Words): boolean =>
  a.type === 'place' && b.type === 'place' && a.to === b.from - 1 && isHyphen(a.to, words);

/** Words behind a number that belongs to them, and to no name: "36 percent", "8 seats". */
const MEASURES: ReadonlySet<string> = new Set(
  `percent per pct pc percentage % points point seats seat votes votes goals goal runs wickets million billion
  thousand km kg`.split(/\s+/),
);

/**
 * "National Union 36 percent": a result behind who has it. A number belongs to a body's name ("Channel 4") unless a
 * measure follows, it ends in decimals, the body is named without it, or several in the sentence have one.
 */
export function withoutResults(names: readonly TokenName[], words: Words): readonly TokenName[] {
  const { tokens } = words;
  const numbered = names.filter((name) => endsInNumber(name, words));
  if (numbered.length === 0) return names;
  const sentence = ({ from }: TokenName): number => lineAt(tokens.sentences, from);
  const shortOf = ({ from, to }: TokenName): string => words.of({ from, to: to - 1 });
  const measured = ({ to }: TokenName): boolean =>
    MEASURES.has(words.at(to)) || (/[.,]/.test(words.at(to - 1)) && tokens.shape[to] !== SHAPE.lower);
  const bare = new Set(names.map(words.of));
  const rows = new Map<number, Set<string>>();
  for (const name of numbered) {
    if (measured(name)) bare.add(shortOf(name));
    if (name.type !== 'place')
      rows.set(sentence(name), (rows.get(sentence(name)) ?? new Set()).add(shortOf(name)));
  }
  return names.map((name) => {
    if (!endsInNumber(name, words)) return name;
    const row = name.type !== 'place' && (rows.get(sentence(name))?.size ?? 0) > 1;
    return measured(name) || bare.has(shortOf(name)) || row ? { ...name, to: name.to - 1 } : name;
  });
}

/** What firms are to each other; at the head of a sentence it has its capital from there: "Rival Kestrel". */
const OPENERS: ReadonlySet<string> = new Set(
  'Rival Competitor Carmaker Automaker Chipmaker Drugmaker Retailer Lender Startup'.split(' '),
);

export function withoutOpener(name: TokenName, words: Words): TokenName {
  const { from, to, type } = name;
  if (to - from < 2 || type === 'other' || !OPENERS.has(words.at(from).replace(/s$/, ''))) return name;
  const { sentences } = words.tokens;
  return sentences[lineAt(sentences, from)] === from ? { from: from + 1, to, type } : name;
}

/** "European Union on Friday": a day is of no name, nor the small word before it. */
export function withoutDay(name: TokenName, words: Words): TokenName {
  const { from, to, type } = name;
  const on = WEEKDAYS.has(words.at(to - 1).toLowerCase()) && words.at(to - 2) === 'on';
  return on && to - 2 > from ? { from, to: to - 2, type } : name;
}

const endsInNumber = ({ from, to, type }: TokenName, { tokens }: Words): boolean =>
  to - from > 1 &&
  (type === 'organization' || type === 'group' || type === 'place') &&
  tokens.shape[to - 1] === SHAPE.number &&
  tokens.end[to - 2] !== tokens.start[to - 1];
