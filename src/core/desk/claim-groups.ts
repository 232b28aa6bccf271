import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Project } from '../corpus/project.ts';
import { type ClaimRef, isSure, type Link } from '../counterparts/link.ts';

/** A claim of the story, and its links to other articles of the story. */
export interface StoryClaim {
  readonly path: string;
  readonly analysis: Analysis;
  readonly claim: Claim;
  /** Sure ones. */
  readonly links: readonly Link[];
  readonly possible: readonly Link[];
}

/** At least one claim. */
export type ClaimGroup = readonly [StoryClaim, ...StoryClaim[]];

/** The claims of a story's articles, and those of them that are one. */
export interface ToldStory {
  /** Of each article its place. */
  readonly places: ReadonlyMap<string, number>;
  readonly claims: readonly StoryClaim[];
  readonly groups: readonly ClaimGroup[];
  readonly foes: Foes;
}

/** Of each claim by its key: the keys of those that an analyst said it is not. */
export type Foes = ReadonlyMap<string, ReadonlySet<string>>;

/** `articles`: those of the story. */
export function toldIn(project: Project, articles: readonly { readonly path: string }[]): ToldStory {
  const places = new Map(articles.map(({ path }, at) => [path, at]));
  const claims = articles.flatMap(({ path }) => storyClaims(project, path, places));
  const foes = foesOf(project.rejected());
  return { places, claims, groups: groupsOf(claims, foes), foes };
}

/** `places`: the articles of the story. */
export function storyClaims(
  project: Project,
  path: string,
  places: ReadonlyMap<string, number>,
): StoryClaim[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  return analysis.claims.map((claim) => {
    const links = project.linksOf(path, claim.id).filter((link) => places.has(link.to.path));
    return {
      ...{ path, analysis, claim },
      links: links.filter(isSure),
      possible: links.filter((link) => !isSure(link)),
    };
  });
}

export const refKey = ({ path, claim }: ClaimRef): string => `${path}\n${claim}`;

export const ownKey = ({ path, claim }: StoryClaim): string => refKey({ path, claim: claim.id });

/**
 * Claims that sure links join, directly or by way of others; each group, and all of them, in the order of `claims`. Two
 * foes never come together: the surest links join first, and one that would bring such two together joins nothing.
 */
function groupsOf(claims: readonly StoryClaim[], foes: Foes): ClaimGroup[] {
  const keys = claims.map(ownKey);
  const at = new Map(keys.map((key, place) => [key, place]));
  const areFoes = (own: readonly number[], its: readonly number[]): boolean =>
    own.some((one) => {
      const apart = foes.get(keys[one] ?? '');
      return apart !== undefined && its.some((other) => apart.has(keys[other] ?? ''));
    });
  const groups = claims.map((_, place) => [place]);
  const groupOf = claims.map((_, place) => place);
  const links = claims.flatMap((one, place) =>
    one.links.flatMap((link) => {
      const other = at.get(refKey(link.to));
      return other === undefined || other <= place ? [] : [{ place, other, link }];
    }),
  );
  links.sort(
    (a, b) => Number(isConfirmed(b.link)) - Number(isConfirmed(a.link)) || b.link.score - a.link.score,
  );
  for (const { place, other } of links) {
    const [here, there] = [groupOf[place] ?? 0, groupOf[other] ?? 0];
    if (here === there) continue;
    const isLarger = (groups[here] ?? []).length >= (groups[there] ?? []).length;
    const [into, gone] = isLarger ? [here, there] : [there, here];
    const [own, its] = [groups[into] ?? [], groups[gone] ?? []];
    if (foes.size > 0 && areFoes(its, own)) continue;
    for (const one of its) {
      own.push(one);
      groupOf[one] = into;
    }
    groups[gone] = [];
  }
  return groups
    .flatMap((group) => {
      const [first, ...others] = group.sort((a, b) => a - b).flatMap((place) => claims[place] ?? []);
      return first === undefined ? [] : [{ place: group[0] ?? 0, group: [first, ...others] as const }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group);
}

const isConfirmed = ({ confirmedBy }: Link): boolean => confirmedBy !== undefined;

function foesOf(rejected: readonly (readonly [ClaimRef, ClaimRef])[]): Foes {
  const foes = new Map<string, Set<string>>();
  for (const [a, b] of rejected) {
    const [x, y] = [refKey(a), refKey(b)];
    foes.set(x, (foes.get(x) ?? new Set()).add(y));
    foes.set(y, (foes.get(y) ?? new Set()).add(x));
  }
  return foes;
}
