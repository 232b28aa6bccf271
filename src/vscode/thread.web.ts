import * as vscode from 'vscode';
import type { Thread, ThreadOptions } from './thread.ts';

interface WebWorker {
  onmessage: (event: { readonly data: unknown }) => void;
  onerror: (event: { readonly message?: string }) => void;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (url: string) => WebWorker;
/** Names of the word lists and weights, from the build. */
declare const DATA_FILES: readonly string[];

/** Only bytes that were read may run: what is posted until then waits. */
export function startThread(program: vscode.Uri, { onMessage, onEnd }: ThreadOptions): Thread {
  const waiting: unknown[] = [];
  let worker: WebWorker | null = null;
  let ended = false;
  const start = async (): Promise<void> => {
    const source = await sourceOf(program);
    if (ended) return;
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    worker = new Worker(url);
    worker.onmessage = ({ data }) => onMessage(data);
    worker.onerror = ({ message = program.path }) => onEnd(message);
    for (const message of waiting.splice(0)) worker.postMessage(message);
  };
  start().catch((error: unknown) => onEnd(String(error)));
  return {
    post: (message) => {
      if (worker) worker.postMessage(message);
      else waiting.push(message);
    },
    end: () => {
      ended = true;
      worker?.terminate();
    },
  };
}

/** The program behind what it requires, which `lists.web.ts` hands out. */
async function sourceOf(program: vscode.Uri): Promise<string> {
  const text = async (uri: vscode.Uri): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const file = program.with({ path: program.path.replace(/js$/, 'web.js') });
  const folder = vscode.Uri.joinPath(program, '..', 'data');
  const lists = await Promise.all(
    DATA_FILES.map(async (name) => {
      const source = await text(vscode.Uri.joinPath(folder, name));
      return `${JSON.stringify(`./data/${name}`)}: (module) => {${source}\n},`;
    }),
  );
  return `self.lists={${lists.join('')}};${await text(file)}`;
}
