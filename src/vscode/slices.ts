import { pause } from './pause.ts';

/** How long a list is worked on before whoever else waits for this thread has a turn, in milliseconds. */
const SLICE = 8;

/** Visits one after another, in slices: ten thousand of the cheapest visits would be felt by who types. */
export async function inSlices<T>(items: Iterable<T>, visit: (item: T) => void): Promise<void> {
  let until = performance.now() + SLICE;
  for (const item of items) {
    visit(item);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + SLICE;
  }
}
