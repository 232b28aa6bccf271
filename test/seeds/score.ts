import type { Link } from '../../src/core/counterparts/link.ts';
import type { Gold } from './gold.ts';
import { scoreArticles } from './score-articles.ts';
import { scoreEntities } from './score-entities.ts';
import { scoreFigures } from './score-figures.ts';
import { scoreLinks } from './score-links.ts';
import { scoreQuotations } from './score-quotations.ts';
import type { Say, Scored } from './scored.ts';
import type { Measure } from './tally.ts';

/** A measure with every failure of its family in words. */
export interface Explained extends Measure {
  readonly failures: readonly string[];
}

/** The engine's answers on the sample articles against the gold, with the bounds that they have to keep. */
export function score(
  gold: Gold,
  documents: readonly Scored[],
  links: readonly Link[],
): readonly Explained[] {
  const explained = (measure: (say: Say) => Measure[]): Explained[] => {
    const failures: string[] = [];
    return measure((words) => failures.push(words)).map((m) => ({ ...m, failures }));
  };
  return [
    ...explained((say) => scoreQuotations(documents, say)),
    ...explained((say) => scoreFigures(documents, say)),
    ...explained((say) => scoreEntities(documents, say)),
    ...explained((say) => scoreLinks(gold, documents, links, say)),
    ...explained((say) => scoreArticles(gold, documents, say)),
  ];
}
