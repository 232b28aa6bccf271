import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/core/mentions/mention.ts';
import { buildChains } from '../../src/core/mentions/names/coreference.ts';
import type { EntityDraft } from '../../src/core/mentions/names/draft.ts';
import { readArticle } from '../../src/core/text/structure.ts';

const TYPES: Readonly<Record<string, EntityType>> = {
  p: 'person',
  o: 'organization',
  l: 'place',
  g: 'group',
};

/** Reads "[p Ann Lee]" marks into drafts over the text without them. */
function read(source: string): { text: string; drafts: EntityDraft[] } {
  const drafts: EntityDraft[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\[(\w) ([^\]]*)\]/g)) {
    text += source.slice(at, match.index);
    const name = match[2] ?? '';
    const type = TYPES[match[1] ?? ''] ?? 'other';
    drafts.push({ start: text.length, end: text.length + name.length, type });
    text += name;
    at = match.index + match[0].length;
  }
  return { text: text + source.slice(at), drafts };
}

function chainNames(source: string): string[] {
  const { text, drafts } = read(source);
  const { entities, chains } = buildChains(readArticle(text), drafts);
  return entities.map((entity) => chains.find((chain) => chain.id === entity.chain)?.name ?? '');
}

describe('buildChains', () => {
  it.each([
    [
      'father and son',
      '[p Al Voss Sr.] and [p Al Voss, Jr.] met. The elder [p Voss] left; the younger [p Voss] stayed.',
      ['Al Voss Sr.', 'Al Voss Jr.', 'Al Voss Sr.', 'Al Voss Jr.'],
    ],
    [
      'one word of a body that is named in two lengths',
      '[o Halden Marine] rose. [o Halden Marine Group NV] said so. [o Halden] fell.',
      ['Halden Marine Group', 'Halden Marine Group', 'Halden Marine Group'],
    ],
    [
      'a ticker',
      '[o Lorn Mining Corp.] ([o TSX]: [o LRN]) dug. [o LRN] fell.',
      ['Lorn Mining', 'TSX', 'Lorn Mining', 'Lorn Mining'],
    ],
    ['a surname', '[p Ann Lee] came. [p Lee] spoke.', ['Ann Lee', 'Ann Lee']],
    ['capitals at the head', '[l VELDOR] (AP) - They left [l Veldor].', ['Veldor', 'Veldor']],
    [
      'a surname of father and son',
      '[p Al Lee] met [p Al Lee Jr.] there. [p Lee] spoke.',
      ['Al Lee', 'Al Lee Jr.', 'Al Lee'],
    ],
    ['a surname before "Jr."', '[p Al Lee Jr.] came. [p Lee] spoke.', ['Al Lee Jr.', 'Al Lee Jr.']],
    [
      'a small word of a surname at the head of a sentence',
      '[p Eva van der Lee] came. [p Van der Lee] spoke.',
      ['Eva van der Lee', 'Eva van der Lee'],
    ],
    [
      'a small word of a surname in a headline',
      '[p De Lorn] wins\n\n[p Bill de Lorn] won.',
      ['Bill de Lorn', 'Bill de Lorn'],
    ],
    [
      'an ending spelt in two ways',
      '[p Ann Ostrevskyy] came. [p Ostrevsky] spoke.',
      ['Ann Ostrevskyy', 'Ann Ostrevskyy'],
    ],
    [
      'a surname in the capitals of a transcript',
      '[p Ann Ostrow] and [p Bill Lorn] spoke.\n\n[p OSTROW]: We dig.',
      ['Ann Ostrow', 'Bill Lorn', 'Ann Ostrow'],
    ],
    ['father and son', '[p Al Lee] met [p Al Lee Jr.] there.', ['Al Lee', 'Al Lee Jr.']],
    [
      'the latest of two with one surname',
      '[p Ann Lee] came. [p Bo Lee] came. [p Lee] spoke.',
      ['Ann Lee', 'Bo Lee', 'Bo Lee'],
    ],
    [
      'a form of address that tells two apart',
      '[p Bill Lorn] and [p Hillary Lorn] came. Mr. [p Lorn] spoke. Mrs. [p Lorn] left. [p Lorn] slept.',
      ['Bill Lorn', 'Hillary Lorn', 'Bill Lorn', 'Hillary Lorn', 'Hillary Lorn'],
    ],
    ['a form of address of nobody named', '[p Bill Lorn] came. Mrs. [p Lorn] spoke.', ['Bill Lorn', 'Lorn']],
    ['a heading before the full name', '[p Lee] wins\n\n[p Ann Lee] won.', ['Ann Lee', 'Ann Lee']],
    ['a middle initial', '[p Ann K. Lee] met [p Ann Lee].', ['Ann K. Lee', 'Ann K. Lee']],
    ['another first name', '[p Ann Lee] met [p Bo Lee].', ['Ann Lee', 'Bo Lee']],
    [
      'an acronym that is defined',
      'The [o Harbour Trust Board] ([o HTB]) met. [o HTB] said so.',
      ['Harbour Trust Board', 'Harbour Trust Board', 'Harbour Trust Board'],
    ],
    [
      'an acronym by initials',
      'The [o Harbour Trust Board] met. [o HTB] said so.',
      ['Harbour Trust Board', 'Harbour Trust Board'],
    ],
    ['common knowledge', '[l U.S.] and [l United States]', ['United States', 'United States']],
    ['a people and its country', '[l Norway] and the [g Norwegians]', ['Norway', 'Norway']],
    ['two names of one state', '[l Turkey], [l Türkiye]', ['Türkiye', 'Türkiye']],
    ['what a noun stands for', '[o NATO] met. The [o Alliance] agreed.', ['NATO', 'NATO']],
    ['a short form', '[o Nordia Shipping] sank. [o Nordia] said so.', ['Nordia Shipping', 'Nordia Shipping']],
    [
      'a legal form',
      '[o Nordia Shipping Ltd] sank. [o Nordia Shipping] said so.',
      ['Nordia Shipping', 'Nordia Shipping'],
    ],
  ])('%s', (_about, source, names) => {
    expect(chainNames(source)).toEqual(names);
  });

  it.each([
    ['before the name', '[o NATO] Secretary General [p Ann Lee] spoke.', 'NATO Secretary General'],
    ['with a possessive', '[l Norway]’s Foreign Minister [p Ann Lee] spoke.', 'Norway’s Foreign Minister'],
    ['after the name', '[p Ann Lee], the mayor of [l Oslo], spoke.', 'mayor of Oslo'],
    ['none', 'Yesterday [p Ann Lee] spoke.', null],
  ])('role %s', (_about, source, role) => {
    const { text, drafts } = read(source);
    const { chains } = buildChains(readArticle(text), drafts);
    expect(chains.find((chain) => chain.type === 'person')?.role).toBe(role);
  });

  it('keeps every mention in one chain, in order', () => {
    const { text, drafts } = read('[p Ann Lee] and [l Norway]. [p Lee] left [l Norway].');
    const { entities, chains } = buildChains(readArticle(text), drafts);
    expect(chains.flatMap((chain) => chain.mentions).sort()).toEqual(entities.map((e) => e.id).sort());
  });
});
