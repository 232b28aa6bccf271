import { COUNTRIES } from '../../lexicon/countries.ts';
import { CROWN, CURRENCY_NAMES } from '../../lexicon/currencies.ts';
import type { Figure } from '../mention.ts';

type Draft = Omit<Figure, 'id'>;

/**
 * Figures in crowns without a country's name with the code of the one country with crowns that the article names; with
 * no unit where it names none of these, or several. Kroner are Danish where it names Denmark and not Norway.
 */
export function withSettledCurrency(figures: Draft[], text: string): Draft[] {
  if (!figures.some((figure) => isInCrowns(figure) || isNordic(figure, text))) return figures;
  const codes = codesIn(text);
  const [only = null, other] = codes;
  const code = other === undefined ? only : null;
  return figures.map((figure) => {
    if (isInCrowns(figure))
      return { ...figure, unit: code === null ? null : figure.unit.replace(CROWN, code) };
    if (!isNordic(figure, text)) return figure;
    const own = figure.unit.slice(0, 3);
    const twin = TWINS.get(own) ?? own;
    if (!codes.has(twin)) return figure;
    return { ...figure, unit: codes.has(own) ? null : figure.unit.replace(own, twin) };
  });
}

/** Of "kroner" and "kronor" there are two kinds each, which only their country tells. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['NOK', 'DKK'],
  ['SEK', 'ISK'],
]);

/** "600 million kroner", and no "Danish kroner" or "NOK". */
const isNordic = (figure: Draft, text: string): figure is Draft & { readonly unit: string } =>
  figure.kind === 'money' &&
  TWINS.has(figure.unit?.slice(0, 3) ?? '') &&
  /^[^\p{Lu}]*\skron/u.test(text.slice(figure.start, figure.end));

const isInCrowns = (figure: Draft): figure is Draft & { readonly unit: string } =>
  figure.kind === 'money' && figure.unit?.split(' ', 1)[0] === CROWN;

function codesIn(text: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [, word = ''] of text.matchAll(NAMED)) {
    const code = CODES.get(word);
    if (code !== undefined) codes.add(code);
  }
  return codes;
}

/** Codes by every word for a country with crowns, its people and its capital. */
const CODES: ReadonlyMap<string, string> = new Map(
  [...(CURRENCY_NAMES.get(CROWN)?.byAdjective ?? [])].flatMap(([adjective, code]) =>
    COUNTRIES.filter(({ demonyms }) => demonyms.some((word) => word.toLowerCase() === adjective)).flatMap(
      ({ name, aliases, demonyms, capitals }): [string, string][] =>
        [
          name.split(' ', 1)[0] ?? name,
          ...aliases,
          ...demonyms,
          ...demonyms.map((word) => `${word}s`),
          ...capitals,
        ].map((word) => [word, code]),
    ),
  ),
);
const NAMED = new RegExp(`(?<!\\p{L})(${[...CODES.keys()].join('|')})(?!\\p{L})`, 'gu');
