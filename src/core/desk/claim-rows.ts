import type { Analysis } from '../claims/analysis.ts';
import type { Claim, ClaimKind } from '../claims/claim.ts';
import { kinshipOf } from '../corpus/kinship.ts';
import type { Project } from '../corpus/project.ts';
import { type ClaimRef, isSure, type Link, type Relation } from '../counterparts/link.ts';
import { absenceOf, indexedIn, isOnlyHere } from '../presentation/absence.ts';
import { differs } from '../presentation/lens.ts';
import { otherArticles } from '../presentation/place.ts';
import { sourcesOf } from '../presentation/sources.ts';
import { contains } from '../text/span.ts';
import { inEnglish, type Wording } from '../text/wording.ts';
import { figureOf, folded, lineOf, speakerOf, valueWords } from './words.ts';

/**
 * How a claim stands in its story: another article says otherwise; another source has it too, or possibly has it; no
 * other source has it; or nothing can be said, as where it is the only one, or another one is cut short. Versions of an
 * article and prints of its text are no other sources.
 */
export type Standing = 'differs' | 'linked' | 'possible' | 'onlyHere' | 'untold';

export const STANDINGS: readonly Standing[] = ['differs', 'linked', 'possible', 'onlyHere', 'untold'];

/** A claim as a list shows it. */
export interface ClaimRow extends ClaimRef {
  readonly kind: ClaimKind;
  /** Its words in one line. */
  readonly text: string;
  /** Of a figure: its value in one form. */
  readonly value: Wording | null;
  readonly speaker: string | null;
  /** Who and what is named in it. */
  readonly names: readonly string[];
  readonly standing: Standing;
  /** Of the best link, where there is one. */
  readonly relation: Relation | null;
  /** Other articles that have it, possible ones left out. */
  readonly articles: number;
  /** How many sources besides this article these come to: of versions and prints of one text, one; of its own, none. Null where they are too many to compare. */
  readonly sources: number | null;
  readonly best: ClaimRef | null;
}

/** The claims of an article in order of position; empty where there is no such article. */
export function claimRows(project: Project, path: string): ClaimRow[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const kinOf = kinReader(project, path);
  const others = otherArticles(project, path).filter((other) => !kinOf.isOwn(other));
  const named = namesIn(analysis);
  const wordsIn = indexedIn(project, others);
  return analysis.claims.map((claim) => {
    const links = project.linksOf(path, claim.id);
    const sure = links.filter(isSure);
    const best = sure.find(differs) ?? sure[0] ?? links[0];
    const figure = figureOf(analysis, claim);
    const articles = new Set(sure.map(({ to }) => to.path));
    const elsewhere = links.filter(({ to }) => !kinOf.isOwn(to.path));
    const only = (): boolean =>
      isOnlyHere(absenceOf(project, path, analysis, claim, others, wordsIn), others);
    return {
      path,
      claim: claim.id,
      kind: claim.kind,
      text: lineOf(analysis, claim),
      value: figure === undefined ? null : valueWords(figure),
      speaker: speakerOf(analysis, claim),
      names: named(claim),
      standing: standingOf(links, elsewhere, only),
      relation: best?.relation ?? null,
      articles: articles.size,
      sources: kinOf.sources(articles),
      best: best?.to ?? null,
    };
  });
}

/** Claims of one article are in the same few sets of articles: each set is counted once. */
function kinReader(project: Project, path: string) {
  const own = project.kin(path);
  const counted = new Map<string, number | null>();
  const known = new Map<string, boolean>();
  const isOwn = (other: string): boolean => {
    let is = known.get(other);
    if (is === undefined) {
      const kin = project.kin(other);
      is = own !== undefined && kin !== undefined && kinshipOf(own, kin) !== null;
      known.set(other, is);
    }
    return is;
  };
  const sources = (articles: ReadonlySet<string>): number | null => {
    const all = [path, ...[...articles].sort()];
    const key = all.join('\n');
    if (!counted.has(key)) {
      const count = sourcesOf(project, all);
      counted.set(key, count === null ? null : count - 1);
    }
    return counted.get(key) ?? null;
  };
  return { isOwn, sources };
}

/** `elsewhere`: links to other sources. */
function standingOf(links: readonly Link[], elsewhere: readonly Link[], onlyHere: () => boolean): Standing {
  if (links.some(differs)) return 'differs';
  if (elsewhere.some(isSure)) return 'linked';
  if (elsewhere.length > 0) return 'possible';
  return onlyHere() ? 'onlyHere' : 'untold';
}

/** Who and what is named in a claim of an article. */
export function namesIn({ entities, chains }: Analysis): (claim: Claim) => string[] {
  const nameOf = new Map(chains.map(({ id, name }) => [id, name]));
  return (claim) => [
    ...new Set(
      entities.filter((entity) => contains(claim, entity)).flatMap(({ chain }) => nameOf.get(chain) ?? []),
    ),
  ];
}

/** What of a list is shown; what is not named does not narrow it. */
export interface ClaimFilter {
  readonly standing?: Standing;
  /** To its counterpart, one that is merely possible left out. */
  readonly relation?: Relation;
  readonly speaker?: string;
  readonly name?: string;
  /** Words that all have to be in the claim, its value, its speaker or its names, in any order. */
  readonly words?: string;
}

/** `put`: puts values into the reader's language. */
export function filteredClaims(
  rows: readonly ClaimRow[],
  filter: ClaimFilter,
  put: (wording: Wording) => string = inEnglish,
): readonly ClaimRow[] {
  const words = folded(filter.words ?? '').split(' ');
  return rows.filter(
    (row) =>
      (filter.standing === undefined || row.standing === filter.standing) &&
      (filter.relation === undefined || relationOf(row) === filter.relation) &&
      (filter.speaker === undefined || row.speaker === filter.speaker) &&
      (filter.name === undefined || row.names.includes(filter.name)) &&
      (words[0] === '' || words.every((word) => searched(row, put).includes(word))),
  );
}

/** Null where no counterpart is sure. */
export const relationOf = ({ relation, articles }: ClaimRow): Relation | null =>
  articles > 0 ? relation : null;

const searched = ({ text, value, speaker, names }: ClaimRow, put: (wording: Wording) => string): string =>
  folded([text, value === null ? '' : put(value), speaker ?? '', ...names].join(' '));

/** What a list can be narrowed to, most frequent first. */
export function frequent<T extends string>(
  values: readonly (T | null)[],
): { readonly value: T; readonly count: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
