import type { Project } from '../../core/corpus/project.ts';
import { type VersionChanges, versionsOf } from '../../core/corpus/versions.ts';
import { COMPONENTS, type Component, type Without } from '../../core/mentions/component.ts';
import { createPlacements } from '../../files/placement.ts';
import { parseArguments } from '../arguments.ts';
import { articleFiles } from '../article-files.ts';
import { type Dates, readDates, unusedDates } from '../dates.ts';
import { storyGroups } from '../groups.ts';
import { CommandError, type Io } from '../io.ts';
import { documentJson, storyJson } from '../json.ts';
import { presentSources } from '../present-sources.ts';
import { readCorpus } from '../read-corpus.ts';
import { articleAt } from '../read-project.ts';
import { documentText, linkJson, linkText, wordings } from '../text.ts';

type Say = (message: string) => void;

const FORMATS = ['text', 'json', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly format: Format;
  readonly minScore: number | undefined;
  readonly dates: Dates;
  readonly paths: readonly string[];
  /** Where what is found out is kept for the next time. */
  readonly cache: string | undefined;
  /** Parts of the analysis left out; for benchmarks, and in no help text. */
  readonly without: Without;
}

/** `analyze PATH...`: mentions, claims and counterparts of all articles under the paths. Exit code 0, or 2. */
export async function analyze(argv: readonly string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  const say = (message: string): void => io.err(`counterpoint analyze: ${message}\n`);
  const files = articleFiles(options.paths, (folder, reason) => say(`${folder}: ${reason} It is left out.`));
  const placements = createPlacements();
  const read = files.flatMap((path) => articleAt(path, { ...options, placements }, say) ?? []);
  const sources = await presentSources(read);
  const corpus = await readCorpus(sources, options);
  const { project } = corpus;
  if (project.paths().length === 0)
    throw new CommandError('there is no article that could be read under these paths.');
  project.setGroups(storyGroups(project.paths(), say));
  const unused = unusedDates(options.dates, project.paths());
  if (unused !== null) say(unused);
  sayLimits(project, say);
  PRINT[options.format](project, options, io);
  await corpus.close();
  return 0;
}

/** What is cut off is said, never kept quiet. */
function sayLimits(project: Project, say: Say): void {
  let crowded = 0;
  for (const path of project.paths()) {
    const { claims, articles } = project.limits(path);
    if (claims > 0) {
      const last = claims === 1 ? 'its last claim is' : `its last ${claims} claims are`;
      say(`${path}: ${last} linked with nothing; the text is too long.`);
    }
    if (articles > 0) crowded++;
  }
  if (crowded === 0) return;
  const which = crowded === 1 ? '1 article is' : `${crowded} articles are`;
  say(
    `${which} like so many others that only the likest were compared in full; in the rest, only rare words were looked for.`,
  );
}

const PRINT: Readonly<Record<Format, (project: Project, options: Options, io: Io) => void>> = {
  json: (project, { minScore }, io) => {
    const documents = analysed(project).map(({ path, analysis }) =>
      JSON.stringify(documentJson(path, analysis)),
    );
    const links = project.links(minScore).map(linkJson);
    const stories = project.stories().map((story) => JSON.stringify(storyJson(story)));
    io.out('{"version":1,"documents":[\n');
    io.out(documents.join(',\n'));
    io.out('],\n"links":[\n');
    io.out(links.join(',\n'));
    io.out('],\n"stories":[\n');
    io.out(stories.join(',\n'));
    io.out('],\n"versions":[\n');
    io.out(
      versionsIn(project)
        .map((version) => JSON.stringify(version))
        .join(',\n'),
    );
    io.out(']}\n');
  },
  ndjson: (project, { minScore }, io) => {
    for (const { path, analysis } of analysed(project))
      io.out(`${JSON.stringify(documentJson(path, analysis))}\n`);
    for (const link of project.links(minScore)) io.out(`${linkJson(link)}\n`);
  },
  text: (project, { minScore }, io) => {
    for (const { path, analysis } of analysed(project)) io.out(`${documentText(path, analysis)}\n`);
    const wording = wordings((path) => project.analysis(path));
    for (const link of project.links(minScore)) io.out(`${linkText(link, wording)}\n`);
  },
};

/** Each pair of versions once, as the later of the two has it. */
const versionsIn = (project: Project): readonly VersionChanges[] =>
  project.paths().flatMap((path) => versionsOf(project, path).filter(({ later }) => later === path));

function analysed(project: Project) {
  return project.paths().flatMap((path) => {
    const analysis = project.analysis(path);
    return analysis ? [{ path, analysis }] : [];
  });
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArguments(argv, {
    format: { type: 'string' },
    'min-score': { type: 'string' },
    dates: { type: 'string' },
    cache: { type: 'string' },
    without: { type: 'string' },
  });
  const format = FORMATS.find((f) => f === (values.format ?? 'text'));
  if (!format) throw new CommandError(`--format is one of ${FORMATS.join(', ')}, not "${values.format}".`);
  const given = values['min-score'];
  // Number() takes an empty text for 0.
  const minScore = given === undefined ? undefined : given.trim() === '' ? Number.NaN : Number(given);
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 1)) {
    throw new CommandError(`--min-score is a number from 0 to 1, not "${given}".`);
  }
  const without = readComponents(values.without);
  return {
    format,
    minScore,
    dates: readDates(values.dates),
    paths: positionals,
    cache: values.cache,
    without,
  };
}

/** "pronoun,role": names of components. */
function readComponents(list = ''): Set<Component> {
  const names = list.split(',').filter((name) => name !== '');
  const known = names.flatMap((name) => COMPONENTS.find((component) => component === name) ?? []);
  if (known.length < names.length) throw new CommandError(`--without is a list of ${COMPONENTS.join(', ')}.`);
  return new Set(known);
}
