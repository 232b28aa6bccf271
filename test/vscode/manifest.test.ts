import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/lib/source-files.mjs';
import { english as manifest } from '../support/manifest.ts';

const ROOT = join(import.meta.dirname, '../..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const source = sourceFiles(join(ROOT, 'src/vscode'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const { commands, configuration, colors, menus } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.keys(properties));

/** Editor backgrounds and foregrounds of VS Code's default themes. */
const THEMES = {
  dark: { background: '#1f1f1f', foreground: '#cccccc', least: 3 },
  light: { background: '#ffffff', foreground: '#3b3b3b', least: 3 },
  highContrast: { background: '#000000', foreground: '#ffffff', least: 4.5 },
  highContrastLight: { background: '#ffffff', foreground: '#292929', least: 4.5 },
} as const;
type Theme = keyof typeof THEMES;

const channels = (hex: string): readonly number[] =>
  [1, 3, 5, 7].map((at) => Number.parseInt(hex.slice(at, at + 2) || 'ff', 16) / 255);

/** A colour laid over an opaque one. */
const over = (top: string, bottom: string): readonly number[] => {
  const [r = 0, g = 0, b = 0, alpha = 1] = channels(top);
  const below = channels(bottom);
  return [r, g, b].map((c, i) => c * alpha + (below[i] ?? 0) * (1 - alpha));
};

/** WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
const luminance = (rgb: readonly number[]): number => {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const opaque = (color: string, theme: Theme) => over(color, THEMES[theme].background);

describe('the manifest', () => {
  it.each(commands.map((c) => c.command))('%s is registered', (command) => {
    expect(source).toMatch(new RegExp(`['"]${command.replace('.', '\\.')}['"]`));
  });

  it.each([...commands.map((c) => c.command), ...settings, ...colors.map((c) => c.id)])(
    'the README tells of %s',
    (name) => {
      expect(readme).toContain(`\`${name}\``);
    },
  );

  it.each(Object.keys(manifest.devDependencies))('the README says why %s is there', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });

  it.each(commands)('$command has a category and a title', ({ category, title }) => {
    expect(category).toBe('Counterpoint');
    expect(title).toMatch(/^[A-Z]/);
  });

  // What an editor knows of itself, its language say, is unknown to menus of lists: the entry would be grey for ever.
  const inLists = new Set([...menus['view/title'], ...menus['view/item/context']].map((one) => one.command));
  it.each(commands.filter((one) => inLists.has(one.command)))(
    '$command works in the lists, whatever editor is open',
    (command) => {
      expect('enablement' in command ? command.enablement : '').not.toMatch(/editor/);
    },
  );

  it.each(settings)('%s is read by the extension', (setting) => {
    expect(source).toContain(`'${setting.replace('counterpoint.', '')}'`);
  });

  const isGround = ({ id }: (typeof colors)[number]): boolean => id.endsWith('Background');
  const marks = colors.filter((c) => !isGround(c));
  // What can't be seen at all in a theme tells nothing there: quotations have a ground, and an outline where that is none.
  const cases = marks
    .flatMap(({ id, defaults }) =>
      (Object.keys(THEMES) as Theme[]).map((theme) => ({ id, theme, color: defaults[theme] })),
    )
    .filter(({ color }) => !/^#\w{6}00$/.test(color));
  it.each(cases)('$id stands out in $theme', ({ color, theme }) => {
    const { background, least } = THEMES[theme];
    expect(contrast(opaque(color, theme), over(background, background))).toBeGreaterThanOrEqual(least);
  });

  const grounds = colors
    .filter(isGround)
    .flatMap(({ id, defaults }) =>
      (Object.keys(THEMES) as Theme[]).map((theme) => ({ id, defaults, theme })),
    );
  it.each(grounds)('text stays readable on $id in $theme', ({ defaults, theme }) => {
    const { foreground } = THEMES[theme];
    const shown = opaque(defaults[theme], theme);
    expect(contrast(over(foreground, foreground), shown)).toBeGreaterThanOrEqual(4.5);
  });
});
