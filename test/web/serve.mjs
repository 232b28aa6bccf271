// A VS Code that runs in the browser alone: no server reads files or runs extensions, this one only hands out what it
// is made of. It is code-server's, so what that takes from its own server is taken out.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { ensureCodeServer } from '../../scripts/lib/code-server.mjs';
import { inRoot, root } from '../../scripts/lib/paths.mjs';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const filesManifest = {
  name: 'memfs',
  publisher: 'counterpoint',
  version: '0.0.1',
  engines: { vscode: '^1.90.0' },
  browser: './memfs.js',
  activationEvents: ['onFileSystem:memfs', 'onSearch:memfs'],
  enabledApiProposals: ['fileSearchProvider'],
  capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
};

/** The articles of the workspace, by path. */
function workspace() {
  const folder = inRoot('seeds', 'harbour-bridge');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    names.map((name) => [`/desk/seeds/harbour-bridge/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** @param {string} vscode @param {string} host */
function page(vscode, host) {
  const extension = (/** @type {string} */ path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    additionalBuiltinExtensions: [extension('/memfs'), extension('/counterpoint')],
    folderUri: { $mid: 1, scheme: 'memfs', path: '/desk' },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'security.workspace.trust.enabled': false,
      'chat.disableAIFeatures': true,
      'counterpoint.author': 'Ada Wolfram',
    },
    userDataPath: '/user',
    webviewEndpoint: `http://${host}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'counterpoint.memfs': ['fileSearchProvider'] },
    },
  };
  const messages = `http://${host}/vscode/out/nls.messages.js`;
  /** @type {Readonly<Record<string, string>>} */
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration)
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: `http://${host}/vscode`,
    WORKBENCH_NLS_URL: messages,
    WORKBENCH_NLS_FALLBACK_URL: messages,
  };
  const html = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

/** Without the server that code-server's page asks for everything, and with the analyst's settings in the browser. */
const alone = (/** @type {string} */ workbench) =>
  workbench
    .replace(',remoteAuthority:location.host', '')
    .replace(/(\.file\(this\.userDataPath\)\.with\(\{scheme:)[\w$.]+/, '$1"vscode-userdata"');

/** @returns {Promise<{ url: string, stop: () => void }>} */
export async function serveWeb() {
  const vscode = dirname(dirname((await ensureCodeServer()).main));
  /** @type {readonly (readonly [start: string, folder: string])[]} */
  const places = [
    ['/vscode/', vscode],
    ['/memfs/', inRoot('dist', 'test')],
    ['/counterpoint/', root],
  ];
  /** @param {string} path @param {string} host @returns {readonly [type: string, body: string | Buffer]} */
  const found = (path, host) => {
    if (path === '/') return ['text/html', page(vscode, host)];
    if (path === '/workspace.json') return ['application/json', JSON.stringify(workspace())];
    if (path === '/memfs/package.json') return ['application/json', JSON.stringify(filesManifest)];
    const [start = '', folder = ''] = places.find(([one]) => path.startsWith(one)) ?? [];
    const file = join(folder, normalize(`/${path.slice(start.length)}`));
    if (folder === '' || !statSync(file).isFile()) throw new Error(`no ${path}`);
    const bytes = readFileSync(file);
    const body = file.endsWith('/workbench.js') ? alone(bytes.toString()) : bytes;
    return [types[extname(file)] ?? 'application/octet-stream', body];
  };
  const server = createServer(({ url = '/', headers }, response) => {
    try {
      const { pathname } = new URL(url, 'http://127.0.0.1');
      const [type, body] = found(decodeURIComponent(pathname), headers.host ?? '');
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
