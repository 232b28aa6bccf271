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
  const pasts = new Map<string, readonly Version[]>();
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
      if (selectors.text === undefined) return null;
      let known = pasts.get(selectors.text);
      if (!known) {
        const old = oldTexts(selectors.text);
        known = old === null ? [] : versions(old, text, index);
        pasts.set(selectors.text, known);
      }
      return known.find((version) => holds(version.text, selectors))?.past() ?? null;
    },
  };
  return index;
}

interface Version {
  readonly text: string;
  readonly past: () => Past | null;
}

/** Positions count in the text as it was in the folder; git keeps it with line feeds alone. */
function versions(old: string, now: string, { folded }: TextIndex): Version[] {
  return [old, ...(old.includes('\n') ? [old.replace(/\r?\n/g, '\r\n')] : [])].map((text) => {
    let past: Past | null | undefined;
    return {
      text,
      past: () => {
        if (past === undefined) past = pastOf(text, now, folded);
        return past;
      },
    };
  });
}

const holds = (text: string, { position, quote }: Selectors): boolean =>
  quote.exact !== '' && text.slice(position.start, position.end) === quote.exact;
