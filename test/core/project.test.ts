import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import type { Decision } from '../../src/core/sidecar/annotation.ts';

const TEXTS = [
  'Storm Runa tore the roof off the fish hall of Vellmark. “We will rebuild it before spring,” Ilse Ostrand said. The damage is put at $40 million.',
  'Ilse Ostrand promised to rebuild the fish hall of Vellmark. “We will rebuild it before the spring,” she said. Storm Runa did $42 million of damage.',
  'Vellmark counts 40 million dollars of damage after Storm Runa. “We shall not rebuild it before spring,” Ostrand said.',
  'A comet will be seen from Tarn Hill in March, the observatory of Quell said. “It is the brightest in 30 years,” Jonas Quell said.',
  'The observatory of Quell expects a bright comet over Tarn Hill. “It is the brightest in 30 years,” said Jonas Quell.',
  '',
] as const;
const PATHS = ['news/a.txt', 'news/b.txt', 'news/c.txt', 'news/d.txt'] as const;

/** Sentences that have words in common with others, two and three at a time. */
const SENTENCES = [
  ...TEXTS.flatMap((text) => text.split(/(?<=[.”]) /)).filter((sentence) => sentence !== ''),
  '“The pumps of Vellmark worked all night long,” Ilse Ostrand said.',
  'Ilse Ostrand praised the pumps of Vellmark, which worked all night.',
  'The fish hall of Vellmark had 310 stalls.',
  'Only 310 stalls of the fish hall are left.',
  'Jonas Quell watched the storm from Tarn Hill.',
];

type Step = { readonly path: string; readonly text: string | null };

const steps = fc.array(
  fc.record({
    path: fc.constantFrom(...PATHS),
    text: fc.option(fc.constantFrom(...TEXTS), { freq: 5 }),
  }),
  { maxLength: 12 },
);

/** Analysing is not what is tested here, and the same few texts come again and again. */
const analyses = new Map(TEXTS.map((text) => [text as string, analyze(text)]));
const remembered = (text: string) => analyses.get(text) ?? analyze(text);

const analysed = new Map<string, ReturnType<typeof analyze>>();
function known(text: string) {
  const analysis = analysed.get(text) ?? analyze(text);
  analysed.set(text, analysis);
  return analysis;
}

function played(list: readonly Step[]) {
  const project = createProject({ analyze: remembered });
  for (const { path, text } of list) {
    if (text === null) project.remove(path);
    else project.set({ path, text });
  }
  return project;
}

describe('project', () => {
  it('holds the same after any changes as when built afresh', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const changed = played(list);
        const last = new Map(list.map((step) => [step.path, step]));
        const fresh = played([...last.values()].filter((step) => step.text !== null).reverse());
        expect(changed.paths()).toEqual(fresh.paths());
        expect(changed.links()).toEqual(fresh.links());
        expect(changed.links(0)).toEqual(fresh.links(0));
        expect(changed.stories()).toEqual(fresh.stories());
        for (const path of PATHS) expect(changed.linksOf(path)).toEqual(fresh.linksOf(path));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  /** Few terms and many articles, and hardly anything may be compared: each change makes others near, far, rare, common. */
  const sentences = fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 });
  const crowd = fc.array(
    fc.record({ path: fc.integer({ min: 0, max: 11 }), sentences: fc.option(sentences, { freq: 4 }) }),
    { maxLength: 40 },
  );
  it.each([
    { copies: 1, near: 1, sharing: 2 },
    { copies: 2, near: 2, sharing: 4 },
    { copies: 0, near: 0, sharing: 5 },
    { copies: 1, near: 3, sharing: 0 },
  ])(
    'holds the same after any changes as when built afresh, bounded by %j',
    (bounds) => {
      fc.assert(
        fc.property(crowd, (list) => {
          const changed = createProject({ analyze: known, bounds });
          const texts = new Map<string, string>();
          for (const { path, sentences } of list) {
            const name = `${path}.txt`;
            texts.delete(name);
            if (sentences === null) changed.remove(name);
            else changed.set({ path: name, text: sentences.join(' ') });
            if (sentences !== null) texts.set(name, sentences.join(' '));
          }
          const fresh = createProject({ analyze: known, bounds });
          for (const [path, text] of [...texts].reverse()) fresh.set({ path, text });
          expect(changed.links()).toEqual(fresh.links());
          expect(changed.stories()).toEqual(fresh.stories());
          for (const path of fresh.paths()) {
            expect(changed.linksOf(path)).toEqual(fresh.linksOf(path));
            expect(changed.storyOf(path)).toEqual(fresh.stories().find((s) => s.articles.includes(path)));
            expect(changed.limits(path)).toEqual(fresh.limits(path));
          }
        }),
        { numRuns: 50 },
      );
    },
    60_000,
  );

  const project = played(PATHS.map((path, i) => ({ path, text: TEXTS[i] ?? '' })));

  it('gives the links of an article with its own claims first, the same from both sides', () => {
    const of = project.linksOf(PATHS[0]);
    expect(of.length).toBeGreaterThan(0);
    expect(of.every((link) => link.from.path === PATHS[0])).toBe(true);
    expect(of.map((link) => link.score)).toEqual(of.map((link) => link.score).sort((a, b) => b - a));
    for (const link of of) {
      const back = project.linksOf(link.to.path, link.to.claim).filter((l) => l.to.claim === link.from.claim);
      expect(back).toEqual([{ ...link, from: link.to, to: link.from }]);
    }
  });

  it('gives the links of one claim', () => {
    const [first] = project.linksOf(PATHS[0]);
    const claim = first?.from.claim ?? '';
    expect(project.linksOf(PATHS[0], claim)).toEqual(
      project.linksOf(PATHS[0]).filter((link) => link.from.claim === claim),
    );
    expect(project.linksOf(PATHS[0], 'no such claim')).toEqual([]);
  });

  it('groups articles about one event', () => {
    const stories = played(
      [0, 1, 2, 3, 4].map((i) => ({ path: `${i}.txt`, text: TEXTS[i] ?? '' })),
    ).stories();
    expect(stories.map((story) => story.articles)).toEqual([
      ['0.txt', '1.txt', '2.txt'],
      ['3.txt', '4.txt'],
    ]);
  });

  it('knows nothing of an article it does not have', () => {
    expect(project.analysis('none.txt')).toBeUndefined();
    expect(project.linksOf('none.txt')).toEqual([]);
  });
});

describe('decisions', () => {
  const [a, b] = [TEXTS[0], TEXTS[1]];
  const selectors = (text: string, exact: string) => {
    const start = text.indexOf(exact);
    const end = start + exact.length;
    return {
      quote: { exact, prefix: text.slice(Math.max(0, start - 30), start), suffix: text.slice(end, end + 30) },
      position: { start, end },
    };
  };
  const decision = (kind: Decision['decision'], here: string, there: string): Decision => ({
    id: 'd1',
    author: 'Maren Holt',
    created: '2026-01-02T03:04:05Z',
    decision: kind,
    here: selectors(a, here),
    there: { article: './b.txt', selectors: selectors(b, there) },
  });
  const QUOTES = ['“We will rebuild it before spring,”', '“We will rebuild it before the spring,”'] as const;

  function decided(...decisions: readonly Decision[]) {
    const project = createProject();
    project.set({ path: 'news/a.txt', text: a, decisions });
    project.set({ path: 'news/b.txt', text: b });
    return project;
  }
  const quoted = (project: ReturnType<typeof createProject>, path: string, text: string) => {
    const analysis = project.analysis(path);
    const claim = analysis?.claims.find((c) => analysis.article.text.slice(c.start, c.end) === text);
    return project.linksOf(path, claim?.id ?? '-');
  };

  it('rejected links are gone from both sides, at every score', () => {
    expect(quoted(decided(), 'news/a.txt', QUOTES[0])).toHaveLength(1);
    const project = decided(decision('rejected', ...QUOTES));
    expect(quoted(project, 'news/a.txt', QUOTES[0])).toEqual([]);
    expect(quoted(project, 'news/b.txt', QUOTES[1])).toEqual([]);
    expect(project.links(0).length).toBe(decided().links(0).length - 1);
  });

  it('confirmed links are certain and say who confirmed them', () => {
    const project = decided(decision('confirmed', ...QUOTES));
    const [link] = quoted(project, 'news/b.txt', QUOTES[1]);
    expect(link).toMatchObject({ score: 1, relation: 'reworded', from: { path: 'news/b.txt' } });
    expect(link?.confirmedBy).toBe('Maren Holt');
  });

  it.each([
    ['rejected', '2026-01-02T03:04:05Z', 'confirmed', '2026-01-03T00:00:00Z', 'confirmed'],
    ['confirmed', '2026-01-02T03:04:05Z', 'rejected', '2026-01-03T00:00:00Z', 'rejected'],
    ['confirmed', '2026-01-02T23:30:00-05:00', 'rejected', '2026-01-03T00:00:00Z', 'confirmed'],
    ['confirmed', '2026-01-02T12:00:00', 'rejected', '2026-01-02 11:00', 'confirmed'],
    ['confirmed', '', 'rejected', '2026-01-03', 'rejected'],
    ['confirmed', '2026-01-03', 'rejected', '2026-01-03', 'rejected'],
  ] as const)('of %s at %j and %s at %j the newest holds, in any order', (one, then, other, later, holds) => {
    const first = { ...decision(one, ...QUOTES), id: 'd1', created: then };
    const second = { ...decision(other, ...QUOTES), id: 'd2', created: later };
    for (const decisions of [
      [first, second],
      [second, first],
    ]) {
      const project = decided(...decisions);
      const scores = quoted(project, 'news/b.txt', QUOTES[1]).map(({ score }) => score);
      expect(scores).toEqual(holds === 'confirmed' ? [1] : []);
    }
  });

  it('links made by hand are there, once, from both sides', () => {
    const project = decided(
      decision('confirmed', QUOTES[0], 'Ilse Ostrand promised to rebuild the fish hall of Vellmark.'),
    );
    const made = project.links().filter((link) => link.confirmedBy === 'Maren Holt');
    expect(made).toHaveLength(1);
    expect(quoted(project, 'news/a.txt', QUOTES[0])[0]).toMatchObject({ score: 1 });
    expect(
      quoted(project, 'news/b.txt', 'Ilse Ostrand promised to rebuild the fish hall of Vellmark.')[0],
    ).toMatchObject({
      score: 1,
      to: { path: 'news/a.txt' },
    });
  });

  it('survive edits before the passage, and decide nothing when it is lost', () => {
    const rejected = decision('rejected', ...QUOTES);
    const project = createProject();
    project.set({ path: 'news/a.txt', text: `A new first sentence came in. ${a}`, decisions: [rejected] });
    project.set({ path: 'news/b.txt', text: b });
    expect(quoted(project, 'news/a.txt', QUOTES[0])).toEqual([]);
    project.set({ path: 'news/b.txt', text: 'Nothing of this is left.' });
    expect(project.links()).toEqual([]);
  });
});
