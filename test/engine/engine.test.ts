import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/core/desk/matrix.ts';
import { answer, remoteEngine } from '../../src/engine/calls.ts';
import { type Engine, localEngine } from '../../src/engine/engine.ts';

/** As between threads: everything is copied, in both directions. */
function acrossThreads(engine: Engine): Engine {
  let id = 0;
  return remoteEngine(async (method, args) => {
    const result = structuredClone(await answer(engine, structuredClone({ id: id++, method, args })));
    if ('error' in result) throw new Error(result.error);
    return result.value;
  });
}

const here = {
  path: 'a.txt',
  text: 'Ferry Stops for the Winter\n\nMarch 3, 2026\n\n“No boat leaves this harbour before the ice is gone,” said Maren Holt, the harbour master.\n',
};
const there = {
  path: 'b.txt',
  text: 'Harbour Closed\n\nMarch 4, 2026\n\nMaren Holt said: “No boat leaves this harbour before the ice is gone.”\n',
};

describe('the engine across threads', () => {
  it('gives views, cards and passages as plain data, with the revision that they count in', async () => {
    const engine = acrossThreads(localEngine());
    await engine.set(here, 1);
    await engine.set(there, 2);
    const view = await engine.view('a.txt');
    expect(view?.revision).toBe(1);
    const link = view?.value.links.find(({ relation }) => relation === 'verbatim');
    expect(link?.to.path).toBe('b.txt');
    const [passage, none] = await engine.passages([
      link?.to ?? { path: '', claim: '' },
      { path: 'b.txt', claim: 'no' },
    ]);
    expect(passage).toMatchObject({ revision: 2, value: { place: { line: 5 } } });
    expect(none).toBeNull();
    const cards = await engine.cards('a.txt', here.text.indexOf('boat leaves'));
    expect(cards?.value[0]).toMatchObject({
      kind: 'claim',
      counterparts: [{ place: { path: 'b.txt' } }],
      more: 0,
    });
    expect(await engine.text('b.txt')).toEqual({ revision: 2, value: there.text });
  });

  it('says of nothing that others do not have it while they are still being read', async () => {
    const engine = acrossThreads(localEngine());
    const only = `${here.text}\nSomebody painted 14 cranes green at Tarn Hill.\n`;
    await engine.set({ ...here, text: only }, 1);
    await engine.set(there, 2);
    const told = async (complete: boolean) => {
      const cards = await engine.cards('a.txt', only.indexOf('14 cranes'), { complete });
      const card = cards?.value.find(({ kind }) => kind === 'claim');
      const rows = await engine.claimRows('a.txt', { complete });
      const brief = await engine.brief('a.txt', { complete });
      const isInTable = async (forOthers: boolean): Promise<boolean> => {
        const { rows }: Matrix = JSON.parse((await engine.matrix('a.txt', { complete, forOthers })) ?? '');
        return rows.some(({ onlyHere }) => onlyHere);
      };
      return {
        card: card?.kind === 'claim' && !card.pending && card.absentFrom === 1,
        list: rows.some(({ standing }) => standing === 'onlyHere'),
        brief: brief.onlyHere.length > 0,
        table: await isInTable(false),
        forOthers: await isInTable(true),
      };
    };
    expect(await told(true)).toEqual({ card: true, list: true, brief: true, table: true, forOthers: true });
    const nothing = { card: false, list: false, brief: false, table: false, forOthers: false };
    expect(await told(false)).toEqual(nothing);
  });

  it('gives the words with the places where they occur: a text asked for later may be another', async () => {
    const engine = acrossThreads(localEngine());
    await engine.set(here, 1);
    await engine.set({ ...there, text: there.text.replace('No boat leaves', 'No Boat leaves') }, 2);
    const start = here.text.indexOf('boat leaves');
    const [found] = await engine.occurrences('a.txt', { start, end: start + 'boat leaves'.length });
    expect(found?.articles.map(({ path, revision, words }) => [path, revision, [...words]])).toEqual([
      ['a.txt', 1, ['boat leaves']],
      ['b.txt', 2, ['Boat leaves']],
    ]);
  });

  it('knows nothing of an article that was removed', async () => {
    const engine = acrossThreads(localEngine());
    await engine.set(here, 1);
    await engine.remove('a.txt');
    expect([await engine.view('a.txt'), await engine.cards('a.txt', 0), await engine.text('a.txt')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('answers a call that fails with the reason, and lives on', async () => {
    const local = localEngine();
    const engine = acrossThreads({ ...local, set: () => Promise.reject(new Error('no memory left')) });
    await expect(engine.set(here, 1)).rejects.toThrow('no memory left');
    expect(await engine.view('a.txt')).toBeNull();
  });
});
