/**
 * What the page says, in the reader's language; `{0}` stands for what is filled in. The extension translates: the page
 * has no access to `vscode.l10n`.
 */
export interface Words {
  readonly page: {
    /** Of the row of tabs, to screen readers. */
    readonly views: string;
    readonly claims: string;
    readonly noStory: string;
    readonly reading: string;
  };
}

/** A text with its `{0}`, `{1}` … filled in. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (all, place: string) => String(values[Number(place)] ?? all));
