// Measured and printed by reliability.bench.mjs: of links shown with a score, how many are right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Claim } from '../../src/core/claims/claim.ts';
import { createProject, type Project } from '../../src/core/corpus/project.ts';
import type { Link } from '../../src/core/counterparts/link.ts';
import type { Span } from '../../src/core/text/span.ts';

interface Judged {
  readonly kind: 'quotations' | 'figures' | 'statements';
  readonly score: number;
  readonly possible: boolean;
  readonly right: boolean;
}

/** A place that a judgement names: at least half of the shorter of it and the claim lies in both. */
const isAt = (a: Span, b: Span): boolean =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) >= 0.5 * Math.min(a.end - a.start, b.end - b.start);

function projectOf(files: readonly string[]): Project {
  const project = createProject();
  for (const file of files)
    project.set({ path: basename(file), text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') });
  return project;
}

/** Judges every shown link; null where the judges have not seen it. */
function judged(project: Project, isRight: (link: Link, a: Claim, b: Claim) => boolean | null): Judged[] {
  const claims = new Map(
    project
      .paths()
      .flatMap((path) =>
        (project.analysis(path)?.claims ?? []).map((claim) => [`${path} ${claim.id}`, claim] as const),
      ),
  );
  return project.links().flatMap((link) => {
    const a = claims.get(`${link.from.path} ${link.from.claim}`);
    const b = claims.get(`${link.to.path} ${link.to.claim}`);
    const right = a && b ? isRight(link, a, b) : null;
    if (a === undefined || b === undefined || right === null) return [];
    const kind =
      a.kind === 'figure'
        ? 'figures'
        : a.kind === b.kind && a.kind === 'quotation'
          ? 'quotations'
          : 'statements';
    return [{ kind, score: link.score, possible: link.certainty === 'possible', right }];
  });
}

interface Sentence extends Span {
  readonly events: readonly string[];
}

interface EventGold {
  readonly groups: readonly (readonly string[])[];
  readonly documents: readonly { readonly file: string; readonly sentences: readonly Sentence[] }[];
}

/** Links of two annotated sentences are right where these tell of one event. */
export function ofEvents(corpus: string): Judged[] {
  const gold = JSON.parse(readFileSync(join(corpus, 'gold.json'), 'utf8')) as EventGold;
  const sentences = new Map(gold.documents.map((d) => [basename(d.file), d.sentences]));
  const at = (path: string, claim: Claim): Sentence[] =>
    (sentences.get(path) ?? []).filter((sentence) => isAt(sentence, claim));
  return gold.groups.flatMap((group) =>
    judged(projectOf(group.map((file) => join(corpus, file))), ({ from, to }, a, b) => {
      const [x, y] = [at(from.path, a), at(to.path, b)];
      if (x.length === 0 || y.length === 0) return null;
      return x.some((one) => y.some((other) => one.events.some((event) => other.events.includes(event))));
    }),
  );
}

interface Place extends Span {
  readonly file: string;
  readonly figure: boolean;
}

interface ListedGold {
  readonly documents: readonly {
    readonly file: string;
    readonly quotations: readonly (Span & { readonly id: string })[];
    readonly figures: readonly (Span & { readonly id: string })[];
  }[];
  readonly links: readonly { readonly a: string | Place; readonly b: string | Place }[];
  readonly alsoLinks?: ListedGold['links'];
}

/** Links are right where an analyst has listed them, and the rest is counted as wrong. */
export function ofListed(folder: string, goldFile: string): Judged[] {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as ListedGold;
  const places = new Map<string, Place>();
  for (const { file, quotations, figures } of gold.documents) {
    for (const { id, start, end } of quotations) places.set(id, { file, start, end, figure: false });
    for (const { id, start, end } of figures) places.set(id, { file, start, end, figure: true });
  }
  const listed = [...gold.links, ...(gold.alsoLinks ?? [])].flatMap(({ a, b }) => {
    const [x, y] = [a, b].map((end) => (typeof end === 'string' ? places.get(end) : end));
    return x && y ? [[x, y] as const] : [];
  });
  const stands = (path: string, claim: Claim, place: Place): boolean =>
    path === place.file && isAt(claim, place) && (!place.figure || claim.kind === 'figure');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return judged(projectOf(files.map((file) => join(folder, file))), ({ from, to }, a, b) =>
    listed.some(
      ([x, y]) =>
        (stands(from.path, a, x) && stands(to.path, b, y)) ||
        (stands(from.path, a, y) && stands(to.path, b, x)),
    ),
  );
}

const BANDS = [0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95] as const;

/** Prints, for each band of scores, how many links there are and which part of them is right. */
export function printReliability(name: string, links: readonly Judged[]): void {
  console.log(`${name}: ${links.length} judged links; part that is right by score (and how many)`);
  for (const kind of ['quotations', 'figures', 'statements'] as const) {
    const own = links.filter((link) => link.kind === kind);
    if (own.length > 0)
      console.log(`  ${kind.padEnd(10)} ${BANDS.map((from, i) => cell(own, from, BANDS[i + 1])).join('  ')}`);
  }
  console.log(`  ${'all'.padEnd(10)} ${BANDS.map((from, i) => cell(links, from, BANDS[i + 1])).join('  ')}`);
  for (const possible of [false, true]) {
    const own = links.filter((link) => link.possible === possible);
    console.log(`  ${possible ? 'possible' : 'likely'}: ${part(own)}`);
  }
}

function cell(links: readonly Judged[], from: number, to = 1.01): string {
  const own = links.filter(({ score }) => score >= from && score < to);
  return `~${((from + Math.min(1, to)) / 2).toFixed(2)} ${part(own)}`;
}

const part = (links: readonly Judged[]): string =>
  links.length === 0
    ? '– (0)'
    : `${(links.filter(({ right }) => right).length / links.length).toFixed(2)} (${links.length})`;

/** What is there of the corpora that people have judged. */
export function measureReliability(shared: string, seeds: string, seedsGold: string): void {
  printReliability('own seeds', ofListed(seeds, seedsGold));
  const gold = join(shared, 'gold', 'seeds.json');
  if (existsSync(gold)) printReliability('two articles with gold', ofListed(join(shared, 'seeds'), gold));
  const events = join(shared, 'eval', 'corpora', 'ecbplus-dev');
  if (existsSync(events)) printReliability('sentences that tell of one event', ofEvents(events));
}
