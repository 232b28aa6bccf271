import type { Engine } from '../../../engine/engine.ts';
import type { ModelMessage, Models, TabId } from '../../../webview/protocol.ts';

/** What each tab asks of the engine; `path`: an article of the story. Null where the corpus has no such article. */
const MODELS: { readonly [T in TabId]: (engine: Engine, path: string) => Promise<Models[T] | null> } = {
  claims: (engine, path) => engine.matrix(path),
};

export const modelMessage = async (engine: Engine, tab: TabId, path: string): Promise<ModelMessage> => ({
  kind: 'model',
  tab,
  model: await MODELS[tab](engine, path),
});
