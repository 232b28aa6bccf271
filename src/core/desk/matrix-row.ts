import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Project } from '../corpus/project.ts';
import { isOtherwise, type Link } from '../counterparts/link.ts';
import { indexedIn, presentElsewhere } from '../presentation/absence.ts';
import { lineAt, lineStartsOf } from '../text/line-number.ts';
import { type ClaimGroup, type Foes, ownKey, refKey, type StoryClaim } from './claim-groups.ts';
import { namesIn } from './claim-rows.ts';
import type { SpeakerIn } from './full-names.ts';
import type { MatrixCell, MatrixColumn, MatrixRow } from './matrix.ts';
import { type Standing, standingBeyond, standingsOf } from './matrix-standing.ts';
import { figureOf, lineOf, sentenceAround, valueWords } from './words.ts';

export interface RowOptions {
  readonly project: Project;
  readonly columns: readonly MatrixColumn[];
  /** Of each article its place in the columns. */
  readonly places: ReadonlyMap<string, number>;
  /** All claims of the story. */
  readonly claims: readonly StoryClaim[];
  /** Of each column, one that stands for all that are one source with it. */
  readonly families: readonly number[];
  readonly foes: Foes;
  readonly speakerIn: SpeakerIn;
}

/** A claim of the row, and one of another row that it is possibly the same as. */
interface Possible {
  readonly one: StoryClaim;
  readonly link: Link;
  readonly to: StoryClaim;
}

/** As much of a claim's words as two of them can be compared by. */
const SHOWN = { words: 600, sentence: 300 };

export function rowMaker({
  project,
  columns,
  places,
  claims,
  families,
  foes,
  speakerIn,
}: RowOptions): (group: ClaimGroup) => MatrixRow {
  const byKey = new Map(claims.map((one) => [ownKey(one), one]));
  const wordsIn = indexedIn(project, [...places.keys()]);
  const namesOf = namesReader();
  const columnOf = ({ path }: StoryClaim): number => places.get(path) ?? 0;

  return (group) => {
    const kind = kindOf(group);
    const named = group.find(({ claim }) => claim.kind === kind) ?? group[0];
    const standings = standingsOf(named, group);
    const cells = new Map<number, MatrixCell>();
    for (const [column, own] of byColumn(group)) {
      const best = own.includes(named) ? named : bestOf(own, standings);
      const standing = standings.get(best) ?? null;
      cells.set(column, cellOf(column, best, { standing, kind, more: own.length - 1 }));
    }
    for (const { one, link, to } of possibleOf(group)) {
      const column = columnOf(to);
      const standing = standingBeyond(link, to, { named, way: standings.get(one) });
      if (!cells.has(column)) cells.set(column, cellOf(column, to, { standing, kind, possible: true }));
    }
    const elsewhere = group.map(({ path, analysis, claim }) =>
      presentElsewhere(project, path, analysis, claim, wordsIn),
    );
    const untold = columns.flatMap(({ path, whole }, column) =>
      whole && !cells.has(column) && elsewhere.some((isIn) => isIn(path)) ? [column] : [],
    );
    const sorted = [...cells.values()].sort((a, b) => a.column - b.column);
    return {
      id: ownKey(named),
      kind,
      speaker: speakerIn(named),
      names: [...new Set(group.flatMap((one) => namesOf(one)))],
      named: columnOf(named),
      cells: sorted,
      untold,
      differing: sorted.filter(({ state, possible }) => state === 'differs' && !possible).length,
      onlyHere: isOnlyHere(sorted, untold),
    };
  };

  function byColumn(group: ClaimGroup): ReadonlyMap<number, ClaimGroup> {
    const own = new Map<number, ClaimGroup>();
    for (const one of group) {
      const [first, ...more] = own.get(columnOf(one)) ?? [];
      own.set(columnOf(one), first === undefined ? [one] : [first, ...more, one]);
    }
    return own;
  }

  /** Claims of other rows that a claim of this one is possibly the same as, and none was said not to be; best first. */
  function possibleOf(group: ClaimGroup): Possible[] {
    return group
      .flatMap((one) => one.possible.map((link) => ({ one, link })))
      .sort((a, b) => b.link.score - a.link.score)
      .flatMap(({ one, link }) => {
        const to = byKey.get(refKey(link.to));
        const apart = foes.get(refKey(link.to));
        const isApart = apart !== undefined && group.some((own) => apart.has(ownKey(own)));
        return to === undefined || isApart ? [] : [{ one, link, to }];
      });
  }

  function isOnlyHere(cells: readonly MatrixCell[], untold: readonly number[]): boolean {
    const family = families[cells[0]?.column ?? 0];
    if (!project.complete || cells.some(({ column }) => families[column] !== family)) return false;
    const isAbsent = ({ whole }: MatrixColumn, column: number): boolean =>
      families[column] === family || (whole && !untold.includes(column));
    return families.some((other) => other !== family) && columns.every(isAbsent);
  }
}

/** What somebody is quoted with is a quotation, however others report it. */
function kindOf(group: ClaimGroup): Claim['kind'] {
  const kinds = new Set(group.map(({ claim }) => claim.kind));
  return kinds.has('quotation') ? 'quotation' : kinds.has('figure') ? 'figure' : 'statement';
}

/** Of several claims of one article: the one that is most surely the row's own, else the first. */
function bestOf(own: ClaimGroup, standings: ReadonlyMap<StoryClaim, Standing>): StoryClaim {
  const scoreOf = (one: StoryClaim): number => standings.get(one)?.score ?? 0;
  return own.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best));
}

interface CellOptions {
  /** Null for the claim that the row is named after. */
  readonly standing: Standing | null;
  readonly kind: Claim['kind'];
  readonly possible?: boolean;
  readonly more?: number;
}

function cellOf(
  column: number,
  { analysis, claim }: StoryClaim,
  { standing, kind, possible = false, more = 0 }: CellOptions,
): MatrixCell {
  const figure = figureOf(analysis, claim);
  const sentence = figure === undefined ? undefined : sentenceAround(analysis, claim);
  return {
    ...{ column, claim: claim.id, start: claim.start, possible, more },
    state: stateOf(claim, kind, standing),
    words: lineOf(analysis, claim, SHOWN.words),
    value: figure === undefined ? null : valueWords(figure),
    sentence: sentence === undefined ? null : lineOf(analysis, sentence, SHOWN.sentence),
    line: lineAt(lineStartsOf(analysis.article), claim.start) + 1,
    relation: standing?.relation ?? null,
    difference: standing?.difference ?? null,
    confirmedBy: standing?.confirmedBy ?? null,
  };
}

/** A figure is the same whoever gives it; of other claims it counts whether they are told in the article's own voice. */
function stateOf(claim: Claim, kind: Claim['kind'], standing: Standing | null): MatrixCell['state'] {
  const relation = standing?.relation ?? 'verbatim';
  if (isOtherwise(relation)) return 'differs';
  if (kind !== 'figure' && (claim.reported || claim.kind !== kind)) return 'reported';
  return relation === 'verbatim' || relation === 'agrees' ? 'said' : 'reworded';
}

/** An article's names are read once. */
function namesReader(): (one: StoryClaim) => readonly string[] {
  const known = new Map<Analysis, (claim: Claim) => readonly string[]>();
  return ({ analysis, claim }) => {
    const names = known.get(analysis) ?? namesIn(analysis);
    known.set(analysis, names);
    return names(claim);
  };
}
