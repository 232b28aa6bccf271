import type { Analysis } from '../claims/analysis.ts';
import type { Project } from '../corpus/project.ts';
import type { Chain, Entity, EntityType } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { type Place, placeOf } from './place.ts';

/** What a hover shows of a named entity. */
export interface EntityCard {
  readonly kind: 'entity';
  readonly span: Span;
  /** Id of the mention that the card is about. */
  readonly mention: string;
  readonly name: string;
  readonly type: EntityType;
  readonly role: string | null;
  /** Every wording here, most frequent first. */
  readonly namesHere: readonly string[];
  /** Wordings of other articles that are not used here. */
  readonly namesElsewhere: readonly string[];
  readonly mentionsHere: readonly Span[];
  /** The first mention in each other article that has it. */
  readonly elsewhere: readonly (Place & { readonly mentions: number; readonly first: Span })[];
}

/** No card for a mention of no chain; `others`: the other articles of the story. */
export function entityCard(
  project: Project,
  analysis: Analysis,
  entity: Entity,
  others: readonly string[],
): EntityCard[] {
  const chain = analysis.chains.find((c) => c.id === entity.chain);
  if (!chain) return [];
  const elsewhere = others.flatMap((other) => inOtherArticle(project, other, chain, analysis.chains));
  const here = new Set(chain.aliases);
  return [
    {
      kind: 'entity',
      span: { start: entity.start, end: entity.end },
      mention: entity.id,
      name: chain.name,
      type: chain.type,
      role: chain.role,
      namesHere: chain.aliases,
      namesElsewhere: [...new Set(elsewhere.flatMap((e) => e.aliases))].filter((name) => !here.has(name)),
      mentionsHere: analysis.entities.filter((e) => e.chain === chain.id),
      elsewhere: elsewhere.map(({ place, mentions, first }) => ({ ...place, mentions, first })),
    },
  ];
}

/**
 * A chain of another article counts as the same entity where name and type agree, or where one article has a person's
 * surname only and neither has two persons with it: "Lorn" and "Ada Lorn". A shared surname of full names is not enough.
 */
function inOtherArticle(project: Project, path: string, chain: Chain, own: readonly Chain[]) {
  const analysis = project.analysis(path);
  const same =
    analysis?.chains.find((c) => c.type === chain.type && c.name === chain.name) ??
    bySurname(analysis?.chains ?? [], chain, own);
  const first = analysis?.entities.find((e) => e.chain === same?.id);
  if (!analysis || !same || !first) return [];
  const place = placeOf(path, analysis, first);
  return [{ place, mentions: same.mentions.length, first, aliases: same.aliases }];
}

const surnameOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

function bySurname(others: readonly Chain[], chain: Chain, own: readonly Chain[]): Chain | undefined {
  if (chain.type !== 'person') return undefined;
  const surname = surnameOf(chain.name);
  const shares = (c: Chain): boolean => c.type === 'person' && surnameOf(c.name) === surname;
  const [only, second] = others.filter(shares);
  if (only === undefined || second !== undefined || own.filter(shares).length > 1) return undefined;
  return only.name === surname || chain.name === surname ? only : undefined;
}
