import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { besideChoices, claimBeside } from '../../src/core/desk/beside.ts';
import { storyArticles } from '../../src/core/desk/story.ts';
import { type ArticleView, type ViewLink, viewOf } from '../../src/core/presentation/view.ts';
import { type Span, textOf } from '../../src/core/text/span.ts';

const FOLDER = join(import.meta.dirname, '../../seeds/harbour-bridge');
const [tideway, meridian, northline] = [
  '01_tideway-post.txt',
  '02_meridian-dispatch.txt',
  '03_northline.txt',
] as const;
const project = createProject();
for (const path of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))
  project.set({ path, text: readFileSync(join(FOLDER, path), 'utf8') });

function viewAt(path: string): ArticleView {
  const view = viewOf(project, path);
  if (!view) throw new Error(path);
  return view;
}

/** Where the bar is in `words`, or what the brackets hold. */
function placeIn(text: string, marked: string): Span {
  const words = marked.replace(/[[\]|]/g, '');
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the text`);
  const bar = marked.indexOf('|');
  if (bar >= 0) return { start: at + bar, end: at + bar };
  return { start: at + marked.indexOf('['), end: at + marked.indexOf(']') - 1 };
}

describe('the claim at the cursor in the article beside', () => {
  const cases: {
    name: string;
    from?: string;
    to?: string;
    at: string;
    selected?: string;
    found: RegExp | null;
    relation?: string;
  }[] = [
    { name: 'a figure that differs', at: '14 hang|ers', found: /^17 hangers$/, relation: 'differs' },
    {
      name: 'a quotation, from within it',
      at: 'No toll and no time|table',
      to: meridian,
      found: /no timetable that is worth/,
    },
    {
      name: 'the other way round',
      ...{ from: northline, to: tideway },
      at: '17 hang|ers',
      found: /^14 hangers$/,
      relation: 'differs',
    },
    { name: 'what is selected', at: 'fractures in [14 hangers] during', found: /^17 hangers$/ },
    {
      name: 'a claim that the other lacks',
      at: 'the chemist has already rationed cough sy|rup',
      found: null,
    },
  ];
  it.each(cases)('$name', ({ from = tideway, to = northline, at, found, relation }) => {
    const [here, there] = [viewAt(from), viewAt(to)];
    const place = placeIn(here.analysis.article.text, at);
    const other = { path: to, claims: there.analysis.claims, selected: null };
    const beside = claimBeside(here, place, other);
    if (found === null) expect(beside).toMatchObject({ there: null, more: 0 });
    else {
      const claim = beside?.there?.claim;
      expect(claim && textOf(there.analysis.article.text, claim)).toMatch(found);
    }
    if (relation) expect(beside?.there?.link.relation).toBe(relation);
  });

  it('is none where there is no claim', () => {
    const here = viewAt(tideway);
    const end = here.analysis.article.text.indexOf('\n\n\n') + 2;
    const other = { path: northline, claims: viewAt(northline).analysis.claims, selected: null };
    expect(claimBeside(here, { start: end, end }, other)).toBeNull();
  });
});

describe('of several counterparts in the article beside', () => {
  const claim = (id: string, start: number) => ({
    ...{ id, start, end: start + 10, kind: 'statement' as const },
    ...{ mention: null, source: null, reported: false },
  });
  const link = (to: string, own: Partial<ViewLink> = {}): ViewLink => ({
    ...{ from: { path: 'a', claim: 'here' }, to: { path: 'b', claim: to } },
    ...{ relation: 'paraphrase', score: 0.5, difference: null },
    ...own,
  });
  const possible = { certainty: 'possible' as const };
  const analysis = { ...viewAt(tideway).analysis, claims: [claim('here', 0)] };
  const claims = [claim('one', 0), claim('two', 20), claim('three', 40)];
  it.each([
    { name: 'the best goes first', links: [link('two'), link('one')], selected: null, found: 'two' },
    {
      name: 'a sure one goes before',
      links: [link('one', possible), link('two')],
      selected: null,
      found: 'two',
    },
    {
      name: 'a possible one is better than none',
      links: [link('one', possible)],
      selected: null,
      found: 'one',
    },
    { name: 'the selected one stays', links: [link('two'), link('one')], selected: [0, 10], found: 'one' },
    {
      name: 'a possible one stays, too',
      links: [link('two'), link('one', possible)],
      selected: [2, 8],
      found: 'one',
    },
    {
      name: 'a mere cursor chooses nothing',
      links: [link('two'), link('one')],
      selected: [5, 5],
      found: 'two',
    },
    {
      name: 'what is selected elsewhere does not count',
      links: [link('two'), link('one')],
      selected: [42, 44],
      found: 'two',
    },
    { name: 'one that is gone is none', links: [link('gone')], selected: null, found: undefined },
  ])('$name', ({ links, selected, found }) => {
    const other = {
      ...{ path: 'b', claims },
      selected: selected && { start: selected[0] ?? 0, end: selected[1] ?? 0 },
    };
    const beside = claimBeside({ analysis, links }, { start: 3, end: 3 }, other);
    expect(beside?.there?.claim.id).toBe(found);
    expect(beside?.more).toBe(Math.max(0, links.filter(({ to }) => to.claim !== 'gone').length - 1));
  });
});

describe('what can be opened beside an article', () => {
  const { links, analysis } = viewAt(tideway);
  const choose = (claim: string | null, some = links) =>
    besideChoices(tideway, storyArticles(project, tideway), some, claim);

  it('is every other article of the story, those that share most first', () => {
    const choices = choose(null);
    expect(choices.map(({ path }) => path).sort()).toEqual([meridian, northline]);
    expect(
      choices.every(({ article, shared, differing }) => article && shared > differing && differing > 0),
    ).toBe(true);
    expect(choices[0]?.shared).toBeGreaterThanOrEqual(choices[1]?.shared ?? 0);
    expect(choices.some(({ isBest }) => isBest)).toBe(false);
  });

  it('begins with the article that has the best counterpart of the claim at hand', () => {
    for (const path of [meridian, northline]) {
      const own = links.filter(({ to }) => to.path === path);
      const only = own.find(
        ({ from }) => !links.some((one) => one.from.claim === from.claim && one.to.path !== path),
      );
      expect(analysis.claims.some(({ id }) => id === only?.from.claim)).toBe(true);
      expect(choose(only?.from.claim ?? null)[0]).toMatchObject({ path, isBest: true });
    }
  });

  it('has an article of no common story where a claim of it is linked', () => {
    const [first] = links;
    if (!first) throw new Error('no link');
    const choices = choose(null, [{ ...first, to: { path: 'elsewhere.txt', claim: 'x' } }]);
    expect(choices[0]).toMatchObject({ path: 'elsewhere.txt', article: null, shared: 1 });
    expect(choices.map(({ shared }) => shared)).toEqual([1, 0, 0]);
  });
});
