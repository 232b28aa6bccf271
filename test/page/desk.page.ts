import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const tideway = '01_tideway-post.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.open(tideway);
  await reader.page.getByRole('tab', { name: 'Counterpoint' }).click();
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

/** The rows of one of the lists. */
const rowsOf = (view: string) =>
  reader.page
    .locator('.pane', { has: reader.page.locator(`.pane-header[aria-label^="${view}"]`) })
    .getByRole('treeitem');

test('the lists tell of the open article and its story', async () => {
  await expect.poll(() => rowsOf('Story').count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  await rowsOf('Story').filter({ hasText: 'Meridian Dispatch' }).first().waitFor();
  await rowsOf('Claims').filter({ hasText: 'Quotations' }).waitFor();
  await reader.picture('desk');
});
