import type { Chain, Entity, Figure, IndirectSpeech, Quotation } from '../mentions/mention.ts';
import type { Article } from '../text/article.ts';
import type { Claim } from './claim.ts';

/** Everything found in one article, each list in order of position. */
export interface Analysis {
  readonly article: Article;
  readonly quotations: readonly Quotation[];
  readonly indirect: readonly IndirectSpeech[];
  readonly figures: readonly Figure[];
  readonly entities: readonly Entity[];
  readonly chains: readonly Chain[];
  readonly claims: readonly Claim[];
}
