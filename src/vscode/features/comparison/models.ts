import type { ToldOptions } from '../../../engine/desk.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { ForOthersMessage, ModelMessage, Models, TabId } from '../../../webview/protocol.ts';

/** What each tab asks of the engine, by an article of the story. Null where the corpus has no such article. */
const MODELS: {
  readonly [T in TabId]: (engine: Engine, path: string, options: ToldOptions) => Promise<Models[T] | null>;
} = {
  claims: (engine, path, options) => engine.matrix(path, options),
  figures: (engine, path, options) => engine.ledger(path, options),
  timeline: (engine, path, options) => engine.timeline(path, options),
};

export const TAB_IDS = Object.keys(MODELS) as readonly TabId[];

// That a tab and its model go together is said by `MODELS`; TypeScript can't follow it through a union.
export const modelMessage = async (
  engine: Engine,
  tab: TabId,
  path: string,
  options: ToldOptions,
): Promise<ModelMessage> =>
  ({ kind: 'model', tab, model: await MODELS[tab](engine, path, options) }) as ModelMessage;

export const forOthersMessage = async (
  engine: Engine,
  tab: TabId,
  path: string,
  options: ToldOptions,
): Promise<ForOthersMessage> =>
  ({
    kind: 'forOthers',
    tab,
    model: await MODELS[tab](engine, path, { ...options, forOthers: true }),
  }) as ForOthersMessage;
