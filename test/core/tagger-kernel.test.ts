import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/lib/kernel.mjs';
import { bytesOf } from '../../src/core/lexicon/base64.ts';
import { eachCandidate, runsOf } from '../../src/core/mentions/tagger/candidates.ts';
import { extract, features } from '../../src/core/mentions/tagger/features.ts';
import { LABELS } from '../../src/core/mentions/tagger/labels.ts';
import { modelOf, OUTPUT_WEIGHTS, ROW_WEIGHTS, WORD_WEIGHTS } from '../../src/core/mentions/tagger/model.ts';
import { scorer } from '../../src/core/mentions/tagger/score.ts';
import { KERNEL } from '../../src/core/mentions/tagger/tagger-kernel.generated.ts';
import { prepare } from '../../src/core/mentions/tagger/text.ts';
import { look, view } from '../../src/core/mentions/tagger/view.ts';
import { wordTable } from '../../src/core/mentions/tagger/words.ts';

const TEXT =
  'In Port Varn the minister Mara Quill met O’Dell of Halden Freight (HF). Ms. Quill, of Port Varn, left HF in May.';
const SENTENCES = [
  { start: 0, end: 71 },
  { start: 72, end: TEXT.length },
];

/** Levels that the table keeps as they are: squares of sevenths. */
const levelOf = (hash: number, label: number): number => {
  const level = (Math.abs(hash ^ (label * 0x9e3779b1)) % 15) - 7;
  return (Math.sign(level) * level * level) / 49;
};

const NONE = {
  words: new Float32Array(WORD_WEIGHTS),
  rows: new Float32Array(ROW_WEIGHTS),
  output: new Float32Array(OUTPUT_WEIGHTS),
};

describe('scorer', () => {
  const table = wordTable();
  const text = prepare(TEXT, SENTENCES, table);
  const transitions = new Float32Array(LABELS * LABELS);
  const [seen, out] = [view(), features()];

  it('adds what each feature of a place has by itself', () => {
    const hashes = new Set<number>();
    eachCandidate(text, runsOf(text), (place) => {
      look(text, table, place, seen);
      extract(seen, table, out);
      for (const hash of out.hashes.subarray(0, out.count)) hashes.add(hash);
    });
    // Every other feature has weights.
    const known = [...hashes].sort((a, b) => a - b).filter((_, i) => i % 2 === 0);
    const levels = known.flatMap((hash) => Array.from({ length: LABELS }, (_, l) => levelOf(hash, l)));
    const model = modelOf(Int32Array.from(known), Float32Array.from(levels), transitions, NONE);
    const score = scorer(text, table, model);
    let visited = 0;
    eachCandidate(text, runsOf(text), (place) => {
      const scores = new Float32Array(LABELS);
      score(place, scores, 0);
      look(text, table, place, seen);
      extract(seen, table, out);
      const own = [...out.hashes.subarray(0, out.count)].filter((hash) => known.includes(hash));
      scores.forEach((sum, l) => {
        expect(sum).toBeCloseTo(
          own.reduce((all, hash) => all + levelOf(hash, l), 0),
          3,
        );
      });
      visited++;
    });
    expect(visited).toBeGreaterThan(15);
  });
});

describe('the kernel', () => {
  it('is what its source compiles to', () => {
    expect(Buffer.from(bytesOf(KERNEL))).toEqual(compileKernel());
  });
});
