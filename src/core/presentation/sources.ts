import { independentSources } from '../corpus/kinship.ts';
import type { Project } from '../corpus/project.ts';

/** Articles with one claim that are held against each other; more are counted only. */
const MOST_COMPARED = 24;

/** How many of some articles are independent of each other; null where they are too many to compare. */
export const sourcesOf = (project: Project, paths: readonly string[]): number | null =>
  paths.length > MOST_COMPARED ? null : independentSources(paths.flatMap((path) => project.kin(path) ?? []));
