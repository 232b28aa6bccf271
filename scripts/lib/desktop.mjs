// A desktop VS Code that is already on this machine.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './processes.mjs';

const names = ['code', 'code-insiders', 'codium', 'vscodium', 'code-oss'];
const applications = ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'];
const windowsFolders = [
  ['Microsoft VS Code', 'code.cmd'],
  ['Microsoft VS Code Insiders', 'code-insiders.cmd'],
  ['VSCodium', 'codium.cmd'],
];

/** @returns {string[]} where installers put the command when it is not on PATH */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      applications.flatMap((name) =>
        ['code', 'code-insiders', 'codium'].map((command) =>
          join(folder, `${name}.app`, 'Contents', 'Resources', 'app', 'bin', command),
        ),
      ),
    );
  }
  if (process.platform === 'win32') {
    const roots = [join(process.env.LOCALAPPDATA ?? '', 'Programs'), process.env.ProgramFiles ?? ''];
    return roots.flatMap((folder) =>
      windowsFolders.map(([name = '', file = '']) => join(folder, name, 'bin', file)),
    );
  }
  return ['/usr/share/code/bin/code', '/usr/share/codium/bin/codium', '/snap/bin/code'];
}

/** @returns {string | undefined} the path of its command-line launcher */
export const findDesktop = () => findProgram([...names, ...usualPlaces()]);
