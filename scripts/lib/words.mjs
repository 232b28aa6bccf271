// The words that the extension shows, read from its sources: English stands in the code, every other language in
// `l10n/`. Found on the syntax tree, so that a text within a comment or another text is none.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseAst } from 'vitest/node';
import { inRoot, root } from './paths.mjs';
import { sourceFiles } from './source-files.mjs';

/** @typedef {{ type: string, start: number, [key: string]: unknown }} Node */
/** @typedef {{ text: string, file: string, line: number }} Found */
/** Lines are counted when they are asked for: few nodes of a file are. */
/** @typedef {{ file: string, line: () => number }} At */

/** The languages besides English; each has `package.nls.ID.json` and `l10n/bundle.l10n.ID.json`. */
export const languages = ['de'];

export const bundleFile = (language = '') =>
  inRoot('l10n', `bundle.l10n${language === '' ? '' : `.${language}`}.json`);

/**
 * The words of a bundle by their English, which is their key.
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readBundle(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value;

/**
 * Every node with those around it, outermost first.
 * @param {Node} node
 * @param {(node: Node, around: readonly Node[]) => void} visit
 * @param {readonly Node[]} [around]
 */
function walk(node, visit, around = []) {
  visit(node, around);
  const inner = [...around, node];
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, visit, inner);
}

/** @param {unknown} node what is called, `vscode.l10n.t` say; '' where it is no plain name
 * @returns {string}
 */
export function nameOf(node) {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression') return '';
  return `${nameOf(node.object)}.${nameOf(node.property)}`;
}

/** @param {unknown} node */
export const textOf = (node) =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** What takes words, by the folder: `core` says them as data, and knows no editor. */
/** @type {readonly (readonly [string, RegExp])[]} */
const sayers = [
  ['src/vscode', /(?:^|\.)l10n\.t$/],
  ['src/core', /^say$/],
];

/**
 * @param {string} folder relative to the checkout
 * @param {(node: Node, around: readonly Node[], at: At) => void} visit
 */
export function eachNode(folder, visit) {
  const files = sourceFiles(inRoot(folder)).filter((path) => !path.endsWith('.generated.ts'));
  for (const path of files.sort()) {
    const file = relative(root, path).replaceAll('\\', '/');
    const source = readFileSync(path, 'utf8');
    const program = /** @type {Node} */ (/** @type {unknown} */ (parseAst(source, { lang: 'ts' })));
    walk(program, (node, around) =>
      visit(node, around, { file, line: () => source.slice(0, node.start).split('\n').length }),
    );
  }
}

/**
 * What the sources show, and the calls whose text is put together only when they run, so that no bundle can have it.
 * @returns {{ found: Found[], unreadable: Found[] }}
 */
export function wordsOfSources() {
  /** @type {Found[]} */
  const found = [];
  /** @type {Found[]} */
  const unreadable = [];
  for (const [folder, sayer] of sayers)
    eachNode(folder, (node, _around, at) => {
      if (node.type !== 'CallExpression' || !sayer.test(nameOf(node.callee))) return;
      const [first] = /** @type {Node[]} */ (node.arguments);
      const text = textOf(first);
      const one = { text: text ?? nameOf(node.callee), file: at.file, line: at.line() };
      (text === null ? unreadable : found).push(one);
    });
  for (const file of schemas)
    found.push(...descriptionsIn(JSON.parse(readFileSync(inRoot(file), 'utf8')), file));
  return { found, unreadable };
}

/** What their keys mean is told in help texts of our own. */
const schemas = ['src/core/sidecar/annotations.schema.json', 'src/core/sidecar/codebook.schema.json'];

/** @param {unknown} schema @param {string} file @returns {Found[]} */
function descriptionsIn(schema, file) {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string'
      ? [{ text: value, file, line: 1 }]
      : descriptionsIn(value, file),
  );
}
