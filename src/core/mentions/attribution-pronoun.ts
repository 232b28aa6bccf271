import { FEMALE, MALE } from '../lexicon/speech-genders.ts';
import type { Article } from '../text/article.ts';
import { indexAt, type Span } from '../text/span.ts';
import type { Chain, Entity, Source } from './mention.ts';

/** How many sentences before its own a pronoun is followed. */
const REACH = 8;

type Gender = 'he' | 'she' | null;

/** Whom a pronoun stands for; `said` tells of every source that was resolved before it, in order. */
export interface Pronouns {
  readonly antecedent: (pronoun: Span, words: string) => Source | Chain | null;
  readonly said: (source: Source) => void;
}

/** `quoted`: what stands within quotations names nobody to the narration. */
export function pronounResolver(
  article: Article,
  entities: readonly Entity[],
  chains: ReadonlyMap<string, Chain>,
  quoted: readonly Span[],
): Pronouns {
  const sentences = article.blocks.flatMap((block) => (block.kind === 'headline' ? [] : block.sentences));
  const told = entities.filter((entity) => !isQuoted(entity, quoted));
  const persons = groupBySentence(
    told.filter((entity) => entity.type === 'person'),
    sentences,
  );
  const sources = new Map<number, Source>();
  const genders = new Map<string, Gender>();

  const addressed = formsOfAddress(article.text, told);
  const genderIn = (id: string): Gender => {
    const known = genders.get(id);
    if (known !== undefined) return known;
    const gender = genderOf(chains.get(id), addressed.get(id) ?? []);
    genders.set(id, gender);
    return gender;
  };
  const fits = (id: string, gender: Gender): boolean => (genderIn(id) ?? gender) === gender;

  return {
    said: (source) => void sources.set(indexAt(sentences, source.start), source),
    antecedent: (pronoun, words) => {
      const own = indexAt(sentences, pronoun.start);
      const plural = /^(?:they|we|it|them|their)$/i.test(words);
      const gender: Gender = /^(?:she|her)$/i.test(words) ? 'she' : 'he';
      for (let i = own; i >= Math.max(0, own - REACH); i--) {
        const speaker = sources.get(i);
        if (speaker && speaker.start < pronoun.start) {
          const person = speaker.chain !== null && chains.get(speaker.chain)?.type === 'person';
          if (
            plural ? !person : person && speaker.chain ? fits(speaker.chain, gender) : speaker.chain === null
          )
            return speaker;
        }
        if (plural) continue;
        const named = (persons.get(i) ?? []).filter((p) => p.end <= pronoun.start && fits(p.chain, gender));
        const chosen = named.find((p) => !isPossessor(article.text, p)) ?? named[0];
        if (chosen) return chains.get(chosen.chain) ?? null;
      }
      return null;
    },
  };
}

const isPossessor = (text: string, entity: Span): boolean =>
  /^[’']s?\s/.test(text.slice(entity.end, entity.end + 3));

function isQuoted(span: Span, quoted: readonly Span[]): boolean {
  const quote = quoted[indexAt(quoted, span.start)];
  return quote !== undefined && quote.start <= span.start && span.end <= quote.end;
}

function groupBySentence(entities: readonly Entity[], sentences: readonly Span[]): Map<number, Entity[]> {
  const groups = new Map<number, Entity[]>();
  for (const entity of entities) {
    const at = indexAt(sentences, entity.start);
    const group = groups.get(at);
    if (group) group.push(entity);
    else groups.set(at, [entity]);
  }
  return groups;
}

/** The word before each mention of a person: "Mr.", "Congresswoman". */
function formsOfAddress(text: string, entities: readonly Entity[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const entity of entities) {
    if (entity.type !== 'person') continue;
    const word = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, entity.start - 16), entity.start))?.[1];
    if (word === undefined) continue;
    const own = forms.get(entity.chain);
    if (own) own.push(word.toLowerCase());
    else forms.set(entity.chain, [word.toLowerCase()]);
  }
  return forms;
}

/** From a form of address or a role, else from the given name. */
function genderOf(chain: Chain | undefined, addressed: readonly string[]): Gender {
  if (!chain) return null;
  const roles = (chain.role ?? '').toLowerCase().split(/[^\p{L}]+/u);
  const given = (chain.name.includes(' ') ? (chain.name.split(' ')[0] ?? '') : '').toLowerCase();
  for (const word of [...addressed, ...roles, given]) {
    if (FEMALE.has(word)) return 'she';
    if (MALE.has(word)) return 'he';
  }
  return null;
}
