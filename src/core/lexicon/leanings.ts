import { bytesOf } from './base64.ts';
import { halfOf } from './clusters.ts';
import { LEANINGS } from './leanings.generated.ts';
import { addVectorOf, DIMENSIONS, vectorTable } from './vectors.ts';

/** No name, person, organization, place, other name. */
export const CHOICES = 5;
export const HIDDEN = 40;
const FIRST_WEIGHTS = HIDDEN * (DIMENSIONS + 1);
const LEANING_WEIGHTS = FIRST_WEIGHTS + CHOICES * (HIDDEN + 1);
/** Weights are kept as so many steps from 0 to the greatest. */
const STEPS = 127;

/** A word that is not known. */
export const UNKNOWN_LEANING = 256;

const BITS = { person: 0, organization: 2, place: 4, none: 6 } as const;

/** How far a word leans to a kind of name, or to none: 0 to 3. */
export const leanTo = (leaning: number, kind: keyof typeof BITS): number => (leaning >> BITS[kind]) & 3;

/**
 * Two nets that tell from a word's vector how it leans when it has a capital, each taught with one half of the words
 * of the training data and asked for those of the other, so that those words lean no more surely than others do.
 * Layout: for each net the greatest weight (f32), then its weights, a byte each: those of the hidden layer by unit,
 * the bias last, then those of the choices.
 */
let nets: readonly Float32Array[] | undefined;
let known: Int16Array | undefined;

export function packLeanings(nets: readonly Float32Array[]): Uint8Array {
  const bytes = new Uint8Array(nets.length * (4 + LEANING_WEIGHTS));
  const view = new DataView(bytes.buffer);
  nets.forEach((weights, i) => {
    const at = i * (4 + LEANING_WEIGHTS);
    const greatest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) || 1;
    view.setFloat32(at, greatest, true);
    weights.forEach((w, k) => {
      view.setInt8(at + 4 + k, Math.round((w / greatest) * STEPS));
    });
  });
  return bytes;
}

function unpack(bytes: Uint8Array): Float32Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [0, 4 + LEANING_WEIGHTS].map((at) => {
    const step = view.getFloat32(at, true) / STEPS;
    return Float32Array.from({ length: LEANING_WEIGHTS }, (_, k) => view.getInt8(at + 4 + k) * step);
  });
}

/**
 * How a word leans when it has a capital: two bits each for person, organization, place and no name (from the
 * lowest: 0 is under 0.1, 1 under 0.4, 2 under 0.75). `UNKNOWN_LEANING` for a word that is not known.
 */
export function leaningOf(entry: number): number {
  if (entry < 0) return UNKNOWN_LEANING;
  nets ??= unpack(bytesOf(LEANINGS));
  known ??= new Int16Array(vectorTable().known.length * 32);
  const leaning = known[entry] ?? 0;
  if (leaning > 0) return leaning - 1;
  const vector = new Float32Array(DIMENSIONS);
  addVectorOf(vectorTable(), entry, vector, 0);
  const found = leaningBy(nets[1 - halfOf(entry)] ?? new Float32Array(LEANING_WEIGHTS), vector);
  known[entry] = found + 1;
  return found;
}

function leaningBy(weights: Float32Array, vector: Float32Array): number {
  const scores = new Float64Array(CHOICES);
  for (let c = 0; c < CHOICES; c++) scores[c] = weights[FIRST_WEIGHTS + c * (HIDDEN + 1) + HIDDEN] as number;
  for (let h = 0; h < HIDDEN; h++) {
    const row = h * (DIMENSIONS + 1);
    let sum = weights[row + DIMENSIONS] as number;
    for (let d = 0; d < DIMENSIONS; d++) sum += (weights[row + d] as number) * (vector[d] as number);
    if (sum <= 0) continue;
    for (let c = 0; c < CHOICES; c++)
      scores[c] = (scores[c] as number) + sum * (weights[FIRST_WEIGHTS + c * (HIDDEN + 1) + h] as number);
  }
  const shares = scores.map((score) => Math.exp(Math.min(30, score)));
  const total = shares.reduce((sum, x) => sum + x, 0);
  const level = (choice: number): number => levelOf((shares[choice] ?? 0) / total);
  return (
    (level(1) << BITS.person) |
    (level(2) << BITS.organization) |
    (level(3) << BITS.place) |
    (level(0) << BITS.none)
  );
}

const levelOf = (p: number): number => (p < 0.1 ? 0 : p < 0.4 ? 1 : p < 0.75 ? 2 : 3);
