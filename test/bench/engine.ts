// Measured and printed by engine.bench.mjs: text to mentions, beside two libraries.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createProject } from '../../src/core/corpus/project.ts';
import { tokensOf } from '../../src/core/text/segment.ts';
import { mentions, type Work } from './engines.ts';
import { generateArchive, generateText } from './generate.ts';

/** The milliseconds that an engine in a thread of its own takes for some texts. */
export type Engine = (texts: readonly string[]) => Promise<number>;

/** Most of them after what the warming texts lack has been compiled; texts met for the first time have their own line. */
const ROUNDS = 15;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function milliseconds(work: Work, texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
}

/** Passes of every engine over texts of no corpus before any clock runs: none is timed while it is being compiled. */
const WARMING = 4;

/** By name, ours first. */
export type Engines = ReadonlyMap<string, Engine>;

export async function warm(engines: Engines): Promise<void> {
  const texts = generateArchive(60, 2).articles.map(({ text }) => text);
  for (let pass = 0; pass < WARMING; pass++) for (const engine of engines.values()) await engine(texts);
}

/** By engine, its median time for some texts, in milliseconds. */
type Times = ReadonlyMap<string, number>;

/** Every engine in turn, in several rounds, so that all have their share of a busy machine. */
async function compare(engines: Engines, name: string, texts: readonly string[]): Promise<Times> {
  const times = new Map([...engines.keys()].map((engine): [string, number[]] => [engine, []]));
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text, { start: 0, end: text.length }).length, 0);
  // What an engine keeps of texts that it has met helps it in the rounds, not here.
  const first = new Map<string, number>();
  for (const [own, engine] of engines) first.set(own, await engine(texts));
  for (let round = 0; round < ROUNDS; round++)
    for (const [own, engine] of engines) times.get(own)?.push(await engine(texts));
  const medians = new Map([...times].map(([engine, all]) => [engine, median(all)]));
  const rates = [...medians].map(([engine, ms]) => `${engine} ${(tokens / ms).toFixed(0)}k`);
  console.log(`${name}: ${texts.length} texts, ${tokens} tokens; tokens a second: ${rates.join(', ')}`);
  for (const engine of [...engines.keys()].slice(1)) {
    const ratios = (times.get(engine) ?? []).map((ms, i) => ms / (times.get('counterpoint')?.[i] ?? ms));
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    const unmet = (first.get(engine) ?? 0) / (first.get('counterpoint') ?? 1);
    console.log(
      `  counterpoint against ${engine}: ${median(ratios).toFixed(2)} times its speed (${range}); ${unmet.toFixed(2)} on texts met for the first time`,
    );
  }
  return medians;
}

export async function compareOnGenerated(engines: Engines): Promise<void> {
  await compare(
    engines,
    'generated articles',
    generateArchive(60).articles.map(({ text }) => text),
  );
}

/** Articles of a folder of corpora, the development splits of English news; nothing where it is missing. */
export async function compareOnCorpora(
  engines: Engines,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const all = new Map<string, Times>();
  for (const name of names) {
    const docs = join(folder, name, 'docs');
    if (!existsSync(docs)) continue;
    const files = readdirSync(docs).filter((file) => file.endsWith('.txt'));
    const texts = files.map((file) => readFileSync(join(docs, file), 'utf8'));
    all.set(name, await compare(engines, name, texts));
  }
  const sums = new Map<string, number>();
  for (const times of all.values())
    for (const [engine, ms] of times) sums.set(engine, (sums.get(engine) ?? 0) + ms);
  const { counterpoint, ...others } = Object.fromEntries(sums);
  if (counterpoint === undefined) return;
  const ratios = Object.entries(others).map(
    ([engine, ms]) => `${(ms / counterpoint).toFixed(2)} of ${engine}`,
  );
  console.log(`${[...all.keys()].join(' and ')} together: times the speed ${ratios.join(', ')}`);
}

const MEGABYTE = 1_000_000;

/** Time of a text five times as long, in one line and in paragraphs: a ratio of 5 is linear. */
export function growth(): void {
  for (const [shape, between] of [
    ['one line', ' '],
    ['paragraphs', '\n\n'],
  ] as const) {
    const text = generateText(5 * MEGABYTE, between);
    milliseconds(mentions, [text.slice(0, MEGABYTE / 10)]);
    const short = milliseconds(mentions, [text.slice(0, MEGABYTE)]);
    const long = milliseconds(mentions, [text]);
    console.log(
      `5 MB against 1 MB, ${shape}: ${(long / short).toFixed(2)} times the time (${(short / 1000).toFixed(1)} s, ${(long / 1000).toFixed(1)} s)`,
    );
  }
}

/** Figures without end on one line, analysed and compared: a text four times as long. */
export function growthOfFigures(): void {
  const linked: Work = (text) => createProject().set({ path: 'a.txt', text });
  for (const unit of ['1,', '12 of 50% of 1,000 people — and ', '$5 million ', '5% to 6% ', '12 ']) {
    const text = unit.repeat(Math.ceil(MEGABYTE / 20 / unit.length));
    milliseconds(linked, [text.slice(0, MEGABYTE / 200)]);
    const short = milliseconds(linked, [text.slice(0, text.length / 4)]);
    const long = milliseconds(linked, [text]);
    console.log(
      `"${unit}" on and on, 50 KB against 12.5 KB: ${(long / short).toFixed(2)} times the time (${(long / 1000).toFixed(1)} s)`,
    );
  }
}

/** Sentences that articles repeat without end, compared with those of a dozen articles: four times as many of each. */
export function growthOfRepeats(): void {
  const compared = (sentence: string, repeats: number): number => {
    const project = createProject();
    const text = `${sentence}\n\n`.repeat(repeats);
    for (let k = 0; k < 11; k++) project.set({ path: `${k}.txt`, text: `${text}Article ${k}.` });
    return milliseconds((last) => project.set({ path: 'last.txt', text: last }), [text]);
  };
  for (const sentence of [
    '“The bridge will stay closed until spring,” Jane Hollow said.',
    'Jane Hollow said that the bridge would stay closed until spring.',
    'The council spent $5.4 million on the bridge.',
  ]) {
    compared(sentence, 20);
    const [short, long] = [compared(sentence, 75), compared(sentence, 300)];
    console.log(
      `"${sentence}" 300 times in each of a dozen articles against 75 times: ${(long / short).toFixed(2)} times the time of one article (${(long / 1000).toFixed(1)} s)`,
    );
  }
}

/** What weights and word lists hold in memory once an article has been read, and their size packed. */
export function memory(collect: () => void, data: string): void {
  const held = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MEGABYTE;
  };
  const before = held();
  mentions(generateArchive(1).articles[0]?.text ?? '');
  const after = held();
  const files = readdirSync(data).map((file) => readFileSync(join(data, file)));
  const packed = files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / MEGABYTE;
  console.log(
    `weights and word lists: ${(after - before).toFixed(1)} MB in memory, ${packed.toFixed(2)} MB packed`,
  );
}
