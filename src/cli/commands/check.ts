import { existsSync, statSync } from 'node:fs';
import { indexText, type OldTexts, type TextIndex } from '../../core/anchors/text-index.ts';
import { type Examined, examineRead, olderTexts } from '../../core/sidecar/examine.ts';
import { compareSidecars, isSidecar } from '../../core/sidecar/location.ts';
import { parseSidecar, type SidecarRead } from '../../core/sidecar/parse.ts';
import { tagProblems } from '../../core/sidecar/tag-check.ts';
import { readTogether } from '../../core/sidecar/together.ts';
import { lineAt, lineStarts } from '../../core/text/line-number.ts';
import type { Problem } from '../../core/text/problem.ts';
import { FileError } from '../../files/file-error.ts';
import { gitTexts } from '../../files/git-texts.ts';
import { LARGEST_SIDECAR } from '../../files/largest-sidecar.ts';
import { createPlacements, type Placements } from '../../files/placement.ts';
import { readText } from '../../files/read-text.ts';
import { parseArguments } from '../arguments.ts';
import { uniqueFiles } from '../article-files.ts';
import {
  type CheckFormat,
  type CheckReport,
  formats,
  type ReportedProblem,
  renderReport,
} from '../check-report.ts';
import { type Codebooks, createCodebooks } from '../codebooks.ts';
import { unreviewedDifferences } from '../differences.ts';
import { filesUnder, type Unlisted } from '../folder.ts';
import { CommandError, type Io } from '../io.ts';

/**
 * `check [--format text|json|sarif|github] [--differences] PATH...`: validates sidecars, by their codebooks too, and
 * resolves every anchor. `--differences` lists differences between the articles that nobody has reviewed.
 */
export async function check(argv: readonly string[], io: Io): Promise<number> {
  const { format, paths, differences } = optionsOf(argv);
  const placements = createPlacements();
  const unlisted: ReportedProblem[] = [];
  const sidecars = paths.flatMap((path) =>
    sidecarsUnder(path, placements, (folder, reason) => unlisted.push(unreadable(folder, reason))),
  );
  const files = uniqueFiles(sidecars);
  const codebooks = createCodebooks();
  const reports = await checkSidecars(files, placements, codebooks);
  const say = (message: string): void => io.err(`counterpoint check: ${message}\n`);
  const report: CheckReport = {
    annotations: reports.flatMap(({ annotations }) => annotations),
    problems: [
      ...unlisted,
      ...reports.flatMap(({ problems }) => problems),
      ...doubleEntries(files, placements),
      ...codebooks.met().flatMap(({ name, text, problems }) => problemsIn(name, text, problems)),
      ...(differences ? await unreviewedDifferences(paths, placements, say) : []),
    ],
  };
  io.out(renderReport(report, format));
  return report.problems.some((problem) => counts(problem, format)) ? 1 : 0;
}

/**
 * Whether a problem makes the exit code 1. Lost and ambiguous anchors do for people and for continuous
 * integration; a program that asks for JSON reads them as the annotations' status, which is a result.
 */
const counts = ({ severity, code }: ReportedProblem, format: CheckFormat): boolean =>
  severity !== 'information' && !(format === 'json' && code.startsWith('anchor-'));

function optionsOf(argv: readonly string[]): {
  readonly format: CheckFormat;
  readonly paths: readonly string[];
  readonly differences: boolean;
} {
  const { values, positionals } = parseArguments(argv, {
    format: { type: 'string' },
    differences: { type: 'boolean' },
  });
  const format = formats.find((known) => known === (values.format ?? 'text'));
  if (!format) throw new CommandError(`--format is one of ${formats.join(', ')}.`);
  if (positionals.length === 0) throw new CommandError('name at least one article, sidecar or folder.');
  return { format, paths: positionals, differences: values.differences === true };
}

/** An article's sidecars if it has any, a sidecar itself, all sidecars of a folder. */
export function sidecarsUnder(path: string, placements: Placements, unlisted: Unlisted): string[] {
  if (!existsSync(path) && !isSidecar(path))
    throw new CommandError(
      `there is no file or folder "${path}". Check the spelling and the current folder.`,
    );
  if (existsSync(path) && statSync(path).isDirectory()) return filesUnder(path, isSidecar, unlisted);
  const sidecars = isSidecar(path) ? [path] : placements.sidecarsOf(path);
  if (sidecars.length > 0) return sidecars;
  readText(path);
  return [];
}

/** Sidecars that are read together, so that git is asked once for the texts of all of them. */
const TOGETHER = 200;

async function checkSidecars(
  files: readonly string[],
  placements: Placements,
  codebooks: Codebooks,
): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  for (let at = 0; at < files.length; at += TOGETHER) {
    let texts: ReadonlyMap<string, string> = new Map();
    const opened = files
      .slice(at, at + TOGETHER)
      .map((file) => openedSidecar(file, placements, (print) => texts.get(print) ?? null));
    texts = await gitTexts(
      opened.flatMap((one) => ('read' in one ? { article: one.article, prints: one.prints } : [])),
    );
    reports.push(...opened.map((one) => ('read' in one ? byCodebook(examined(one), one, codebooks) : one)));
  }
  return reports;
}

/** A sidecar that can be read, and its article as far as it can. */
interface Opened {
  readonly file: string;
  readonly article: string;
  readonly source: string;
  readonly read: SidecarRead;
  /** The article; null where it is missing, a problem where it can't be read. */
  readonly index: TextIndex | ReportedProblem | null;
  /** Of the article's older texts that passages were noted in. */
  readonly prints: readonly string[];
}

function openedSidecar(file: string, placements: Placements, oldTexts: OldTexts): Opened | CheckReport {
  const article = placements.articleOf(file) ?? '';
  const source = readOr(file, LARGEST_SIDECAR);
  if (typeof source !== 'string') return { annotations: [], problems: [source] };
  const read = parseSidecar(source);
  const index = articleIndex(article, oldTexts);
  const prints = index !== null && 'folded' in index ? olderTexts(read, index) : [];
  return { file, article, source, read, index, prints };
}

function articleIndex(path: string, oldTexts: OldTexts): TextIndex | ReportedProblem | null {
  if (!existsSync(path)) return null;
  const text = readOr(path);
  return typeof text === 'string' ? indexText(text, oldTexts) : text;
}

/** The text of a file, or the problem with it: one bad file does not keep the others from being checked. */
function readOr(file: string, most?: number): string | ReportedProblem {
  try {
    return readText(file, most).text;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const message = error.message.slice(`${file}: `.length);
    return unreadable(file, message, error.line);
  }
}

const unreadable = (file: string, message: string, line = 1): ReportedProblem => ({
  file,
  line,
  column: 1,
  code: 'unreadable',
  severity: 'error',
  message,
});

function examined({ file, article, source, read, index }: Opened): CheckReport {
  if (index === null || !('code' in index)) return reported(file, article, source, examineRead(read, index));
  const { problems } = reported(file, article, source, examineRead(read, null));
  return {
    annotations: [],
    problems: [index, ...problems.filter(({ code }) => code !== 'article-missing')],
  };
}

/** What the codebook says of the tags of a sidecar, besides. */
function byCodebook(
  report: CheckReport,
  { file, article, source, read }: Opened,
  codebooks: Codebooks,
): CheckReport {
  const tags = codebooks.tagsFor(article);
  const found = tags ? problemsIn(file, source, tagProblems(read, tags)) : [];
  return found.length === 0 ? report : { ...report, problems: [...report.problems, ...found] };
}

/** Entries that stand in several sidecars of one article. */
function doubleEntries(files: readonly string[], placements: Placements): ReportedProblem[] {
  const byArticle = new Map<string, string[]>();
  for (const file of files) {
    const article = placements.articleOf(file) ?? '';
    byArticle.set(article, [...(byArticle.get(article) ?? []), file]);
  }
  return [...byArticle.values()].flatMap((several) => {
    if (several.length < 2) return [];
    const reads = several.sort(compareSidecars).flatMap((name) => {
      const text = readOr(name, LARGEST_SIDECAR);
      return typeof text === 'string' ? [{ name, text, read: parseSidecar(text) }] : [];
    });
    const { problems } = readTogether(reads);
    return reads.flatMap(({ name, text }, i) => problemsIn(name, text, problems[i] ?? []));
  });
}

function problemsIn(file: string, text: string, problems: readonly Problem[]): ReportedProblem[] {
  const starts = lineStarts(text);
  return problems.map(({ code, severity, message, span }) => {
    const line = lineAt(starts, span.start);
    return { file, line: line + 1, column: span.start - (starts[line] ?? 0) + 1, code, severity, message };
  });
}

function reported(file: string, article: string, source: string, examined: Examined): CheckReport {
  const { annotations, problems } = examined;
  return {
    annotations: annotations.map(({ annotation: { id }, resolution: { status, span } }) => ({
      article,
      id,
      status,
      start: span?.start ?? null,
      end: span?.end ?? null,
    })),
    problems: problemsIn(file, source, problems),
  };
}
