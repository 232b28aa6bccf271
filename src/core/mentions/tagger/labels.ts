/** The classes of names that the tagger tells apart, as in CoNLL-2003. */
export const CLASSES = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type NameClass = (typeof CLASSES)[number];

/**
 * Labels: 0 is outside; then for each class, in the order of `CLASSES`, a name's first token, a token inside it,
 * its last, and a name of one token.
 */
export const OUTSIDE = 0;
export const LABELS = 1 + CLASSES.length * 4;
export const FIRST = 0;
export const INSIDE = 1;
export const LAST = 2;
export const SINGLE = 3;

export const labelOf = (nameClass: number, part: number): number => 1 + nameClass * 4 + part;
export const classOf = (label: number): number => (label - 1) >> 2;
export const partOf = (label: number): number => (label - 1) & 3;

const opens = (label: number): boolean =>
  label !== OUTSIDE && (partOf(label) === FIRST || partOf(label) === INSIDE);
const continues = (label: number): boolean =>
  label !== OUTSIDE && (partOf(label) === INSIDE || partOf(label) === LAST);

/** Whether `next` may follow `label`: a name that has begun goes on to its last token. */
export const mayFollow = (label: number, next: number): boolean =>
  opens(label) ? continues(next) && classOf(label) === classOf(next) : !continues(next);

export const mayBegin = (label: number): boolean => !continues(label);
export const mayEnd = (label: number): boolean => !opens(label);
