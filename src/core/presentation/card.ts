import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { Project } from '../corpus/project.ts';
import type { Link } from '../counterparts/link.ts';
import { type WordDiff, wordDiff } from '../counterparts/word-diff.ts';
import type { Chain, Entity, EntityType, Figure, Quotation } from '../mentions/mention.ts';
import { lineAt, lineStarts } from '../text/line-number.ts';
import { contains, indexAt, lengthOf, overlap, type Span, textOf } from '../text/span.ts';

/** A place in an article, as a reader would cite it. */
export interface Place {
  readonly path: string;
  readonly outlet: string | null;
  readonly date: string | null;
  /** 1-based. */
  readonly line: number;
}

export interface Counterpart {
  readonly link: Link;
  readonly place: Place;
  /** The other wording against this one: what was removed here, what was added there. */
  readonly wording: readonly WordDiff[];
  /** Of a figure: its value there, and the sentence around it in three parts, itself in the middle. */
  readonly figure: Figure | null;
  readonly sentence: readonly [before: string, itself: string, after: string];
}

interface Speaker {
  readonly name: string;
  /** As the article gives it, or null. */
  readonly role: string | null;
  /** The words of the article, where they are no part of the name ("he", "the minister"). */
  readonly as: string | null;
}

/** Counterparts that a card shows; the rest is one click away. */
const SHOWN = 4;

/** What a hover shows of a claim. */
export interface ClaimCard {
  readonly kind: 'claim';
  readonly span: Span;
  readonly claim: Claim;
  readonly quotation: Quotation | null;
  readonly figure: Figure | null;
  readonly speaker: Speaker | null;
  /** Best first, no more than a card has room for. */
  readonly counterparts: readonly Counterpart[];
  /** How many counterparts there are besides. */
  readonly more: number;
  /** How many other articles of the story have no counterpart; 0 where it is the only article. */
  readonly absentFrom: number;
  /** How many of these can't tell: they are cut short, or in a language that is not read. */
  readonly untold: number;
  readonly otherArticles: number;
}

/** What a hover shows of a figure that claims nothing by itself: a date, an ordinal. */
export interface FigureCard {
  readonly kind: 'figure';
  readonly span: Span;
  readonly figure: Figure;
}

/** What a hover shows of a named entity. */
export interface EntityCard {
  readonly kind: 'entity';
  readonly span: Span;
  /** Id of the mention that the card is about. */
  readonly mention: string;
  readonly name: string;
  readonly type: EntityType;
  readonly role: string | null;
  /** Every wording here, most frequent first. */
  readonly namesHere: readonly string[];
  /** Wordings of other articles that are not used here. */
  readonly namesElsewhere: readonly string[];
  readonly mentionsHere: readonly Span[];
  /** The first mention in each other article that has it. */
  readonly elsewhere: readonly (Place & { readonly mentions: number; readonly first: Span })[];
}

export type Card = ClaimCard | FigureCard | EntityCard;

/**
 * The cards for an offset, narrowest first: the figure or quotation, who or what is named, the sentence around it.
 * A plain statement has a card only where another article has it too, or every word would raise one.
 */
export function cardsAt(project: Project, path: string, offset: number): Card[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const here = (span: Span) => span.start <= offset && offset < span.end;
  const claims = analysis.claims
    .filter(here)
    .map((claim) => claimCard(project, path, analysis, claim))
    .filter((card) => card.claim.kind !== 'statement' || card.counterparts.length > 0)
    .sort((a, b) => rank(a) - rank(b) || a.span.end - a.span.start - (b.span.end - b.span.start));
  const claimed = new Set(analysis.claims.filter(here).map(({ mention }) => mention));
  const figures = analysis.figures
    .filter((figure) => here(figure) && !claimed.has(figure.id))
    .map((figure) => ({ kind: 'figure', span: { start: figure.start, end: figure.end }, figure }) as const);
  const entities = analysis.entities
    .filter(here)
    .flatMap((entity) => entityCard(project, path, analysis, entity));
  const told = claims.filter((card) => card.claim.kind !== 'statement');
  const reported = claims.filter((card) => card.claim.kind === 'statement');
  return [...told, ...figures, ...entities, ...reported];
}

const RANK = { figure: 0, quotation: 1, statement: 2 } as const;
const rank = (card: ClaimCard): number => RANK[card.claim.kind];

export function claimCard(project: Project, path: string, analysis: Analysis, claim: Claim): ClaimCard {
  const quotation = analysis.quotations.find((q) => q.id === claim.mention) ?? null;
  const figure = analysis.figures.find((f) => f.id === claim.mention) ?? null;
  const links = project.linksOf(path, claim.id);
  const others = otherArticles(project, path);
  const present = new Set(links.map((link) => link.to.path));
  const absent = others.filter((other) => !present.has(other));
  return {
    kind: 'claim',
    span: { start: claim.start, end: claim.end },
    claim,
    quotation,
    figure,
    speaker: quotation ? speakerOf(analysis, quotation) : named(claim.source),
    counterparts: links.slice(0, SHOWN).flatMap((link) => counterpart(project, analysis, claim, link)),
    more: Math.max(0, links.length - SHOWN),
    absentFrom: absent.length,
    untold: absent.filter((other) => !isWhole(project.analysis(other))).length,
    otherArticles: others.length,
  };
}

/** An article that is cut short, or that is not in English, may say what was not found in it. */
function isWhole(analysis: Analysis | undefined): boolean {
  const { truncated = false, language = 'en' } = analysis?.article.facts ?? {};
  return !truncated && /^en\b/i.test(language);
}

const named = (name: string | null): Speaker | null =>
  name === null ? null : { name, role: null, as: null };

function speakerOf({ article, chains }: Analysis, { source }: Quotation): Speaker | null {
  if (!source) return null;
  const words = textOf(article.text, source);
  const role = chains.find((chain) => chain.id === source.chain)?.role ?? null;
  return { name: source.name, role, as: source.name.includes(words) ? null : words };
}

function counterpart(project: Project, analysis: Analysis, claim: Claim, link: Link): Counterpart[] {
  const other = project.analysis(link.to.path);
  const there = other?.claims.find((c) => c.id === link.to.claim);
  if (!other || !there) return [];
  return [
    {
      link,
      place: placeOf(link.to.path, other, there),
      wording: wordDiff(textOf(analysis.article.text, claim), textOf(other.article.text, there)),
      figure: other.figures.find((f) => f.id === there.mention) ?? null,
      sentence: sentenceAround(other, there),
    },
  ];
}

function sentenceAround({ article }: Analysis, span: Span): Counterpart['sentence'] {
  const block = article.blocks[indexAt(article.blocks, span.start)];
  const sentence = block?.sentences.find((s) => contains(s, span)) ?? span;
  const { text } = article;
  return [text.slice(sentence.start, span.start), textOf(text, span), text.slice(span.end, sentence.end)];
}

export function placeOf(path: string, { article }: Analysis, span: Span): Place {
  return {
    path,
    outlet: article.outlet,
    date: article.date,
    line: lineAt(lineStarts(article.text), span.start) + 1,
  };
}

/** The other articles of the story: only they can lack a claim. */
export function otherArticles(project: Project, path: string): readonly string[] {
  const story = project.stories().find((s) => s.articles.includes(path));
  return (story?.articles ?? []).filter((other) => other !== path);
}

function entityCard(project: Project, path: string, analysis: Analysis, entity: Entity): EntityCard[] {
  const chain = analysis.chains.find((c) => c.id === entity.chain);
  if (!chain) return [];
  const elsewhere = otherArticles(project, path).flatMap((other) => inOtherArticle(project, other, chain));
  const here = new Set(chain.aliases);
  return [
    {
      kind: 'entity',
      span: { start: entity.start, end: entity.end },
      mention: entity.id,
      name: chain.name,
      type: chain.type,
      role: chain.role,
      namesHere: chain.aliases,
      namesElsewhere: [...new Set(elsewhere.flatMap((e) => e.aliases))].filter((name) => !here.has(name)),
      mentionsHere: analysis.entities.filter((e) => e.chain === chain.id),
      elsewhere: elsewhere.map(({ place, mentions, first }) => ({ ...place, mentions, first })),
    },
  ];
}

/** A chain of another article counts as the same entity where name and type agree: a shared surname is not enough. */
function inOtherArticle(project: Project, path: string, chain: Chain) {
  const analysis = project.analysis(path);
  const same = analysis?.chains.find((c) => c.type === chain.type && c.name === chain.name);
  const first = analysis?.entities.find((e) => e.chain === same?.id);
  if (!analysis || !same || !first) return [];
  const place = placeOf(path, analysis, first);
  return [{ place, mentions: same.mentions.length, first, aliases: same.aliases }];
}

/** The claim that covers a selection best, for commands that start from the cursor. */
export function claimAt({ claims }: Analysis, span: Span): Claim | null {
  const covering = claims.filter((c) => contains(c, span) || contains(span, c));
  return (
    covering.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.end - a.start - (b.end - b.start))[0] ?? null
  );
}

/** The claim that shares most with a selection, or the narrowest one at a cursor. */
export function claimCovering(analysis: Analysis, span: Span): Claim | null {
  if (span.start === span.end) return claimAt(analysis, span);
  const share = (claim: Claim): number => {
    const common = overlap(claim, span);
    return common / (lengthOf(claim) + lengthOf(span) - common || 1);
  };
  const touched = analysis.claims.filter((claim) => share(claim) > 0);
  return touched.sort((a, b) => share(b) - share(a))[0] ?? null;
}
