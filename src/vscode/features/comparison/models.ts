import type { Engine } from '../../../engine/engine.ts';
import type { ForOthersMessage, ModelMessage, Models, TabId } from '../../../webview/protocol.ts';

interface Asked {
  /** An article of the story. */
  readonly path: string;
  /** To be read by others: nothing that only a private sidecar says. */
  readonly forOthers: boolean;
}

/** What each tab asks of the engine. Null where the corpus has no such article. */
const MODELS: { readonly [T in TabId]: (engine: Engine, asked: Asked) => Promise<Models[T] | null> } = {
  claims: (engine, { path, forOthers }) => engine.matrix(path, { forOthers }),
  figures: (engine, { path, forOthers }) => engine.ledger(path, { forOthers }),
  timeline: (engine, { path, forOthers }) => engine.timeline(path, { forOthers }),
};

// That a tab and its model go together is said by `MODELS`; TypeScript can't follow it through a union.
export const modelMessage = async (engine: Engine, tab: TabId, path: string): Promise<ModelMessage> =>
  ({ kind: 'model', tab, model: await MODELS[tab](engine, { path, forOthers: false }) }) as ModelMessage;

export const forOthersMessage = async (engine: Engine, tab: TabId, path: string): Promise<ForOthersMessage> =>
  ({
    kind: 'forOthers',
    tab,
    model: await MODELS[tab](engine, { path, forOthers: true }),
  }) as ForOthersMessage;
