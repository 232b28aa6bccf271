/** Weight of words that makes a claim as good as unmistakable: some four rare words. */
export const FULL_WEIGHT = 3;

/** What a denial of the other claim is worth at least, in articles of one story. */
export const A_DENIAL = 0.56;

/** What two articles being of one story speaks for their claims, from where that is no longer in doubt. */
export const ONE_EVENT = 0.1;
