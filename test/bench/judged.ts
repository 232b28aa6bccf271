// Measured and printed by judged.bench.mjs: links of quotations against the judgements of a person who read both.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../src/core/corpus/project.ts';
import { isSure } from '../../src/core/counterparts/link.ts';

/** The first twelve digits of the SHA-1 of the file's name in the corpus, and where the quotation stands: UTF-16, half open. */
type Place = readonly [file: string, start: number, end: number];

const nameOf = (file: string): string => createHash('sha1').update(file).digest('hex').slice(0, 12);

interface JudgedLink {
  /** The folder of `a`; `b` may stand in another one. */
  readonly corpus: string;
  readonly a: Place;
  readonly b: Place;
  /** Both quote one utterance, or one source says one thing in other words. */
  readonly right: boolean;
  /** Which times links were drawn at random that it was among. */
  readonly samples: readonly number[];
}

type State = 'likely' | 'possible' | 'gone';

const keyOf = ([file, start]: Place, [other, at]: Place): string =>
  file < other ? `${file} ${start} ${other} ${at}` : `${other} ${at} ${file} ${start}`;

export function measureJudged(corpora: string, fixture: string): void {
  const { links } = JSON.parse(readFileSync(fixture, 'utf8')) as { readonly links: readonly JudgedLink[] };
  const tally: Record<'right' | 'wrong', Record<State, number>> = {
    right: { likely: 0, possible: 0, gone: 0 },
    wrong: { likely: 0, possible: 0, gone: 0 },
  };
  const shown = new Map<number, { right: number; all: number }>();
  const states = statesIn(
    [...new Set(links.map(({ corpus }) => join(corpora, corpus)))].filter((folder) => existsSync(folder)),
  );
  for (const { a, b, right, samples } of links) {
    const state = states.get(keyOf(a, b)) ?? 'gone';
    tally[right ? 'right' : 'wrong'][state]++;
    for (const sample of state === 'likely' ? samples : []) {
      const { right: before, all } = shown.get(sample) ?? { right: 0, all: 0 };
      shown.set(sample, { right: before + (right ? 1 : 0), all: all + 1 });
    }
  }
  for (const verdict of ['right', 'wrong'] as const) {
    const { likely, possible, gone } = tally[verdict];
    console.log(`judged ${verdict}: ${likely} shown as likely, ${possible} as possible, ${gone} not shown`);
  }
  for (const state of ['likely', 'possible'] as const) {
    const all = tally.right[state] + tally.wrong[state];
    console.log(`of ${all} shown as ${state}, right: ${(tally.right[state] / Math.max(1, all)).toFixed(3)}`);
  }
  for (const [sample, { right, all }] of [...shown].sort(([one], [other]) => one - other))
    console.log(`  sample ${sample}: of ${all} shown as likely, right: ${(right / all).toFixed(3)}`);
}

/** Links of quotations, all articles in one archive. */
function statesIn(folders: readonly string[]): ReadonlyMap<string, State> {
  const project = createProject();
  const names = new Map<string, string>();
  for (const folder of folders) {
    const { documents } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as {
      readonly documents: readonly { readonly file: string }[];
    };
    for (const { file } of documents) {
      const path = join(folder, file);
      names.set(path, nameOf(file));
      project.set({ path, text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') });
    }
  }
  const quotations = new Map<string, Place>();
  for (const path of project.paths())
    for (const { id, kind, start, end } of project.analysis(path)?.claims ?? [])
      if (kind === 'quotation') quotations.set(`${path} ${id}`, [names.get(path) ?? '', start, end]);
  const states = new Map<string, State>();
  for (const link of project.links()) {
    const a = quotations.get(`${link.from.path} ${link.from.claim}`);
    const b = quotations.get(`${link.to.path} ${link.to.claim}`);
    if (a !== undefined && b !== undefined) states.set(keyOf(a, b), isSure(link) ? 'likely' : 'possible');
  }
  return states;
}
