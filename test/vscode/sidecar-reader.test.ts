import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/sidecar/edit.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { createSidecarReader } from '../../src/vscode/sidecar-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-reader-'));
const thread = join(folder, 'thread.js');
const mortal = join(folder, 'mortal.js');
beforeAll(async () => {
  const entry = join(import.meta.dirname, '../../src/engine/sidecar-worker.ts');
  await build({ entryPoints: [entry], outfile: thread, bundle: true, platform: 'node' });
  writeFileSync(mortal, "require('node:worker_threads').parentPort.on('message', () => process.exit(7));");
});
afterAll(() => rmSync(folder, { recursive: true }));

const note = (k: number): string => `  a-${k}:
    author: Ann
    created: 2026-01-01T00:00:00Z
    modified: 2026-01-01T00:00:00Z
    status: open
    tags: [check, later]
    note: |-
      The ferry’s fare, in passage ${k}: ${'is it still the old one? '.repeat(12)}
    desk: metro
    selectors:
      exact: "a fare of ${k} crowns"
      prefix: "had asked for "
      suffix: " each way"
`;
const notes = Array.from({ length: 90 }, (_, k) => note(k)).join('');
const OF_MANY = `version: 1\nannotations:\n${notes}`;
const removal = [{ kind: 'removeAnnotation', id: 'a-40' }] as const;

it.each([
  ['a few notes', `version: 1\nannotations:\n${note(0)}${note(40)}`],
  ['many notes', OF_MANY],
  ['a mistake among many', OF_MANY.replace('status: open', 'status: [open')],
  ['a problem among many', OF_MANY.replace('status: open', 'status: lost')],
])(
  'what a thread says of a sidecar with %s is what is read here, also where the thread ends over it',
  async (_, text) => {
    const here = [parseSidecar(text), applyOperations(text, removal)];
    for (const file of [thread, mortal]) {
      const reader = createSidecarReader({ fsPath: file });
      expect(await Promise.all([reader.read(text), reader.edited(text, removal)])).toEqual(here);
      expect(await reader.read(text)).toEqual(here[0]);
      reader.dispose();
    }
  },
);

it('a thread reads many notes, and not a few', async () => {
  const told = join(folder, 'told.js');
  writeFileSync(
    told,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ id }) => parentPort.postMessage({ id, value: 'read elsewhere' }));`,
  );
  const reader = createSidecarReader({ fsPath: told });
  expect(await reader.read(OF_MANY)).toBe('read elsewhere');
  expect(await reader.read('version: 1\n')).toEqual(parseSidecar('version: 1\n'));
  reader.dispose();
});
