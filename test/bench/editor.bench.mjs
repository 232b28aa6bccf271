// The editor with a hundred articles in the folder: what an analyst waits for.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { runInVsCode } from '../host/vscode.mjs';

/** `--articles=N` for another size. */
const articles = Number(process.argv.find((word) => word.startsWith('--articles='))?.slice(11) ?? 100);
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

await main(async () => {
  if (!(await runInVsCode({ suite: 'bench', prepare })))
    console.log('There is no VS Code here to measure in.');
});
