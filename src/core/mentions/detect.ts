// Interim, so that the facade compiles: to be replaced by the ordered pipeline of detectors.
import type { Article } from '../text/article.ts';
import type { Chain, Entity, Figure, IndirectSpeech, Quotation } from './mention.ts';

export function detectMentions(_article: Article): {
  readonly quotations: readonly Quotation[];
  readonly indirect: readonly IndirectSpeech[];
  readonly figures: readonly Figure[];
  readonly entities: readonly Entity[];
  readonly chains: readonly Chain[];
} {
  return { quotations: [], indirect: [], figures: [], entities: [], chains: [] };
}
