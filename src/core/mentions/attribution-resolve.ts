import type { Article } from '../text/article.ts';
import { indexAt, overlap, type Span, textOf } from '../text/span.ts';
import { apposed } from './attribution-apposition.ts';
import { documentAuthors } from './attribution-document.ts';
import type { SourceSpan } from './attribution-phrase.ts';
import { pronounResolver } from './attribution-pronoun.ts';
import { rolesOf } from './attribution-role.ts';
import type { Without } from './component.ts';
import type { Chain, Entity, Source } from './mention.ts';

/** How far around a source the document is named that it speaks in, in code units. */
const NEAR = 120;

export type Resolve = (span: SourceSpan | null) => Source | null;

const PRONOUN = /^(?:he|she|they|we|it|him|her|his|them|their)$/i;

/** Turns the words of a source into the person or body they stand for; call it in order of position. */
export function sourceResolver(
  article: Article,
  entities: readonly Entity[],
  chains: readonly Chain[],
  quoted: readonly Span[],
  without: Without,
): Resolve {
  const byId = new Map(chains.map((chain) => [chain.id, chain]));
  const pronouns = pronounResolver(article, entities, byId, quoted);
  const chainOfRole = without.has('role') ? () => undefined : rolesOf(article.text, entities, byId);
  const documents = documentAuthors();
  const resolved = new Map<number, Source>();

  const sentences = article.blocks.flatMap((block) => block.sentences);
  const around = ({ start, end }: Span): string => {
    const sentence = sentences[indexAt(sentences, start)];
    const from = Math.max(sentence?.start ?? 0, start - NEAR);
    return article.text.slice(from, Math.min(Math.max(end, sentence?.end ?? end), end + NEAR));
  };

  const lookUp = (span: Span): Source => {
    const words = textOf(article.text, span).replace(/\s+/g, ' ');
    if (PRONOUN.test(words)) {
      const stands = without.has('pronoun') ? null : pronouns.antecedent(span, words);
      const chain = stands && ('chain' in stands ? stands.chain : stands.id);
      return { start: span.start, end: span.end, chain, name: stands?.name ?? words };
    }
    const aside = without.has('apposition') ? undefined : apposed(article.text, span, entities);
    const named = aside ?? headEntity(article.text, span, entities);
    const chain = named ? byId.get(named.chain) : chainOfRole(words, span.start);
    const end = aside?.end ?? span.end;
    const author = chain || without.has('document') ? undefined : documents.author(words);
    return {
      start: span.start,
      end,
      chain: chain?.id ?? author?.chain ?? null,
      name: chain?.name ?? author?.name ?? words,
    };
  };
  return (span) => {
    if (!span) return null;
    const known = resolved.get(span.start);
    if (known) return known;
    const found = lookUp(span.stands ?? span);
    const source = span.stands ? { ...found, start: span.start, end: span.end } : found;
    resolved.set(span.start, source);
    pronouns.said(source);
    documents.said(source, around(source));
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
  const after = text.slice(head.end, span.end);
  return head.end >= span.end || /^[’']?s?\s*(?:\([^)]*\))?$/.test(after) ? head : undefined;
}

/** "Lorn’s spokesman" is not Lorn. */
const isOwner = (text: string, entity: Span, span: Span): boolean =>
  /^[’'](?:s\s|\s)/.test(text.slice(entity.end, entity.end + 3)) && entity.end + 2 < span.end;
