// The suite that runs inside VS Code: every file registers its tests when it is imported.
import './reading.ts';
import './commands.ts';
import './desk.ts';
import './everywhere.ts';
import './side-by-side.ts';
import './dismissals.ts';
import './notes.ts';
import './keeping.ts';
import './bad-input.ts';
import './files.ts';
import './sidecars.ts';
import './conflicts.ts';

export { runAll as run } from './runner.ts';
