import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { independentSources, type Kin, kinshipOf, readKin } from '../../src/core/corpus/kinship.ts';
import type { ArticleFacts } from '../../src/core/text/article.ts';

const WIRE = [
  'A storm tore the roof off the fish hall of Vellmark on Monday.',
  'Nobody was hurt, but forty boats were driven against the quay.',
  'The mayor put the damage at forty million dollars in all.',
  'Divers will look at the foundations of the quay this week.',
  'The hall is to be open again before the herring come.',
];
const OWN = [
  'Vellmark woke to a fish hall without a roof, and to silence.',
  'On the quay the fishermen counted what the night had left them.',
  'The mayor put the damage at forty million dollars in all.',
  'One of them said he would not wait for any insurance company.',
  'The herring, he said, do not wait for a roof either.',
];

const kin = (path: string, sentences: readonly string[], facts: ArticleFacts = {}): Kin =>
  readKin(path, analyze(sentences.join(' '), facts));

describe('which articles are one source', () => {
  it.each<[string, Kin, Kin, ReturnType<typeof kinshipOf>]>([
    [
      'one report in two prints',
      kin('a', WIRE),
      kin(
        'b',
        WIRE.map((line) => line.toUpperCase()),
      ),
      'copy',
    ],
    ['a report printed with a cut', kin('a', WIRE), kin('b', WIRE.slice(0, 4)), 'copy'],
    ['a sentence in common', kin('a', WIRE), kin('b', OWN), null],
    ['a few lines that say the same', kin('a', WIRE.slice(0, 3)), kin('b', WIRE.slice(0, 3)), null],
    ['the sidecar says so', kin('n/a', OWN, { copyOf: 'b' }), kin('n/b', WIRE), 'copy'],
    [
      'two copies of a third',
      kin('n/a', OWN, { copyOf: 'c' }),
      kin('m/b', WIRE, { copyOf: '../n/c' }),
      'copy',
    ],
    ['a later version', kin('n/a', WIRE), kin('n/b', WIRE, { versionOf: 'a' }), 'version'],
    ['a version of another article', kin('n/a', WIRE), kin('n/b', OWN, { versionOf: 'c' }), null],
  ])('%s', (_, a, b, expected) => {
    expect(kinshipOf(a, b)).toBe(expected);
    expect(kinshipOf(b, a)).toBe(expected);
  });

  it('counts those of one kin once, also where only a third joins two', () => {
    const [a, b, c] = [kin('a', WIRE), kin('b', OWN), kin('c', WIRE.slice(0, 4))];
    expect(independentSources([a, b, c])).toBe(2);
    expect(independentSources([b, a, kin('d', OWN, { copyOf: 'a' })])).toBe(1);
    expect(independentSources([])).toBe(0);
  });
});
