import { isNameShape } from '../tagger/mark.ts';
import { retype, type TokenName, type Words } from './token-name.ts';

/** Whom a team has: "Weston boss Ada Lorn". Politicians have spokesmen and chairmen too. */
const OF_TEAMS: ReadonlySet<string> = new Set(
  `boss manager coach captain skipper striker goalkeeper keeper midfielder defender forward winger fullback quarterback pitcher batsman bowler`.split(
    /\s+/,
  ),
);

/**
 * What has a captain, and what plays a match, is nobody: "Weston boss Ada Lorn", "Marle 2-1 Weston Vale",
 * and "Weston" all through the article.
 */
export function withTeams(names: readonly TokenName[], words: Words): TokenName[] {
  const { at, of, table } = words;
  const isPlayer = ({ from, to }: TokenName): boolean =>
    to - from > 1 && table.gazetteer.isGivenName(at(from));
  const starts = new Map(names.map((name) => [name.from, name]));
  const teams = new Set<string>();
  for (const name of names) {
    const person = starts.get(name.to + 1);
    if (OF_TEAMS.has(at(name.to)) && person?.type === 'person') teams.add(of(name));
    const other = isScoreAt(name.to, words) ? starts.get(name.to + SCORE) : undefined;
    if (other && !(isPlayer(name) && isPlayer(other))) for (const team of [name, other]) teams.add(of(team));
  }
  if (teams.size === 0) return [...names];
  const surnames = new Set(
    names.flatMap((name) =>
      name.type === 'person' && name.to - name.from > 1 && !teams.has(of(name)) ? [at(name.to - 1)] : [],
    ),
  );
  const firsts = new Set([...teams].map((team) => team.split(' ', 1)[0] ?? team));
  return names.map((name) => {
    if (surnames.has(of(name))) return name;
    const isTeam = teams.has(of(name)) || (name.to - name.from === 1 && firsts.has(at(name.from)));
    const isKnown =
      name.type !== 'person' && (name.type !== 'place' || table.gazetteer.lookUp(of(name)) !== undefined);
    return isTeam && !isKnown ? retype(name, 'organization') : name;
  });
}

/** Tokens of “2-1”. */
const SCORE = 3;

const isScoreAt = (i: number, { at, tokens }: Words): boolean =>
  /^\d{1,3}$/.test(at(i)) &&
  /^[-–]$/.test(at(i + 1)) &&
  /^\d{1,3}$/.test(at(i + 2)) &&
  tokens.end[i] === tokens.start[i + 1] &&
  tokens.end[i + 1] === tokens.start[i + 2] &&
  isNameShape(tokens.shape[i + SCORE]);
