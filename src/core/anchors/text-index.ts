import { fingerprint } from './fingerprint.ts';
import { type FoldedText, fold } from './fold.ts';

/** A text made ready for resolving many anchors: what is costly is computed once, when first asked for. */
export interface TextIndex {
  readonly text: string;
  readonly folded: FoldedText;
  readonly fingerprint: string;
}

export function indexText(text: string): TextIndex {
  let folded: FoldedText | undefined;
  let print: string | undefined;
  return {
    text,
    get folded() {
      folded ??= fold(text);
      return folded;
    },
    get fingerprint() {
      print ??= fingerprint(text);
      return print;
    },
  };
}
