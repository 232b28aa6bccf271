import { describe, expect, it } from 'vitest';
import { meaningAt, offersAt, type YamlKind } from '../../src/core/sidecar/yaml-help.ts';

const at = (marked: string): [string, number] => [marked.replace('¦', ''), marked.indexOf('¦')];

describe('what may stand in a sidecar or codebook', () => {
  it.each<[YamlKind, string, readonly string[]]>([
    ['sidecar', '¦', ['version', 'article', 'annotations', 'decisions', 'dismissals']],
    ['sidecar', 'version: 1\nart¦', ['article', 'annotations', 'decisions', 'dismissals']],
    [
      'sidecar',
      'annotations:\n  a-1:\n    note: x\n    sta¦',
      ['author', 'created', 'modified', 'status', 'confidence', 'tag', 'tags', 'replies', 'selectors'],
    ],
    ['sidecar', 'annotations:\n  a-1:\n    status: ¦', ['open', 'verified', 'disputed', 'closed']],
    ['sidecar', 'annotations:\n  a-1:\n    confidence: h¦', ['low', 'medium', 'high']],
    ['sidecar', 'annotations:\n  a-1:\n    tag: ¦', ['(tag)']],
    ['sidecar', 'annotations:\n  a-1:\n    tags:\n      - ¦', ['(tag)']],
    [
      'sidecar',
      'annotations:\n  a-1:\n    replies:\n      r-1:\n        ¦',
      ['author', 'created', 'modified', 'note'],
    ],
    ['sidecar', 'annotations:\n  a-1:\n    note: |\n      stat¦', []],
    ['sidecar', 'annotations:\n  a-1:\n    author: ¦', []],
    ['sidecar', 'article:\n  truncated: ¦', ['true', 'false']],
    [
      'sidecar',
      'decisions:\n  d-1:\n    there:\n      ex¦',
      [
        'article',
        'exact',
        'prefix',
        'suffix',
        'start',
        'end',
        'paragraph',
        'offset',
        'rest',
        'before',
        'after',
        'copies',
        'text',
      ],
    ],
    ['codebook', '¦', ['tags', 'stories']],
    ['codebook', 'tags:\n  claim:\n    title: x\n    ¦', ['description', 'colour', 'shortcut', 'required']],
    [
      'codebook',
      'tags:\n  claim:\n    colour: ¦',
      ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'foreground'],
    ],
    ['codebook', 'tags:\n  ¦', []],
  ])('%s %j', (kind, marked, expected) => {
    const offers = offersAt(...at(marked), kind).map((offer) =>
      offer.kind === 'tag' ? '(tag)' : offer.text,
    );
    expect([...offers].sort()).toEqual([...expected].sort());
  });

  it('a key tells what follows it', () => {
    const offers = offersAt('annotations:\n  a-1:\n    ', 27, 'sidecar');
    const holds = offers.flatMap((offer) => (offer.kind === 'key' ? [`${offer.text} ${offer.holds}`] : []));
    expect(holds).toEqual(
      expect.arrayContaining(['tags list', 'replies keys', 'selectors keys', 'note value']),
    );
  });

  it.each<[YamlKind, string, string | null]>([
    ['sidecar', 'annotations:\n  a-1:\n    sta¦tus: open', 'What came of it.'],
    ['sidecar', 'annotations:\n  a-1:\n    status: op¦en', 'What came of it.'],
    ['sidecar', 'annotations:\n  a-1:\n    selectors:\n      e¦xact: x', 'The quoted words.'],
    ['sidecar', 'annotations:\n  a-1:\n    tag: cl¦aim', '(tag)'],
    ['sidecar', 'annotations:\n  a-1:\n    note: |\n      sta¦tus: x', null],
    ['sidecar', 'col¦our: x', null],
    ['codebook', 'tags:\n  claim:\n    ti¦tle: x', 'A longer name, shown beside the tag.'],
  ])('meaning: %s %j', (kind, marked, expected) => {
    const meaning = meaningAt(...at(marked), kind);
    expect(meaning && (meaning.kind === 'tag' ? '(tag)' : meaning.description)).toBe(expected);
  });
});
