// VS Code as a person has it: the packed extension installed into a fresh server, a workspace with a git
// repository of its own, and a browser page to look at and click in.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { browserArguments } from '../../scripts/lib/browser.mjs';
import { servedHost } from '../../scripts/lib/host.mjs';
import { packedExtension, resultsFolder } from '../../scripts/lib/paths.mjs';
import { installExtension, startServer } from '../../scripts/lib/server.mjs';
import { createWorkspace } from '../support/workspace.mjs';
import { serveWeb } from '../web/serve.mjs';
import { type Place, placeScript } from './place.ts';

export interface Reader {
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;
  /** Opens an article by its file's name, as with Ctrl+P, and waits for its lenses. */
  open(name: string): Promise<void>;
  /** Opens an article of the sample story, and waits until it is compared with both others. */
  openCompared(name: string): Promise<void>;
  /** Brings a text into view and selects it, as with Ctrl+F. */
  find(text: string): Promise<void>;
  /** Where a short text is on the screen and how it is drawn; waits until it is there and fits `like`. */
  place(text: string, like?: (place: Place) => boolean): Promise<Place>;
  /** Rests the mouse on a text until its card is there. */
  hover(text: string): Promise<Locator>;
  /** Runs a command from the palette by its title. */
  command(title: string): Promise<void>;
  /** Changes the colour theme, by its name in VS Code's list. */
  theme(name: string): Promise<void>;
  /** Writes `test-results/screens/NAME.png`. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** In a browser alone there is no folder on a disk. */
export type WebReader = Omit<Reader, 'workspace'>;

const screens = join(resultsFolder, 'screens');

export interface ReaderOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is opened of the workspace: the whole of it, or a folder in it. */
  readonly folder?: string;
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What extensions are told to speak, `de` say: the rest of the editor stays English without a language pack. */
  readonly language?: string;
  /** Puts more into the workspace. */
  readonly prepare?: (workspace: string) => void;
  /** A script for every frame of the page, run before their own. */
  readonly watching?: string;
}

/** Throws where no VS Code can be had; `npm test` asks for that first and skips the suite in words. */
export async function startReader({
  settings = {},
  folder = '',
  viewport = { width: 1440, height: 900 },
  language,
  prepare,
  watching,
}: ReaderOptions = {}): Promise<Reader> {
  const served = await servedHost();
  if ('missing' in served) throw new Error(served.missing);
  if (!existsSync(packedExtension)) throw new Error('Nothing is packed yet: `npm run package` first.');
  const { codeServer, browser: executablePath } = served.host;
  const temporary = mkdtempSync(join(tmpdir(), 'counterpoint-page-'));
  const workspace = join(temporary, 'desk');
  const home = join(temporary, 'home');
  createWorkspace(workspace);
  prepare?.(workspace);
  await installExtension(codeServer, home, packedExtension);
  const server = await startServer(codeServer, { home, settings });
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  const page = await browser.newPage({ viewport });
  if (language !== undefined) await page.addInitScript(speaking(language));
  if (watching !== undefined) await page.addInitScript(watching);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await page.goto(server.url(join(workspace, folder)));
    await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
  } catch (error) {
    await close();
    throw error;
  }
  return { page, workspace, close, ...actions(page) };
}

/** The same in a VS Code that runs in the browser alone, with the sample story in its memory. */
export async function startWebReader(): Promise<WebReader> {
  const served = await servedHost();
  if ('missing' in served) throw new Error(served.missing);
  const server = await serveWeb();
  const browser = await chromium.launch({
    executablePath: served.host.browser,
    args: [...browserArguments],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const close = async (): Promise<void> => {
    await browser.close();
    server.stop();
  };
  await page.goto(server.url);
  await page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
  return { page, close, ...actions(page) };
}

/** The page sets this from its language pack; nobody sets it again. A string: its globals are the page's. */
const speaking = (language: string): string =>
  `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${JSON.stringify(language)}, set: () => {} })`;

function actions(page: Page): Omit<Reader, 'page' | 'workspace' | 'close'> {
  const box = page.locator('.quick-input-widget input[type=text]').first();
  /** Takes what the list leads with once that is `name`: it is filtered a moment after the typing. */
  const choose = async (name: string, timeout = 4000): Promise<void> => {
    // The name as a whole: a sidecar's begins with its article's.
    const labels = [`="${name}"`, `^="${name} "`, `^="${name},"`].map((label) => `[aria-label${label}]`);
    await page
      .locator(`.quick-input-list .monaco-list-row.focused:is(${labels.join()})`)
      .waitFor({ timeout });
    await page.keyboard.press('Enter');
  };
  /** Opens a list by its key and takes from it what is asked for. */
  const ask = async (key: string, typed: string, take: () => Promise<void>): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      await page.keyboard.press(key);
      // A box that is still being closed, or a page in the editor that is still drawn, swallows the key; and a list
      // has what there was when it was opened.
      const late = await box
        .fill(typed, { timeout: 4000 })
        .then(take)
        .then(
          () => null,
          (error: unknown) => error,
        );
      if (late === null) return;
      if (attempt === 6) throw late;
      if (await box.isVisible()) await page.keyboard.press('Escape');
    }
  };
  const open = async (name: string): Promise<void> => {
    await ask('Control+P', name, () => choose(name));
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await page.locator('.editor-group-container.active .view-line').first().waitFor();
    // Lenses come with the analysis and move the lines: whoever points at a word before may hit another.
    await page.locator('.editor-group-container.active .codelens-decoration a:visible').first().waitFor();
  };
  const openCompared = async (name: string): Promise<void> => {
    await open(name);
    await page.locator('.codelens-decoration', { hasText: 'in 2 other' }).waitFor();
  };
  const find = async (text: string): Promise<void> => {
    const box = page.locator('.editor-group-container.active .find-widget.visible textarea').first();
    // Where the focus is elsewhere a moment longer, in Problems say, the key is for what has it.
    for (let attempt = 1; ; attempt++) {
      await page
        .locator('.editor-group-container.active .view-lines')
        .first()
        .focus()
        .catch(() => {});
      await page.keyboard.press('Control+F');
      const late = await box.fill(text, { timeout: 4000 }).then(
        () => null,
        (error: unknown) => error,
      );
      if (late === null) break;
      if (attempt === 4) throw late;
    }
    await page.keyboard.press('Enter');
    await page.waitForTimeout(150);
    // A busy editor takes a key for the text that has the focus a moment later.
    const widget = page.locator('.editor-group-container.active .find-widget.visible');
    for (let attempt = 0; attempt < 20 && (await widget.count()) > 0; attempt++) {
      await page.keyboard.press('Escape');
      await page.waitForTimeout(150);
    }
  };
  const place = async (text: string, like: (place: Place) => boolean = () => true): Promise<Place> => {
    let last: Place | null = null;
    for (let attempt = 0; attempt < 100; attempt++) {
      last = await page.evaluate<Place | null>(placeScript(text));
      if (last !== null && like(last)) return last;
      await page.waitForTimeout(100);
    }
    throw new Error(`“${text}” is not on the screen as expected: ${JSON.stringify(last)}`);
  };
  const stillPlace = async (text: string): Promise<Place> => {
    for (let before = await place(text); ; ) {
      await page.waitForTimeout(300);
      const now = await place(text);
      if (now.x === before.x && now.y === before.y) return now;
      before = now;
    }
  };
  const hover = async (text: string): Promise<Locator> => {
    await find(text);
    const card = page.locator('.monaco-hover:visible .monaco-hover-content').first();
    // An article that is not analysed yet has no cards, and its lines move when the lenses come: a person would
    // point again.
    for (let attempt = 0; attempt < 8; attempt++) {
      const { x, y } = await stillPlace(text);
      await page.mouse.move(x, y - 60 - attempt);
      await page.mouse.move(x, y, { steps: 4 });
      const there = await card.waitFor({ timeout: 2000 }).catch(() => 'late');
      if (there !== 'late') return card;
    }
    throw new Error(`no card over “${text}”`);
  };
  const command = (title: string): Promise<void> => ask('F1', `>${title}`, () => choose(title));
  const theme = async (name: string): Promise<void> => {
    // Another command that has these words leads the list.
    const themes = page.getByRole('option', { name: /^Preferences: Color Theme/ });
    await ask('F1', '>Preferences: Color Theme', () => themes.click({ timeout: 4000 }));
    await page.getByRole('option', { name: /^Light Modern/ }).waitFor();
    await box.fill(name);
    await choose(name, 30_000);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await page.waitForTimeout(400);
  };
  const picture = async (name: string): Promise<void> => {
    mkdirSync(screens, { recursive: true });
    await page.screenshot({ path: join(screens, `${name}.png`) });
  };
  return { open, openCompared, find, place, hover, command, theme, picture };
}
