// The suite that runs in a folder that is not trusted, and in the same one trusted.
import './restricted.ts';

export { runAll as run } from '../suite/runner.ts';
