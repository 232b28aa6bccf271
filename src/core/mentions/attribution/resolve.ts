import { CUE_FORMS } from '../../lexicon/speech-cues.ts';
import type { Article } from '../../text/article.ts';
import { gathered } from '../../text/gathered.ts';
import { indexAt, overlap, type Span, textOf, wordingOf } from '../../text/span.ts';
import type { Without } from '../component.ts';
import type { Chain, Entity, Source } from '../mention.ts';
import { apposed, headOf, isPersonal } from './apposition.ts';
import { documentAuthors } from './document.ts';
import { isAnswer } from './label.ts';
import type { SourceSpan } from './phrase.ts';
import { AGE, pronounResolver } from './pronoun.ts';
import { rolesOf } from './role.ts';

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
  const chainOfRole = without.has('role') ? () => undefined : rolesOf(article.text, entities, byId);
  const pronouns = pronounResolver(article, entities, byId, quoted, chainOfRole);
  const documents = documentAuthors();
  const sentenceAround = sentencesOf(article);
  const resolved = new Map<number, Source>();
  let last: Source | undefined;

  const ofPronoun = (span: Span, words: string): Source => {
    const stands = without.has('pronoun') ? null : pronouns.antecedent(span, words);
    const chain = stands && ('chain' in stands ? stands.chain : stands.id);
    return { start: span.start, end: span.end, chain, name: stands?.name ?? words };
  };
  /** Whom a noun without a name means: "the mayor", "the statement", "the governor went on". */
  const ofNoun = (span: Span, words: string): Source => {
    const holder = chainOfRole(words, span.start);
    if (holder) return { start: span.start, end: span.end, chain: holder.id, name: holder.name };
    const author = without.has('document') ? undefined : documents.author(words);
    const same = !without.has('role') && isSameSpeaker(article.text, span, words) ? last : undefined;
    const { chain, name } = author ?? same ?? { chain: null, name: words };
    return { start: span.start, end: span.end, chain, name };
  };
  const lookUp = ({ start, end }: Span): Source | null => {
    const words = wordingOf(article.text, start, end);
    if (isAnswer(words)) {
      const chain = pronouns.onlyPerson();
      return chain && { start, end, chain: chain.id, name: chain.name };
    }
    if (PRONOUN.test(words) || AGE.test(words)) return ofPronoun({ start, end }, words);
    const aside = without.has('apposition') ? undefined : apposed(article.text, { start, end }, entities);
    const inside = aside ? [] : entitiesIn({ start, end }, entities);
    const persons = personsIn(article.text, { start, end }, inside);
    const joint = areJoined(article.text, persons) ? persons : [];
    const names = [...new Set(joint.map((entity) => byId.get(entity.chain)?.name ?? ''))];
    // Two persons are not the first of them.
    if (names.length > 1) return { start, end, chain: null, name: names.join(' and ') };
    const named = aside ?? persons[0] ?? headEntity(article.text, { start, end }, inside);
    const chain = named && byId.get(named.chain);
    if (named?.type === 'group' && isOneOfPeople(words) && chain?.name !== textOf(article.text, named))
      return ofPronoun({ start, end }, words);
    if (!chain) return ofNoun({ start, end }, words);
    return { start, end: aside?.end ?? end, chain: chain.id, name: chain.name };
  };
  return (span) => {
    if (!span) return null;
    const known = resolved.get(span.start);
    if (known) return known;
    const found = lookUp(span.stands ?? span);
    if (!found) return null;
    const { chain, name } = found;
    const source = span.stands ? { start: span.start, end: span.end, chain, name } : found;
    resolved.set(span.start, source);
    pronouns.said(source);
    documents.said(source, sentenceAround(source));
    last = source.chain !== null && byId.get(source.chain)?.type === 'person' ? source : undefined;
    return source;
  };
}

/** "the Italian", "the Democrat": somebody named before, who is one; "the Taliban" is a name of its own. */
const isOneOfPeople = (words: string): boolean => /^the \p{Lu}\p{L}*(?:an|i|er|crat)$/u.test(words);

/** "the governor continued", of a governor whom nobody named so: whoever spoke last. */
const isSameSpeaker = (text: string, { end }: Span, words: string): boolean =>
  /^the\s/i.test(words) &&
  isPersonal(headOf(words)) &&
  /^\s(?:continue[sd]|went on|goes on|concluded?s?|added|adds)(?!\p{L})/u.test(text.slice(end, end + 12));

/** The words around a source, of its own sentence. */
function sentencesOf(article: Article): (source: Span) => string {
  const sentences = gathered(article.blocks, (block) => block.sentences);
  return ({ start, end }) => {
    const sentence = sentences[indexAt(sentences, start)];
    const from = Math.max(sentence?.start ?? 0, start - NEAR);
    return article.text.slice(from, Math.min(Math.max(end, sentence?.end ?? end), end + NEAR));
  };
}

function entitiesIn(span: Span, entities: readonly Entity[]): Entity[] {
  const inside: Entity[] = [];
  for (let i = indexAt(entities, span.start); i < entities.length; i++) {
    const entity = entities[i];
    if (!entity || entity.start >= span.end) break;
    if (overlap(entity, span) > 0) inside.push(entity);
  }
  return inside;
}

/** The persons whom a phrase names as such, in order. */
const personsIn = (text: string, span: Span, inside: readonly Entity[]): Entity[] =>
  inside.filter(
    (entity, i) =>
      entity.type === 'person' &&
      entity.end > entity.start + 1 &&
      !isOwner(text, entity, span) &&
      !isModifier(text, entity, span) &&
      !isBeforeBody(entity, inside) &&
      !isTitleOf(text, entity, inside[i + 1]) &&
      !isGoverned(text, entity, span),
  );

/** "Lorn Senior Adviser Peter Orlan": Lorn is within the title. */
function isTitleOf(text: string, { end }: Entity, next: Entity | undefined): boolean {
  const between = text.slice(end, Math.min(next?.start ?? end, end + 80));
  return (
    next?.type === 'person' &&
    /^(?:\s\p{Lu}[\p{L}.-]*)+\s$/u.test(between) &&
    !between.split(' ').some((word) => CUE_FORMS.has(word.toLowerCase()))
  );
}

/** "Lorn and Peter Orlan" */
const areJoined = (text: string, persons: readonly Entity[]): boolean =>
  persons.slice(1).every((entity, i) => /\sand\s/.test(text.slice(persons[i]?.end, entity.start)));

/** The entity that heads a noun phrase without a person: the name that ends its first part. */
function headEntity(text: string, span: Span, inside: readonly Entity[]): Entity | undefined {
  const head = inside.at(-1);
  if (!head || isOwner(text, head, span)) return undefined;
  const before = text.slice(span.start, head.start).trim();
  // "another Republican", "few Orlanders": some of a group or a people, and not all of it.
  if (SOME.test(before) && (head.type === 'group' || head.type === 'place')) return undefined;
  if (/\b(?:of|for|at|from|in|with|by|to)(?: the)?$/i.test(before)) return undefined;
  const after = text.slice(head.end, span.end);
  return head.end >= span.end || /^[’']?s?\s*(?:\([^)]*\))?$/.test(after) ? head : undefined;
}

const SOME =
  /^(?:an?|another|one|two|three|some|many|few|a few|several|most|other|no|any|every|fellow|both|more|\d+)(?:\s\p{Ll}+)*(?:\s\p{L}+-)?$/iu;

/** "a spokesman for Lorn" is not Lorn. */
const isGoverned = (text: string, entity: Entity, span: Span): boolean =>
  /\s(?:for|of|to|from|with|by|under|against)\s(?:the\s)?(?:\p{Lu}[\p{L}.]*\s)?$/u.test(
    text.slice(Math.max(span.start, entity.start - 30), entity.start),
  );

/** "the Lorn White House" is the White House. */
const isBeforeBody = ({ end }: Entity, others: readonly Entity[]): boolean =>
  others.some((other) => other.start === end + 1 && other.type === 'organization');

/** "the Lorn campaign", "Lorn spokesman Peter Orlan": no Lorn. "Lorn landed" is Lorn. */
const isModifier = (text: string, entity: Entity, span: Span): boolean =>
  /^\s(?!(?:of|for|and|or|at|from|in|with|on|to|who|himself|herself|\p{L}+ed)(?!\p{L}))\p{Ll}/u.test(
    text.slice(entity.end, Math.min(span.end, entity.end + 20)),
  );

/** "Lorn’s spokesman" is not Lorn. */
const isOwner = (text: string, entity: Span, span: Span): boolean =>
  /^[’'](?:s\s|\s)/.test(text.slice(entity.end, entity.end + 3)) && entity.end + 2 < span.end;
