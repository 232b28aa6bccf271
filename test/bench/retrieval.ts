// Measured and printed by retrieval.bench.mjs: finding planted counterparts, and what it takes.
import MiniSearch from 'minisearch';
import type { Analysis } from '../../src/core/claims/analysis.ts';
import { analyze } from '../../src/core/claims/analyze.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { isSure } from '../../src/core/counterparts/link.ts';
import { contains, indexAt, type Span, textOf } from '../../src/core/text/span.ts';
import { type Archive, generateArchive, type Planted, type PlantedEnd } from './generate.ts';

interface Unit extends Span {
  readonly path: string;
  /** What the claim says; of a figure the sentence around it, for a number alone says nothing. */
  readonly text: string;
}

/** Two claims, by their places in the list, with a score. */
type Pair = readonly [a: number, b: number, score: number];

interface Found {
  readonly pairs: readonly Pair[];
  readonly seconds: number;
}

/** Partners that a search keeps of each claim. */
const KEPT = 10;

export function measureRetrieval(count: number): void {
  const archive = generateArchive(count);
  const analyses = new Map(archive.articles.map(({ text }) => [text, analyze(text)]));
  const { units, numbers } = unitsOf(archive, analyses);
  console.log(
    `${count} articles, ${units.length} claims, ${archive.planted.length} planted pairs of claims; the analysis of the articles is not counted`,
  );
  const own = timed(() => counterparts(archive, analyses, numbers));
  const rows = [
    ['counterparts', own],
    ['minisearch', timed(() => searched(units))],
    ['TF-IDF, all pairs', timed(() => compared(units))],
  ] as const;
  for (const [name, found] of rows) {
    const { ap, best } = quality(found.pairs, units, archive.planted);
    console.log(
      `  ${name.padEnd(18)} ${found.seconds.toFixed(1).padStart(6)} s of processor time (${(found.seconds / own.seconds).toFixed(1)} times ours); ` +
        `average precision ${ap.toFixed(3)}; best F1 ${best.f1.toFixed(3)} at precision ${best.precision.toFixed(3)}, ` +
        `recall ${best.recall.toFixed(3)}; ${found.pairs.length} pairs`,
    );
  }
}

/** Processor time: a busy machine does not tell against whoever runs on it. */
function timed(work: () => readonly Pair[]): Found {
  const before = process.cpuUsage();
  const pairs = work();
  const { user, system } = process.cpuUsage(before);
  return { pairs, seconds: (user + system) / 1e6 };
}

function unitsOf({ articles }: Archive, analyses: ReadonlyMap<string, Analysis>) {
  const units: Unit[] = [];
  const numbers = new Map<string, number>();
  for (const { path, text } of articles) {
    const analysis = analyses.get(text);
    for (const { id, start, end, kind } of analysis?.claims ?? []) {
      const span = { start, end };
      numbers.set(`${path} ${id}`, units.length);
      const said = kind === 'figure' && analysis !== undefined ? sentenceAround(analysis, span) : span;
      units.push({ path, start, end, text: textOf(text, said) });
    }
  }
  return { units, numbers };
}

function sentenceAround({ article: { blocks } }: Analysis, span: Span): Span {
  const { sentences = [] } = blocks[indexAt(blocks, span.start)] ?? {};
  return sentences.find((sentence) => contains(sentence, span)) ?? span;
}

function counterparts(
  { articles }: Archive,
  analyses: ReadonlyMap<string, Analysis>,
  numbers: ReadonlyMap<string, number>,
): Pair[] {
  const project = createProject({ analyze: (text) => analyses.get(text) ?? analyze(text) });
  for (const article of articles) project.set(article);
  // Possible links stand behind all others, as they are shown.
  return project
    .links()
    .map(
      (link): Pair => [
        numbers.get(`${link.from.path} ${link.from.claim}`) ?? 0,
        numbers.get(`${link.to.path} ${link.to.claim}`) ?? 0,
        link.score + (isSure(link) ? 1 : 0),
      ],
    );
}

/** Each claim's text is searched for among all others, as minisearch does when nothing is set. */
function searched(units: readonly Unit[]): Pair[] {
  const search = new MiniSearch<Unit & { readonly id: number }>({ fields: ['text'] });
  search.addAll(units.map((unit, id) => ({ ...unit, id })));
  const scores = new Map<number, number>();
  for (const [i, { path, text }] of units.entries()) {
    const hits = search.search(text);
    // What a text scores against itself is the most that it can: scores of two texts compare as parts of it.
    const most = hits.find(({ id }) => id === i)?.score ?? 1;
    for (const { id, score } of hits.filter((hit) => units[hit.id]?.path !== path).slice(0, KEPT)) {
      const key = Math.min(i, id) * units.length + Math.max(i, id);
      scores.set(key, Math.max(scores.get(key) ?? 0, score / most));
    }
  }
  return pairsOf(scores, units.length);
}

/** Cosine of TF-IDF between any two claims of different articles that share a word. */
function compared(units: readonly Unit[]): Pair[] {
  const bags = units.map(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const spread = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const vectors = bags.map((bag) => {
    const weights = new Map<string, number>();
    const idf = (word: string): number => Math.log(units.length / (spread.get(word) ?? 1));
    for (const word of bag) weights.set(word, (weights.get(word) ?? 0) + idf(word));
    const length = Math.hypot(...weights.values()) || 1;
    return [...weights].map(([word, weight]) => [word, weight / length] as const);
  });
  const postings = new Map<string, [number, number][]>();
  const scores = new Map<number, number>();
  const sums = new Float64Array(units.length);
  for (const [i, vector] of vectors.entries()) {
    const touched: number[] = [];
    for (const [word, weight] of vector) {
      for (const [j, other] of postings.get(word) ?? []) {
        if (sums[j] === 0) touched.push(j);
        sums[j] = (sums[j] ?? 0) + weight * other;
      }
    }
    for (const j of touched) {
      const sum = sums[j] ?? 0;
      sums[j] = 0;
      if (sum >= LEAST_COSINE && units[j]?.path !== units[i]?.path) scores.set(j * units.length + i, sum);
    }
    for (const [word, weight] of vector) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [[i, weight]]);
      else list.push([i, weight]);
    }
  }
  return pairsOf(scores, units.length);
}

/** Pairs that are less alike are not ranked: they are nearly all. */
const LEAST_COSINE = 0.1;

const pairsOf = (scores: ReadonlyMap<number, number>, count: number): Pair[] =>
  [...scores].map(([key, score]) => [Math.floor(key / count), key % count, score]);

const touch = (a: Unit, b: PlantedEnd): boolean => a.path === b.path && a.start < b.end && b.start < a.end;

/** A planted pair is found once, by the best pair of claims that lie on its ends; further ones are neither right nor wrong. */
function quality(pairs: readonly Pair[], units: readonly Unit[], planted: readonly Planted[]) {
  const byArticles = new Map<string, Planted[]>();
  const keyOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  for (const one of planted) {
    const key = keyOf(one.ends[0].path, one.ends[1].path);
    byArticles.set(key, [...(byArticles.get(key) ?? []), one]);
  }
  const found = new Set<Planted>();
  let wrong = 0;
  let ap = 0;
  let best = { f1: 0, precision: 0, recall: 0 };
  for (const [i, j] of [...pairs].sort((p, q) => q[2] - p[2])) {
    const [a, b] = [units[i], units[j]];
    if (a === undefined || b === undefined) continue;
    const hits = (byArticles.get(keyOf(a.path, b.path)) ?? []).filter(
      ({ ends: [p, q] }) => (touch(a, p) && touch(b, q)) || (touch(a, q) && touch(b, p)),
    );
    const fresh = hits.filter((hit) => !found.has(hit));
    if (hits.length === 0) wrong++;
    for (const hit of fresh) {
      found.add(hit);
      ap += found.size / (found.size + wrong) / planted.length;
    }
    const [precision, recall] = [found.size / Math.max(1, found.size + wrong), found.size / planted.length];
    const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
    if (f1 > best.f1) best = { f1, precision, recall };
  }
  return { ap, best };
}
