import { ATTRIBUTE, installDriver } from '../../files/merge-driver.ts';
import type { Io } from '../io.ts';

/** Makes git merge the sidecars of a folder's repository with this very program; may be run again. */
export function installMerge(folder: string, io: Io): number {
  const program = [process.execPath, process.argv[1] ?? 'counterpoint'];
  const { attributes, added } = installDriver(folder, program);
  io.out(
    added
      ? `${attributes}: added "${ATTRIBUTE}". Commit it; whoever clones the repository runs this command once.\n`
      : `${attributes} names a merge driver for sidecars already.\n`,
  );
  io.out('git merges sidecars with Counterpoint now (local configuration of this repository).\n');
  return 0;
}
