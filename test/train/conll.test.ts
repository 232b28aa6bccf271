import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CLASSES } from '../../src/core/mentions/tagger/labels.ts';
import { type GoldDocument, readConll } from '../../src/train/conll.ts';

const folder = mkdtempSync(join(tmpdir(), 'conll-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** "Ann/B-PER Lee/I-PER left" as lines of four columns. */
const lines = (sentence: string): string =>
  sentence
    .split(' ')
    .map((part) => part.split(/\/(?=[BI]-)/))
    .map(([token, tag = 'O']) => `${token}\t_\t_\t${tag}`)
    .join('\n');

function read(source: string, ...blocks: string[]): GoldDocument[] {
  writeFileSync(join(folder, `${source}.conll`), `${blocks.join('\n\n')}\n`);
  return readConll(folder, source);
}

function marked({ text, names }: GoldDocument): string {
  let out = '';
  let at = 0;
  for (const { start, end, nameClass } of names) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}|${CLASSES[nameClass]}]`;
    at = end;
  }
  return out + text.slice(at);
}

describe('readConll', () => {
  it.each([
    [
      'words with spaces between them',
      'wikigold',
      'Ann/B-PER Lee/I-PER met Bo/B-PER',
      '[Ann Lee|PER] met [Bo|PER]\n',
    ],
    ['two names side by side', 'wikigold', 'Ann/B-PER Norvik/B-LOC', '[Ann|PER] [Norvik|LOC]\n'],
    ['marks stand close', 'wikigold', 'In Norvik/B-LOC , she left', 'In [Norvik|LOC], she left\n'],
    ['possessives stand close', 'wikigold', "Norvik/B-LOC 's port", "[Norvik|LOC]'s port\n"],
    [
      'letters with full stops',
      'wikigold',
      'the U/B-LOC ./I-LOC S/I-LOC ./I-LOC team',
      'the [U.S.|LOC] team\n',
    ],
    [
      'hyphens of sources that split them',
      're-docred',
      'a Norvik/B-LOC - based firm',
      'a [Norvik|LOC]-based firm\n',
    ],
    ['hyphens of other sources', 'wikigold', 'a Norvik/B-LOC - based firm', 'a [Norvik|LOC] - based firm\n'],
    [
      'a class that is not known',
      'wikigold',
      'on Monday/B-DATE in Norvik/B-LOC',
      'on Monday in [Norvik|LOC]\n',
    ],
  ])('%s', (_about, source, sentence, expected) => {
    expect(read(source, lines(sentence)).map(marked)).toEqual([expected]);
  });

  it('begins a document at each mark, a sentence at each blank line', () => {
    const documents = read(
      'gum-by',
      `# doc one\n${lines('Ann/B-PER left')}`,
      lines('It rained'),
      `# doc two\n${lines('Bo/B-PER stayed')}`,
    );
    expect(documents.map(marked)).toEqual(['[Ann|PER] left\nIt rained\n', '[Bo|PER] stayed\n']);
    expect(documents.map((document) => document.sentences.length)).toEqual([2, 1]);
  });

  it('takes each block of a source without marks as a document', () => {
    expect(read('btc', lines('Ann/B-PER left'), lines('Bo/B-PER stayed')).map(marked)).toEqual([
      '[Ann|PER] left\n',
      '[Bo|PER] stayed\n',
    ]);
  });

  it('reads a token that looks like a comment', () => {
    expect(read('btc', `# doc\t_\t_\tO\n${lines('Ann/B-PER left')}`).map(marked)).toEqual([
      '# doc [Ann|PER] left\n',
    ]);
  });
});
