import type { Analysis } from '../core/claims/analysis.ts';
import type { ClaimRef } from '../core/counterparts/link.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { textOf } from '../core/text/span.ts';

/** A claim's words and where they begin; line and column count from 1. */
export interface ClaimPlace {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Null for a claim that is not there. */
type PlaceOf = (ref: ClaimRef) => ClaimPlace | null;

/** Reads each article's lines and claims once, for any number of links. */
export function claimPlaces(analysisOf: (path: string) => Analysis | undefined): PlaceOf {
  const known = new Map<string, PlaceOf>();
  const placesIn = (path: string): PlaceOf => {
    const analysis = analysisOf(path);
    if (analysis === undefined) return () => null;
    const { text } = analysis.article;
    const starts = lineStarts(text);
    const claims = new Map(analysis.claims.map((claim) => [claim.id, claim]));
    return ({ claim }) => {
      const found = claims.get(claim);
      if (found === undefined) return null;
      const line = lineAt(starts, found.start);
      return { text: textOf(text, found), line: line + 1, column: found.start - (starts[line] ?? 0) + 1 };
    };
  };
  return (ref) => {
    const place = known.get(ref.path) ?? placesIn(ref.path);
    known.set(ref.path, place);
    return place(ref);
  };
}
