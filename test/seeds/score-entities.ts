import type { Analysis } from '../../src/core/claims/analysis.ts';
import type { Entity } from '../../src/core/mentions/mention.ts';
import { type Span, textOf } from '../../src/core/text/span.ts';
import { counted, type Say, type Scored } from './scored.ts';
import { atLeast, bCubed, type Clustered, detection, f1, likeness, type Measure, pairUp } from './tally.ts';

export function scoreEntities(documents: readonly Scored[], say: Say): Measure[] {
  const exact = detection();
  const clusters: Clustered[] = [];
  for (const { gold, analysis } of documents) {
    const found = counted(analysis.entities, gold.entities, gold.optional.entities);
    const pairs = pairUp(gold.entities, found, likeness);
    exact.asked += gold.entities.length;
    exact.found += found.length;
    for (const asked of gold.entities) {
      const f = pairs.get(asked);
      if (f !== undefined)
        clusters.push({ asked: `${gold.file} ${asked.name}`, found: `${gold.file} ${f.chain}` });
      const right =
        f !== undefined && isSame(asked, f) && [asked.type, ...(asked.alsoType ?? [])].includes(f.type);
      if (right) exact.both++;
      else say(`${gold.file}@${asked.start}: “${asked.exact}” (${asked.type}) is ${told(analysis, f)}`);
    }
    const matched = new Set(pairs.values());
    for (const f of found) if (!matched.has(f)) say(`${gold.file}@${f.start}: no name: ${told(analysis, f)}`);
  }
  sayChains(clusters, say);
  return [
    atLeast('entities: F1 of span and type', f1(exact), 0.8),
    atLeast('entities: chains, B-cubed', bCubed(clusters), 0.85),
  ];
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const told = ({ article }: Analysis, entity: Entity | undefined): string =>
  entity === undefined ? 'not found' : `“${textOf(article.text, entity)}” (${entity.type})`;

function sayChains(clusters: readonly Clustered[], say: Say): void {
  const group = (
    key: (c: Clustered) => string,
    value: (c: Clustered) => string,
  ): Map<string, Set<string>> => {
    const groups = new Map<string, Set<string>>();
    for (const c of clusters) groups.set(key(c), (groups.get(key(c)) ?? new Set()).add(value(c)));
    return groups;
  };
  for (const [name, chains] of group(
    (c) => c.asked,
    (c) => c.found,
  ))
    if (chains.size > 1) say(`${name} is in ${chains.size} chains`);
  for (const [, names] of group(
    (c) => c.found,
    (c) => c.asked,
  ))
    if (names.size > 1) say(`one chain mixes ${[...names].join(' and ')}`);
}
