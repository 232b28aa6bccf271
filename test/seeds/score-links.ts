import type { Claim } from '../../src/core/claims/claim.ts';
import type { Link } from '../../src/core/counterparts/link.ts';
import { textOf } from '../../src/core/text/span.ts';
import type { Gold, GoldLink, GoldPlace } from './gold.ts';
import type { Say, Scored } from './scored.ts';
import { atLeast, atMost, count, likeness, type Measure, mostlyIn, ratio, share } from './tally.ts';

/** A claim with the article that it stands in. */
interface Standing {
  readonly file: string;
  readonly claim: Claim;
  readonly text: string;
}

interface Placed {
  readonly link: Link;
  readonly from: Standing;
  readonly to: Standing;
}

/** A figure has to be linked as a figure; any other claim counts by its place. */
interface End extends GoldPlace {
  readonly kind: 'quotation' | 'figure' | 'passage';
  readonly label: string;
}

export function scoreLinks(
  gold: Gold,
  documents: readonly Scored[],
  links: readonly Link[],
  say: Say,
): Measure[] {
  const placed = place(documents, links);
  const found = share();
  const relation = share();
  const listed = new Set<Placed>();
  for (const asked of gold.links) {
    const hits = hitsOf(gold, asked, placed);
    for (const hit of hits) listed.add(hit);
    const words = `${end(gold, asked.a).label} – ${end(gold, asked.b).label}`;
    if (!count(found, hits.length > 0)) say(`link not found (${asked.relation}): ${words}`);
    else {
      const accepted = [asked.relation, ...(asked.alsoRelation ?? [])];
      if (
        !count(
          relation,
          hits.some((hit) => accepted.includes(hit.link.relation)),
        )
      )
        say(
          `relation is ${hits.map((hit) => hit.link.relation).join('/')}, should be ${accepted.join(' or ')}: ${words}`,
        );
    }
  }
  for (const also of gold.alsoLinks) for (const hit of hitsOf(gold, also, placed)) listed.add(hit);
  const unlisted = placed.filter((p) => !listed.has(p));
  const wrong = unlisted.filter((p) => gold.unique.some((id) => isAt(end(gold, id), p)));
  for (const p of unlisted) say(`${wrong.includes(p) ? 'false link' : 'not listed'}: ${describePair(p)}`);
  return [
    atLeast('links: listed ones found', ratio(found), 0.85),
    atLeast('links: relation right', ratio(relation), 0.85),
    atMost('links: false', wrong.length, 0),
    atMost('links: printed but not listed', unlisted.length, 25),
    atMost('links: pairs linked twice', twice(links), 0),
  ];
}

function place(documents: readonly Scored[], links: readonly Link[]): Placed[] {
  const standing = (path: string, id: string): Standing => {
    const document = documents.find((d) => d.gold.file === path);
    const claim = document?.analysis.claims.find((c) => c.id === id);
    if (document === undefined || claim === undefined)
      throw new Error(`a link names ${path}#${id}, which is not there`);
    return { file: path, claim, text: textOf(document.analysis.article.text, claim) };
  };
  return links.map((link) => ({
    link,
    from: standing(link.from.path, link.from.claim),
    to: standing(link.to.path, link.to.claim),
  }));
}

function end(gold: Gold, reference: string | GoldPlace): End {
  if (typeof reference !== 'string') return { ...reference, kind: 'passage', label: `“${reference.exact}”` };
  for (const { file, quotations, figures } of gold.documents) {
    const quotation = quotations.find((q) => q.id === reference);
    if (quotation) return { ...quotation, file, kind: 'quotation', label: `${reference} ${quotation.exact}` };
    const figure = figures.find((f) => f.id === reference);
    if (figure) return { ...figure, file, kind: 'figure', label: `${reference} “${figure.exact}”` };
  }
  throw new Error(`the gold has no ${reference}`);
}

const standsAt = (at: End, { file, claim }: Standing): boolean =>
  file === at.file && mostlyIn(claim, at) && (at.kind !== 'figure' || claim.kind === 'figure');

function hitsOf(gold: Gold, asked: GoldLink, placed: readonly Placed[]): Placed[] {
  const a = end(gold, asked.a);
  const b = end(gold, asked.b);
  return placed.filter(
    ({ from, to }) => (standsAt(a, from) && standsAt(b, to)) || (standsAt(a, to) && standsAt(b, from)),
  );
}

/** Whether one side of a link is the very claim: of its kind there, or a passage that is hardly more. */
const isAt = (at: End, { from, to }: Placed): boolean =>
  [from, to].some(
    ({ file, claim }) =>
      file === at.file && ((claim.kind === at.kind && mostlyIn(claim, at)) || likeness(claim, at) >= 0.6),
  );

const describePair = ({ link, from, to }: Placed): string =>
  `${link.relation} ${link.score.toFixed(2)} ${from.file}: “${from.text}” (${from.claim.kind}) – ${to.file}: “${to.text}” (${to.claim.kind}); ${link.evidence.join('; ')}`;

function twice(links: readonly Link[]): number {
  const keys = links.map(({ from, to }) =>
    [`${from.path}#${from.claim}`, `${to.path}#${to.claim}`].sort().join(' '),
  );
  return keys.length - new Set(keys).size;
}
