import { textOf } from '../../src/core/text/span.ts';
import type { Gold } from './gold.ts';
import type { Say, Scored } from './scored.ts';
import { atLeast, count, type Measure, mostlyIn, ratio, share } from './tally.ts';

export function scoreArticles(gold: Gold, documents: readonly Scored[], say: Say): Measure[] {
  const metadata = share();
  const furniture = share();
  for (const { gold: asked, analysis } of documents) {
    const { article } = analysis;
    const found = {
      headline: article.headline === null ? null : textOf(article.text, article.headline),
      date: article.date,
      outlet: article.outlet,
    };
    for (const key of ['headline', 'date', 'outlet'] as const)
      if (!count(metadata, found[key] === asked.meta[key]))
        say(`${asked.file}: ${key} is ${found[key]}, should be ${asked.meta[key]}`);
  }
  for (const place of gold.notClaims) {
    const claims = documents.find((d) => d.gold.file === place.file)?.analysis.claims ?? [];
    if (!count(furniture, !claims.some((claim) => mostlyIn(claim, place))))
      say(`${place.file}: should be no claim: ${place.exact}`);
  }
  return [atLeast('furniture left out', ratio(furniture), 1), atLeast('metadata right', ratio(metadata), 1)];
}
