import { statSync } from 'node:fs';
import { devNull } from 'node:os';
import { type MergeResult, mergeSidecars } from '../../core/sidecar/merge.ts';
import { LARGEST_SIDECAR } from '../../files/largest-sidecar.ts';
import { readText } from '../../files/read-text.ts';
import { changeSidecar } from '../../files/sidecar-file.ts';
import { parseArguments } from '../arguments.ts';
import { CommandError, type Io } from '../io.ts';
import { tellMerged } from '../merge-report.ts';
import { installMerge } from './install-merge.ts';
import { repair } from './repair.ts';

interface Sides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What the file is called to people: git merges copies of it. */
  readonly name: string;
}

type Merged = Extract<MergeResult, { kind: 'merged' }>;

/**
 * `merge BASE OURS THEIRS [NAME]`: git's merge driver for sidecars. Writes the merged one to OURS; exit code 0 when
 * all is merged, 1 when a conflict is left between markers, 2 when a file can't be used and OURS is as it was; what
 * `--install` sets has git merge by lines then.
 * `merge --install` makes git use it in the repository of the current folder, `merge --repair FILE...` merges what git
 * has left in conflict without it.
 */
export async function merge(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArguments(argv, {
    install: { type: 'boolean' },
    repair: { type: 'boolean' },
  });
  if (values.install) {
    if (positionals.length > 0) throw new CommandError('--install takes no files.');
    return installMerge(process.cwd(), io);
  }
  if (values.repair) return repair(positionals, io);
  const sides = sidesOf(positionals);
  const merged = await mergeFiles(sides);
  tellMerged(sides.name, merged, io);
  return merged.conflicts.length > 0 ? 1 : 0;
}

function sidesOf([base, ours, theirs, name, ...more]: readonly string[]): Sides {
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
    throw new CommandError('name three files: the common base, ours (which is written) and theirs.');
  return { base, ours, theirs, name: name ?? ours };
}

async function mergeFiles(sides: Sides): Promise<Merged> {
  const base = textOfBase(sides.base);
  const theirs = readText(sides.theirs, LARGEST_SIDECAR).text;
  let merged: Merged | undefined;
  await changeSidecar(sides.ours, (ours, there) => {
    if (!there) throw new CommandError(`${sides.ours}: there is no such file. Nothing was changed.`);
    const result = mergeSidecars(base, ours, theirs);
    if (result.kind === 'refused') throw new CommandError(refusal(sides, result));
    merged = result;
    return result.text;
  });
  if (!merged) throw new CommandError(`${sides.ours} was not merged. Nothing was changed.`);
  return merged;
}

/** No file, or none with text, where both sides are new. */
function textOfBase(path: string): string {
  if (path === devNull || statSync(path, { throwIfNoEntry: false }) === undefined) return '';
  return readText(path, LARGEST_SIDECAR).text;
}

const SIDES = { base: 'the common base', ours: 'our side', theirs: 'their side', result: 'the merged file' };

function refusal(sides: Sides, { side, problem, line }: Extract<MergeResult, { kind: 'refused' }>): string {
  const byGit = sides.name !== sides.ours;
  const place = side === 'result' ? sides.name : `${byGit ? sides.name : sides[side]}:${line + 1}`;
  const kept = byGit ? ` git keeps both sides: "git show :2:${sides.name}" and ":3:".` : '';
  const not = byGit ? 'Nothing was merged by notes.' : 'Nothing was merged, nothing was changed.';
  return `${place}: (${SIDES[side]}) ${problem.message} ${not}${kept}`;
}
