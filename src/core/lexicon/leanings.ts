export const UNKNOWN_LEANING = 256;
const BITS = { person: 0, organization: 2, place: 4, none: 6 } as const;

/** How far a word leans to a kind of name, or to none: 0 to 3. */
export const leanTo = (leaning: number, kind: keyof typeof BITS): number => (leaning >> BITS[kind]) & 3;
