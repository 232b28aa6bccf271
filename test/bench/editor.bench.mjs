// The editor with a hundred articles in the folder: what an analyst waits for. `--articles=N` for another size;
// `--archive=N` for a generated archive, opened twice: afresh, and from what the engine has kept; with `--surprises`,
// opened once, and much is changed in it at once.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { runInVsCode } from '../host/vscode.mjs';
import { load } from './bundle.mjs';

/** @param {string} name @param {number} usual */
function asked(name, usual) {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`));
  return Number(found?.slice(name.length + 3) ?? usual);
}
const articles = asked('articles', 100);
const archive = asked('archive', 0);
const names = [
  'Estmark',
  'Averil',
  'Skelby',
  'Varnholt',
  'Oduya',
  'Berrigan',
  'Selwick',
  'Lanskov',
  'Northline',
  'Kjelt',
];
const syllables = [
  'bar',
  'dov',
  'fen',
  'gal',
  'hul',
  'kir',
  'lom',
  'mer',
  'nad',
  'pol',
  'rin',
  'sto',
  'tam',
  'vel',
];

/** @param {number} story @param {number} name */
function invented(story, name) {
  const at = (/** @type {number} */ n) => syllables[n % syllables.length] ?? '';
  const word = at(story) + at(story * 3 + name * 5 + 1) + at(name);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Every three articles are a story of their own: the seeds with other names and figures.
 * @param {string} workspace
 */
function prepare(workspace) {
  const folder = inRoot('seeds', 'harbour-bridge');
  const seeds = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  for (let index = 0; index < articles; index++) {
    const story = Math.floor(index / seeds.length);
    let text = readFileSync(join(folder, seeds[index % seeds.length] ?? ''), 'utf8');
    names.forEach((name, at) => {
      text = text.replaceAll(name, invented(story, at));
    });
    text = text.replace(/\b[1-9]\d(?=,\d{3}\b)/g, (figure) => String(Number(figure) + story));
    const target = join(workspace, 'seeds', `story-${String(story).padStart(2, '0')}`);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, seeds[index % seeds.length] ?? ''), text);
  }
}

/**
 * @param {typeof import('./generate.ts')} generator
 * @returns {(workspace: string) => void}
 */
const prepareArchive =
  ({ generateArchive }) =>
  (workspace) => {
    for (const { path, text } of generateArchive(archive).articles) {
      const file = join(workspace, 'seeds', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };

await main(async () => {
  const generator = /** @type {typeof import('./generate.ts')} */ (await load('generate.ts'));
  const suite = process.argv.includes('--surprises') ? 'surprises' : 'bench';
  const times = suite === 'bench' ? 2 : 1;
  const options = archive > 0 ? { prepare: prepareArchive(generator), times } : { prepare };
  if (archive > 0) {
    process.env.COUNTERPOINT_BENCH_ARTICLE = 'seeds/story-00001/0.txt';
    process.env.COUNTERPOINT_HOST_LIMIT_MS ??= '1500000';
  }
  if (!(await runInVsCode({ suite, ...options }))) console.log('There is no VS Code here to measure in.');
});
