import { describe, expect, it } from 'vitest';
import {
  BUCKETS,
  clusterOf,
  entryOf,
  FINE,
  packClusters,
  readClusters,
} from '../../src/core/lexicon/clusters.ts';
import { hashOf } from '../../src/core/lexicon/hash.ts';
import { addVectorOf, DIMENSIONS, PARTS, vectorOf, vectorTable } from '../../src/core/lexicon/vectors.ts';
import { principalDirections, project } from '../../src/train/components.ts';
import { dealOut, quantize } from '../../src/train/quantize.ts';
import { random } from '../../src/train/random.ts';

describe('principalDirections', () => {
  it('finds the directions in which the rows reach farthest', () => {
    const next = random(5);
    const [c, s] = [Math.cos(0.6), Math.sin(0.6)];
    const points = Array.from({ length: 400 }, () => [(next() - 0.5) * 10, (next() - 0.5) * 2]);
    const data = Float32Array.from(points.flatMap(([x = 0, y = 0]) => [c * x - s * y, s * x + c * y]));
    const rows = { data, dimensions: 2 };
    const [first] = principalDirections(rows, 400, 1);
    expect(Math.abs((first?.[0] ?? 0) * c + (first?.[1] ?? 0) * s)).toBeGreaterThan(0.999);
    const lengths = project(rows, first === undefined ? [] : [first]);
    expect(Math.abs(lengths.data[0] ?? 0)).toBeCloseTo(Math.abs(points[0]?.[0] ?? 0), 0);
  });
});

describe('quantize', () => {
  it('gives each row the nearest of its centres', () => {
    const rows = { data: Float32Array.of(0, 9, 0.2, 9, 5, 9, 5.2, 9), dimensions: 2 };
    const { centres, nearest } = quantize(rows, 0, 1, 4, 2);
    expect([...nearest]).toEqual([0, 0, 1, 1]);
    expect(centres[0]).toBeCloseTo(0.1);
    expect(centres[1]).toBeCloseTo(5.1);
  });

  it('deals directions so that parts are alike', () => {
    expect(dealOut([8, 4, 2, 1], 2)).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });
});

describe('the vectors that ship', () => {
  const vector = (word: string): number[] => {
    const sum = new Float32Array(DIMENSIONS);
    addVectorOf(vectorTable(), entryOf(hashOf(word)), sum, 0);
    return [...sum];
  };
  const cosine = (a: string, b: string): number => {
    const dot = (x: number[], y: number[]): number => x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
    const [x, y] = [vector(a), vector(b)];
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  };

  it.each([
    ['france', 'germany', 'guitar'],
    ['minister', 'president', 'banana'],
    ['said', 'told', 'yellow'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.2);
  });

  it('have none for a word that is not known', () => {
    const unknown = entryOf(hashOf('qqxzvwkj'));
    expect(vectorOf(vectorTable(), -1)).toBe(-1);
    expect(clusterOf(-1)).toBe(0);
    expect(unknown < 0 || clusterOf(unknown) > 0).toBe(true);
  });

  it('number the vectors from 0 up without gaps', () => {
    const table = vectorTable();
    const entries = table.known.length * 32;
    let expected = 0;
    for (let entry = 0; entry < entries; entry++) {
      const row = vectorOf(table, entry);
      if (row >= 0 && row !== expected++) throw new Error(`entry ${entry} has vector ${row}`);
    }
    expect(expected * PARTS).toBe(table.choices.length);
  });
});

describe('packClusters', () => {
  const words = Array.from({ length: 3000 }, (_, i) => ({ hash: hashOf(`word${i}`), fine: (i * 7) % FINE }));
  const groups = Uint8Array.from({ length: FINE }, (_, i) => i & 63);
  const { bytes, entries } = packClusters(words, groups, groups.slice().reverse());
  const read = readClusters(bytes);

  it('keeps the words in order of their buckets, with their clusters', () => {
    expect(entries.length).toBeGreaterThan(2990);
    expect(read.begin[BUCKETS]).toBe(entries.length);
    expect([...read.fine]).toEqual(entries.map(({ fine }) => fine));
    expect([...read.middle]).toEqual([...groups]);
    expect([...read.coarse]).toEqual([...groups].reverse());
  });

  it('keeps the first of two words that can not be told apart', () => {
    const twice = packClusters(
      [
        { hash: 5, fine: 1 },
        { hash: 5, fine: 2 },
      ],
      groups,
      groups,
    );
    expect(twice.entries).toEqual([{ hash: 5, fine: 1 }]);
  });
});
