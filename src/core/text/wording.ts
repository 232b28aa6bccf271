/**
 * What fills a place of a sentence: text as it is, or words that are put into the reader's language themselves, as is
 * the number of an amount.
 */
export type Part = string | number | Amount | Wording;

export interface Amount {
  readonly amount: number;
}

/**
 * Words for people as data: a whole sentence in English, which is its key in other languages, with places `{0}`, `{1}` …
 * for what fills them. Nothing here knows the reader's language: whoever shows it asks for it.
 */
export interface Wording {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Only puts its parts side by side, alike in every language. */
  readonly isPlain?: true;
}

/** Puts a sentence with its places into a language and fills them. */
export type Translate = (text: string, ...parts: readonly (string | number)[]) => string;

/** Its first argument stands in the call itself: that is where `npm run words` finds it. */
export const say = (text: string, ...parts: readonly Part[]): Wording => ({ text, parts });

/** Several sentences one after the other; empty where there is none. */
export const sentences = (...all: readonly Wording[]): Wording => sideBySide(' ', ...all);

/** Parts with a mark between them. */
export const sideBySide = (mark: string, ...parts: readonly Part[]): Wording => ({
  text: parts.map((_, i) => `{${i}}`).join(mark),
  parts,
  isPlain: true,
});

/** A language as a program calls it, `de_DE` say, as a BCP 47 tag; English where it is none. */
export function languageTag(called: string): string {
  try {
    return Intl.getCanonicalLocales(called.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** `language`: a BCP 47 tag, how the numbers of amounts are written. */
export function worded({ text, parts, isPlain }: Wording, translate: Translate, language = 'en'): string {
  const own = parts.map((part) => {
    if (typeof part !== 'object') return part;
    return 'amount' in part ? numbersIn(language).format(part.amount) : worded(part, translate, language);
  });
  return (isPlain ? filled : translate)(text, ...own);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once a language: making one takes longer than a thousand numbers. */
function numbersIn(language: string): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  formats.set(language, format);
  return format;
}

/** A sentence with its places filled; a place that nothing fills stays. */
export const filled: Translate = (text, ...parts) =>
  text.replace(/\{(\d+)\}/g, (place, at: string) => String(parts[Number(at)] ?? place));

/** As the command line says it. */
export const inEnglish = (wording: Wording): string => worded(wording, filled);

/** What others said, the system or an editor: as it is. */
export const asIs = (text: Part): Wording => sideBySide('', text);
