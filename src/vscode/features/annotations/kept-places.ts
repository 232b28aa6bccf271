import * as vscode from 'vscode';
import type { Span } from '../../../core/text/span.ts';

/** How long places must rest before they are written, in milliseconds. */
const REST = 500;
/** Articles whose places are kept: the ones that changed last. */
const MOST = 1000;
const FILE = 'places.json';

/** Where notes were in an article that was edited here: followed edits are surer than a search later on. */
export interface KeptArticle {
  /** Fingerprint of the article's text. */
  readonly text: string;
  /** By note: what its selectors were, and its place. */
  readonly places: Readonly<Record<string, readonly [selectors: string, start: number, end: number]>>;
}

/** The places of notes, in the workspace's storage: the sidecar names them as they were when the note was made. */
export interface KeptPlaces extends vscode.Disposable {
  /** Undefined where nothing outlasts the window. */
  readonly file: vscode.Uri | undefined;
  /** Resolves when they have been read. */
  readonly ready: Promise<void>;
  get(article: vscode.Uri): KeptArticle | undefined;
  set(article: vscode.Uri, kept: KeptArticle | null): void;
}

/** `storage` is undefined where no folder is open: then nothing outlasts the window. */
export function createKeptPlaces(storage: vscode.Uri | undefined, log: vscode.LogOutputChannel): KeptPlaces {
  const articles = new Map<string, KeptArticle>();
  /** Of this window, null for those that are to go: another window writes the same file. */
  const own = new Map<string, KeptArticle | null>();
  const file = storage && vscode.Uri.joinPath(storage, FILE);
  let resting: ReturnType<typeof setTimeout> | undefined;

  const write = async (): Promise<void> => {
    if (!storage || !file) return;
    const all = { ...(await readKept(file)), ...Object.fromEntries(own) };
    const last = Object.entries(all)
      .filter(([, kept]) => kept !== null)
      .slice(-MOST);
    try {
      await vscode.workspace.fs.createDirectory(storage);
      const text = JSON.stringify({ version: 1, articles: Object.fromEntries(last) });
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    } catch (error) {
      log.warn(`Places of notes were not kept: ${String(error)}`);
    }
  };

  return {
    file,
    ready: file
      ? readKept(file).then((kept) => {
          for (const [article, places] of Object.entries(kept))
            if (!articles.has(article)) articles.set(article, places);
        })
      : Promise.resolve(),
    get: (article) => articles.get(article.toString()),
    set: (article, kept) => {
      const key = article.toString();
      if (JSON.stringify(kept) === JSON.stringify(articles.get(key) ?? null)) return;
      if (kept) articles.set(key, kept);
      else articles.delete(key);
      own.delete(key);
      own.set(key, kept);
      clearTimeout(resting);
      resting = setTimeout(() => void write(), REST);
    },
    dispose: () => {
      clearTimeout(resting);
      if (own.size > 0) void write();
    },
  };
}

export const spanOf = ([, start, end]: readonly [string, number, number]): Span => ({ start, end });

/** Empty where there is none, or where it is damaged: places are found again then. */
async function readKept(file: vscode.Uri): Promise<Record<string, KeptArticle>> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { version, articles } = JSON.parse(text) as { version: unknown; articles: unknown };
    if (version !== 1 || typeof articles !== 'object' || articles === null) return {};
    return Object.fromEntries(Object.entries(articles).filter(([, kept]) => isKept(kept)));
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is KeptArticle {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('places' in value)) return false;
  const { text, places } = value;
  if (typeof text !== 'string' || typeof places !== 'object' || places === null) return false;
  return Object.values(places).every(
    (place) =>
      Array.isArray(place) &&
      typeof place[0] === 'string' &&
      Number.isInteger(place[1]) &&
      Number.isInteger(place[2]) &&
      place[2] > place[1] &&
      place[1] >= 0,
  );
}
