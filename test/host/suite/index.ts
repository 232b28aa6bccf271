// The suite that runs inside VS Code: every file registers its tests when it is imported.
import './opens.ts';

export { runAll as run } from './runner.ts';
