import { describe, expect, it } from 'vitest';
import { assign, kMeans } from '../../src/train/k-means.ts';

const unit = (angle: number): number[] => [Math.cos(angle), Math.sin(angle)];
const vectors = (angles: readonly number[]) => ({
  data: Float32Array.from(angles.flatMap(unit)),
  dimensions: 2,
  count: angles.length,
});

describe('kMeans', () => {
  const circle = vectors([0, 0.1, 0.2, 2, 2.1, 2.2]);

  it('puts like vectors together, each centre in the midst of its own', () => {
    const centres = kMeans(circle, 6, 2, 5);
    expect([...assign(circle, 0, 6, centres)]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(Math.atan2(centres.data[1] ?? 0, centres.data[0] ?? 0)).toBeCloseTo(0.1, 5);
    expect(Math.atan2(centres.data[3] ?? 0, centres.data[2] ?? 0)).toBeCloseTo(2.1, 5);
  });

  it('gives rows that it has not seen to the nearest centre', () => {
    const centres = kMeans(circle, 4, 2, 5);
    expect([...assign(circle, 4, 6, centres)]).toEqual([1, 1]);
  });

  it('gives the same centres in every run', () => {
    expect(kMeans(circle, 6, 3, 4)).toEqual(kMeans(circle, 6, 3, 4));
  });
});
