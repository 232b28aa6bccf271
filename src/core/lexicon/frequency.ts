import { FREQUENCY_BANDS } from './frequencies.generated.ts';

const weights = new Map<string, number>();
for (const [band, stems] of FREQUENCY_BANDS.entries()) {
  for (const stem of stems.split(' ')) weights.set(stem, Math.max(0.05, (band - 2) / 12));
}

/**
 * How much a stem says, 0.05..1: its inverse frequency in English news on a logarithmic scale. Stems that are
 * not among the commonest 7,000 weigh 1. Fixed, so that the score of two claims hangs on their articles alone.
 */
export const weightOfStem = (stem: string): number => weights.get(stem) ?? 1;
