import { html, type TemplateResult } from 'lit';
import { filled } from '../core/text/wording.ts';
import type { FromPage, Models, TabId } from './protocol.ts';
import type { SavingWords } from './words.ts';

export type Format = 'csv' | 'md' | 'png';

const NAMES: Readonly<Record<Format, string>> = { csv: 'CSV', md: 'Markdown', png: 'PNG' };

export interface SaverOptions<T extends TabId> {
  readonly tab: T;
  readonly post: (message: FromPage) => void;
  /** What is shown of a model, as a file's content; null where no picture can be drawn. */
  readonly content: (model: Models[T], format: Format) => Promise<string | Uint8Array | null>;
}

export interface Saver<M> {
  readonly save: (format: Format) => void;
  /** The model to be saved has come. */
  readonly forOthers: (model: M) => void;
}

/** Saves what a tab shows, without what private sidecars say: a file is for others. */
export function createSaver<T extends TabId>({ tab, post, content }: SaverOptions<T>): Saver<Models[T]> {
  let wanted: Format | null = null;
  return {
    save: (format) => {
      wanted = format;
      post({ kind: 'forOthers', tab });
    },
    forOthers: (model) => {
      const ending = wanted;
      wanted = null;
      if (ending === null) return;
      void content(model, ending).then((written) =>
        post(
          written === null
            ? { kind: 'notSaved' }
            : { kind: 'save', name: model.title, ending, content: written },
        ),
      );
    },
  };
}

/** A button a format. */
export const saveButtons = (
  formats: readonly Format[],
  words: SavingWords,
  save: (format: Format) => void,
): TemplateResult => html`<span class="formats"
    ><span aria-hidden="true">${words.save}</span>${formats.map(
      (format) =>
        html`<button class="link" aria-label=${filled(words.saveAs, NAMES[format])} @click=${() => save(format)}>${NAMES[format]}</button>`,
    )}</span
  >`;
