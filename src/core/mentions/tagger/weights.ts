import { bytesOf } from '../../lexicon/base64.ts';
import type { TaggerModel } from './model.ts';
import { unpackModel } from './packing.ts';
import { WEIGHTS } from './tagger-weights.generated.ts';

let model: TaggerModel | undefined;

/** The trained weights that ship with the program, unpacked when first asked for. */
export function trainedModel(): TaggerModel {
  model ??= unpacked();
  return model;
}

/** Without what only training asks for, which is megabytes. */
function unpacked(): TaggerModel {
  const { features, transitions, chances, net } = unpackModel(bytesOf(WEIGHTS));
  return { features, transitions, chances, net };
}
