import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { createRenameSearch } from '../../src/core/anchors/renamed.ts';
import type { Selectors } from '../../src/core/anchors/selector.ts';

const MILL =
  'The mill at Orsk burned down.\n\nNobody saw the miller leave.\n\nThe river was high that night.\n';
const FERRY = 'One ferry is left.\n\nTwo more were sold in spring.\n';

/** A note on each of these words of a text. */
const notesOn = (text: string, ...words: readonly string[]): Selectors[] =>
  words.map((exact) =>
    describeSpan(text, { start: text.indexOf(exact), end: text.indexOf(exact) + exact.length }),
  );

const THREE = notesOn(MILL, 'burned down', 'saw the miller leave', 'river was high');
const EDITED = MILL.replace('burned down', 'was lost to a fire');
const POORER = EDITED.replace('saw the miller leave', 'was there');

describe('an article that is gone', () => {
  it.each<[string, readonly (readonly Selectors[])[], readonly string[], readonly (number | null)[]]>([
    ['is the text that its notes were made on', [THREE], [FERRY, EDITED, MILL], [2]],
    ['else the one with most of them', [THREE], [FERRY, POORER, EDITED], [2]],
    ['and none with too few', [THREE], [FERRY, POORER], [null]],
    ['without notes is nowhere', [[]], [MILL], [null]],
    ['with others at once', [THREE, notesOn(FERRY, 'sold in spring')], [EDITED, FERRY], [0, 1]],
    [
      'among very many: only as it was',
      [...Array.from({ length: 20 }, () => THREE), notesOn(FERRY, 'sold in spring')],
      [EDITED, FERRY],
      [...Array.from({ length: 20 }, () => null), 1],
    ],
  ])('%s', (_, articles, texts, expected) => {
    const search = createRenameSearch<number>(articles);
    texts.forEach((text, i) => void search.look(i, text));
    expect(search.found()).toEqual(expected);
  });

  it('is looked for until it is found for sure', () => {
    const search = createRenameSearch<string>([THREE]);
    expect([search.look('edited', EDITED), search.look('the same', MILL)]).toEqual([true, false]);
  });
});
