import { fingerprint } from './fingerprint.ts';
import { type FoldedText, fold } from './fold.ts';
import { type Past, pastOf } from './past.ts';
import type { Selectors } from './selector.ts';

/** A text made ready for resolving many anchors: what is costly is computed once, when first asked for. */
export interface TextIndex {
  readonly text: string;
  readonly folded: FoldedText;
  readonly fingerprint: string;
  /** What the text that the selectors were made on says of their place; null where it is not to be had. */
  readonly past: (selectors: Selectors) => Past | null;
}

/** An older version of a text by its fingerprint, as git has it; null where there is none. */
export type OldTexts = (fingerprint: string) => string | null;

export function indexText(text: string, oldTexts: OldTexts = () => null): TextIndex {
  let folded: FoldedText | undefined;
  let print: string | undefined;
  const pasts = new Map<string, Past | null>();
  const index: TextIndex = {
    text,
    get folded() {
      folded ??= fold(text);
      return folded;
    },
    get fingerprint() {
      print ??= fingerprint(text);
      return print;
    },
    past: (selectors) => {
      const old = selectors.text === undefined ? null : oldTexts(selectors.text);
      const asItWas = old === null ? undefined : versions(old).find((one) => holds(one, selectors));
      if (asItWas === undefined) return null;
      const key = `${selectors.text} ${asItWas.length}`;
      let past = pasts.get(key);
      if (past === undefined) {
        past = pastOf(asItWas, text, index.folded);
        pasts.set(key, past);
      }
      return past;
    },
  };
  return index;
}

/** Positions count in the text as it was in the folder; git keeps it with line feeds alone. */
const versions = (old: string): string[] => [old, old.replace(/\r?\n/g, '\r\n')];

const holds = (text: string, { position, quote }: Selectors): boolean =>
  quote.exact !== '' && text.slice(position.start, position.end) === quote.exact;
