import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../src/core/mentions/tagger/labels.ts';
import type { TrainedModel } from '../../src/core/mentions/tagger/model.ts';
import { packModel, unpackModel } from '../../src/core/mentions/tagger/packing.ts';
import { tagNames } from '../../src/core/mentions/tagger/tagger.ts';
import { wordTable } from '../../src/core/mentions/tagger/words.ts';
import type { GoldDocument, GoldName } from '../../src/train/conll.ts';
import { type Settings, train } from '../../src/train/crf.ts';
import { byTagger, evaluate, scoreLine } from '../../src/train/evaluate.ts';
import { samplesOf } from '../../src/train/samples.ts';
import { withTitles } from '../../src/train/titles.ts';

/** A document of marked text, a sentence a line: "[Ann Lee|PER] left". */
function document(marked: string): GoldDocument {
  let text = '';
  const names: GoldName[] = [];
  for (const [piece, name, tag] of marked.matchAll(/\[([^|]*)\|(\w+)\]|[^[]+/g)) {
    if (name !== undefined)
      names.push({
        start: text.length,
        end: text.length + name.length,
        nameClass: (CLASSES as readonly string[]).indexOf(tag ?? ''),
      });
    text += name ?? piece;
  }
  let start = 0;
  const sentences = text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
  return { source: 'own', text: `${text}\n`, sentences, names };
}

const CORPUS = [
  '[Mara Quill|PER] met [Tobin Ashe|PER] in [Port Varn|LOC].\n[Quill|PER] works for [Halden Freight|ORG].',
  'Shares of [Osterby Group|ORG] fell in [Varnholm|LOC], said [Lena Droste|PER].',
  'The [Halden Freight|ORG] office in [Osterby|LOC] shut, and [Tobin Ashe|PER] left.',
  'Critics praised [Lena Droste|PER] at the [Varn Prize|MISC] in [Port Varn|LOC].',
].map(document);

const SETTINGS: Settings = {
  epochs: 20,
  seed: 3,
  rate: 0.1,
  least: 1,
  dropout: 0.2,
  decay: 0,
  rows: 5000,
  net: { wordRate: 0.002, rate: 0.05, hiddenDropout: 0.2, wordDropout: 0.1, rowDropout: 0.1, decay: 0 },
};

const silent = (): void => undefined;
const trainedWith = (settings: Partial<Settings> = {}): TrainedModel =>
  train(samplesOf(CORPUS, wordTable()), { ...SETTINGS, ...settings }, silent);

const tagged = (text: string, model: TrainedModel): string =>
  tagNames(text, [{ start: 0, end: text.length }], model, wordTable(), { vote: 0 })
    .names.map((name) => `${text.slice(name.start, name.end)}|${name.nameClass}`)
    .join(', ');

describe('samplesOf', () => {
  const samples = samplesOf(CORPUS, wordTable());
  const tokens = samples.labels.length;

  it('has features, vectors and rows for every token', () => {
    expect(samples.runs.at(-1)).toBe(tokens);
    expect(samples.begin.length).toBe(tokens + 1);
    expect(samples.begin.at(-1)).toBe(samples.hashes.length);
    expect(samples.rowBegin.length).toBe(tokens + 1);
    expect(samples.rowBegin.at(-1)).toBe(samples.rows.length);
    expect(samples.vectors.length).toBe(tokens * 9);
    expect(samples.topicRows.length).toBe(tokens * 2);
  });

  it('labels names that are candidates as a whole, and only those', () => {
    const labelled = (marked: string): number[] => [...samplesOf([document(marked)], wordTable()).labels];
    expect(labelled('saw [Mara Quill|PER] today')).toEqual([1, 3]);
    expect(labelled('saw [Mara|PER] today')).toEqual([4]);
    expect(labelled('in [Port Varn Bay|LOC]')).toEqual([9, 10, 11]);
    expect(labelled('saw [Mara who was seldom seen|PER] today')).toEqual([0]);
  });
});

describe('foreign sources', () => {
  const foreign = samplesOf(CORPUS, wordTable(), new Map(), ['own']);

  it('have features of their own, which are not kept', () => {
    const plain = samplesOf(CORPUS, wordTable());
    expect(foreign.ofForeign.size).toBeGreaterThan(50);
    expect(foreign.hashes.length).toBeGreaterThan(plain.hashes.length);
    expect([...plain.hashes].some((hash) => foreign.ofForeign.has(hash))).toBe(false);
    const model = train(foreign, { ...SETTINGS, epochs: 3 }, silent);
    expect([...model.hashes].some((hash) => foreign.ofForeign.has(hash))).toBe(false);
  });
});

describe('withTitles', () => {
  it('repeats some sentences in Title Case or capitals, with their names where they stand', () => {
    const many = document(
      Array.from({ length: 60 }, () => '[Mara Quill|PER] left the old harbour').join('\n'),
    );
    const [titled] = withTitles([many], 1);
    const added = titled?.sentences.slice(60) ?? [];
    const texts = added.map(({ start, end }) => titled?.text.slice(start, end));
    expect(new Set(texts)).toEqual(
      new Set(['Mara Quill Left the Old Harbour', 'MARA QUILL LEFT THE OLD HARBOUR']),
    );
    const names = titled?.names
      .slice(60)
      .map(({ start, end }) => titled.text.slice(start, end).toLowerCase());
    expect(names).toEqual(added.map(() => 'mara quill'));
  });
});

describe('train', () => {
  const losses: number[] = [];
  const trained = train(samplesOf(CORPUS, wordTable()), SETTINGS, (line) => {
    const loss = /loss ([\d.]+)/.exec(line)?.[1];
    if (loss !== undefined) losses.push(Number(loss));
  });

  it('learns its own corpus', () => {
    const scores = evaluate(CORPUS, byTagger(trained, wordTable(), { vote: 0 }));
    expect(scoreLine(scores)).toMatch(/^all 1\.000 {2}PER\+ORG\+LOC 1\.000/);
  });

  it('makes the loss less', () => {
    expect(losses).toHaveLength(20);
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 4);
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const bytesOf = (seed: number): Uint8Array => packModel(trainedWith({ seed, epochs: 3 }));
    expect(Buffer.compare(bytesOf(3), bytesOf(3))).toBe(0);
    expect(Buffer.compare(bytesOf(3), bytesOf(4))).not.toBe(0);
  });

  it('leaves out features that are met too seldom', () => {
    expect(trainedWith({ least: 3, epochs: 1 }).hashes.length).toBeLessThan(trained.hashes.length / 2);
  });

  it('keeps so many features, and learns its corpus with them', () => {
    const fewer = trainedWith({ rows: 60 });
    expect(fewer.hashes.length).toBe(60);
    expect(tagged(CORPUS[1]?.text.trim() ?? '', fewer)).toBe(
      'Osterby Group|ORG, Varnholm|LOC, Lena Droste|PER',
    );
  });

  it('tags a sentence that it has not seen', () => {
    expect(tagged('Later Lena Droste left Port Varn.', trained)).toBe('Lena Droste|PER, Port Varn|LOC');
  });

  it('is read back from its bytes with weights that hardly differ', () => {
    const read = unpackModel(packModel(trained));
    expect(read.transitions).toEqual(trained.transitions);
    expect(read.net.output).toEqual(trained.net.output);
    const most = trained.weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    trained.hashes.forEach((hash, row) => {
      const [a, b] = [trained.weights[row * 17 + 1], read.weights[read.hashes.indexOf(hash) * 17 + 1]];
      expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThan(0.41 * most);
    });
  });

  it('throws for bytes of another format', () => {
    expect(() => unpackModel(new Uint8Array(64))).toThrow(/another format/);
  });
});

describe('evaluate', () => {
  it('counts exact spans and classes; MISC is no part of PER+ORG+LOC', () => {
    const gold = [document('[Mara Quill|PER] left [Port Varn|ORG], the [Varn Prize|MISC] is hers')];
    const scores = evaluate(gold, ({ text }) =>
      (
        [
          ['Mara Quill', 'PER'],
          ['Port Varn', 'LOC'],
        ] as const
      ).map(([name, nameClass]) => ({
        start: text.indexOf(name),
        end: text.indexOf(name) + name.length,
        nameClass,
      })),
    );
    expect(scores.get('PER')).toEqual({ right: 1, found: 1, wanted: 1 });
    expect(scores.get('LOC')).toEqual({ right: 0, found: 1, wanted: 0 });
    expect(scores.get('named')).toEqual({ right: 1, found: 2, wanted: 2 });
    expect(scores.get('all')?.wanted).toBe(3);
  });
});
