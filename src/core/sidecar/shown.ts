import type { Sidecar } from './annotation.ts';
import { idsOf } from './operation.ts';
import { EMPTY, type SidecarRead } from './parse.ts';

/** What a sidecar is shown to say: what of it can't be read now stays as it was read last. */
export interface Shown {
  readonly value: Sidecar;
  /** Ids of what is shown as it was read last. It can't be changed until the file is mended. */
  readonly kept: ReadonlySet<string>;
}

/** `before`: what was shown of the file until now. Entries that have not changed stay the same objects. */
export function shownOf({ value, places, problems }: SidecarRead, before?: Shown): Shown {
  const last = before?.value ?? EMPTY;
  const isSound = problems.every(({ severity }) => severity !== 'error');
  if (!isSound && value === EMPTY) return { value: last, kept: new Set(idsOf(last).map(({ id }) => id)) };
  const own = new Set(idsOf(value).map(({ id }) => id));
  // What stands in the file still, but not so that it can be read; what was taken out of it is gone.
  const isKept = ({ id }: { readonly id: string }): boolean => !isSound && !own.has(id) && places.has(id);
  const shown = <T extends { readonly id: string }>(now: readonly T[], then: readonly T[]): T[] => [
    ...sameObjects(now, then),
    ...then.filter(isKept),
  ];
  return {
    value: {
      version: 1,
      article: value.article,
      annotations: shown(value.annotations, last.annotations),
      decisions: shown(value.decisions, last.decisions),
      dismissals: shown(value.dismissals, last.dismissals),
    },
    kept: new Set(
      idsOf(last)
        .filter(isKept)
        .map(({ id }) => id),
    ),
  };
}

/** What shows an entry need not show it anew where it is the same object. */
function sameObjects<T extends { readonly id: string }>(now: readonly T[], then: readonly T[]): T[] {
  const known = new Map(then.map((one) => [one.id, one]));
  return now.map((one) => {
    const before = known.get(one.id);
    return before && JSON.stringify(before) === JSON.stringify(one) ? before : one;
  });
}
