// The workspace of the tests in a browser: files in memory, filled from the server that serves the tests.
import * as vscode from 'vscode';

interface Entry {
  /** Null of a folder. */
  readonly bytes: Uint8Array | null;
  readonly mtime: number;
}

const FOLDER: Entry = { bytes: null, mtime: 0 };

const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'memfs', path });
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const typeOf = ({ bytes }: Entry): vscode.FileType =>
  bytes === null ? vscode.FileType.Directory : vscode.FileType.File;

function memory(): vscode.FileSystemProvider & {
  put(path: string, bytes: Uint8Array): void;
  paths(): string[];
} {
  const entries = new Map<string, Entry>([['/', FOLDER]]);
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const entryAt = ({ path }: vscode.Uri): Entry => {
    const entry = entries.get(path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(path);
    return entry;
  };
  const put = (path: string, bytes: Uint8Array): void => {
    for (let folder = parentOf(path); !entries.has(folder); folder = parentOf(folder))
      entries.set(folder, FOLDER);
    const type = entries.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    entries.set(path, { bytes, mtime: Date.now() });
    changed.fire([{ type, uri: uriOf(path) }]);
  };
  const remove = ({ path }: vscode.Uri): void => {
    for (const one of [...entries.keys()])
      if (one === path || one.startsWith(`${path}/`)) entries.delete(one);
    changed.fire([{ type: vscode.FileChangeType.Deleted, uri: uriOf(path) }]);
  };
  const readFile = (uri: vscode.Uri): Uint8Array => entryAt(uri).bytes ?? new Uint8Array();
  return {
    onDidChangeFile: changed.event,
    watch: () => changed,
    stat: (uri) => {
      const entry = entryAt(uri);
      return { type: typeOf(entry), ctime: 0, mtime: entry.mtime, size: entry.bytes?.length ?? 0 };
    },
    readDirectory: ({ path }) =>
      [...entries].flatMap(([one, entry]): [string, vscode.FileType][] =>
        one !== path && parentOf(one) === path ? [[nameOf(one), typeOf(entry)]] : [],
      ),
    createDirectory: ({ path }) => void entries.set(path, FOLDER),
    readFile,
    writeFile: ({ path }, bytes) => put(path, bytes.slice()),
    delete: remove,
    rename: (from, to) => {
      put(to.path, readFile(from));
      remove(from);
    },
    put,
    paths: () => [...entries].flatMap(([path, { bytes }]) => (bytes === null ? [] : [path])),
  };
}

/** Of the proposed API: without it, no file of such a workspace is found. */
type Searching = typeof vscode.workspace & {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(): vscode.Uri[] },
  ): vscode.Disposable;
};

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const files = memory();
  const { scheme, authority } = context.extensionUri;
  const response = await fetch(`${scheme}://${authority}/workspace.json`);
  for (const [path, text] of Object.entries((await response.json()) as Record<string, string>))
    files.put(path, new TextEncoder().encode(text));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
    (vscode.workspace as Searching).registerFileSearchProvider('memfs', {
      provideFileSearchResults: () => files.paths().map(uriOf),
    }),
  );
}
