import { conflictsIn, repaired } from '../../core/sidecar/conflict.ts';
import type { MergeResult } from '../../core/sidecar/merge.ts';
import { stagesOf } from '../../files/git-stages.ts';
import { changeSidecar } from '../../files/sidecar-file.ts';
import { CommandError, type Io } from '../io.ts';
import { tellMerged } from '../merge-report.ts';

/**
 * `merge --repair FILE...`: merges sidecars in which git has left conflicts, as the driver would have. Exit code 1
 * where a true conflict is left.
 */
export async function repair(files: readonly string[], io: Io): Promise<number> {
  if (files.length === 0) throw new CommandError('name at least one sidecar that git left in conflict.');
  let left = 0;
  for (const file of files) left += await repairFile(file, io);
  return left > 0 ? 1 : 0;
}

async function repairFile(file: string, io: Io): Promise<number> {
  let merged: Extract<MergeResult, { kind: 'merged' }> | undefined;
  await changeSidecar(file, (text, there) => {
    if (!there) throw new CommandError(`${file}: there is no such file. Nothing was changed.`);
    if (conflictsIn(text).length === 0) {
      io.err(`${file}: there is no conflict in it. Nothing was changed.\n`);
      return text;
    }
    const result = repaired(text, stagesOf(file, text));
    if (result.kind === 'refused')
      throw new CommandError(`${file}: ${result.problem.message} Nothing was changed.`);
    merged = result;
    return result.text;
  });
  if (!merged) return 0;
  tellMerged(file, merged, io);
  if (merged.conflicts.length === 0) io.err(`${file}: merged. Run "git add" on it.\n`);
  return merged.conflicts.length;
}
