import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../scripts/lib/source-files.mjs';

const SRC = join(import.meta.dirname, '../src');

/** Folders of `src/core` from the bottom up: a file imports from its own folder or from one before it. */
const ORDER = [
  'lexicon',
  'text',
  'mentions',
  'claims',
  'counterparts',
  'anchors',
  'sidecar',
  'agreement',
  'corpus',
  'presentation',
  'desk',
];
/** Libraries that `core` may use: pure, and fit for the web extension host. */
const CORE_LIBRARIES = new Set(['yaml', 'diff', 'approx-string-match']);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: Import[] = sourceFiles(SRC).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((m) => ({
    file: relative(SRC, file).split(sep).join('/'),
    target: m[1] ?? m[2] ?? '',
  })),
);

/** `core/mentions/figures/figure.ts` for a relative import, null for a package. */
const resolved = ({ file, target }: Import): string | null =>
  target.startsWith('.') ? join(dirname(file), target).split(sep).join('/') : null;

const inCore = imports.filter((i) => i.file.startsWith('core/'));
const folderOf = (path: string): string => path.split('/')[1] ?? '';

describe('architecture', () => {
  it('finds imports to check', () => {
    expect(imports.length).toBeGreaterThan(20);
  });

  it('core imports neither vscode nor node, and only listed libraries', () => {
    const foreign = inCore.filter((i) => resolved(i) === null && !CORE_LIBRARIES.has(i.target));
    expect(foreign).toEqual([]);
  });

  it('core does not import from outside core', () => {
    expect(inCore.filter((i) => resolved(i)?.startsWith('core/') === false)).toEqual([]);
  });

  it('core folders import only from themselves and from folders before them', () => {
    const upward = inCore.filter((i) => {
      const target = resolved(i);
      if (target === null) return false;
      const from = ORDER.indexOf(folderOf(i.file));
      const to = ORDER.indexOf(folderOf(target));
      return from < 0 || to < 0 || to > from;
    });
    expect(upward).toEqual([]);
  });

  it('the command line does not import the editor, nor the editor the command line', () => {
    const crossed = imports.filter((i) => {
      const target = resolved(i) ?? i.target;
      return (
        (i.file.startsWith('cli/') && (target.startsWith('vscode') || target.startsWith('webview'))) ||
        (i.file.startsWith('vscode/') && target.startsWith('cli/'))
      );
    });
    expect(crossed).toEqual([]);
  });

  it('the engine stands on core alone, so that any thread can run it', () => {
    const foreign = imports.filter((i) => {
      const target = resolved(i);
      return i.file.startsWith('engine/') && target !== null && !/^(?:core|engine)\//.test(target);
    });
    expect(foreign).toEqual([]);
  });

  it('the page of the editor stands on core alone, and the editor knows of it only how they talk', () => {
    const crossed = imports.filter((i) => {
      const target = resolved(i);
      if (target === null) return false;
      if (i.file.startsWith('webview/')) return !/^(?:core|webview)\//.test(target);
      return target.startsWith('webview/') && !/^webview\/(?:protocol|words)\.ts$/.test(target);
    });
    expect(crossed).toEqual([]);
  });

  it('files are read and written without knowing who asks', () => {
    const foreign = imports.filter((i) => {
      const target = resolved(i);
      return i.file.startsWith('files/') && target !== null && !/^(?:core|files)\//.test(target);
    });
    expect(foreign).toEqual([]);
  });

  it('core has no clock, no randomness and no globals', () => {
    const impure = sourceFiles(join(SRC, 'core')).filter((file) =>
      /\b(?:Date\.now|new Date\(\)|Math\.random|globalThis|process\.|performance\.)/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });

  it('no file imports itself by way of others', () => {
    const targets = new Map<string, string[]>();
    for (const i of imports) {
      const target = resolved(i);
      if (target !== null) targets.set(i.file, [...(targets.get(i.file) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (trail.includes(file) || done.has(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of targets.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
