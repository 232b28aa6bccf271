/** Whoever waits for this thread has a turn. */
export { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
