import type { Project } from '../corpus/project.ts';
import { quantityOf } from '../counterparts/figures/quantity.ts';
import { isOtherwise } from '../counterparts/link.ts';
import type { Figure } from '../mentions/mention.ts';
import { placeOf } from '../presentation/place.ts';
import { type ClaimGroup, ownKey, type StoryClaim, toldIn } from './claim-groups.ts';
import type { Ledger, LedgerArticle, LedgerMeasure, LedgerValue } from './ledger.ts';
import { measuresIn } from './ledger-groups.ts';
import { type Scale, scaleFor, usual } from './ledger-scale.ts';
import { type Standing, standingsOf } from './matrix-standing.ts';
import { byPublication } from './moments.ts';
import { articlesOfStory } from './story.ts';
import { figureOf, lineOf, sentenceAround, titleOf, valueWords } from './words.ts';

/** A claim that is a figure. */
interface Given {
  readonly one: StoryClaim;
  readonly figure: Figure;
}

/**
 * The figures that several articles of a story give, each with its values. Ranks are none: “the third” measures nothing.
 * Of days only deadlines and the like that differ are told here: what days claims speak of is told by the timeline.
 * Null where the corpus has no such article.
 */
export function ledgerOf(project: Project, path: string): Ledger | null {
  const articles = storyColumns(project, path);
  if (articles.length === 0) return null;
  const { places, groups } = toldIn(project, articles);
  const measures: LedgerMeasure[] = [];
  let alone = 0;
  for (const group of groups.flatMap((one) => measuresIn(one.filter(isGiven)))) {
    const given = byPublication(group).flatMap(givenBy);
    const measure = measureIn(group, given, places);
    if (measure) measures.push(measure);
    else if (given.some(({ figure }) => isAmount(figure)) && isAlone(given)) alone++;
  }
  return {
    title: articles[0]?.title ?? '',
    articles,
    measures: measures.sort(
      (a, b) => weightOf(b) - weightOf(a) || b.differing - a.differing || articlesIn(b) - articlesIn(a),
    ),
    alone,
  };
}

/** The articles of a story, in order of publication. */
export const storyColumns = (project: Project, path: string): LedgerArticle[] =>
  articlesOfStory(project, path).flatMap((article) => {
    const analysis = project.analysis(article);
    if (!analysis) return [];
    const { outlet, date, facts } = analysis.article;
    return [{ path: article, title: titleOf(analysis), outlet, date, url: facts.url ?? null }];
  });

function givenBy(one: StoryClaim): Given[] {
  const figure = figureOf(one.analysis, one.claim);
  return figure ? [{ one, figure }] : [];
}

const isGiven = ({ analysis, claim }: StoryClaim): boolean => figureOf(analysis, claim) !== undefined;

const isAmount = ({ kind }: Figure): boolean => kind !== 'date' && kind !== 'ordinal';

const isAlone = (given: readonly Given[]): boolean => new Set(given.map(({ one }) => one.path)).size === 1;

/** What is only rounded otherwise is told after what differs. */
const weightOf = ({ differing, differences }: LedgerMeasure): number =>
  differing === 0 ? 0 : differences.every((kind) => kind === 'rounded') ? 1 : 2;

const articlesIn = ({ values }: LedgerMeasure): number => new Set(values.map(({ article }) => article)).size;

function measureIn(
  group: ClaimGroup,
  given: readonly Given[],
  places: ReadonlyMap<string, number>,
): LedgerMeasure | null {
  const [first] = given;
  if (!first || isAlone(given) || first.figure.kind === 'ordinal') return null;
  const figures = given.map(({ figure }) => figure);
  const scale = scaleFor(figures);
  if (!scale) return null;
  const standings = standingsOf(first.one, group);
  const values: LedgerValue[] = [];
  const told = new Map<string, number>();
  for (const { one, figure } of given) {
    const article = places.get(one.path) ?? 0;
    const key = [article, quantityOf(figure)?.key ?? figure.value, figure.upper, figure.comparator].join(' ');
    const before = told.get(key);
    const known = before === undefined ? undefined : values[before];
    if (before !== undefined && known) {
      values[before] = { ...known, more: known.more + 1 };
      continue;
    }
    told.set(key, values.length);
    values.push(ledgerValue(one, figure, { article, scale, standing: standings.get(one) ?? null }));
  }
  const others = values.filter(
    ({ relation, article }) => isOtherwise(relation) && article !== values[0]?.article,
  );
  const differing = new Set(others.map(({ article }) => article)).size;
  if (scale.kind === 'day' && differing === 0) return null;
  return {
    id: ownKey(first.one),
    what: whatOf(figures),
    ...{ scale: scale.kind, unit: scale.unit, isDuration: scale.isDuration },
    ...{ values, differing, differences: kindsOf(values) },
  };
}

function kindsOf(values: readonly LedgerValue[]): string[] {
  const kinds = values.flatMap(({ difference }) => difference ?? []);
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  return [...new Set(kinds)].sort((a, b) => count(b) - count(a));
}

interface ValueOptions {
  readonly article: number;
  readonly scale: Scale;
  /** Null for the measure's first value. */
  readonly standing: Standing | null;
}

function ledgerValue(
  { path, analysis, claim }: StoryClaim,
  figure: Figure,
  { article, scale, standing }: ValueOptions,
): LedgerValue {
  const { line, date, time } = placeOf(path, analysis, claim);
  const [from, to] = scale.place(figure) ?? [null, null];
  return {
    ...{ article, claim: claim.id, line, day: date, time, from, to },
    words: lineOf(analysis, claim),
    sentence: lineOf(analysis, sentenceAround(analysis, claim) ?? claim, 300),
    value: valueWords(figure),
    comparator: figure.comparator,
    relation: standing?.relation ?? null,
    difference: standing?.difference ?? null,
    confirmedBy: standing?.confirmedBy ?? null,
    more: 0,
  };
}

/** What figures are of: things that are counted by their name, else what most of them are said to be about. */
function whatOf(figures: readonly Figure[]): string | null {
  const [first] = figures;
  const counted = figures.filter(({ kind, unit }) => kind === 'count' && unit !== null);
  if (counted.length > 0) return usual(counted.map(({ unit }) => unit));
  const topics = figures.flatMap(({ topic }) => topic?.toLowerCase() ?? []);
  const topic = usual(topics);
  const written = figures.find((one) => one.topic?.toLowerCase() === topic)?.topic;
  return written ?? first?.measure ?? null;
}
