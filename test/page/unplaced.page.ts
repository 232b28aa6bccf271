import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const OFFICE = 'Nobody answered the phone at the harbour office.';
const GONE = 'The ferryman asked for a bigger boat.';
const was = ['One.', OFFICE, 'Two.', GONE].join('\n\n');
const now = ['Before all that.', OFFICE, 'Other words came in between.', OFFICE, 'More of it.'].join('\n\n');

/** Notes on a text that is not to be had any more: only a search can tell where they belong. */
function sidecarText(): string {
  const time = '2026-01-05T10:00:00Z';
  return [OFFICE, GONE].reduce((text, words, i) => {
    const start = was.indexOf(words);
    const selectors = { ...describeSpan(was, { start, end: start + words.length }), text: '0'.repeat(40) };
    const result = applyOperation(text, {
      kind: 'addAnnotation',
      annotation: {
        ...{ id: `a-${i}`, author: 'Ada Wolfram', created: time, modified: time, status: 'open' },
        ...{ confidence: null, tags: [], note: `Note ${i + 1}: who says so?`, replies: [], selectors },
      },
    });
    if (result.kind === 'refused') throw new Error(result.problem.message);
    return result.text;
  }, '');
}

let reader: Reader;
let sidecar: string;
beforeAll(async () => {
  reader = await startReader();
  const article = join(reader.workspace, 'seeds', 'harbour-bridge', '09_office.txt');
  sidecar = `${article}.annotations.yaml`;
  writeFileSync(sidecar, sidecarText());
  writeFileSync(article, now);
  await reader.open('03_northline.txt');
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('lost and ambiguous notes are counted in the status bar and told of once', async () => {
  const { page } = reader;
  await page.locator('.statusbar-item', { hasText: '2 without a place' }).waitFor({ timeout: 30_000 });
  await page.locator('.notification-toast', { hasText: 'They are kept' }).waitFor();
  await reader.picture('unplaced');
});

test('from there one key gives a note its place', async () => {
  const { page } = reader;
  await page.locator('.statusbar-item', { hasText: '2 without a place' }).click();
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'Note 1' }).waitFor();
  await reader.picture('unplaced-list');
  await rows.filter({ hasText: 'Note 1' }).click();
  await rows.filter({ hasText: 'line 7' }).waitFor();
  await reader.picture('unplaced-candidates');
  await page.keyboard.press('2');
  const at = now.lastIndexOf(OFFICE);
  const placeOf = () =>
    parseSidecar(readFileSync(sidecar, 'utf8')).value.annotations[0]?.selectors.position.start;
  await expect.poll(placeOf).toBe(at);
  await page.locator('.statusbar-item', { hasText: '1 without a place' }).waitFor({ timeout: 20_000 });
});
