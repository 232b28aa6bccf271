import type { ToldOptions } from '../../../engine/desk.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { ModelMessage, TabId } from '../../../webview/protocol.ts';

/** What each tab asks of the engine, by an article of the story. */
const MODELS: {
  readonly [T in TabId]: (engine: Engine, path: string, options: ToldOptions) => Promise<string | null>;
} = {
  claims: (engine, path, options) => engine.matrix(path, options),
  figures: (engine, path, options) => engine.ledger(path, options),
  timeline: (engine, path, options) => engine.timeline(path, options),
};

export const TAB_IDS = Object.keys(MODELS) as readonly TabId[];

export const modelMessage = async (
  engine: Engine,
  tab: TabId,
  path: string,
  options: ToldOptions,
): Promise<ModelMessage> => {
  const text = await MODELS[tab](engine, path, options);
  return { kind: 'model', tab, model: text === null ? null : new TextEncoder().encode(text) };
};
