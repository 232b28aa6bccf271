import { describe, expect, it } from 'vitest';
import { eachCandidate, runsOf } from '../../src/core/mentions/tagger/candidates.ts';
import { featureTable } from '../../src/core/mentions/tagger/feature-scores.ts';
import { extract, features } from '../../src/core/mentions/tagger/features.ts';
import { addFeatureScores, keptScores } from '../../src/core/mentions/tagger/group-scores.ts';
import { LABELS } from '../../src/core/mentions/tagger/labels.ts';
import { prepare } from '../../src/core/mentions/tagger/text.ts';
import { look, view } from '../../src/core/mentions/tagger/view.ts';
import { wordTable } from '../../src/core/mentions/tagger/words.ts';

const TEXT =
  'In Port Varn the minister Mara Quill met O’Dell of Halden Freight (HF). Ms. Quill, of Port Varn, left HF in May.';

/** Levels that the table keeps as they are: squares of sevenths. */
const levelOf = (hash: number, label: number): number => {
  const level = (Math.abs(hash ^ (label * 0x9e3779b1)) % 15) - 7;
  return (Math.sign(level) * level * level) / 49;
};

describe('addFeatureScores', () => {
  it('adds what each feature of a place has by itself, also when it is kept from another place', () => {
    const table = wordTable();
    const text = prepare(
      TEXT,
      [
        { start: 0, end: 71 },
        { start: 72, end: TEXT.length },
      ],
      table,
    );
    const [seen, out] = [view(), features()];
    const hashes = new Set<number>();
    eachCandidate(text, runsOf(text), (place) => {
      look(text, table, place, seen);
      extract(seen, table, out);
      for (const hash of out.hashes.subarray(0, out.count)) hashes.add(hash);
    });
    // Every other feature has weights.
    const known = [...hashes].sort((a, b) => a - b).filter((_, i) => i % 2 === 0);
    const weights = featureTable(
      Int32Array.from(known),
      Float32Array.from(known.flatMap((hash) => Array.from({ length: LABELS }, (_, l) => levelOf(hash, l)))),
    );
    const kept = keptScores();
    let visited = 0;
    for (let round = 0; round < 2; round++)
      eachCandidate(text, runsOf(text), (place) => {
        look(text, table, place, seen);
        const scores = new Float32Array(LABELS);
        addFeatureScores(weights, kept, table, seen, out, scores, 0);
        extract(seen, table, out);
        const own = [...out.hashes.subarray(0, out.count)].filter((hash) => known.includes(hash));
        scores.forEach((score, l) => {
          expect(score).toBeCloseTo(
            own.reduce((sum, hash) => sum + levelOf(hash, l), 0),
            3,
          );
        });
        visited++;
      });
    expect(visited).toBeGreaterThan(20);
  });
});
