// Times the lists and the table as a reader waits for them: from her key to what she sees. Run and told of by
// test/bench/page.bench.mjs; nothing is asserted.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { generateArchive, generateOneStory, WIDE } from '../bench/generate.ts';
import { type Reader, startReader } from './reader.ts';

const SIZE = Number(process.env.COUNTERPOINT_ARTICLES ?? 300);
const TIMES = 5;
const LONGEST_MS = 1_500_000;

function prepare(workspace: string): void {
  const put = (path: string, text: string): void => {
    const file = join(workspace, 'seeds', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const { path, text } of generateArchive(SIZE).articles) put(path, text);
  const { articles } = generateOneStory(WIDE.articles, WIDE.paragraphs);
  for (const { path, text } of articles) put(`wide/${path}`, text);
  const story = articles.map(({ path }) => `    - wide/${path}\n`).join('');
  put('counterpoint.yaml', `stories:\n  Wide:\n${story}`);
}

/** How long keys took to what was drawn, in a frame. */
const WATCHING_KEYS = `
  globalThis.strokes = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') globalThis.strokes.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
`;

/** The same, when the last key or click came, and what has been there since when. */
const WATCHING = `
  addEventListener('keydown', () => { globalThis.acted = performance.timeOrigin + performance.now(); }, true);
  addEventListener('pointerdown', () => { globalThis.acted = performance.timeOrigin + performance.now(); }, true);
  globalThis.seen = new Map();
  globalThis.watched = new Map();
  const look = () => {
    const now = performance.timeOrigin + performance.now();
    for (const [name, there] of globalThis.watched)
      if (!globalThis.seen.has(name) && there()) globalThis.seen.set(name, now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  ${WATCHING_KEYS}
`;

const LISTS = ['Story', 'Claims', 'Annotations', 'Entities'] as const;

const spread = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.ceil((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms, of ${times.length}`;
};

let reader: Reader;
let page: Page;
beforeAll(async () => {
  reader = await startReader({ prepare, watching: WATCHING });
  page = reader.page;
  await pick('0.txt');
  await settled();
  // What follows the reading of thousands, keeping and forgetting, takes seconds of its own.
  await page.waitForTimeout(20_000);
}, LONGEST_MS);
afterAll(() => reader?.close());

/** Until the status bar tells of nothing that is still to be read. */
async function settled(): Promise<void> {
  const item = page.locator('[id*="counterpoint.status"]').first();
  for (let quiet = 0; quiet < 3; ) {
    await page.waitForTimeout(1000);
    const text = await item.textContent().catch(() => null);
    quiet = /linked/.test(text ?? '') && !/to read/.test(text ?? '') ? quiet + 1 : 0;
  }
}

/** Milliseconds from the last key or click of `act` until each of some scripts is true. */
async function timesTo<K extends string>(
  scripts: Readonly<Record<K, string>>,
  act: () => Promise<void>,
): Promise<Record<K, number>> {
  const names = Object.keys(scripts) as K[];
  const watch = names.map(
    (name) => `globalThis.watched.set(${JSON.stringify(name)}, () => ${scripts[name]})`,
  );
  await page.evaluate(`globalThis.seen.clear(); ${watch.join(';')}`);
  await act();
  await page.waitForFunction(
    `${JSON.stringify(names)}.every((name) => globalThis.seen.has(name))`,
    undefined,
    { timeout: 60_000 },
  );
  const [acted, seen] = await page.evaluate<[number, Record<K, number>]>(
    `[globalThis.acted, Object.fromEntries(globalThis.seen)]`,
  );
  await page.evaluate(`for (const name of ${JSON.stringify(names)}) globalThis.watched.delete(name)`);
  return Object.fromEntries(names.map((name) => [name, seen[name] - acted])) as Record<K, number>;
}

const rowIn = (list: string): string =>
  `(document.querySelector('.pane-header[aria-label^="${list}"]')?.closest('.pane')?.querySelectorAll('[role=treeitem]').length ?? 0) > 0`;
const lists = Object.fromEntries(LISTS.map((list) => [list, rowIn(list)]));

test(`lists beside the editor, ${SIZE} articles`, async () => {
  const show = async (): Promise<void> => {
    await page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Counterpoint/ })
      .click();
  };
  console.log(`${SIZE} + ${WIDE.articles} articles, from the key or click to what is drawn`);
  // The names are folded at first.
  const { Entities: _, ...unfolded } = lists;
  const first = await timesTo(unfolded, show);
  for (const [list, time] of Object.entries(first))
    console.log(`  ${list}, opened the first time: ${time.toFixed(0)} ms`);
  for (const head of await page.locator('.pane-header[aria-expanded="false"]').all()) await head.click();
  await page.waitForTimeout(1000);
  const again: Record<string, number[]> = {};
  for (let time = 0; time < TIMES; time++) {
    await page.keyboard.press('Control+Shift+E');
    await page.locator('.explorer-folders-view').waitFor();
    await page.waitForTimeout(500);
    const times = await timesTo(lists, show);
    for (const list of LISTS) again[list] = [...(again[list] ?? []), times[list] ?? 0];
  }
  for (const list of LISTS) console.log(`  ${list}, opened again: ${spread(again[list] ?? [])}`);
}, 300_000);

/** The comparison's page and when its table was seen to be drawn: it is looked for as often as can be. */
async function tableSeen(): Promise<{ readonly frame: Frame; readonly at: number }> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
      const at = await frame.evaluate<number>(DRAWN).catch(() => 0);
      if (at > 0) return { frame, at };
    }
  }
  throw new Error('no table');
}

/** When the frame was made, and when its script was there. */
const STEPS = `(() => {
  const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('main.js'));
  const { timeOrigin } = performance;
  return [timeOrigin, timeOrigin + (script?.responseEnd ?? 0)];
})()`;

const DRAWN = `document.querySelector('[role=gridcell]') === null ? 0 : new Promise((resolve) =>
  requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))`;

async function timeToTable(): Promise<{ readonly frame: Frame; readonly time: number }> {
  await page.keyboard.press('Control+1');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Alt+C');
  await page.waitForTimeout(300);
  await page.keyboard.press('x');
  const acted = await page.evaluate<number>('globalThis.acted');
  const { frame, at } = await tableSeen();
  const [made = 0, script = 0] = (await frame.evaluate<number[]>(STEPS)).map((step) => step - acted);
  console.log(
    `    ${(at - acted).toFixed(0)} ms: the editor's frame ${made.toFixed(0)}, its script read ${script.toFixed(0)}`,
  );
  return { frame, time: at - acted };
}

const closeTable = async (): Promise<void> => {
  await reader.command('View: Close All Editors');
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
};

/** Opens a file by its path, as with Ctrl+P. */
async function pick(path: string): Promise<void> {
  // The palette of a command that has just run has the same box, and may still be closing.
  const box = page.locator('.quick-input-widget input[placeholder^="Search files"]');
  // A page in an editor may swallow the key while it is drawn.
  for (let attempt = 0; attempt < 6 && !(await box.isVisible()); attempt++) {
    await page.keyboard.press('Control+P');
    await box.waitFor({ timeout: 4000 }).catch(() => {});
  }
  await box.fill(path);
  await page.locator('.quick-input-list .monaco-list-row.focused').first().waitFor();
  await page.waitForTimeout(1500);
  await page.keyboard.press('Enter');
}

async function openAt(path: string): Promise<void> {
  await pick(path);
  await page
    .locator('.editor-group-container.active .codelens-decoration a:visible')
    .first()
    .waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1000);
}

test('table of an ordinary story', async () => {
  const times: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    await reader.command('View: Close All Editors');
    await openAt(`story-0000${time + 1}/0.txt`);
    times.push((await timeToTable()).time);
    await closeTable();
  }
  const [first = 0, ...later] = times;
  console.log(`  table of an ordinary story: the first ${first.toFixed(0)} ms, others ${spread(later)}`);
}, 300_000);

test(`table of ${WIDE.articles} articles`, async () => {
  await openAt('wide/0.txt');
  const { frame, time } = await timeToTable();
  const rows = await frame.evaluate<string>(
    `document.querySelector('[role=grid]').getAttribute('aria-rowcount')`,
  );
  console.log(`  table of ${WIDE.articles} articles × ${Number(rows) - 1} rows: ${time.toFixed(0)} ms`);
  const frames = await frame.evaluate<number[]>(`(async () => {
    const grid = document.querySelector('[role=grid]');
    const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    await next();
    let before = performance.now();
    for (let step = 1; step <= 200; step++) {
      grid.scrollTop = step * 300;
      if (step % 4 === 0) grid.scrollLeft = step * 10;
      await next();
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times;
  })()`);
  console.log(`  scrolled by 300 pixels a frame, from frame to frame: ${spread(frames)}`);
  await frame.evaluate(WATCHING_KEYS);
  await frame.locator('[role=gridcell]').first().focus();
  for (let key = 0; key < 60; key++) await page.keyboard.press(key % 3 === 2 ? 'ArrowRight' : 'PageDown');
  await page.waitForTimeout(500);
  const strokes = await frame.evaluate<number[]>('globalThis.strokes');
  console.log(`  60 keys in it, to what is drawn, those that took 16 ms or more: ${spread(strokes)}`);
}, 300_000);

test('typing beside lists and table', async () => {
  await reader.command('View: Split Editor Right').catch(() => {});
  await openAt('wide/1.txt');
  await page.evaluate('globalThis.strokes.length = 0');
  await page.keyboard.press('Control+Home');
  for (let stroke = 0; stroke < 120; stroke++) {
    await page.keyboard.type(stroke % 6 === 5 ? ' ' : 'e');
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(2000);
  const strokes = await page.evaluate<number[]>('globalThis.strokes');
  console.log(
    `  120 keys typed into an article of that story, to what is drawn, those that took 16 ms or more: ${spread(strokes)}`,
  );
  await reader.command('File: Revert File');
}, 300_000);
