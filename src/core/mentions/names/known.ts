import type { GazetteerKind } from '../../lexicon/gazetteer.ts';
import { entryOfWord } from '../tagger/words.ts';
import type { Words } from './token-name.ts';

/** What a name is known for; names of small places and words in names of companies are too many to tell. */
export function wellKnown(name: string, { table }: Words): GazetteerKind | undefined {
  return notable(table.gazetteer.lookUp(name)?.kind);
}

/** As `wellKnown`, of the word at a token. */
export const wellKnownAt = (i: number, { table, tokens }: Words): GazetteerKind | undefined =>
  notable(entryOfWord(table, tokens.word[i] ?? 0)?.kind);

const notable = (kind: GazetteerKind | undefined): GazetteerKind | undefined =>
  kind === 'town' || kind === 'company' ? undefined : kind;
