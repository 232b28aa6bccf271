import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alphabet, packSymbols, unpackSymbols } from '../../src/core/lexicon/symbols.ts';
import { packHashes, unpackHashes } from '../../src/core/mentions/tagger/packing.ts';

const PLAIN: Alphabet = { symbols: 9, contexts: 1, contextOf: () => 0 };
/** The symbol before tells which ones come next. */
const LINKED: Alphabet = {
  symbols: 9,
  contexts: 9,
  contextOf: (known, i) => (i === 0 ? 0 : (known[i - 1] ?? 0)),
};

const roundTrip = (values: readonly number[], alphabet: Alphabet): { values: number[]; end: boolean } => {
  const packed = packSymbols(Uint8Array.from(values), alphabet);
  const bytes = Uint8Array.of(7, 7, 7, ...packed);
  const read = unpackSymbols(bytes, 3, values.length, alphabet);
  return { values: [...read.values], end: read.next === bytes.length };
};

describe('packSymbols', () => {
  it.each([
    ['one context', PLAIN],
    ['a context for each symbol before', LINKED],
  ])('is read back as it was, with %s', (_about, alphabet) => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { maxLength: 400 }), (values) => {
        expect(roundTrip(values, alphabet)).toEqual({ values, end: true });
      }),
    );
  });

  it('takes few bits where most symbols are the same, and fewer where one tells the next', () => {
    const rare = Array.from({ length: 8000 }, (_, i) => (i % 20 === 0 ? 1 + (i % 7) : 0));
    expect(packSymbols(Uint8Array.from(rare), PLAIN).length).toBeLessThan(800);
    const cycle = Array.from({ length: 8000 }, (_, i) => i % 9);
    expect(packSymbols(Uint8Array.from(cycle), PLAIN).length).toBeGreaterThan(3000);
    expect(packSymbols(Uint8Array.from(cycle), LINKED).length).toBeLessThan(300);
  });

  it('keeps the rarest symbol of many', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => (i === 12_345 ? 8 : i % 2));
    expect(roundTrip(values, PLAIN)).toEqual({ values, end: true });
  });
});

describe('packHashes', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (numbers) => {
        const hashes = numbers.sort((a, b) => a - b);
        const bytes = packHashes(hashes);
        const read = unpackHashes(Uint8Array.of(1, ...bytes), 1, hashes.length);
        expect([...read.hashes]).toEqual(hashes);
        expect(read.next).toBe(bytes.length + 1);
      }),
    );
  });

  it('takes little more than two bytes a hash', () => {
    const hashes = Array.from({ length: 100_000 }, (_, i) => i * 42_000 - 2 ** 31);
    expect(packHashes(hashes).length).toBeLessThan(230_000);
  });
});
