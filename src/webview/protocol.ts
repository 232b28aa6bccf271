import type { ClaimRef } from '../core/counterparts/link.ts';
import type { Ledger } from '../core/desk/ledger.ts';
import type { Matrix } from '../core/desk/matrix.ts';
import type { Timeline } from '../core/desk/timeline.ts';
import type { SentWords } from './words.ts';

/**
 * How the page of a story comparison and the extension talk: plain data both ways, every message one of these.
 *
 * A tab of the page is a line in `Models` (what it is drawn from), a call of the engine that answers it
 * (`MODELS` in src/vscode/features/comparison/models.ts), its words (words.ts, and their translations in
 * src/vscode/features/comparison/words.ts), and a `Tab` in main.ts's `TABS` that draws it. A model is computed only while
 * its tab is shown, and sent again whenever the corpus changes. Every model has the story's `title`, which the page shows.
 */
export interface Models {
  readonly claims: Matrix;
  readonly figures: Ledger;
  readonly timeline: Timeline;
}

export type TabId = keyof Models;

/**
 * A new model of a tab, or, as others may read it, the one that is saved: JSON text as UTF-8, since VS Code puts megabytes of
 * objects or text into JSON again, twice, on their way, and sends bytes as they are. Null where the corpus has no such story
 * (yet).
 */
export interface ModelMessage {
  readonly kind: 'model' | 'forOthers';
  readonly tab: TabId;
  readonly model: Uint8Array | null;
}

/** From the extension to the page. */
export type ToPage =
  /**
   * Before all others, and again when the page is ready; `path`: an article of the story. `told`: the model of the tab has
   * been sent, while the page was loaded, and VS Code gives it what was. Where that has not come, the page asks for it.
   */
  | {
      readonly kind: 'start';
      readonly path: string;
      readonly language: string;
      readonly words: SentWords;
      readonly told: boolean;
    }
  | ModelMessage
  /** Articles that are still to be read. */
  | { readonly kind: 'reading'; readonly waiting: number };

/**
 * How a passage is opened, as from VS Code's lists. `look`: in a preview, and the focus stays in the page; `click`: so too,
 * where lists open by one click, else not at all. `go`: for good, with the focus.
 */
export type Opening = 'click' | 'look' | 'go';

export type Decided = 'confirmed' | 'rejected' | 'withdrawn';

/** From the page to the extension. */
export type FromPage =
  /** The page listens, and shows a tab first. */
  | { readonly kind: 'ready'; readonly tab: TabId }
  /** A tab is shown: its model is asked for, now and whenever it changes. */
  | { readonly kind: 'show'; readonly tab: TabId }
  /** Asks once for a model that private sidecars have no part in: what is saved is for others. */
  | { readonly kind: 'forOthers'; readonly tab: TabId }
  /** Opens a claim's passage in an editor. */
  | { readonly kind: 'open'; readonly ref: ClaimRef; readonly how: Opening }
  /** Opens both passages side by side. */
  | {
      readonly kind: 'openBoth';
      readonly from: ClaimRef;
      readonly to: ClaimRef;
      readonly how: Opening;
    }
  /** The analyst's word on two claims. */
  | {
      readonly kind: 'decide';
      readonly decision: Decided;
      readonly from: ClaimRef;
      readonly to: ClaimRef;
    }
  /** Asks for a note on a claim. */
  | { readonly kind: 'note'; readonly ref: ClaimRef }
  | { readonly kind: 'copy'; readonly text: string }
  /** Takes the last decision or note back. */
  | { readonly kind: 'undo' }
  /** What was to be saved can't be made: a picture where none can be drawn. */
  | { readonly kind: 'notSaved' }
  /** Asks where to, and saves; `name` without its ending. */
  | {
      readonly kind: 'save';
      readonly name: string;
      readonly ending: 'csv' | 'md' | 'png';
      readonly content: string | Uint8Array;
    };
