import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');

/** The words of the manifest in one language, by key. */
export const manifestWords = (file: 'package.nls.json' | 'package.nls.de.json'): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const KEY = /^%(.+)%$/;

/** The key that stands for a text of the manifest; null where the text itself is there. */
export const keyOf = (value: string): string | null => KEY.exec(value)?.[1] ?? null;

const filled = (value: unknown, words: Record<string, string>): unknown => {
  if (typeof value === 'string') return words[keyOf(value) ?? ''] ?? value;
  if (Array.isArray(value)) return value.map((one) => filled(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, words)]));
};

/** The manifest as an English VS Code reads it. */
export const english = filled(manifest, manifestWords('package.nls.json')) as typeof manifest;
