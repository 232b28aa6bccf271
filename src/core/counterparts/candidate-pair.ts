/** Claims of two articles that may be counterparts, by their places in the articles' lists of claims. */
export type CandidatePair = readonly [own: number, other: number];
