import { CLASSES } from '../core/mentions/tagger/labels.ts';
import type { TaggerModel } from '../core/mentions/tagger/model.ts';
import { type TaggerOptions, tagNames } from '../core/mentions/tagger/tagger.ts';
import type { WordTable } from '../core/mentions/tagger/words.ts';
import type { GoldDocument } from './conll.ts';

export interface Score {
  right: number;
  found: number;
  wanted: number;
}

/** Exact span and class, by class and all together. */
export function evaluate(
  documents: readonly GoldDocument[],
  model: TaggerModel,
  table: WordTable,
  options: TaggerOptions,
): Map<string, Score> {
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
    const { names } = tagNames(document.text, document.sentences, model, table, options);
    for (const name of names) {
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
