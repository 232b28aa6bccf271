/** Claims of two articles that may be counterparts, by their places in the articles' lists of claims. */
export type CandidatePair = readonly [own: number, other: number];

/** More than an article has claims that are compared: two of their places fit into one number. */
export const PLACES = 8192;
