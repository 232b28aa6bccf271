import type { ClaimKind } from '../core/claims/claim.ts';
import type { Relation } from '../core/counterparts/link.ts';
import type { MatrixWords } from '../core/desk/matrix-export.ts';

/**
 * What the page says, in the reader's language; `{0}` stands for what is filled in. The extension translates: the page
 * has no access to `vscode.l10n`.
 */
export interface Words {
  readonly page: {
    /** Until the story's is known. */
    readonly title: string;
    /** Of the row of tabs, to screen readers. */
    readonly views: string;
    readonly claims: string;
    readonly noStory: string;
    readonly reading: string;
  };
  readonly claims: ClaimsWords;
}

/** Of the table of claims. */
export interface ClaimsWords extends MatrixWords {
  readonly table: string;
  readonly kindsOf: Readonly<Record<ClaimKind, string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  /** What differs, by the word that a link has for it. */
  readonly differences: Readonly<Record<string, string>>;
  /** “12 of 141 claims” */
  readonly count: string;
  readonly nothing: string;
  readonly search: string;
  readonly filters: string;
  readonly allKinds: string;
  readonly standing: string;
  readonly allClaims: string;
  readonly differing: string;
  readonly onlyHere: string;
  readonly shared: string;
  readonly allSpeakers: string;
  readonly name: string;
  readonly allNames: string;
  readonly order: string;
  readonly byDisagreement: string;
  readonly byPublication: string;
  readonly asIn: string;
  readonly save: string;
  readonly saveAs: string;
  readonly cut: string;
  readonly version: string;
  readonly copy: string;
  readonly notWhole: string;
  readonly passage: string;
  readonly open: string;
  readonly openBoth: string;
  readonly against: string;
  readonly confirmedBy: string;
  readonly more: string;
  /** What is said of a cell without a claim. */
  readonly isAbsent: string;
  readonly isUnknown: string;
  readonly keys: string;
}

/** A text with its `{0}`, `{1}` … filled in. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (all, place: string) => String(values[Number(place)] ?? all));
