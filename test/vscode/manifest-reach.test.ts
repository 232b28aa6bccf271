import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { sourceFiles } from '../../scripts/lib/source-files.mjs';

// No surface needs the mouse, and the palette shows what applies: held on the manifest, command by command.

const { commands, keybindings, menus, views, viewsWelcome, configuration, colors, viewsContainers } =
  manifest.contributes;

const source = sourceFiles(join(import.meta.dirname, '../../src/vscode'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
const ids = commands.map(({ command }) => command);
const entries = Object.entries(menus) as readonly (readonly [string, readonly Entry[]])[];
const inPalette = new Map<string, string | undefined>(
  menus.commandPalette.map(({ command, when }) => [command, when]),
);
const bound = new Map(keybindings.map((one) => [one.command, one]));
const isArticles = (when: string): boolean => when.includes('editorLangId == counterpoint-article');

/** Menus of lists and threads: their rows and buttons take the focus, the menu key and Enter do the rest. */
const BY_KEYBOARD = /^(?:view\/item\/context|view\/title|comments\/)/;
const menusOf = (id: string): string[] =>
  entries.flatMap(([menu, list]) => (list.some(({ command }) => command === id) ? [menu] : []));

describe('commands', () => {
  it.each(ids)('%s is reached without the mouse', (id) => {
    const ways = [
      ...(inPalette.get(id) === 'false' ? [] : ['palette']),
      ...(bound.has(id) ? ['key'] : []),
      ...menusOf(id).filter((menu) => BY_KEYBOARD.test(menu)),
    ];
    expect(
      ways,
      `Let the palette show ${id} (work on what is at the cursor where it is given nothing), or give it a key, or put it into the menu of a row.`,
    ).not.toEqual([]);
  });

  // What is of use anywhere: before a folder is open, too.
  const anywhere = new Set(['counterpoint.copySample', 'counterpoint.showWalkthrough']);
  it.each(ids.filter((id) => !anywhere.has(id)))('the palette shows %s only where it applies', (id) => {
    expect(
      inPalette.get(id),
      `Write {"command": "${id}", "when": …} into menus.commandPalette, “workspaceFolderCount > 0” at least.`,
    ).toBeTruthy();
  });

  it.each(entries.flatMap(([menu, list]) => list.map(({ command }) => [command, menu] as const)))(
    '%s of the menu %s is a command',
    (command) => {
      expect(ids).toContain(command);
    },
  );

  const buttons = entries.flatMap(([menu, list]) =>
    list.filter(
      ({ group = '' }) =>
        /^(?:navigation|inline)/.test(group) && !/^comments\/(?:comment\/context|commentThread)/.test(menu),
    ),
  );
  it.each([...new Set(buttons.map(({ command }) => command))])('the button of %s has an icon', (id) => {
    expect(commands.find(({ command }) => command === id)).toHaveProperty('icon');
  });
});

describe('keys', () => {
  const reviewing = (when: string): boolean => when.includes('counterpoint.reviewing &&');

  it.each(keybindings)('$command: $key is behind the one chord, or of a review', ({ key, when, ...more }) => {
    if (reviewing(when)) return expect(key).toMatch(/^(?:[a-z]|escape)$/);
    expect(key).toMatch(/^ctrl\+alt\+c (?:shift\+)?[a-z]$/);
    expect('mac' in more && more.mac).toBe(key.replace('ctrl+alt+c', 'ctrl+cmd+c'));
  });

  /** Our own contexts are set where we are at work only: a review, articles side by side. */
  const own = (when: string): string[] => when.match(/!?\bcounterpoint\.\w+/g) ?? [];

  it.each(keybindings)('$command: $key works in articles and in what is ours only', ({ when }) => {
    const isOurs = own(when).some((context) => !context.startsWith('!'));
    expect(isArticles(when) || isOurs || /\bfocusedView == counterpoint\./.test(when)).toBe(true);
    // A letter behind the chord in a box for words is a letter.
    if (/focusedView ==/.test(when)) expect(when).toContain('!inputFocus');
  });

  it('no two commands have one key at one time', () => {
    const excludes = (a: string, b: string): boolean =>
      own(a).some((context) => own(b).includes(context.startsWith('!') ? context.slice(1) : `!${context}`)) ||
      [a, b].filter((when) => / listFocus /.test(when)).length === 1 ||
      /focusedView == \S+/.exec(a)?.[0] !== /focusedView == \S+/.exec(b)?.[0];
    const clashes = keybindings.flatMap((one, at) =>
      keybindings
        .slice(at + 1)
        .filter(({ key, when }) => key === one.key && !excludes(one.when, when))
        .map(({ command }) => `${one.key}: ${one.command}, ${command}`),
    );
    expect(clashes).toEqual([]);
  });

  it.each(keybindings)('$command is a command', ({ command }) => {
    expect(ids).toContain(command);
  });
});

describe('views', () => {
  const all = Object.values(views).flat() as readonly {
    readonly id: string;
    readonly when?: string;
    readonly icon?: string;
  }[];

  it.each(all)('$id says what to do where it is empty', ({ id }) => {
    expect(viewsWelcome.filter(({ view }) => view === id)).toHaveLength(1);
  });

  it.each(all)('$id has an icon and is there only where a folder is open', ({ icon, when }) => {
    expect(icon).toMatch(/\.svg$/);
    expect(when).toBeTruthy();
  });

  it('there is one container for them', () => {
    expect(Object.values(viewsContainers).flat()).toHaveLength(1);
  });
});

describe('rows of the lists', () => {
  const inMenus = (menus['view/item/context'] as readonly Entry[]).map(({ when = '' }) => when);
  /** As VS Code compares a row's context with a clause of ours. */
  const fits = (when: string, row: string): boolean =>
    when.endsWith(`viewItem == ${row}`) ||
    new RegExp(/viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? '^$').test(row);
  const lists = {
    story: ['article', 'link', 'story', 'stories'],
    claims: ['kind', 'claim', 'linkedClaim'],
    annotations: ['group', 'tagGroup', 'missingGroup', 'articleGroup', 'note', 'missingNote'],
    entities: ['name', 'mention'],
  };
  it.each(Object.entries(lists).flatMap(([view, rows]) => rows.map((row) => [view, row] as const)))(
    'each of %s that is a %s has actions',
    (view, row) => {
      expect(inMenus.some((when) => when.includes(`counterpoint.${view} &&`) && fits(when, row))).toBe(true);
    },
  );

  it.each(['story', 'claims', 'notes', 'names'])('no row of %s-tree.ts is without a context', (tree) => {
    const file = join(import.meta.dirname, `../../src/vscode/features/desk/${tree}-tree.ts`);
    const text = readFileSync(file, 'utf8');
    expect(text.match(/\.contextValue = /g)).toHaveLength(text.match(/new vscode\.TreeItem\(/g)?.length ?? 0);
  });
});

describe('settings', () => {
  const all = configuration.flatMap(({ properties }) =>
    Object.entries(properties as Record<string, Record<string, unknown>>),
  );

  it.each(all)('%s has a type, a default, a scope, a place and one description', (_, setting) => {
    expect(setting).toMatchObject({
      type: expect.any(String),
      scope: expect.any(String),
      order: expect.any(Number),
    });
    expect(setting).toHaveProperty('default');
    expect([setting.description, setting.markdownDescription].filter((one) => one)).toHaveLength(1);
  });

  it('stand in groups with a name each, and no two at one place', () => {
    expect(configuration.length).toBeGreaterThan(1);
    expect(new Set(configuration.map(({ title }) => title)).size).toBe(configuration.length);
    for (const { properties } of configuration) {
      const orders = Object.values(properties as Record<string, { order: number }>).map(({ order }) => order);
      expect(new Set(orders).size).toBe(orders.length);
    }
  });
});

describe('colours', () => {
  it.each(colors)('$id is given for every kind of theme', ({ defaults }) => {
    expect(Object.keys(defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
    for (const color of Object.values(defaults)) expect(color).toMatch(/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i);
  });
});

describe('the manifest says truthfully where it runs', () => {
  const { capabilities, activationEvents } = manifest;
  it('of untrusted and virtual workspaces', () => {
    expect(capabilities.untrustedWorkspaces.supported).toBeDefined();
    expect(capabilities.virtualWorkspaces.supported).toBeDefined();
  });
  it('and is not started for everything', () => {
    expect(activationEvents).not.toContain('*');
    expect(activationEvents).not.toContain('onStartupFinished');
  });
});

describe('the first steps', () => {
  const [walkthrough] = manifest.contributes.walkthroughs;
  it('are one walkthrough of five steps', () => {
    expect(manifest.contributes.walkthroughs).toHaveLength(1);
    expect(walkthrough?.steps).toHaveLength(5);
  });
  it.each(walkthrough?.steps ?? [])('$id is ticked off by what it asks for', ({ completionEvents }) => {
    for (const event of completionEvents) {
      const [kind, of = ''] = event.split(':');
      if (kind === 'onCommand') expect(ids).toContain(of);
      // Walkthroughs know no context of an editor, its language say.
      else expect(source).toContain(`'${of}'`);
    }
  });
});
