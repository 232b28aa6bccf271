import { expect, it } from 'vitest';
import type { SidecarOperation } from '../../src/core/sidecar/operation.ts';
import { createSidecarHistory, type Done } from '../../src/vscode/sidecar-history.ts';

/** A history whose every change works, and what it took back. */
function history() {
  const taken: string[] = [];
  const changes = createSidecarHistory({
    fileOf: () => undefined,
    changeAll: async (_, operations) => {
      for (const operation of operations) if ('id' in operation) taken.push(operation.id);
      return { inverses: [], created: false };
    },
    move: async () => null,
  });
  return { ...changes, taken };
}

const place = {} as Done['uri'];
const done = (id: string, together?: object): Done => ({
  ...{ article: place, uri: place, created: false },
  inverses: [{ kind: 'removeDismissal', id } satisfies SidecarOperation],
  ...(together && { together }),
});

it('the last five hundred changes are taken back, latest first, and no more', async () => {
  const { add, undoLast, taken } = history();
  for (let k = 0; k < 700; k++) add(done(`x-${k}`));
  while (await undoLast());
  expect(taken).toEqual(Array.from({ length: 500 }, (_, k) => `x-${699 - k}`));
});

it('what was done together is forgotten together, and never while it is the latest', async () => {
  const { add, undoLast } = history();
  const [old, latest] = [{}, {}];
  add(...Array.from({ length: 300 }, (_, k) => done(`old-${k}`, old)));
  add(...Array.from({ length: 600 }, (_, k) => done(`new-${k}`, latest)));
  expect(await undoLast('old-299')).toBeNull();
  expect(await undoLast('new-0')).toMatchObject({ together: latest });
  expect(await undoLast()).toBeNull();
});
