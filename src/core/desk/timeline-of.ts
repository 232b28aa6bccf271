import type { Project } from '../corpus/project.ts';
import { isOtherwise } from '../counterparts/link.ts';
import { daysNamed } from '../counterparts/times.ts';
import { placeOf } from '../presentation/place.ts';
import { contains } from '../text/span.ts';
import { type ClaimGroup, ownKey, type StoryClaim, toldIn } from './claim-groups.ts';
import { type SpeakerIn, speakersOf } from './full-names.ts';
import { storyColumns } from './ledger-of.ts';
import { standingsOf } from './matrix-standing.ts';
import { byPublication, publishedAt } from './moments.ts';
import type { Saying, SpokenOf, Telling, Timeline } from './timeline.ts';
import { figureOf, lineOf, sentenceAround } from './words.ts';

/** Enough of a passage to know what is said. */
const SHOWN = 300;

/**
 * What is said in a story by when its articles, or the entries of a live blog, appeared; and the days that its claims
 * speak of. Claims of several articles that links join are told once. Null where the corpus has no such article.
 */
export function timelineOf(project: Project, path: string): Timeline | null {
  const articles = storyColumns(project, path);
  if (articles.length === 0) return null;
  const { places, groups } = toldIn(project, articles);
  const speakerIn = speakersOf(project, [...places.keys()]);
  return {
    title: articles[0]?.title ?? '',
    articles,
    sayings: groups.flatMap((group) => sayingIn(group, places, speakerIn)).sort(byTime),
    days: groups.flatMap((group) => daysIn(group, places)).sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

/** A figure that somebody gives stands in what is said already; a sentence around quoted words is told by these. */
const isSaid = ({ claim, analysis }: StoryClaim): boolean =>
  claim.kind === 'quotation' ||
  (claim.kind === 'statement' &&
    claim.reported &&
    !analysis.quotations.some((quotation) => contains(claim, quotation)));

function sayingIn(group: ClaimGroup, places: ReadonlyMap<string, number>, speakerIn: SpeakerIn): Saying[] {
  const said = byPublication(group.filter(isSaid));
  const [first] = said;
  const wordsOf = ({ analysis, claim }: StoryClaim): string => lineOf(analysis, claim, SHOWN);
  const tellings = tellingsOf(said, places, wordsOf);
  if (!first || !tellings) return [];
  const standings = standingsOf(first, group);
  const otherwise = said.filter((one) => isOtherwise(standings.get(one)?.relation ?? null));
  const quoted = said.find(({ claim }) => claim.kind === 'quotation');
  return [
    {
      id: ownKey(first),
      speaker: said.map(speakerIn).find((name) => name !== null) ?? null,
      words: wordsOf(quoted ?? first),
      reported: quoted === undefined,
      tellings,
      differing: new Set(otherwise.map(({ path }) => path)).size,
    },
  ];
}

/** Of claims that are one, by the days that they name: an article that puts a deadline off speaks of another day. */
function daysIn(group: ClaimGroup, places: ReadonlyMap<string, number>): SpokenOf[] {
  const byDays = new Map<string, { from: number; to: number; claims: StoryClaim[] }>();
  for (const one of byPublication(group)) {
    const { analysis, claim } = one;
    const figure = figureOf(analysis, claim);
    const named = figure?.kind === 'date' ? daysNamed(String(figure.value)) : null;
    if (!named) continue;
    const [from, to] = named;
    const known = byDays.get(`${from} ${to}`);
    if (known) known.claims.push(one);
    else byDays.set(`${from} ${to}`, { from, to, claims: [one] });
  }
  return [...byDays.values()].flatMap(({ from, to, claims }) => {
    const [first] = claims;
    const tellings = tellingsOf(claims, places, sentenceOf);
    if (!first || !tellings) return [];
    const id = `${ownKey(first)}\n${from}`;
    const words = lineOf(first.analysis, first.claim);
    return [{ id, from, to, words, sentence: sentenceOf(first), tellings }];
  });
}

const sentenceOf = ({ analysis, claim }: StoryClaim): string =>
  lineOf(analysis, sentenceAround(analysis, claim) ?? claim, SHOWN);

/** One an article, its first; null where there is none. `claims`: in order of publication. */
function tellingsOf(
  claims: readonly StoryClaim[],
  places: ReadonlyMap<string, number>,
  wordsOf: (one: StoryClaim) => string,
): readonly [Telling, ...Telling[]] | null {
  const told = new Map<string, Telling>();
  for (const one of claims) {
    const { path, analysis, claim } = one;
    if (told.has(path)) continue;
    const { line, date, time } = placeOf(path, analysis, claim);
    const article = places.get(path) ?? 0;
    const at = publishedAt(one);
    told.set(path, { article, claim: claim.id, words: wordsOf(one), line, day: date, time, at });
  }
  const [first, ...others] = told.values();
  return first ? [first, ...others] : null;
}

/** Of an article as a whole the day is known, not the time: it comes before the entries of that day. */
const whenOf = ({ tellings: [{ at }] }: Saying): number => at ?? Number.MAX_VALUE;

const byTime = (a: Saying, b: Saying): number => whenOf(a) - whenOf(b);
