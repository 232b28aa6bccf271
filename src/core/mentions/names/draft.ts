import type { Span } from '../../text/span.ts';
import type { EntityType } from '../mention.ts';

/** A name as found, before it has an id and a chain. */
export interface EntityDraft extends Span {
  readonly type: EntityType;
}
