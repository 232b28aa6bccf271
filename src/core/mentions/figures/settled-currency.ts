import { COUNTRIES } from '../../lexicon/countries.ts';
import { CROWN, CURRENCY_NAMES } from '../../lexicon/currencies.ts';
import type { Figure } from '../mention.ts';

type Draft = Omit<Figure, 'id'>;

/**
 * Figures in crowns without a country's name with the code of the one country with crowns that the article names; with
 * no unit where it names none of these, or several.
 */
export function withSettledCurrency(figures: Draft[], text: string): Draft[] {
  if (!figures.some(isInCrowns)) return figures;
  const code = codeIn(text);
  return figures.map((figure) =>
    isInCrowns(figure)
      ? { ...figure, unit: code === null ? null : figure.unit.replace(CROWN, code) }
      : figure,
  );
}

const isInCrowns = (figure: Draft): figure is Draft & { readonly unit: string } =>
  figure.kind === 'money' && figure.unit?.split(' ', 1)[0] === CROWN;

function codeIn(text: string): string | null {
  const codes = new Set<string>();
  for (const [, word = ''] of text.matchAll(NAMED)) {
    const code = CODES.get(word);
    if (code !== undefined) codes.add(code);
  }
  const [only = null, other] = codes;
  return other === undefined ? only : null;
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
