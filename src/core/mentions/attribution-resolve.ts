import type { Article } from '../text/article.ts';
import { indexAt, overlap, type Span, textOf } from '../text/span.ts';
import type { Chain, Entity, Source } from './mention.ts';

export type Resolve = (span: Span | null) => Source | null;

const HE_SHE = /^(?:he|she|him|her|his)$/i;
const PLURAL = /^(?:they|we|them|their)$/i;
const SELF = /^(?:i|who)$/i;

/** Turns the words of a source into the person or body they stand for; call it in order of position. */
export function sourceResolver(
  article: Article,
  entities: readonly Entity[],
  chains: readonly Chain[],
): Resolve {
  const byId = new Map(chains.map((chain) => [chain.id, chain]));
  const persons = entities.filter((entity) => entity.type === 'person');
  const spoken = new Map<number, Source>();
  const sourceOf = (span: Span, chain: Chain | undefined): Source => ({
    start: span.start,
    end: span.end,
    chain: chain?.id ?? null,
    name: chain?.name ?? textOf(article.text, span).replace(/\s+/g, ' '),
  });
  let last: Source | null = null;

  const lookUp = (span: Span): Source => {
    const words = textOf(article.text, span);
    if (HE_SHE.test(words) || SELF.test(words)) return pronoun(span);
    if (PLURAL.test(words)) return sourceOf(span, undefined);
    const named = headEntity(article.text, span, entities);
    const chain = named ? byId.get(named.chain) : roleChain(words, chains);
    return sourceOf(span, chain);
  };
  const pronoun = (span: Span): Source => {
    const before = persons.filter((_, i) => i >= 0).slice(0, indexAt(persons, span.start));
    const recent = before.at(-1);
    const paragraph = article.blocks[indexAt(article.blocks, span.start)]?.start ?? 0;
    const speaker = last?.chain ? byId.get(last.chain) : undefined;
    const inParagraph = before.filter((entity) => entity.start >= paragraph);
    const subject = inParagraph[0];
    const chosen =
      speaker?.type === 'person' && last && last.start >= paragraph
        ? speaker
        : subject
          ? byId.get(subject.chain)
          : (speaker ?? (recent && byId.get(recent.chain)));
    return sourceOf(span, chosen);
  };
  return (span) => {
    if (!span) return null;
    const known = spoken.get(span.start);
    const source = known ?? lookUp(span);
    spoken.set(span.start, source);
    if (source.chain) last = source;
    return source;
  };
}

/** The entity that heads a noun phrase: a person anywhere in it, else the name that ends its first part. */
function headEntity(text: string, span: Span, entities: readonly Entity[]): Entity | undefined {
  const inside: Entity[] = [];
  for (let i = indexAt(entities, span.start); i < entities.length; i++) {
    const entity = entities[i];
    if (!entity || entity.start >= span.end) break;
    if (overlap(entity, span) > 0) inside.push(entity);
  }
  const person = inside.find((entity) => entity.type === 'person' && !isOwner(text, entity, span));
  if (person) return person;
  const head = inside.at(-1);
  if (!head || isOwner(text, head, span)) return undefined;
  const before = text.slice(span.start, head.start).trim();
  if (/\b(?:of|for|at|from|in|with|by)(?: the)?$/i.test(before)) return undefined;
  return head.end >= span.end || /^[’']?s?\s*(?:\([^)]*\))?$/.test(text.slice(head.end, span.end))
    ? head
    : undefined;
}

/** "Lorn’s spokesman" is not Lorn. */
const isOwner = (text: string, entity: Span, span: Span): boolean =>
  /^[’'](?:s\s|\s)/.test(text.slice(entity.end, entity.end + 3)) && entity.end + 2 < span.end;

/** "the Secretary General": the one chain whose role ends in these words. */
function roleChain(words: string, chains: readonly Chain[]): Chain | undefined {
  const role = words
    .toLowerCase()
    .replace(/^(?:the|a|an|his|her|their|our) /, '')
    .replace(/\s+/g, ' ');
  if (!/^the /i.test(words)) return undefined;
  const fits = chains.filter((chain) => {
    const own = chain.role?.toLowerCase();
    return own !== undefined && (own === role || own.endsWith(` ${role}`));
  });
  return fits.length === 1 ? fits[0] : undefined;
}
