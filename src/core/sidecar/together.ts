import type { Problem } from '../text/problem.ts';
import { say } from '../text/wording.ts';
import type { Sidecar } from './annotation.ts';
import { problemOf } from './document.ts';
import { idsOf } from './operation.ts';
import { EMPTY, type SidecarRead } from './parse.ts';

/** One of the files that are about one article. */
export interface NamedRead {
  /** What messages call it. */
  readonly name: string;
  readonly read: SidecarRead;
}

/** What an article's sidecars say together, and for each what is wrong with it beside the others. */
export interface Together {
  readonly sidecar: Sidecar;
  readonly problems: readonly (readonly Problem[])[];
}

/** An entry that stands in several files counts as the first has it; so do facts about the article. */
export function readTogether(files: readonly NamedRead[]): Together {
  const [only] = files;
  if (only && files.length === 1) return { sidecar: only.read.value, problems: [[]] };
  const owners = new Map<string, string>();
  let sidecar = EMPTY;
  const problems = files.map(({ name, read: { value, places } }) => {
    const double = new Set(idsOf(value).flatMap(({ id }) => (owners.has(id) ? [id] : [])));
    sidecar = joined(sidecar, value, double);
    for (const { id } of idsOf(value)) if (!double.has(id)) owners.set(id, name);
    return [...double].map((id) => {
      const words = say(
        'The entry "{0}" stands in {1} too, and counts as it is there. Remove one of them.',
        id,
        owners.get(id) ?? '',
      );
      return problemOf('sidecar-double-entry', words, places.get(id) ?? { start: 0, end: 0 }, 'warning');
    });
  });
  return { sidecar, problems };
}

function joined(first: Sidecar, second: Sidecar, double: ReadonlySet<string>): Sidecar {
  const fresh = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.filter(({ id }) => !double.has(id));
  return {
    version: 1,
    article: { ...second.article, ...first.article },
    annotations: [...first.annotations, ...fresh(second.annotations)],
    decisions: [...first.decisions, ...fresh(second.decisions)],
    dismissals: [...first.dismissals, ...fresh(second.dismissals)],
  };
}
