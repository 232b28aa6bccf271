import { PLACES } from '../counterparts/candidate-pair.ts';
import type { Relation } from '../counterparts/link.ts';
import type { Found } from '../counterparts/links.ts';

/** Linked claims of two articles: of each link the places of both claims in one number, and what it says in another. */
export type LinkCodes = Int32Array;

const RELATIONS: readonly Relation[] = [
  'verbatim',
  'reworded',
  'paraphrase',
  'agrees',
  'differs',
  'contradicts',
];

/** Links of two articles as a few numbers. */
export interface Coding {
  readonly of: (links: readonly Found[]) => LinkCodes;
  readonly read: (codes: LinkCodes | undefined) => Found[];
  /** What links say that differs, in the order of the numbers that stand for it. */
  readonly differences: readonly string[];
}

/** `differences`: those that codes were written with. */
export function createLinkCodes(differences: readonly string[] = []): Coding {
  const names = [...differences];
  return { of, read, differences: names };

  function of(links: readonly Found[]): LinkCodes {
    const codes = new Int32Array(2 * links.length);
    for (const [k, { pair, relation, score, possible, difference }] of links.entries()) {
      codes[2 * k] = pair[0] * PLACES + pair[1];
      codes[2 * k + 1] =
        (RELATIONS.indexOf(relation) << 11) |
        Math.round(score * 1000) |
        (possible ? POSSIBLE : 0) |
        (numberOf(difference) << 15);
    }
    return codes;
  }

  function read(codes: LinkCodes | undefined): Found[] {
    return Array.from({ length: (codes?.length ?? 0) / 2 }, (_, k) => {
      const [place, said] = [codes?.[2 * k] ?? 0, codes?.[2 * k + 1] ?? 0];
      return {
        pair: [Math.floor(place / PLACES), place % PLACES],
        relation: RELATIONS[(said >>> 11) & 7] ?? 'paraphrase',
        score: (said & 1023) / 1000,
        possible: (said & POSSIBLE) !== 0,
        difference: names[(said >>> 15) - 1] ?? null,
      };
    });
  }

  /** 0 for none. */
  function numberOf(difference: string | null): number {
    if (difference === null) return 0;
    const known = names.indexOf(difference);
    return known < 0 ? names.push(difference) : known + 1;
  }
}

const POSSIBLE = 1 << 10;
