import { describeSpan } from '../anchors/describe.ts';
import { resolveSelectors } from '../anchors/resolve.ts';
import type { Selectors } from '../anchors/selector.ts';
import type { TextIndex } from '../anchors/text-index.ts';
import type { Decision, Dismissal } from './annotation.ts';
import { joined } from './location.ts';

/** What the sidecars of an article say of links and findings. */
export interface Entries {
  readonly decisions?: readonly Decision[];
  readonly dismissals?: readonly Dismissal[];
}

/** An article as it is now, by its path; null where it can't be read. */
export type IndexAt = (path: string) => TextIndex | null;

/** Fingerprints of the texts that passages were described in, by the article that they are in. */
export function describedIn(
  path: string,
  { decisions = [], dismissals = [] }: Entries,
): Map<string, Set<string>> {
  const prints = new Map<string, Set<string>>();
  const add = (article: string, { text }: Selectors): void => {
    if (text !== undefined) prints.set(article, (prints.get(article) ?? new Set()).add(text));
  };
  for (const { selectors } of dismissals) add(path, selectors);
  for (const { here, there } of decisions) {
    add(path, here);
    add(joined(path, there.article), there.selectors);
  }
  return prints;
}

/**
 * Decisions and dismissals with their passages described as they are in the texts now, wherever the text that they
 * were described in is to be had: what became of it places them as it places notes, which no search does as surely.
 * One whose passage is known to be gone, or at no one place, is left out: it says nothing of what stands there now.
 */
export function presentEntries<T extends Entries>(path: string, entries: T, indexAt: IndexAt): T {
  const { decisions, dismissals } = entries;
  const at = (article: string, selectors: Selectors): Selectors | null =>
    presentSelectors(indexAt(article), selectors);
  return {
    ...entries,
    ...(decisions && {
      decisions: decisions.flatMap((decision): Decision[] => {
        const here = at(path, decision.here);
        const there = here && at(joined(path, decision.there.article), decision.there.selectors);
        if (!here || !there) return [];
        const isSame = here === decision.here && there === decision.there.selectors;
        return [isSame ? decision : { ...decision, here, there: { ...decision.there, selectors: there } }];
      }),
    }),
    ...(dismissals && {
      dismissals: dismissals.flatMap((dismissal): Dismissal[] => {
        const selectors = at(path, dismissal.selectors);
        return selectors ? [selectors === dismissal.selectors ? dismissal : { ...dismissal, selectors }] : [];
      }),
    }),
  };
}

/** The same object where no older text has a say: the search finds its place later. */
function presentSelectors(index: TextIndex | null, selectors: Selectors): Selectors | null {
  if (!index || selectors.text === undefined || selectors.text === index.fingerprint) return selectors;
  if (!index.past(selectors)) return selectors;
  const { span } = resolveSelectors(index, selectors);
  return span && describeSpan(index, span);
}
