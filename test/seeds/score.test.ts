import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/core/claims/analysis.ts';
import type { Claim, ClaimKind } from '../../src/core/claims/claim.ts';
import type { Link } from '../../src/core/counterparts/link.ts';
import type { Span } from '../../src/core/text/span.ts';
import { type Gold, type GoldDocument, type GoldLink, readGold, readSeed } from './gold.ts';
import { score } from './score.ts';
import type { Scored } from './scored.ts';

const gold = readGold();

const claimAt = (kind: ClaimKind, { start, end }: Span): Claim => ({
  id: `${kind}-${start}-${end}`,
  kind,
  start,
  end,
  mention: null,
  source: null,
  reported: false,
});

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** What an engine would say that knows the gold. */
function replay(document: GoldDocument): Scored {
  const text = readSeed(document.file);
  const { headline, date, outlet } = document.meta;
  const start = headline === null ? -1 : text.indexOf(headline);
  const analysis: Analysis = {
    article: {
      text,
      headline: headline === null ? null : { start, end: start + headline.length },
      date,
      dateSpan: null,
      outlet,
      outletSpan: null,
      facts: {},
      blocks: [],
      entries: [],
    },
    quotations: document.quotations.map((q) => ({
      ...spanOf(q),
      id: q.id,
      form: q.form,
      content: spanOf(q),
      utterance: q.id,
      source: { ...spanOf(q), chain: null, name: `Minister ${q.source}` },
      cue: null,
    })),
    indirect: [],
    figures: document.figures.map((f) => ({
      ...{ ...spanOf(f), id: f.id, kind: f.kind, value: f.value, upper: null, unit: f.unit },
      ...{
        comparator: f.comparator,
        measure: f.measure ?? null,
        topic: null,
        qualifier: null,
        direction: null,
      },
    })),
    entities: document.entities.map((e) => ({ ...spanOf(e), id: `${e.start}`, type: e.type, chain: e.name })),
    chains: [],
    claims: [
      ...document.quotations.map((q) => claimAt('quotation', q)),
      ...document.figures.map((f) => claimAt('figure', f)),
      ...passages(document.file).map((span) => claimAt('statement', span)),
    ],
  };
  return { gold: document, analysis };
}

function passages(file: string): Span[] {
  const ends = [...gold.links, ...gold.alsoLinks].flatMap(({ a, b }) => [a, b]);
  const spans = ends.flatMap((end) => (typeof end !== 'string' && end.file === file ? [spanOf(end)] : []));
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}

function linkOf({ a, b, relation }: GoldLink): Link {
  const ref = (end: GoldLink['a']): Link['from'] => {
    if (typeof end !== 'string') return { path: end.file, claim: claimAt('statement', end).id };
    for (const { file, quotations, figures } of gold.documents) {
      const quotation = quotations.find((q) => q.id === end);
      if (quotation) return { path: file, claim: claimAt('quotation', quotation).id };
      const figure = figures.find((f) => f.id === end);
      if (figure) return { path: file, claim: claimAt('figure', figure).id };
    }
    throw new Error(`no ${end}`);
  };
  return { from: ref(a), to: ref(b), relation, score: 1, difference: null, evidence: [] };
}

const valuesOf = (
  documents: readonly Scored[],
  links: readonly Link[],
  of: Gold = gold,
): Map<string, number> => new Map(score(of, documents, links).map(({ name, value }) => [name, value]));

describe('the scorer', () => {
  const all = gold.documents.map(replay);
  const links = gold.links.map(linkOf);

  it('gives the gold full marks', () => {
    for (const { name, value, bound, limit, failures } of score(gold, all, links)) {
      expect(failures).toEqual([]);
      expect(value, name).toBe(bound === '>=' ? 1 : 0);
      expect(bound === '>=' ? limit <= 1 : limit >= 0, name).toBe(true);
    }
  });

  it('gives nothing to an engine that finds nothing', () => {
    const nothing = { quotations: [], figures: [], entities: [], claims: [] };
    const values = valuesOf(
      all.map((d) => ({ ...d, analysis: { ...d.analysis, ...nothing } })),
      [],
    );
    expect(values.get('quotations: F1')).toBe(0);
    expect(values.get('figures: F1')).toBe(0);
    expect(values.get('entities: F1 of span and type')).toBe(0);
    expect(values.get('links: listed ones found')).toBe(0);
  });

  it('counts wrong speakers, wrong values, mixed chains, false and double links', () => {
    const spoilt = all.map((d) => ({
      ...d,
      analysis: {
        ...d.analysis,
        quotations: d.analysis.quotations.map((q) => ({ ...q, source: null })),
        figures: d.analysis.figures.map((f) => ({ ...f, value: -1 })),
        entities: d.analysis.entities.map((e) => ({ ...e, chain: 'one' })),
      },
    }));
    const [first] = links;
    const false1 = linkOf({ a: 'A-F5', b: 'B-F21', relation: 'agrees', why: '' });
    const values = valuesOf(spoilt, first === undefined ? [] : [first, first, false1]);
    expect(values.get('quotations: speaker right')).toBeLessThan(0.1);
    expect(values.get('figures: kind, value, unit and comparator right')).toBe(0);
    expect(values.get('entities: chains, B-cubed')).toBeLessThan(0.5);
    expect(values.get('links: false')).toBe(1);
    expect(values.get('links: printed but not listed')).toBe(1);
    expect(values.get('links: pairs linked twice')).toBe(1);
  });
});
