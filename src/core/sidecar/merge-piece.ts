/** Keys from the top down: `['annotations', 'a-1', 'note']`. */
export type KeyPath = readonly string[];

/** Merged lines; where the sides contradict each other, the lines of both. */
export type Piece = string | { readonly path: KeyPath; readonly ours: string; readonly theirs: string };
