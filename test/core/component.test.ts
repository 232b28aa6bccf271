import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/core/mentions/component.ts';
import { detectMentions } from '../../src/core/mentions/detect.ts';
import { readArticle } from '../../src/core/text/structure.ts';

const TEXT = [
  'Estmark will pay, Minister Ilse Kvandahl said Monday in Oslo.',
  'Kvandahl spoke for the Tarn Rail Union, and the Tarn Rail Union agreed.',
  'In Estmark, Kvandahl said it again; the Norwegians heard Ms. Kvandahl.',
].join('\n\n');

/** Each name with its chain. */
function namesWithout(...components: Component[]): string[] {
  const { entities } = detectMentions(readArticle(TEXT), { without: new Set(components) });
  return entities.map(({ start, end, chain }) => `${TEXT.slice(start, end)} → ${chain}`);
}

describe('a part of the pipeline that is left out', () => {
  it('is there otherwise', () => {
    for (const name of ['Ilse Kvandahl → person:ilse-kvandahl', 'Kvandahl → person:ilse-kvandahl'])
      expect(namesWithout()).toContain(name);
    expect(namesWithout()).toContain('Norwegians → place:norway');
  });

  it('the tagger finds persons; a form of address shows one without it', () => {
    expect(namesWithout('tagger').filter((name) => name.includes('person:'))).toEqual([
      'Kvandahl → person:kvandahl',
    ]);
  });

  it('the gazetteer knows peoples', () => {
    expect(namesWithout('gazetteer')).not.toContain('Norwegians → place:norway');
  });

  it('coreference joins short names', () => {
    expect(namesWithout('coreference')).toContain('Kvandahl → person:kvandahl');
  });
});
