import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { type Kinship, kinshipOf } from '../corpus/kinship.ts';
import type { Project } from '../corpus/project.ts';
import type { VersionChanges } from '../corpus/versions.ts';
import { isSure, type Link, surestFirst } from '../counterparts/link.ts';
import { type WordDiff, wordDiff } from '../counterparts/word-diff.ts';
import type { Figure, Quotation } from '../mentions/mention.ts';
import { contains, indexAt, overlaps, type Span, textOf } from '../text/span.ts';
import { type Absence, absenceOf } from './absence.ts';
import { type Place, placeOf } from './place.ts';
import { sourcesOf } from './sources.ts';

export interface Counterpart {
  readonly link: Link;
  readonly place: Place;
  /** Where the other article is no source of its own: a version of this one, or a print of the same text. */
  readonly kinship: Kinship | null;
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
export interface ClaimCard extends Absence {
  readonly kind: 'claim';
  readonly span: Span;
  readonly claim: Claim;
  readonly quotation: Quotation | null;
  readonly figure: Figure | null;
  readonly speaker: Speaker | null;
  /** Best first, possible ones last, no more than a card has room for. */
  readonly counterparts: readonly Counterpart[];
  /** How many counterparts there are besides. */
  readonly more: number;
  /** Articles that have the claim, this one among them; possible counterparts are not counted. */
  readonly articles: number;
  /** How many of them are independent of each other; null where they are too many to compare. */
  readonly independent: number | null;
  readonly otherArticles: number;
  /** What other versions of this article say in its place, where that is not the same. */
  readonly versions: readonly VersionNote[];
}

/** `added`: the earlier version has nothing of it; `withdrawn`: the later one has not. */
export interface VersionNote {
  readonly kind: 'changed' | 'added' | 'withdrawn';
  readonly path: string;
  /** Whether the other version is the earlier one. */
  readonly earlier: boolean;
  /** The sentence in the other version, and how it is worded against the one here; none where it has no such sentence. */
  readonly place: Place | null;
  readonly wording: readonly WordDiff[];
}

/** What the cards of one article's claims are read from. */
export interface CardArticle {
  readonly project: Project;
  readonly path: string;
  readonly analysis: Analysis;
  /** The other articles of the story. */
  readonly others: readonly string[];
  readonly versions: readonly VersionChanges[];
}

export function claimCard(article: CardArticle, claim: Claim): ClaimCard {
  const { project, path, analysis, others } = article;
  const quotation = analysis.quotations.find((q) => q.id === claim.mention) ?? null;
  const figure = analysis.figures.find((f) => f.id === claim.mention) ?? null;
  const links = surestFirst(project.linksOf(path, claim.id));
  const having = [path, ...new Set(links.filter(isSure).map((link) => link.to.path))];
  return {
    kind: 'claim',
    span: { start: claim.start, end: claim.end },
    claim,
    quotation,
    figure,
    speaker: quotation ? speakerOf(analysis, quotation) : named(claim.source),
    counterparts: links.slice(0, SHOWN).flatMap((link) => counterpart(project, analysis, claim, link)),
    more: Math.max(0, links.length - SHOWN),
    articles: having.length,
    independent: sourcesOf(project, having),
    ...absenceOf(project, path, analysis, claim, others),
    otherArticles: others.length,
    versions: versionNotes(article, claim),
  };
}

function versionNotes({ project, path, analysis, versions }: CardArticle, claim: Claim): VersionNote[] {
  return versions.flatMap((version): VersionNote[] => {
    const earlier = version.later === path;
    const other = earlier ? version.earlier : version.later;
    const holds = (span: Span): boolean => overlaps(span, claim);
    const changed = version.changed.find((pair) => holds(earlier ? pair.later : pair.earlier));
    if (changed !== undefined) {
      const [own, there] = earlier ? [changed.later, changed.earlier] : [changed.earlier, changed.later];
      const its = project.analysis(other);
      if (its === undefined) return [];
      const wording = wordDiff(textOf(analysis.article.text, own), textOf(its.article.text, there));
      return [{ kind: 'changed', path: other, earlier, place: placeOf(other, its, there), wording }];
    }
    const kind = earlier ? 'added' : 'withdrawn';
    return version[kind].some(holds) ? [{ kind, path: other, earlier, place: null, wording: [] }] : [];
  });
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
  const [own, its] = [project.kin(link.from.path), project.kin(link.to.path)];
  const other = project.analysis(link.to.path);
  const there = other?.claims.find((c) => c.id === link.to.claim);
  if (!other || !there) return [];
  return [
    {
      link,
      place: placeOf(link.to.path, other, there),
      kinship: own && its ? kinshipOf(own, its) : null,
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
