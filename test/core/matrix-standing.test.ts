import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import type { Link, Relation } from '../../src/core/counterparts/link.ts';
import type { ClaimGroup, StoryClaim } from '../../src/core/desk/claim-groups.ts';
import { standingBeyond, standingsOf } from '../../src/core/desk/matrix-standing.ts';

/** An article's figure of these words, and how it is linked with those of others. */
function figure(path: string, exact: string, links: Readonly<Record<string, Relation>> = {}): StoryClaim {
  const text = `Port Ellery\n\nThe new pier of Port Ellery opens with ${exact}, the harbour said.\n`;
  const analysis = analyze(text);
  const claim = analysis.claims.find(
    ({ kind, start, end }) => kind === 'figure' && text.slice(start, end) === exact,
  );
  if (claim === undefined) throw new Error(`no figure “${exact}”`);
  return {
    ...{ path, analysis, claim, possible: [] },
    links: Object.entries(links).map(([to, relation]) => linkTo(path, to, relation)),
  };
}

const linkTo = (from: string, to: string, relation: Relation): Link => ({
  ...{ from: { path: from, claim: '' }, to: { path: to, claim: '' } },
  ...{ relation, score: 0.9, difference: relation === 'differs' ? 'value' : null, evidence: [] },
});

/** Links name the claims that there are. */
function linked(claims: ClaimGroup): ClaimGroup {
  const ids = new Map(claims.map(({ path, claim }) => [path, claim.id]));
  const told = claims.map((one) => ({
    ...one,
    links: one.links.map((link) => ({
      ...link,
      to: { ...link.to, claim: ids.get(link.to.path) ?? '' },
    })),
  }));
  const [first = claims[0], ...others] = told;
  return [first, ...others];
}

describe('how claims stand to the one that their row is named after', () => {
  it.each<[string, string, string, Relation]>([
    ['14 boats', '17 boats', '14 boats', 'agrees'],
    ['14 boats', '17 boats', '19 boats', 'differs'],
    ['3 March 2031', '4 March 2031', '3 March 2031', 'agrees'],
    ['3 March 2031', '4 March 2031', '5 March 2031', 'differs'],
    ['two weeks', 'three weeks', 'two weeks', 'agrees'],
  ])('%s, against %s, against %s: %s', (named, between, other, relation) => {
    const group = linked([
      figure('a.txt', named, { 'b.txt': 'differs' }),
      figure('b.txt', between, { 'a.txt': 'differs', 'c.txt': 'differs' }),
      figure('c.txt', other, { 'b.txt': 'differs' }),
    ]);
    const [a, , c] = group;
    expect(c && standingsOf(a, group).get(c)?.relation).toBe(relation);
  });

  it.each<[string, Relation, Relation]>([
    ['17 boats', 'agrees', 'differs'],
    ['14 boats', 'differs', 'agrees'],
  ])('what is possibly the same as another of the row: %s', (words, toThat, relation) => {
    const group = linked([
      figure('a.txt', '14 boats', { 'b.txt': 'differs' }),
      figure('b.txt', '17 boats', { 'a.txt': 'differs' }),
    ]);
    const [named, between] = group;
    const way = between && standingsOf(named, group).get(between);
    const possible = figure('c.txt', words);
    const standing = standingBeyond(linkTo('b.txt', 'c.txt', toThat), possible, { named, way });
    expect(standing.relation).toBe(relation);
  });
});
