import { describe, expect, it } from 'vitest';
import { GAZETTEER } from '../../src/core/lexicon/gazetteer.ts';
import { runsOf } from '../../src/core/mentions/tagger/candidates.ts';
import { tagNames } from '../../src/core/mentions/tagger/tagger.ts';
import { prepare } from '../../src/core/mentions/tagger/text.ts';
import { trainedModel } from '../../src/core/mentions/tagger/weights.ts';
import { idOfForm, wordId, wordTable } from '../../src/core/mentions/tagger/words.ts';
import { wordFormAt } from '../../src/core/mentions/word-form.ts';

const whole = (text: string) => [{ start: 0, end: text.length }];

/** The runs where names may stand, joined by "|". */
function runs(text: string): string {
  const prepared = prepare(text, whole(text), wordTable());
  const found = runsOf(prepared);
  return Array.from({ length: found.length / 3 }, (_, r) =>
    text.slice(prepared.start[found[r * 3] ?? 0], prepared.end[(found[r * 3 + 1] ?? 0) - 1]),
  ).join('|');
}

describe('runsOf', () => {
  it.each([
    ['words with capitals', 'She visited Mara Quill beside Port Varn.', 'Mara Quill|Port Varn'],
    ['small words between two of them', 'the Bank of Varnholm closed', 'Bank of Varnholm'],
    ['particles before them', 'said van der Quill today', 'van der Quill'],
    ['what a hyphen joins', 'a Varnholm-based firm', 'Varnholm-based'],
    ['a number beside one', 'the Varn 7 probe', 'Varn 7'],
    ['none where a sentence begins with a small word', 'The harbour froze. It did.', ''],
    ['a small word that begins a name', 'The Varn Herald said so.', 'The Varn Herald'],
    ['every word of a headline', 'The Harbour Froze Over Again', 'The Harbour Froze Over Again'],
    ['none in running text', 'it rained all day', ''],
  ])('%s', (_about, text, expected) => {
    expect(runs(text)).toBe(expected);
  });
});

describe('wordTable', () => {
  const words = Array.from({ length: 20_000 }, (_, k) => `${k % 3 === 0 ? 'Q' : 'q'}${k.toString(36)}`);

  it('numbers words from 0 up, and knows them again', () => {
    const table = wordTable(GAZETTEER, 8);
    expect(words.map((word) => wordId(table, word))).toEqual(words.map((_, k) => k));
    expect(words.map((word) => wordId(table, word))).toEqual(words.map((_, k) => k));
    expect(table.count).toBe(words.length);
  });

  it('finds a word by its form', () => {
    const table = wordTable();
    const id = wordId(table, 'Quill');
    expect(idOfForm(table, wordFormAt('Mara Quill left', 5, 10))).toBe(id);
    expect(idOfForm(table, wordFormAt('Mara Quill left', 5, 9))).not.toBe(id);
  });
});

describe('tagNames', () => {
  const text = 'Mara Quill of Varnholm Freight met President Tobin Ashe in Paris, and Quill left Paris.';
  const names = (table = wordTable()): string[] =>
    tagNames(text, whole(text), trainedModel(), table, { vote: 0.8 }).names.map(
      (name) => `${text.slice(name.start, name.end)}|${name.nameClass}`,
    );

  it('tags the same whatever the table has met before', () => {
    const table = wordTable(GAZETTEER, 8);
    const first = names(table);
    for (let n = 0; n < 4; n++) {
      const other = Array.from({ length: 150 }, (_, k) => `Q${n}x${k} met R${k}y${n}.`).join(' ');
      tagNames(other, whole(other), trainedModel(), table, { vote: 0 });
    }
    expect(names(table)).toEqual(first);
    expect(names()).toEqual(first);
    expect(first).toContain('Paris|LOC');
  });
});
