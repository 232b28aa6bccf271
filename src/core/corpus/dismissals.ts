import type { Resolution, Selectors } from '../anchors/selector.ts';
import type { Analysis } from '../claims/analysis.ts';
import { claimsOf } from '../claims/claims.ts';
import type { Chain, Entity } from '../mentions/mention.ts';
import type { Dismissal, FindingKind } from '../sidecar/annotation.ts';
import { lengthOf, overlap, type Span, textOf } from '../text/span.ts';

/** Overlap over union from which on what is found is what was dismissed, though its bounds have moved. */
const SAME = 0.75;

type Found = Span & { readonly id: string };

/**
 * An article's analysis without what an analyst dismissed: the mention goes, with the claim made of it and, if it was
 * the last of its chain, the chain. Other mentions and the ids of their claims stay; words that were taken for a
 * quotation may make a statement. A passage that is lost or ambiguous dismisses nothing.
 */
export function withoutDismissed(
  analysis: Analysis,
  dismissals: readonly Dismissal[],
  resolve: (selectors: Selectors) => Resolution,
): Analysis {
  const gone = dismissedIds(analysis, dismissals, resolve);
  if (gone.size === 0) return analysis;
  const stays = ({ id }: Found): boolean => !gone.has(id);
  const entities = analysis.entities.filter(stays);
  const kept = {
    quotations: analysis.quotations.filter(stays),
    indirect: analysis.indirect,
    figures: analysis.figures.filter(stays),
    entities,
    chains: chainsOf(analysis, entities),
  };
  const ids = new Map(analysis.claims.map(({ mention, id }) => [mention, id]));
  const claims = claimsOf(analysis.article, kept).map((claim) =>
    claim.mention === null ? claim : { ...claim, id: ids.get(claim.mention) ?? claim.id },
  );
  return { article: analysis.article, ...kept, claims };
}

function dismissedIds(
  analysis: Analysis,
  dismissals: readonly Dismissal[],
  resolve: (selectors: Selectors) => Resolution,
): ReadonlySet<string> {
  const found: Readonly<Record<FindingKind, readonly Found[]>> = {
    quotation: analysis.quotations,
    figure: analysis.figures,
    name: analysis.entities,
  };
  return new Set(
    dismissals.flatMap(({ kind, selectors }) => {
      const { span } = resolve(selectors);
      return span === null ? [] : (bestAt(found[kind], span)?.id ?? []);
    }),
  );
}

function bestAt(found: readonly Found[], span: Span): Found | null {
  let best: Found | null = null;
  let bestShare = SAME;
  for (const one of found) {
    const common = overlap(one, span);
    const share = common / (lengthOf(one) + lengthOf(span) - common || 1);
    if (share >= bestShare) [best, bestShare] = [one, share];
  }
  return best;
}

/** Chains of the mentions that are left, with the wordings that are left. */
function chainsOf({ article, chains }: Analysis, entities: readonly Entity[]): Chain[] {
  const left = new Map(
    entities.map((entity) => [entity.id, textOf(article.text, entity).replace(/\s+/g, ' ')]),
  );
  return chains.flatMap((chain) => {
    const mentions = chain.mentions.filter((id) => left.has(id));
    if (mentions.length === chain.mentions.length) return [chain];
    const wordings = new Set(mentions.map((id) => left.get(id)));
    const aliases = chain.aliases.filter((alias) => wordings.has(alias));
    return mentions.length > 0 ? [{ ...chain, aliases, mentions }] : [];
  });
}
