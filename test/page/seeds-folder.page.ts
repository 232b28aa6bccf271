import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

// What `npm start` opens: the folder `seeds` itself, so that no path in the workspace has that name.
let reader: Reader;
beforeAll(async () => {
  reader = await startReader({ folder: 'seeds' });
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('the articles of the opened folder are found without opening each', async () => {
  await reader.open('01_tideway-post.txt');
  const lens = reader.page.locator('.codelens-decoration', { hasText: 'in 2 other' });
  await lens.waitFor({ timeout: 20_000 });
  const card = await reader.hover('worth a single');
  await expect.poll(() => card.textContent()).toContain('Meridian Dispatch');
});
