import { DIRECTIONS } from '../lexicon/directions.ts';
import { stemOf } from '../text/stem.ts';

/** Stems of verbs and nouns of change. */
export const CHANGES: ReadonlySet<string> = new Set([...DIRECTIONS.keys()].map(stemOf));
