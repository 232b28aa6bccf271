import type { Engine } from './engine.ts';

/** A call of the engine as it goes to its thread. */
export interface Call {
  readonly id: number;
  readonly method: keyof Engine;
  readonly args: readonly unknown[];
}

/** What comes back, by the call's id. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Runs a call; a failure becomes an answer, so that the thread lives on. */
export async function answer(engine: Engine, { id, method, args }: Call): Promise<Answer> {
  try {
    const run = engine[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, value: await run(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** An engine whose calls go through `send`. */
export function remoteEngine(
  send: (method: keyof Engine, args: readonly unknown[]) => Promise<unknown>,
): Engine {
  const method = <M extends keyof Engine>(name: M): Engine[M] =>
    ((...args: readonly unknown[]) => send(name, args)) as Engine[M];
  return {
    storyArticles: method('storyArticles'),
    differences: method('differences'),
    storyHeads: method('storyHeads'),
    claimRows: method('claimRows'),
    names: method('names'),
    unreviewed: method('unreviewed'),
    symbols: method('symbols'),
    brief: method('brief'),
    matrix: method('matrix'),
    ledger: method('ledger'),
    timeline: method('timeline'),
    open: method('open'),
    set: method('set'),
    remove: method('remove'),
    setGroups: method('setGroups'),
    view: method('view'),
    viewLinks: method('viewLinks'),
    cards: method('cards'),
    occurrences: method('occurrences'),
    text: method('text'),
    passages: method('passages'),
    close: method('close'),
  };
}
