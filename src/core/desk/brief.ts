import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { type Kin, type Kinship, kinshipOf } from '../corpus/kinship.ts';
import type { Project } from '../corpus/project.ts';
import type { Relation } from '../counterparts/link.ts';
import { absenceOf, indexedIn, isOnlyHere, type WordsIn } from '../presentation/absence.ts';
import { differs } from '../presentation/lens.ts';
import { type Place, placeOf } from '../presentation/place.ts';
import type { Wording } from '../text/wording.ts';
import { type ClaimGroup, ownKey, refKey, type StoryClaim, storyClaims } from './claim-groups.ts';
import { type SpeakerIn, speakersOf } from './full-names.ts';
import { articlesOfStory, earlierKin } from './story.ts';
import { figureOf, lineOf, titleOf, valueWords } from './words.ts';

/** An article that a brief cites. */
export interface BriefSource {
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly retrieved: string | null;
  readonly archive: string | null;
  /** An earlier article of the brief that this is a version of, or prints the text of: both are one source. */
  readonly kin: { readonly kinship: Kinship; readonly path: string } | null;
}

/** A claim where one article has it. */
export interface Cited {
  readonly place: Place;
  readonly words: string;
  /** Of a figure. */
  readonly value: Wording | null;
}

/** The same claim at another place. */
export interface Told extends Cited {
  /** To the first claim before it in the list that it is linked with; null where it is linked with later ones only. */
  readonly relation: Relation | null;
  readonly difference: string | null;
  /** Who confirmed that it is the same claim. */
  readonly verifiedBy: string | null;
}

/** One claim over the story, from the article that is first with it. */
export interface BriefClaim {
  readonly speaker: string | null;
  readonly first: Cited;
  readonly others: readonly Told[];
}

/** What is told of a story; plain data. */
export interface Brief {
  readonly title: string;
  /** Whether all articles had been read. */
  readonly complete: boolean;
  readonly sources: readonly BriefSource[];
  /** Figures and statements that articles tell differently. */
  readonly differing: readonly BriefClaim[];
  /** Quotations by who says them, in order of their first one; null for unknown speakers. */
  readonly said: readonly { readonly speaker: string | null; readonly claims: readonly BriefClaim[] }[];
  /** Quotations and figures that no other source has, by article; of several versions or prints, by the first. */
  readonly onlyHere: readonly { readonly source: BriefSource; readonly claims: readonly BriefClaim[] }[];
}

/**
 * Links that are merely possible tell nothing, unless the analyst confirmed them. A brief is for others: what private
 * sidecars decide does not count.
 */
export function briefOf(withPrivate: Project, path: string): Brief {
  const { complete } = withPrivate;
  const project = { ...withPrivate.forOthers(), complete };
  const articles = articlesOfStory(project, path);
  const places = new Map(articles.map((article, at) => [article, at]));
  const claims = articles.flatMap((article) => storyClaims(project, article, places));
  const groups = groupsOfKind(claims);
  const speakerIn = speakersOf(project, articles);
  const kin = articles.flatMap((article) => project.kin(article) ?? []);
  const sources = articles.flatMap((article) => sourceOf(project, article, kin));
  const wordsIn = indexedIn(project, articles);
  const quoted = groups.filter(([first]) => first.claim.kind === 'quotation');
  return {
    title: titleAt(project, articles[0]),
    complete,
    sources,
    differing: groups
      .filter((group) => group.some(({ links }) => links.some(differs)))
      .map((group) => briefClaim(group, speakerIn)),
    said: bySpeaker(quoted.map((group) => briefClaim(group, speakerIn))),
    onlyHere: sources.flatMap((source) => {
      const { path: article } = source;
      const own = kin.find((one) => one.path === article);
      const alike = kin.filter((one) => own && (one === own || kinshipOf(own, one) !== null));
      const family = new Set(alike.map((one) => one.path));
      const there = claims.filter((one) => one.path === article);
      const only = there.filter((one) => isOnly(project, one, articles, family, wordsIn));
      const told = only.map((one) => briefClaim([one], speakerIn));
      return told.length > 0 ? [{ source, claims: told }] : [];
    }),
  };
}

/** Claims of one kind that links join, directly or by way of others; each group and all of them in story order. */
function groupsOfKind(claims: readonly StoryClaim[]): ClaimGroup[] {
  const byKey = new Map(claims.map((one) => [ownKey(one), one]));
  const at = new Map(claims.map((one, index) => [one, index]));
  const met = new Set<StoryClaim>();
  return claims.flatMap((first) => {
    if (met.has(first)) return [];
    met.add(first);
    const group = [first];
    for (const one of group) {
      for (const { to } of one.links) {
        const other = byKey.get(refKey(to));
        if (!other || met.has(other) || other.claim.kind !== first.claim.kind) continue;
        met.add(other);
        group.push(other);
      }
    }
    const [, ...others] = group;
    return [[first, ...others.sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0))]];
  });
}

function briefClaim([first, ...others]: ClaimGroup, speakerIn: SpeakerIn): BriefClaim {
  return {
    speaker: speakerIn(first),
    first: cited(first.path, first.analysis, first.claim),
    others: others.map((other, at) => toldBy(other, [first, ...others.slice(0, at)])),
  };
}

function toldBy(one: StoryClaim, before: readonly StoryClaim[]): Told {
  const links = before.flatMap(({ path, claim }) =>
    one.links.filter(({ to }) => to.path === path && to.claim === claim.id),
  );
  return {
    ...cited(one.path, one.analysis, one.claim),
    relation: links[0]?.relation ?? null,
    difference: links[0]?.difference ?? null,
    verifiedBy: links[0]?.confirmedBy ?? null,
  };
}

/**
 * Statements are found again less surely than quotations and figures, and days and durations mean little by
 * themselves: “only here” is not said of them. `family`: the article itself, its versions and the prints of its text.
 */
function isOnly(
  project: Project,
  { path, analysis, claim, links }: StoryClaim,
  articles: readonly string[],
  family: ReadonlySet<string>,
  wordsIn: WordsIn,
): boolean {
  const others = articles.filter((other) => !family.has(other));
  const figure = figureOf(analysis, claim);
  if (claim.kind === 'statement' || (figure && valueWords(figure) === null)) return false;
  const at = articles.indexOf(path);
  if (links.some(({ to }) => !family.has(to.path) || articles.indexOf(to.path) < at)) return false;
  return isOnlyHere(absenceOf(project, path, analysis, claim, others, wordsIn), others);
}

function cited(path: string, analysis: Analysis, claim: Claim): Cited {
  const figure = figureOf(analysis, claim);
  const { article } = analysis;
  // A figure alone tells little: its sentence says what it is of.
  const around =
    figure &&
    article.blocks
      .flatMap(({ sentences }) => sentences)
      .find(({ start, end }) => start <= claim.start && claim.end <= end);
  return {
    place: placeOf(path, analysis, claim),
    words: lineOf(analysis, around ?? claim, 400),
    value: figure === undefined ? null : valueWords(figure),
  };
}

function bySpeaker(claims: readonly BriefClaim[]): Brief['said'] {
  const groups = new Map<string | null, BriefClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.speaker);
    if (group === undefined) groups.set(claim.speaker, [claim]);
    else group.push(claim);
  }
  const unknown = groups.get(null);
  groups.delete(null);
  return [...groups, ...(unknown ? [[null, unknown] as const] : [])].map(([speaker, said]) => ({
    speaker,
    claims: said,
  }));
}

function titleAt(project: Project, path: string | undefined): string {
  const analysis = path === undefined ? undefined : project.analysis(path);
  return analysis ? titleOf(analysis) : '';
}

/** `articles`: those of the brief, in its order. */
function sourceOf(project: Project, path: string, articles: readonly Kin[]): BriefSource[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const { outlet, date, facts } = analysis.article;
  const { url = null, retrieved = null, archive = null } = facts;
  const kin = earlierKin(path, articles);
  return [{ path, title: titleOf(analysis), outlet, date, url, retrieved, archive, kin }];
}
