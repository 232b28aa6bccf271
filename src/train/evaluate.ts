import type { EntityType } from '../core/mentions/mention.ts';
import { refineNames } from '../core/mentions/names/rules.ts';
import { CLASSES, type NameClass } from '../core/mentions/tagger/labels.ts';
import type { TaggerModel } from '../core/mentions/tagger/model.ts';
import { type TaggerOptions, tagNames } from '../core/mentions/tagger/tagger.ts';
import type { WordTable } from '../core/mentions/tagger/words.ts';
import type { Span } from '../core/text/span.ts';
import type { GoldDocument } from './conll.ts';

export interface Score {
  right: number;
  found: number;
  wanted: number;
}

interface FoundName extends Span {
  readonly nameClass: NameClass;
}

/** Finds the names of a document. */
export type Find = (document: GoldDocument) => readonly FoundName[];

export const byTagger =
  (model: TaggerModel, table: WordTable, options: TaggerOptions): Find =>
  ({ text, sentences }) =>
    tagNames(text, sentences, model, table, options).names;

const CLASS_OF: Readonly<Record<EntityType, NameClass>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  group: 'MISC',
  event: 'MISC',
  other: 'MISC',
};

/** As the program does it: the tagger, then rules and common knowledge. */
export const byProgram =
  (model: TaggerModel, table: WordTable, options: TaggerOptions): Find =>
  ({ text, sentences }) => {
    const { tokens, names } = tagNames(text, sentences, model, table, options);
    return refineNames(text, tokens, table, names).map((name) => ({
      ...name,
      nameClass: CLASS_OF[name.type],
    }));
  };

/** Exact span and class, by class and all together. */
export function evaluate(documents: readonly GoldDocument[], find: Find): Map<string, Score> {
  const scores = new Map<string, Score>();
  const add = (name: string, field: keyof Score): void => {
    for (const key of name === 'MISC' ? [name, 'all'] : [name, 'all', 'named']) {
      const score = scores.get(key) ?? { right: 0, found: 0, wanted: 0 };
      score[field]++;
      scores.set(key, score);
    }
  };
  for (const document of documents) {
    const gold = new Set(document.names.map((n) => `${n.start}:${n.end}:${CLASSES[n.nameClass]}`));
    for (const name of document.names) add(CLASSES[name.nameClass] ?? '', 'wanted');
    for (const name of find(document)) {
      add(name.nameClass, 'found');
      if (gold.has(`${name.start}:${name.end}:${name.nameClass}`)) add(name.nameClass, 'right');
    }
  }
  return scores;
}

export function scoreLine(scores: ReadonlyMap<string, Score>): string {
  return ['all', 'named', ...CLASSES]
    .map((key) => {
      const { right, found, wanted } = scores.get(key) ?? { right: 0, found: 0, wanted: 0 };
      const label = key === 'named' ? 'PER+ORG+LOC' : key;
      return `${label} ${((2 * right) / (found + wanted || 1)).toFixed(3)}`;
    })
    .join('  ');
}
