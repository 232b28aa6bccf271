import type { Article } from '../../text/article.ts';
import { gathered } from '../../text/gathered.ts';
import { type Span, textOf } from '../../text/span.ts';
import type { Chain, Entity, Source } from '../mention.ts';
import { type Gender, genderOf, genderOfPronoun, isOnePerson } from './gender.ts';
import { isHearer, isReplying } from './hearer.ts';
import { isModifier, isPossessor, isTopic } from './named-aside.ts';
import { roleSubject } from './role-subject.ts';
import { sentenceAt, subjectPronouns, type Told, toldPersons } from './told-persons.ts';

/** How many sentences before its own a pronoun is followed. */
const REACH = 8;

/** How many sentences before a reply the question stands. */
const NEXT = 2;

/** So many names of a sentence are looked at. */
const MOST_NAMED = 40;

/** "The 52-year-old" stands for somebody named before, as a pronoun does. */
export const AGE = /^the (?:\d{1,3}|\p{L}+(?:-\p{L}+)?)-year-old$/iu;

/** Whom a pronoun stands for; `said` tells of every source that was resolved before it, in order. */
export interface Pronouns {
  readonly antecedent: (pronoun: Span, words: string) => Source | Chain | null;
  readonly said: (source: Source) => void;
  /** The one person whom the article names: who answers in an interview. */
  readonly onlyPerson: () => Chain | null;
}

/** `quoted`: what stands within quotations names nobody to the narration. */
export function pronounResolver(
  article: Article,
  entities: readonly Entity[],
  chains: ReadonlyMap<string, Chain>,
  quoted: readonly Span[],
  chainOfRole: (words: string, at: number) => Chain | undefined,
): Pronouns {
  const sentences = gathered(article.blocks, (block) => (block.kind === 'headline' ? [] : block.sentences));
  let told: Told | undefined;
  const sources = new Map<number, Source>();
  const genders = new Map<string, Gender>();

  const subjects = subjectPronouns(article.text, sentences, quoted);
  const read = (): Told => {
    told ??= toldPersons(article.text, entities, quoted, sentences);
    return told;
  };
  const genderIn = (id: string): Gender => {
    const known = genders.get(id);
    if (known !== undefined) return known;
    const gender = genderOf(chains.get(id), read().addressed.get(id) ?? []);
    genders.set(id, gender);
    return gender;
  };
  const fits = (id: string, gender: Gender): boolean =>
    gender === null || (genderIn(id) ?? gender) === gender;

  /** "Ben Lorn, 17, ran. “I fell,” said the 17-year-old": who is so old. */
  const agedAs = (words: string): Chain | null => {
    const age = AGE.test(words) ? /\d+/.exec(words)?.[0] : undefined;
    if (age === undefined) return null;
    for (const persons of read().persons.values())
      for (const { end, chain } of persons.slice(0, MOST_NAMED))
        if (article.text.startsWith(`, ${age},`, end)) return chains.get(chain) ?? null;
    return null;
  };

  /** Who spoke in the sentence, if a pronoun further on can mean them. */
  const speakerIn = (i: number, pronoun: Span, gender: Gender, plural: boolean): Source | undefined => {
    const speaker = sources.get(i);
    if (!speaker || speaker.start >= pronoun.start) return undefined;
    if (speaker.chain === null)
      return plural || isOnePerson(textOf(article.text, speaker), gender) ? speaker : undefined;
    const person = chains.get(speaker.chain)?.type === 'person';
    return person !== plural && (plural || fits(speaker.chain, gender)) ? speaker : undefined;
  };

  /** "The judge jailed Lorn. He": the judge, by name where the article has it. */
  const roleBefore = (i: number, pronoun: Span, gender: Gender, object: Entity): Source | undefined => {
    const sentence = sentences[i];
    const role =
      sentence && sentence.end <= pronoun.start ? roleSubject(article.text, sentence, object) : null;
    const words = role ? textOf(article.text, role) : '';
    if (!role || !isOnePerson(words, gender)) return undefined;
    const holder = chainOfRole(words, role.start);
    if (holder && !fits(holder.id, gender)) return undefined;
    return { ...role, chain: holder?.id ?? null, name: holder?.name ?? words };
  };

  /** The person named first in the sentence, its subject as a rule. */
  const namedIn = (i: number, pronoun: Span, gender: Gender): Source | Chain | undefined => {
    const barrier = gender && subjects(i)[gender];
    const limit = barrier ? Math.min(barrier.start, pronoun.start) : pronoun.start;
    const named = (read().persons.get(i) ?? [])
      .slice(0, MOST_NAMED)
      .filter((p) => p.end <= limit && fits(p.chain, gender) && !isModifier(article.text, p));
    const free = named.filter((p) => !isTopic(article.text, sentences[i], p));
    const chosen = free.find((p) => !isPossessor(article.text, p)) ?? free[0];
    return chosen && (roleBefore(i, pronoun, gender, chosen) ?? chains.get(chosen.chain));
  };

  /** "Hollis asked Lorn. He replied": who was asked, of the last that speaks before. */
  const replies = (pronoun: Span, own: number, gender: Gender): Chain | undefined => {
    if (!isReplying(article.text, pronoun)) return undefined;
    for (let i = own; i >= Math.max(0, own - NEXT); i--) {
      const persons = (read().persons.get(i) ?? [])
        .slice(0, MOST_NAMED)
        .filter((p) => p.end <= pronoun.start);
      const speakers = [sources.get(i) ?? [], persons.slice(0, 1)].flat();
      const hearer = persons.find((p) => speakers.some((speaker) => isHearer(article.text, speaker, p)));
      if (hearer) return fits(hearer.chain, gender) ? chains.get(hearer.chain) : undefined;
    }
    return undefined;
  };

  return {
    onlyPerson: () => {
      const [only, other] = [...chains.values()].filter(({ type }) => type === 'person');
      return other === undefined ? (only ?? null) : null;
    },
    said: (source) => void sources.set(sentenceAt(sentences, source.start), source),
    antecedent: (pronoun, words) => {
      const own = sentenceAt(sentences, pronoun.start);
      const plural = /^(?:they|we|it|them|their)$/i.test(words);
      const aged = agedAs(words);
      if (aged !== null) return aged;
      const gender = genderOfPronoun(words);
      const hearer = plural ? undefined : replies(pronoun, own, gender);
      if (hearer) return hearer;
      for (let i = own; i >= Math.max(Math.min(own, 0), own - REACH); i--) {
        const found =
          speakerIn(i, pronoun, gender, plural) ?? (plural ? undefined : namedIn(i, pronoun, gender));
        if (found) return found;
      }
      return null;
    },
  };
}
