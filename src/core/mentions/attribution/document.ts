import type { Source } from '../mention.ts';

/** What somebody says something in. */
const DOCUMENT = 'statement|letter|memo|e-?mail|tweet|post|message|op-ed|press release';
/** Most sentences have no such noun, which is soon told. */
const NOUN = new RegExp(DOCUMENT, 'i');
const MADE = new RegExp(
  `(?<!\\p{L})(?:a|an|his|her|its|their)\\s(?:[\\p{L}\\d’'-]+\\s){0,3}?(${DOCUMENT})(?!\\p{L})`,
  'giu',
);
const THE = new RegExp(`^(?:the|this|that)\\s(?:[\\p{L}\\d’'-]+\\s){0,3}?(${DOCUMENT})$`, 'iu');

/** Whose words "the statement said" gives: those of whoever spoke "in a statement" last. */
export interface Documents {
  /** `sentence`: the words among which `source` speaks. */
  readonly said: (source: Source, sentence: string) => void;
  readonly author: (words: string) => Source | undefined;
}

export function documentAuthors(): Documents {
  const authors = new Map<string, Source>();
  return {
    said: (source, sentence) => {
      if (source.chain === null || !NOUN.test(sentence)) return;
      for (const [, noun = ''] of sentence.matchAll(MADE)) authors.set(noun.toLowerCase(), source);
    },
    author: (words) => authors.get(THE.exec(words)?.[1]?.toLowerCase() ?? ''),
  };
}
