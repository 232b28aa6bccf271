import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json';
import { PRACTICE } from '../../src/vscode/practice-files.ts';

const ROOT = join(import.meta.dirname, '../..');

it('the practice story is all that stands in seeds/', () => {
  const there = readdirSync(join(ROOT, 'seeds'), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(ROOT, 'seeds', name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
  expect([...PRACTICE].sort()).toEqual(there.sort());
});

it('the practice story and the pictures of the first steps are packed', () => {
  const packed = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
  expect(packed).toContain('!seeds/**');
  expect(packed).toContain('!media/walkthrough/*.png');
  expect(packed).toContain('!l10n/**');
});

const pictures = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
  steps.flatMap(({ media }) => Object.values(media.image)),
);
it.each([...new Set(pictures)])('%s is there', (picture) => {
  expect(existsSync(join(ROOT, picture))).toBe(true);
});
