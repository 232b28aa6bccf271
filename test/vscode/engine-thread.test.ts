import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EngineStopped, startEngine } from '../../src/vscode/engine-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that answers every question but dies of one. */
const MORTAL = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, method }) => {
    if (method === 'set') process.exit(7);
    parentPort.postMessage({ id, value: method });
  });
`;

it('what was under way when the thread ended fails, and the next call has a new thread', async () => {
  const file = join(folder, 'mortal.js');
  writeFileSync(file, MORTAL);
  const told: string[] = [];
  const engine = startEngine({ fsPath: file }, { error: (message: string) => told.push(message) });
  let stops = 0;
  engine.onDidStop(() => stops++);
  expect(await engine.text('a')).toBe('text');
  await expect(engine.set({ path: 'a', text: '' }, 1)).rejects.toThrow(EngineStopped);
  expect(stops).toBe(1);
  expect(told).toEqual(['the engine stopped: exit code 7']);
  expect(await engine.text('a')).toBe('text');
  engine.dispose();
  await expect(engine.text('a')).rejects.toThrow(EngineStopped);
  expect([stops, told.length]).toEqual([1, 1]);
});

it.each([
  ['at its start', 'if (workerData.cache) process.exit(7);'],
  ['when it is taken up', "const deadly = workerData.cache ? 'open' : '';"],
])('a thread that what is kept ends %s is followed by one that does without', async (when, line) => {
  const file = join(folder, `${when}.js`);
  writeFileSync(
    file,
    `const { parentPort, workerData } = require('node:worker_threads');
    ${line}
    parentPort.on('message', ({ id, method }) => {
      if (typeof deadly !== 'undefined' && method === deadly) process.exit(7);
      parentPort.postMessage({ id, value: method + (workerData.cache ?? '') });
    });`,
  );
  const engine = startEngine({ fsPath: file }, { error: () => {} }, '/kept');
  if (when !== 'at its start') expect(await engine.text('a')).toBe('text/kept');
  await expect(engine.open([], 1)).rejects.toThrow(EngineStopped);
  expect(await engine.open([], 1)).toBe('open');
  engine.dispose();
});
