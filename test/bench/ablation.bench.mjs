// What each component is worth: every chosen score without it, as the difference from the whole. Takes some
// minutes, so it runs only when named:
//   npm run bench ablation -- [--eval=DIR] [--components=pronoun,role] [--corpora=polnear-dev,seeds]
// DIR holds score.mjs and its corpora; without the option it is looked for beside the checkout.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from '../../scripts/lib/paths.mjs';
import { main, run } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

/** @typedef {{ corpus: string, metric: string, f1?: number, value?: number }} Row what score.mjs prints */

/** @type {readonly (readonly [corpus: string, metric: string, heading: string])[]} */
const SCORES = [
  ['polnear-dev', 'quotes: detected', 'PolNeAR detected'],
  ['polnear-dev', 'quotes: detected and speaker', 'PolNeAR speaker'],
  ['gum-news', 'quotes: detected', 'GUM detected'],
  ['basil', 'quotes: speaker name (surname)', 'BASIL surname'],
  ['worldwide-dev', 'entities: exact span and type', 'Worldwide names'],
  ['meantime-airbus-apple', 'entities: overlap span and type', 'MEANTIME names'],
  ['meantime-airbus-apple', 'entities: chains of matched (B-cubed)', 'MEANTIME chains'],
  ['seeds', 'quotes: detected', 'seeds detected'],
  ['seeds', 'quotes: speaker of matched', 'seeds speaker'],
  ['seeds', 'entities: exact span and type', 'seeds names'],
  ['seeds', 'entities: chains (B-cubed)', 'seeds chains'],
  ['seeds', 'links: listed ones found', 'seeds links'],
];

/** Names are found before words are quoted, so that leaving a part of them out can change every score. */
const OF_NAMES = new Set(['tagger', 'gazetteer', 'document-vote', 'coreference']);
const NAMES_ONLY = new Set(['worldwide-dev', 'meantime-airbus-apple']);

const { values: options } = parseArgs({
  options: { eval: { type: 'string' }, components: { type: 'string' }, corpora: { type: 'string' } },
});

/** @param {string} folder @param {string} program @param {readonly string[]} corpora */
async function score(folder, program, corpora) {
  const jobs = String(availableParallelism());
  const args = [join(folder, 'score.mjs'), '--program', program, '--only', corpora.join(',')];
  const { code, output } = await run(process.execPath, [...args, '--no-ranking', '--json', '--jobs', jobs], {
    cwd: root,
    quiet: true,
  });
  const rows = code === 0 ? /** @type {Row[]} */ (JSON.parse(output.slice(output.indexOf('[')))) : [];
  const failed = rows.find(({ metric }) => metric.startsWith('FAILED'));
  if (code !== 0 || failed !== undefined) throw new Error(failed?.metric ?? output);
  return SCORES.map(([corpus, metric]) => {
    const row = rows.find((one) => one.corpus === corpus && one.metric === metric);
    return row?.f1 ?? row?.value ?? null;
  });
}

/** @param {number | null} whole @param {number | null} part */
function difference(whole, part) {
  if (whole === null || part === null) return '';
  const by = part - whole;
  return Math.abs(by) < 0.0005 ? '·' : `${by > 0 ? '+' : '−'}${Math.abs(by).toFixed(3)}`;
}

/** @param {readonly string[]} cells */
const print = (cells) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(10))).join(''));

/** @param {string} folder the scorer's @param {string} copy of the built program */
async function measure(folder, copy) {
  const { COMPONENTS } = /** @type {{ COMPONENTS: readonly string[] }} */ (
    await load('../../src/core/mentions/component.ts')
  );
  const corpora = options.corpora?.split(',') ?? [...new Set(SCORES.map(([corpus]) => corpus))];
  const components = options.components?.split(',') ?? COMPONENTS;
  const program = `'${process.execPath}' '${join(copy, 'cli.js')}'`;
  const whole = await score(folder, program, corpora);
  for (const line of [0, 1]) print(['', ...SCORES.map(([, , heading]) => heading.split(' ')[line] ?? '')]);
  print(['everything', ...whole.map((value) => value?.toFixed(3) ?? '')]);
  for (const component of components) {
    const wanted = corpora.filter((name) => OF_NAMES.has(component) || !NAMES_ONLY.has(name));
    const without = `sh -c 'exec ${program.replaceAll("'", '"')} "$@" --without ${component}' sh`;
    const part = wanted.length === 0 ? whole.map(() => null) : await score(folder, without, wanted);
    print([component, ...part.map((value, at) => difference(whole[at] ?? null, value))]);
  }
}

await main(async () => {
  const folder = resolve(options.eval ?? inRoot('..', 'shared', 'eval'));
  if (!existsSync(join(folder, 'score.mjs'))) {
    console.log(`There is no score.mjs in ${folder}; name its folder with --eval=DIR.`);
    return;
  }
  // A copy, so that a build in between changes nothing.
  const copy = mkdtempSync(join(tmpdir(), 'counterpoint-ablation-'));
  try {
    cpSync(inRoot('dist', 'cli.js'), join(copy, 'cli.js'));
    cpSync(inRoot('dist', 'data'), join(copy, 'data'), { recursive: true });
    await measure(folder, copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
