import { FREQUENCY_BANDS } from './frequencies.generated.ts';

/** Stems that are not among the commonest 40,000. */
const RAREST = 1.4;

const rarities = new Map<string, number>();
for (const [band, stems] of FREQUENCY_BANDS.entries()) {
  for (const stem of stems.split(' ')) rarities.set(stem, Math.max(0.05, (band - 2) / 12));
}

/**
 * How rare a stem is, 0.05..1.4: its inverse frequency in English news on a logarithmic scale. Fixed, so that
 * the score of two claims hangs on their articles alone.
 */
export const rarityOfStem = (stem: string): number => rarities.get(stem) ?? RAREST;

/** Whether a stem is among the commonest 40,000 of English news. */
export const isCommonStem = (stem: string): boolean => rarities.has(stem);

/** How much a stem says in a sentence, 0.05..1: beyond the commonest 6,100 or so, one says as much as the other. */
export const weightOfStem = (stem: string): number => Math.min(1, rarityOfStem(stem));
