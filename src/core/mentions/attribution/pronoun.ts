import { FEMALE, MALE } from '../../lexicon/speech-genders.ts';
import type { Article } from '../../text/article.ts';
import { gathered } from '../../text/gathered.ts';
import { indexAt, type Span, textOf } from '../../text/span.ts';
import type { Chain, Entity, Source } from '../mention.ts';
import { wordBefore } from '../word-before.ts';
import { headOf, isPersonal } from './apposition.ts';

/** How many sentences before its own a pronoun is followed. */
const REACH = 8;

/** So many names of a sentence are looked at. */
const MOST_NAMED = 40;

type Gender = 'he' | 'she' | null;

/** "The 52-year-old" stands for somebody named before, as a pronoun does. */
export const AGE = /^the (?:\d{1,3}|\p{L}+(?:-\p{L}+)?)-year-old$/iu;

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

  /** The person named first in the sentence, its subject as a rule. */
  const namedIn = (i: number, pronoun: Span, gender: Gender): Chain | undefined => {
    const barrier = gender && subjects(i)[gender];
    const limit = barrier ? Math.min(barrier.start, pronoun.start) : pronoun.start;
    const named = (read().persons.get(i) ?? [])
      .slice(0, MOST_NAMED)
      .filter((p) => p.end <= limit && fits(p.chain, gender) && !isModifier(article.text, p));
    const free = named.filter((p) => !isTopic(article.text, sentences[i], p));
    const chosen = free.find((p) => !isPossessor(article.text, p)) ?? free[0];
    return chosen && chains.get(chosen.chain);
  };

  return {
    said: (source) => void sources.set(indexAt(sentences, source.start), source),
    antecedent: (pronoun, words) => {
      const own = indexAt(sentences, pronoun.start);
      const plural = /^(?:they|we|it|them|their)$/i.test(words);
      const aged = agedAs(words);
      if (aged !== null) return aged;
      const gender = genderOfPronoun(words);
      for (let i = own; i >= Math.max(0, own - REACH); i--) {
        const found =
          speakerIn(i, pronoun, gender, plural) ?? (plural ? undefined : namedIn(i, pronoun, gender));
        if (found) return found;
      }
      return null;
    },
  };
}

const genderOfPronoun = (words: string): Gender =>
  /^(?:she|her)$/i.test(words) ? 'she' : /^(?:he|him|his)$/i.test(words) ? 'he' : null;

/** The persons that the narration names, by sentence, and by chain how they are addressed. */
interface Told {
  readonly persons: ReadonlyMap<number, readonly Entity[]>;
  readonly addressed: ReadonlyMap<string, readonly string[]>;
}

function toldPersons(
  text: string,
  entities: readonly Entity[],
  quoted: readonly Span[],
  sentences: readonly Span[],
): Told {
  const persons = entities.filter((entity) => entity.type === 'person' && !isQuoted(entity, quoted));
  return { persons: groupBySentence(persons, sentences), addressed: formsOfAddress(text, persons) };
}

/** The first "he" and the first "she" of a sentence. */
type Subjects = Readonly<Record<'he' | 'she', Span | undefined>>;

/**
 * "he" or "she" as the subject of each sentence, outside quotations. Names behind it are of others; and it
 * stands for somebody named before.
 */
function subjectPronouns(
  text: string,
  sentences: readonly Span[],
  quoted: readonly Span[],
): (sentence: number) => Subjects {
  const known = new Map<number, Subjects>();
  const read = (own: Span | undefined): Subjects => {
    const words = own ? textOf(text, own) : '';
    const first = (pattern: RegExp): Span | undefined => {
      for (const { index } of words.matchAll(pattern)) {
        const start = (own?.start ?? 0) + index;
        if (!isQuoted({ start, end: start + 2 }, quoted)) return { start, end: start + 2 };
      }
      return undefined;
    };
    return {
      he: first(/(?<![\p{L}\p{N}])he(?![\p{L}\p{N}])/giu),
      she: first(/(?<![\p{L}\p{N}])she(?![\p{L}\p{N}])/giu),
    };
  };
  return (i) => {
    const found = known.get(i) ?? read(sentences[i]);
    known.set(i, found);
    return found;
  };
}

/** "the Lorn campaign": a name between an article and a noun is no person there. */
const isModifier = (text: string, { start, end }: Span): boolean =>
  /(?:^|\s)(?:the|a|an)\s$/i.test(text.slice(Math.max(0, start - 5), start)) &&
  /^(?:[’']s)?\s\p{Ll}/u.test(text.slice(end, end + 4));

/** "Of Lorn, he said": what the sentence is about, and not who says it; "Speaking to Lorn on the radio, Minister Vane". */
const isTopic = (text: string, sentence: Span | undefined, { start, end }: Span): boolean =>
  sentence !== undefined &&
  (LISTENER.test(text.slice(sentence.start, Math.min(start, sentence.start + MOST_BEFORE))) ||
    isOpening(text, sentence, { start, end }));

/** What a sentence opens with before it names whom somebody else spoke to. */
const LISTENER =
  /^(?:(?:speaking|talking|responding|replying|writing|complaining|appealing)\s(?:live\s|again\s|earlier\s)?(?:to|with)|(?:asked|pressed|quizzed|questioned|interviewed|challenged)\sby|in\s(?:an?|his|her|their)\s(?:\p{L}+\s){0,3}(?:interview|conversation|talk|call|letter|meeting|message)\s(?:with|to))\s[^,;:]*$/iu;
const MOST_BEFORE = 90;

const isOpening = (text: string, sentence: Span, { start, end }: Span): boolean =>
  start - sentence.start < 30 &&
  /^(?:of|about|on|to|against|like|unlike|with|for|from|despite)\s(?:\p{Lu}\p{Ll}*\.?\s)?$/iu.test(
    text.slice(sentence.start, start),
  ) &&
  text.charAt(end) === ',';

/** A source without a name that "he" or "she" can mean: "a woman in the crowd", "the mayor", no "ministers". */
function isOnePerson(words: string, gender: Gender): boolean {
  const head = headOf(words);
  if (!isPersonal(head)) return false;
  return FEMALE.has(head) ? gender === 'she' : !MALE.has(head) || gender === 'he';
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
function formsOfAddress(text: string, persons: readonly Entity[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const entity of persons) {
    const word = wordBefore(text, entity.start);
    if (word === '') continue;
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
