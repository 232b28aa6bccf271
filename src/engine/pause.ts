/** Whoever waits for this thread has a turn. */
export { setImmediate as turn } from 'node:timers/promises';
