/** What fills a place of a sentence: text as it is, or words that are put into the reader's language themselves. */
export type Part = string | number | Wording;

/**
 * Words for people as data: a whole sentence in English, which is its key in other languages, with places `{0}`, `{1}` …
 * for what fills them. Nothing here knows the reader's language: whoever shows it asks for it.
 */
export interface Wording {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** Puts a sentence with its places into a language and fills them. */
export type Translate = (text: string, ...parts: readonly (string | number)[]) => string;

/** Its first argument stands in the call itself: that is where `npm run words` finds it. */
export const say = (text: string, ...parts: readonly Part[]): Wording => ({ text, parts });

/** Several sentences one after the other; empty where there is none. */
export const sentences = (...all: readonly Wording[]): Wording => ({
  text: all.map((_, i) => `{${i}}`).join(' '),
  parts: all,
});

export const worded = ({ text, parts }: Wording, translate: Translate): string =>
  translate(text, ...parts.map((part) => (typeof part === 'object' ? worded(part, translate) : part)));

/** A sentence with its places filled; a place that nothing fills stays. */
export const filled: Translate = (text, ...parts) =>
  text.replace(/\{(\d+)\}/g, (place, at: string) => String(parts[Number(at)] ?? place));

/** As the command line says it. */
export const inEnglish = (wording: Wording): string => worded(wording, filled);

/** What others said, the system or an editor: as it is. */
export const asIs = (text: string): Wording => ({ text: '{0}', parts: [text] });
