// The engine's own thread in a browser: nothing is kept there, and one thread does all of it.
import './lists.web.ts';
import { answer, type Call } from './calls.ts';
import { localEngine } from './engine.ts';

declare const self: {
  onmessage: (event: { readonly data: Call }) => void;
  postMessage(message: unknown): void;
};

const engine = localEngine();
self.onmessage = ({ data }) => void answer(engine, data).then((result) => self.postMessage(result));
