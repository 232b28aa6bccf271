import { createProject } from '../core/corpus/project.ts';
import type { ClaimRef, Link } from '../core/counterparts/link.ts';
import { differs } from '../core/presentation/lens.ts';
import { cited } from '../core/sidecar/examine.ts';
import { isSidecar } from '../core/sidecar/location.ts';
import type { Placements } from '../files/placement.ts';
import { articleFiles, uniqueFiles } from './article-files.ts';
import type { ReportedProblem } from './check-report.ts';
import { claimPlaces } from './claim-places.ts';
import { storyGroups } from './groups.ts';
import { presentSources } from './present-sources.ts';
import { articleAt } from './read-project.ts';

/** Where a claim is cited from. */
interface Cited {
  readonly words: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Claims of the articles under the paths that differ from each other or contradict each other, and of which nobody has
 * said in a sidecar whether they are about the same. Links that are merely possible are left out.
 */
export async function unreviewedDifferences(
  paths: readonly string[],
  placements: Placements,
  say: (message: string) => void,
): Promise<ReportedProblem[]> {
  const project = createProject();
  const named = paths.flatMap((path) => (isSidecar(path) ? (placements.articleOf(path) ?? []) : path));
  const files = uniqueFiles(articleFiles(named, (folder, why) => say(`${folder}: ${why} It is left out.`)));
  const sources = files.flatMap((path) => articleAt(path, { dates: new Map(), placements }, say) ?? []);
  for (const source of await presentSources(sources)) project.set(source);
  project.setGroups(storyGroups(project.paths(), say));

  const placeOf = claimPlaces((path) => project.analysis(path));
  const place = (ref: ClaimRef): Cited => {
    const found = placeOf(ref);
    return found === null
      ? { words: '', line: 1, column: 1 }
      : { words: cited(found.text), line: found.line, column: found.column };
  };
  return project
    .links()
    .filter(isUnreviewed)
    .map((link) => problemOf(link, place(link.from), place(link.to)));
}

const isUnreviewed = (link: Link): boolean => differs(link) && link.decision === undefined;

function problemOf({ from, to, relation, difference }: Link, here: Cited, there: Cited): ReportedProblem {
  const how = difference === null ? '' : ` (${difference})`;
  const verb = relation === 'contradicts' ? 'contradicts' : 'differs from';
  return {
    ...{ file: from.path, line: here.line, column: here.column },
    code: 'difference-unreviewed',
    severity: 'warning',
    message: `${here.words} ${verb} ${there.words} in ${to.path}, line ${there.line}${how}, and nobody has reviewed it. Confirm or reject the counterpart.`,
  };
}
