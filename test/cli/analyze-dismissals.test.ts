import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyze } from '../../src/cli/commands/analyze.ts';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import type { FindingKind } from '../../src/core/sidecar/annotation.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';

const QUOTE = '“The ferry will sail before dark,”';
const TEXT = `The ferry to Sollum is late.\n\n${QUOTE} the harbour master said.\n\nIt carries 240 passengers.\n`;

let folder = '';
let article = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyze-'));
  article = join(folder, 'ferry.txt');
  writeFileSync(article, TEXT);
  writeFileSync(join(folder, 'other.txt'), `It is late. ${QUOTE} the harbour master told the guild.\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function dismiss(kind: FindingKind, exact: string): void {
  const start = TEXT.indexOf(exact);
  const selectors = describeSpan(TEXT, { start, end: start + exact.length });
  const dismissal = { id: 'x-1', author: 'Vera Lind', created: '2026-02-01T08:00:00Z', kind, selectors };
  const result = applyOperation('', { kind: 'addDismissal', dismissal });
  writeFileSync(`${article}.annotations.yaml`, result.kind === 'applied' ? result.text : '');
}

interface Printed {
  readonly documents: readonly Readonly<
    Record<string, readonly { readonly text?: string; readonly kind: string }[]>
  >[];
  readonly links: readonly { readonly relation: string }[];
}

async function printed() {
  let out = '';
  let err = '';
  await analyze(['--format', 'json', folder], { out: (text) => (out += text), err: (text) => (err += text) });
  const { documents, links }: Printed = JSON.parse(out);
  const [first] = documents;
  return {
    quotations: first?.quotations?.map(({ text }) => text),
    figures: first?.figures?.map(({ text }) => text),
    claims: first?.claims?.map(({ kind }) => kind).filter((kind) => kind !== 'statement'),
    linked: links.some(({ relation }) => relation === 'verbatim'),
    err,
  };
}

const ALL = {
  quotations: [QUOTE],
  figures: ['240 passengers'],
  claims: ['quotation', 'figure'],
  linked: true,
  err: '',
};

describe('analyze with dismissals in the sidecar', () => {
  it.each<[string, readonly [FindingKind, string] | null, object]>([
    ['nothing', null, ALL],
    ['a quotation', ['quotation', QUOTE], { ...ALL, quotations: [], claims: ['figure'], linked: false }],
    ['a figure', ['figure', '240 passengers'], { ...ALL, figures: [], claims: ['quotation'] }],
  ])('%s dismissed', async (_, dismissed, expected) => {
    if (dismissed) dismiss(...dismissed);
    expect(await printed()).toEqual(expected);
  });
});
