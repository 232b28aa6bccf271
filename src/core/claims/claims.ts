import { HONORIFICS, ROLE_MODIFIERS, ROLE_NOUNS } from '../lexicon/roles.ts';
import { SAYING, STOPWORDS } from '../lexicon/stopwords.ts';
import type { Chain, Entity, Figure, IndirectSpeech, Quotation } from '../mentions/mention.ts';
import { type Article, type Block, dayAt } from '../text/article.ts';
import { tokensOf } from '../text/segment.ts';
import type { Span } from '../text/span.ts';
import { byPosition, contains, lengthOf, overlap, textOf } from '../text/span.ts';
import { idNamer } from '../text/stable-id.ts';
import type { Token } from '../text/token.ts';
import { around } from './around.ts';
import type { Claim } from './claim.ts';
import { propositionsOf } from './propositions.ts';

/** What the detectors found in an article, each list in order of position. */
export interface Mentions {
  readonly quotations: readonly Quotation[];
  readonly indirect: readonly IndirectSpeech[];
  readonly figures: readonly Figure[];
  readonly entities: readonly Entity[];
  readonly chains: readonly Chain[];
}

type Draft = Omit<Claim, 'id'>;

/** Claims of an article in order of position. Furniture and datelines claim nothing. */
export function claimsOf(article: Article, mentions: Mentions): Claim[] {
  const drafts: Draft[] = [
    ...mentions.quotations.map(quotationClaim),
    ...figureClaims(article, mentions),
    ...statementClaims(article, mentions),
  ];
  const namers = { quotation: idNamer('cq'), figure: idNamer('cf'), statement: idNamer('cs') };
  return drafts
    .sort((a, b) => byPosition(a, b) || a.kind.localeCompare(b.kind, 'en'))
    .map((draft) => ({ id: namers[draft.kind](textOf(article.text, draft)), ...draft }));
}

const quotationClaim = (quotation: Quotation): Draft => ({
  start: quotation.start,
  end: quotation.end,
  kind: 'quotation',
  mention: quotation.id,
  source: quotation.source?.name ?? null,
  reported: false,
});

/** Ordinals say which, vague durations ("days") nearly nothing: statements claim them. */
const isQuantity = ({ kind, value }: Figure): boolean =>
  kind !== 'date' && kind !== 'ordinal' && !(typeof value === 'string' && value.includes('X'));

/** A year, month or day on which something happens; the day of the news says when the article says it, not what. */
function isEvent({ kind, value, start, end }: Figure, article: Article): boolean {
  const { text } = article;
  const date = dayAt(article, start);
  if (kind !== 'date' || typeof value !== 'string' || !/^\d{4}/.test(value)) return false;
  // "the 2016 election" names an election, "in 2016" says when.
  if (value.length === 4 && !WHEN.test(text.slice(Math.max(0, start - 12), end))) return false;
  const days = date === null ? Number.NaN : (Date.parse(value) - Date.parse(date)) / 86_400_000;
  return !(Math.abs(days) <= NEWS_DAYS);
}

const WHEN =
  /\b(?:in|since|by|until|till|from|of|to|during|before|after|around|about|between|and|early|late|mid)[\s-]+\d{4}$/i;
const NEWS_DAYS = 2;

function figureClaims(article: Article, mentions: Mentions): Draft[] {
  const claiming = article.blocks.filter((block) => block.kind !== 'furniture' && block.kind !== 'dateline');
  return mentions.figures
    .filter(
      (figure) =>
        (isQuantity(figure) || isEvent(figure, article)) &&
        around(claiming, figure).some((block) => contains(block, figure)),
    )
    .map((figure) => ({
      start: figure.start,
      end: figure.end,
      kind: 'figure' as const,
      mention: figure.id,
      ...speakerAt(figure, mentions),
    }));
}

/** Who says what stands at a span: the quotation or indirect speech that holds most of it. */
function speakerAt(span: Span, mentions: Mentions): Pick<Claim, 'source' | 'reported'> {
  const quotation = around(mentions.quotations, span).find((q) => overlap(q, span) * 2 > lengthOf(span));
  if (quotation !== undefined) return { source: quotation.source?.name ?? null, reported: false };
  const indirect = around(mentions.indirect, span).find((i) => overlap(i, span) * 2 > lengthOf(span));
  return { source: indirect?.source?.name ?? null, reported: indirect !== undefined };
}

function statementClaims(article: Article, mentions: Mentions): Draft[] {
  return article.blocks
    .filter((block) => block.kind !== 'furniture' && block.kind !== 'dateline')
    .flatMap((block) => statementsOfBlock(article.text, block, mentions));
}

function statementsOfBlock(text: string, block: Block, mentions: Mentions): Draft[] {
  return block.sentences.flatMap((sentence) => {
    const quotations = around(mentions.quotations, sentence);
    const tokens = tokensOf(text, sentence);
    return propositionsOf(sentence, tokens, quotations)
      .filter((part) => saysSomething(part, lengthOf(part) === lengthOf(sentence), tokens, mentions))
      .map((part) => {
        const { start, end } = part;
        return { start, end, kind: 'statement', mention: null, ...reporterOf(part, mentions) };
      });
  });
}

/** Who is reported in a statement; words in quotation marks have their own claim. */
function reporterOf(part: Span, mentions: Mentions): Pick<Claim, 'source' | 'reported'> {
  const indirect = around(mentions.indirect, part).find(
    (i) => overlap(i, part) * 2 > Math.min(lengthOf(part), lengthOf(i)),
  );
  return { source: indirect?.source?.name ?? null, reported: indirect !== undefined };
}

/**
 * A statement needs more than a name with its titles, and more than the attribution of a quotation: where
 * quotations make up most of it, what is left must be worth a claim of its own.
 */
function saysSomething(part: Span, whole: boolean, tokens: readonly Token[], mentions: Mentions): boolean {
  let own = 0;
  let plain = 0;
  let quoted = 0;
  for (const token of around(tokens, part)) {
    const word = token.text.toLowerCase();
    if (token.kind === 'mark' || STOPWORDS.has(word) || SAYING.has(word)) continue;
    if (around(mentions.quotations, token).length > 0) {
      quoted++;
      continue;
    }
    own++;
    if (around(mentions.entities, token).length === 0 && !isRole(word)) plain++;
  }
  if (quoted > 0 && (plain < 3 || own < 4 || own < quoted * 0.6)) return false;
  return whole ? own >= 2 && (plain >= 1 || own >= 4) : plain >= 2;
}

const isRole = (word: string): boolean =>
  ROLE_NOUNS.has(word) || ROLE_MODIFIERS.has(word) || HONORIFICS.has(word);
