import { indexAt, type Span, textOf } from '../../text/span.ts';
import type { Entity } from '../mention.ts';
import { wordBefore } from '../word-before.ts';

/** The persons that the narration names, by sentence, and by chain how they are addressed. */
export interface Told {
  readonly persons: ReadonlyMap<number, readonly Entity[]>;
  readonly addressed: ReadonlyMap<string, readonly string[]>;
}

export function toldPersons(
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
export function subjectPronouns(
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

function isQuoted(span: Span, quoted: readonly Span[]): boolean {
  const quote = quoted[indexAt(quoted, span.start)];
  return quote !== undefined && quote.start <= span.start && span.end <= quote.end;
}

/** What stands between sentences, as a headline does above the first, is in none of them. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  const at = indexAt(sentences, offset);
  return (sentences[at]?.start ?? offset) > offset ? at - 1 : at;
}

function groupBySentence(entities: readonly Entity[], sentences: readonly Span[]): Map<number, Entity[]> {
  const groups = new Map<number, Entity[]>();
  for (const entity of entities) {
    const at = sentenceAt(sentences, entity.start);
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
