import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProject, type Project } from '../../core/corpus/project.ts';
import { COMPONENTS, type Component, type Without } from '../../core/mentions/component.ts';
import { parseSidecar } from '../../core/sidecar/parse.ts';
import type { ArticleFacts } from '../../core/text/article.ts';
import { articleFiles } from '../article-files.ts';
import { CommandError, type Io } from '../io.ts';
import { documentJson, storyJson } from '../json.ts';
import { readArticle } from '../read-article.ts';
import { documentText, linkText } from '../text.ts';

const FORMATS = ['text', 'json', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly format: Format;
  readonly minScore: number | undefined;
  readonly dates: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
  /** Parts of the analysis left out; for benchmarks, and in no help text. */
  readonly without: Without;
}

/** `analyze PATH...`: mentions, claims and counterparts of all articles under the paths. Exit code 0, or 2. */
export async function analyze(argv: readonly string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  const project = createProject({ without: options.without });
  for (const path of articleFiles(options.paths)) addArticle(project, path, options, io);
  if (project.paths().length === 0)
    throw new CommandError('there is no article that could be read under these paths.');
  PRINT[options.format](project, options, io);
  return 0;
}

function addArticle(project: Project, path: string, { dates }: Options, io: Io): void {
  let text: string;
  try {
    ({ text } = readArticle(path));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.err(`counterpoint analyze: ${error.message} It is left out.\n`);
    return;
  }
  const sidecar = readSidecar(path, io);
  const published = dates.get(resolve(path));
  const facts: ArticleFacts = { ...sidecar?.article, ...(published === undefined ? {} : { published }) };
  const { decisions = [], dismissals = [] } = sidecar ?? {};
  project.set({ path, text, facts, decisions, dismissals });
}

function readSidecar(article: string, io: Io) {
  const path = `${article}.annotations.yaml`;
  if (!existsSync(path)) return null;
  const { value, problems } = parseSidecar(readFileSync(path, 'utf8'));
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0)
    io.err(`counterpoint analyze: ${path}: ${errors[0]?.message} ("counterpoint check" lists all.)\n`);
  return value;
}

const PRINT: Readonly<Record<Format, (project: Project, options: Options, io: Io) => void>> = {
  json: (project, { minScore }, io) => {
    const documents = analysed(project).map(({ path, analysis }) =>
      JSON.stringify(documentJson(path, analysis)),
    );
    const links = project.links(minScore).map((link) => JSON.stringify(link));
    const stories = project.stories().map((story) => JSON.stringify(storyJson(story)));
    io.out('{"version":1,"documents":[\n');
    io.out(documents.join(',\n'));
    io.out('],\n"links":[\n');
    io.out(links.join(',\n'));
    io.out('],\n"stories":[\n');
    io.out(stories.join(',\n'));
    io.out(']}\n');
  },
  ndjson: (project, { minScore }, io) => {
    for (const { path, analysis } of analysed(project))
      io.out(`${JSON.stringify(documentJson(path, analysis))}\n`);
    for (const link of project.links(minScore)) io.out(`${JSON.stringify(link)}\n`);
  },
  text: (project, { minScore }, io) => {
    for (const { path, analysis } of analysed(project)) io.out(`${documentText(path, analysis)}\n`);
    for (const link of project.links(minScore))
      io.out(`${linkText(link, (path) => project.analysis(path))}\n`);
  },
};

function analysed(project: Project) {
  return project.paths().flatMap((path) => {
    const analysis = project.analysis(path);
    return analysis ? [{ path, analysis }] : [];
  });
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parsed(argv);
  const format = FORMATS.find((f) => f === (values.format ?? 'text'));
  if (!format) throw new CommandError(`--format is one of ${FORMATS.join(', ')}, not "${values.format}".`);
  const minScore = values['min-score'] === undefined ? undefined : Number(values['min-score']);
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 1)) {
    throw new CommandError(`--min-score is a number from 0 to 1, not "${values['min-score']}".`);
  }
  const without = readComponents(values.without);
  return { format, minScore, dates: readDates(values.dates), paths: positionals, without };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'min-score': { type: 'string' },
        dates: { type: 'string' },
        without: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

/** "pronoun,role": names of components. */
function readComponents(list = ''): Set<Component> {
  const names = list.split(',').filter((name) => name !== '');
  const known = names.flatMap((name) => COMPONENTS.find((component) => component === name) ?? []);
  if (known.length < names.length) throw new CommandError(`--without is a list of ${COMPONENTS.join(', ')}.`);
  return new Set(known);
}

/** Absolute path of an article to its publication date. */
function readDates(file: string | undefined): Map<string, string> {
  if (file === undefined) return new Map();
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`--dates "${file}" can't be read as JSON: ${why}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandError(`--dates "${file}" holds no JSON object from article path to date.`);
  }
  return new Map(
    Object.entries(value).map(([path, date]) => {
      if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(date)) {
        throw new CommandError(`--dates "${file}": the date of "${path}" is not in the form 2025-12-04.`);
      }
      return [resolve(dirname(file), path), date];
    }),
  );
}
