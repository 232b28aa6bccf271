import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { keyOf, manifestWords } from '../support/manifest.ts';

const english = manifestWords('package.nls.json');
const german = manifestWords('package.nls.de.json');

/** What VS Code shows of a manifest, wherever such a field stands. */
const SHOWN = new Set([
  ...['title', 'shortTitle', 'name', 'contents', 'description', 'markdownDescription', 'deprecationMessage'],
  ...['contextualTitle', 'enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels', 'aliases'],
  ...['altText', 'label', 'category', 'markdownDeprecationMessage', 'group.label', 'displayName'],
]);

/** A proper name is the same in every language. */
const PROPER = new Set(['Counterpoint']);

interface Shown {
  readonly where: string;
  readonly text: string;
}

const shownIn = (value: unknown, where: string, shown = false): Shown[] => {
  if (typeof value === 'string') return shown && !PROPER.has(value) ? [{ where, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((one, i) => shownIn(one, `${where}[${i}]`, shown));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => shownIn(one, `${where}.${key}`, SHOWN.has(key)));
};

const { description, displayName, contributes, capabilities } = manifest;
const shown = shownIn({ description, displayName, contributes, capabilities }, 'package.json');
const keys = shown.flatMap(({ text }) => keyOf(text) ?? []);

const links = (text: string): string[] => [...text.matchAll(/\]\(([^)]*)\)|`[^`]*`/g)].map(([one]) => one);

describe('the words of the manifest', () => {
  it('finds what VS Code shows', () => {
    expect(keys.length).toBeGreaterThan(80);
    expect(keys).toContain('command.annotate');
  });

  it.each(shown)('$where is a key: $text', ({ text, where }) => {
    expect(
      keyOf(text),
      `Write a key such as "%command.yourCommand%" at ${where}, its English into package.nls.json and its German into package.nls.de.json.`,
    ).not.toBeNull();
  });

  it.each(keys)('%s has words in English and German', (key) => {
    expect(english[key], `Write “${key}” with its English into package.nls.json.`).toBeTruthy();
    expect(german[key], `Write “${key}” with its German into package.nls.de.json.`).toBeTruthy();
  });

  it.each(Object.keys({ ...english, ...german }))('%s is used', (key) => {
    expect(keys, `Nothing in package.json says %${key}%: take it out of both package.nls files.`).toContain(
      key,
    );
  });

  it.each(keys)('%s has the same links and code in both languages', (key) => {
    expect(links(german[key] ?? '')).toEqual(links(english[key] ?? ''));
  });

  // What is spelt alike in both languages; anything else that is the same was forgotten.
  const alike = new Set(['view.story']);
  it.each(keys.filter((key) => !alike.has(key)))('%s is translated', (key) => {
    expect(german[key], `“${key}” is English in package.nls.de.json.`).not.toBe(english[key]);
  });
});
