/**
 * The parts of the pipeline that can be left out, to measure what each is worth, in the order in which they
 * run. Nobody but a benchmark leaves any out.
 */
export const COMPONENTS = [
  // Names: `names/entity.ts`, `names/coreference.ts`.
  'tagger',
  'gazetteer',
  'document-vote',
  'coreference',
  // Which words are quoted: `quotations/quotation.ts`.
  'block',
  'title',
  // Who says them, the surest rule first: `attribution/read.ts`, `attribution/rules.ts`.
  'label',
  'behind',
  'seeming',
  'labelled',
  'before',
  'according-to',
  'trailing',
  'noun',
  'opening',
  'continuation',
  'carry-over',
  'subject',
  'heading',
  // Whom these words stand for: `attribution/resolve.ts`.
  'apposition',
  'pronoun',
  'role',
  'document',
  // Which quoted words are no speech: `attribution/speech.ts`.
  'speech',
] as const;

export type Component = (typeof COMPONENTS)[number];

export type Without = ReadonlySet<Component>;

/** Everything runs. */
export const COMPLETE: Without = new Set();
