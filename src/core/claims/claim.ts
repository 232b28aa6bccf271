import type { Span } from '../text/span.ts';

export const CLAIM_KINDS = ['quotation', 'figure', 'statement'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The comparable unit: what one article says that another may say, say otherwise, or leave out. */
export interface Claim extends Span {
  /** Stable while the claim's own text and its place among equal texts stay the same. */
  readonly id: string;
  readonly kind: ClaimKind;
  /** The quotation or figure it was made from; null for statements. */
  readonly mention: string | null;
  /** Name of who says it, also in indirect speech; null where the article itself says it. */
  readonly source: string | null;
  /** Indirect speech. */
  readonly reported: boolean;
}
