import { afterEach } from 'vitest';
import type { WebReader } from './reader.ts';

/** Leaves a picture of the page at the end of each test that fails: `test-results/screens/failed-….png`. */
export function pictureFailures(reader: () => WebReader | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await reader()?.picture(`failed-${task.name.replace(/\W+/g, '-').slice(0, 60)}`);
  });
}
