import type { ClaimRef } from '../core/counterparts/link.ts';
import type { FindingKind } from '../core/sidecar/annotation.ts';
import { FINDINGS } from '../core/sidecar/parse.ts';

/**
 * What links in cards and lenses pass to our commands: ids as JSON, never text or locations. The handlers
 * look everything else up, so that a card that has grown old can't point at the wrong words.
 */
export interface LinkArgs {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
}

/** What a card found, by the mention's id. */
export interface FindingRef {
  readonly path: string;
  readonly mention: string;
  readonly kind: FindingKind;
}

/**
 * A link to a command, in Markdown. VS Code decodes a link's arguments more than once, so a `%` (paths with blanks
 * have some) is written in a way that only JSON reads, and no parenthesis is left to end the link early.
 */
export function commandLink(label: string, command: string, args: unknown): string {
  const json = JSON.stringify([args]).replaceAll('%', '\\u0025');
  const query = encodeURIComponent(json).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));
  return `[${label}](command:${command}?${query})`;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export const isClaimRef = (value: unknown): value is ClaimRef =>
  isRecord(value) && typeof value.path === 'string' && typeof value.claim === 'string';

/** What names an article, as rows of lists do, whatever else it tells. */
export const isPathRef = (value: unknown): value is { readonly path: string } =>
  isRecord(value) && typeof value.path === 'string';

/** A paragraph by its line, 0-based. */
export const isLineRef = (value: unknown): value is { readonly path: string; readonly line: number } =>
  isRecord(value) && typeof value.path === 'string' && typeof value.line === 'number';

export const isLinkArgs = (value: unknown): value is LinkArgs =>
  isRecord(value) && isClaimRef(value.from) && isClaimRef(value.to);

export const isFindingRef = (value: unknown): value is FindingRef =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  typeof value.mention === 'string' &&
  FINDINGS.some((kind) => kind === value.kind);
