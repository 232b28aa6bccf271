import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Coding } from '../core/agreement/passages.ts';
import { resolveSelectors } from '../core/anchors/resolve.ts';
import { indexText, type TextIndex } from '../core/anchors/text-index.ts';
import type { Annotation } from '../core/sidecar/annotation.ts';
import { olderTexts } from '../core/sidecar/examine.ts';
import { isPrivateSidecar, isSidecar } from '../core/sidecar/location.ts';
import { parseSidecar, type SidecarRead } from '../core/sidecar/parse.ts';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import { GIT_MOST, GIT_PATIENCE, gitIn, gitStart, quietGit } from '../files/git-objects.ts';
import { blobTexts, gitTexts } from '../files/git-texts.ts';
import { LARGEST_SIDECAR } from '../files/largest-sidecar.ts';
import { createPlacements, type Placements } from '../files/placement.ts';
import { uniqueFiles } from './article-files.ts';
import { sidecarsUnder } from './commands/check.ts';
import { CommandError } from './io.ts';
import { readOr } from './read-project.ts';

/** What analysts noted, and how many notes are left out because their passage has no one place. */
export interface Notes {
  readonly codings: readonly Coding[];
  readonly unplaced: number;
}

type Say = (message: string) => void;

/** A sidecar with the notes of it that count, and whose they are. */
interface Noted {
  readonly article: string;
  readonly read: SidecarRead;
  readonly notes: readonly { readonly analyst: string; readonly annotation: Annotation }[];
}

/** The notes of all sidecars under the paths; analysts are their authors. */
export async function folderNotes(paths: readonly string[], say: Say): Promise<Notes> {
  const placements = createPlacements();
  const files = uniqueFiles(
    paths.flatMap((path) => sidecarsUnder(path, placements, (folder, why) => say(`${folder}: ${why}`))),
  );
  const noted = files.filter(isForAll).flatMap((file) => {
    const text = readOr(file, say, LARGEST_SIDECAR);
    if (text === null) return [];
    const read = parsed(file, text, say);
    const notes = read.value.annotations.map((annotation) => ({
      analyst: annotation.author.trim() || 'unknown',
      annotation,
    }));
    return [{ article: placements.articleOf(file) ?? '', read, notes }];
  });
  return placed(noted, (article) => (existsSync(article) ? readOr(article, say) : null));
}

/** The notes that each branch added or changed since they parted; analysts are the branches. */
export async function branchNotes(
  branches: readonly string[],
  paths: readonly string[],
  say: Say,
): Promise<Notes> {
  const wanted = paths.map((path) => relative('', resolve(path)).split(sep).join('/'));
  const outside = wanted.find((path) => path.startsWith('..'));
  if (outside !== undefined)
    throw new CommandError(`with --branch, name paths below the current folder; "${outside}" is not.`);
  const placements = createPlacements();
  const commits = branches.map(commitOf);
  const base = baseOf(commits);
  const asked = { wanted, placements, say };
  const before = new Map(
    (base === null ? [] : await treeOf({ name: 'base', commit: base }, asked)).flatMap(({ path, text }) =>
      isSidecar(path) ? parseSidecar(text).value.annotations.map((one) => [one.id, JSON.stringify(one)]) : [],
    ) as [string, string][],
  );
  const texts = new Map<string, string>();
  const trees = [];
  for (const [i, commit] of commits.entries()) {
    const name = branches[i] ?? '';
    trees.push({ analyst: name, files: await treeOf({ name, commit }, asked) });
  }
  const noted = trees.flatMap(({ analyst, files }) =>
    files.flatMap(({ path, text }): Noted[] => {
      if (!isSidecar(path)) {
        texts.set(path, texts.get(path) ?? text);
        return [];
      }
      const read = parsed(`${analyst}:${path}`, text, say);
      const own = read.value.annotations.filter((one) => before.get(one.id) !== JSON.stringify(one));
      return [
        {
          article: placements.articleOf(path) ?? '',
          read,
          notes: own.map((annotation) => ({ analyst, annotation })),
        },
      ];
    }),
  );
  return placed(noted, (article) =>
    existsSync(article) ? readOr(article, say) : (texts.get(article) ?? null),
  );
}

/** Finds the passages of all notes in one text of each article. */
async function placed(noted: readonly Noted[], textOf: (article: string) => string | null): Promise<Notes> {
  let old: ReadonlyMap<string, string> = new Map();
  const indices = new Map<string, TextIndex | null>();
  for (const { article } of noted) {
    if (indices.has(article)) continue;
    const text = textOf(article);
    indices.set(article, text === null ? null : indexText(text, (print) => old.get(print) ?? null));
  }
  old = await gitTexts(
    noted.map(({ article, read }) => {
      const index = indices.get(article);
      return { article, prints: index ? olderTexts(read, index) : [] };
    }),
  );
  let unplaced = 0;
  // A note may stand in two of the article's sidecars: where moving it was cut short, it was copied first.
  const counted = new Set<string>();
  const codings = noted.flatMap(({ article, notes }) =>
    notes.flatMap(({ analyst, annotation: { id, selectors, tags, status } }): Coding[] => {
      const key = JSON.stringify([article, analyst, id]);
      if (counted.has(key)) return [];
      counted.add(key);
      const index = indices.get(article);
      const span = index ? resolveSelectors(index, selectors).span : null;
      if (!span) unplaced++;
      return span ? [{ analyst, article, span, tags, status }] : [];
    }),
  );
  return { codings, unplaced };
}

/** Private notes are for their author: what analysts agree on is the same on every machine. */
const isForAll = (path: string): boolean => isSidecar(path) && !isPrivateSidecar(path);

function parsed(file: string, text: string, say: Say): SidecarRead {
  const read = parseSidecar(text);
  const starts = lineStarts(text);
  for (const { message, severity, span } of read.problems)
    if (severity === 'error') say(`${file}:${lineAt(starts, span.start) + 1}: ${message}`);
  return read;
}

function commitOf(branch: string): string {
  const name = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${branch}^{commit}`];
  const commit = git(name)?.toString('latin1').trim();
  if (!commit) throw new CommandError(`git knows no branch "${branch}" here. Run it in the repository.`);
  return commit;
}

/** Where all of them parted; null where they have nothing in common. */
const baseOf = (commits: readonly string[]): string | null =>
  git(['merge-base', '--octopus', ...commits])
    ?.toString('latin1')
    .trim() || null;

interface TreeFile {
  readonly path: string;
  readonly text: string;
}

interface Asked {
  /** Paths, from the current folder. */
  readonly wanted: readonly string[];
  readonly placements: Placements;
  readonly say: Say;
}

/**
 * Sidecars of a commit below the current folder, as far as they are asked for, and those articles that are not in the
 * folder any more: of the others the text there counts. What git does not give is said: its notes would be missed.
 */
async function treeOf(
  { name, commit }: { readonly name: string; readonly commit: string },
  { wanted, placements, say }: Asked,
): Promise<TreeFile[]> {
  const listed = git(['ls-tree', '-r', '-z', commit]);
  if (listed === null) throw new CommandError(`git could not list the files of "${name}". Try again.`);
  const files = listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, id = '', path = ''] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      const isOurs = isForAll(path) || (path.endsWith('.txt') && !existsSync(path));
      return isOurs && wanted.some((one) => isUnder(path, one, placements)) ? [{ id, path }] : [];
    });
  const texts = await blobTexts(
    '',
    files.map(({ id }) => id),
  );
  return files.flatMap(({ id, path }) => {
    const text = texts.get(id);
    if (text !== undefined) return [{ path, text }];
    say(
      `${name}:${path}: git gave no text of it: it is missing there, too large, or not UTF-8. It is left out.`,
    );
    return [];
  });
}

const isUnder = (path: string, wanted: string, placements: Placements): boolean =>
  wanted === '' || path === wanted || path.startsWith(`${wanted}/`) || placements.articleOf(path) === wanted;

/** Null where git fails. */
function git(argv: readonly string[]): Buffer | null {
  try {
    return execFileSync('git', gitIn(process.cwd(), argv), {
      cwd: gitStart(),
      env: quietGit(process.env),
      maxBuffer: GIT_MOST,
      timeout: GIT_PATIENCE,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}
