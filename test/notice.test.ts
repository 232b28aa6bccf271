import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../scripts/lib/source-files.mjs';

const ROOT = join(import.meta.dirname, '..');
const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
const data = sourceFiles(join(ROOT, 'src'))
  .filter((file) => file.endsWith('.generated.ts'))
  .map((file) => basename(file, '.generated.ts'));

describe('NOTICE', () => {
  it.each(data)('tells where the data in %s come from', (name) => {
    expect(notice).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
  });

  // The licence asks that it stands with every copy, and with what is made from it.
  it('has WordNet’s licence whole', () => {
    expect(notice).toContain('WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.');
    expect(notice).toContain('THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS"');
    expect(notice).toContain('LICENSEE agrees to preserve same.');
  });
});
