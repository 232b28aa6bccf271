import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';

const claimsOf = (text: string): string[] =>
  analyze(text).claims.map((claim) => `${claim.kind.charAt(0)}: ${text.slice(claim.start, claim.end)}`);

describe('claims', () => {
  it('are quotations, figures and statements, in order', () => {
    const text = [
      'Harbour Authority Doubles Its Fleet in Vellmark',
      '',
      'The Vellmark Harbour Authority bought 14 new ferries on Monday, its director Ilse Ostrand said.',
      '',
      '“We are not waiting for the next storm,” Ostrand said.',
    ].join('\n');
    expect(claimsOf(text)).toEqual([
      's: Harbour Authority Doubles Its Fleet in Vellmark',
      's: The Vellmark Harbour Authority bought 14 new ferries on Monday, its director Ilse Ostrand said.',
      'f: 14 new ferries',
      'q: “We are not waiting for the next storm,”',
    ]);
  });

  it('leave out furniture, bare attributions and names with their titles', () => {
    const text = [
      'Advertisement',
      '',
      'Ferries stop for the winter in Vellmark',
      '',
      '“The crews need rest,” said Ilse Ostrand, the harbour director.',
      '',
      'Share this article',
    ].join('\n');
    expect(claimsOf(text)).toEqual([
      's: Ferries stop for the winter in Vellmark',
      'q: “The crews need rest,”',
    ]);
  });

  it('split a long sentence into its propositions, never inside a quotation', () => {
    const text =
      'The council of Vellmark approved the new breakwater after nine hours of debate, while residents of the northern quarter demanded a second study — “the sea, while patient, forgets nothing”, one banner read.';
    const statements = claimsOf(text).filter((claim) => claim.startsWith('s: '));
    expect(statements).toEqual([
      's: The council of Vellmark approved the new breakwater after nine hours of debate',
      's: while residents of the northern quarter demanded a second study',
    ]);
  });

  it('do not begin with the head of a dispatch alone', () => {
    const text =
      'VELLMARK, Jan 21 (Vellmark News Agency) — Former harbour director Ilse Ostrand was found not guilty of corruption on Wednesday, six years after investigators searched her home.';
    expect(claimsOf(text).filter((claim) => claim.startsWith('s: '))).toEqual([`s: ${text}`]);
  });

  it('name the speaker of quotations, of figures in them and of indirect speech', () => {
    const text =
      'Ilse Ostrand, the harbour director, said the repairs would cost 40 million crowns. “We lost 12 boats in a single night,” she said.';
    const { claims } = analyze(text);
    expect(claims.length).toBeGreaterThan(3);
    expect(new Set(claims.map((claim) => claim.source))).toEqual(new Set(['Ilse Ostrand']));
    expect(claims.filter((claim) => claim.kind === 'statement').every((claim) => claim.reported)).toBe(true);
  });

  it('keep their ids when other text is added, removed or moved', () => {
    const a = 'The pier of Vellmark was closed on Friday.';
    const b = 'Divers found three cracks in its foundation.';
    const ids = (text: string): Map<string, string> =>
      new Map(analyze(text).claims.map((c) => [text.slice(c.start, c.end), c.id]));
    const before = ids(`${a}\n\n${b}`);
    const after = ids(`A storm is coming to the coast.\n\n${b}\n\n${a}`);
    for (const [text, id] of before) expect(after.get(text)).toBe(id);
    expect(before.size).toBeGreaterThanOrEqual(2);
  });

  it('have distinct ids, also for equal texts', () => {
    const { claims } = analyze(
      'The pier is closed again.\n\nThe pier is closed again.\n\nThe pier is closed again.',
    );
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
    expect(claims.length).toBe(3);
  });

  it.each([
    ['', 0],
    ['\n\n \n', 0],
    ['😀😀', 0],
  ])('%j has no claims', (text, count) => {
    expect(analyze(text).claims).toHaveLength(count);
  });
});
