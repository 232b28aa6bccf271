import type { Analysis } from '../claims/analysis.ts';
import { joined } from '../sidecar/location.ts';
import type { ArticleFacts } from '../text/article.ts';
import { type Span, textOf } from '../text/span.ts';

/** Why two articles are not two sources: one is another version of the other, or both print one text. */
export type Kinship = 'version' | 'copy';

/** What tells of an article whether it is a source of its own. */
export interface Kin {
  readonly path: string;
  readonly facts: ArticleFacts;
  readonly outlet: string | null;
  /** Its longer sentences, without what two prints of one text may differ in: case, marks, spaces. */
  readonly wordings: ReadonlySet<string>;
}

export const readKin = (path: string, analysis: Analysis): Kin => ({
  path,
  facts: analysis.article.facts,
  outlet: analysis.article.outlet,
  wordings: wordingsOf(analysis),
});

/** Of the shorter article's sentences, so many stand word for word in the other. */
const COPIED = 0.6;
/** Fewer common sentences than this are a shared quotation or two, not a copied text. */
const FEWEST = 4;
/** Words; shorter sentences ("He declined to comment.") are common by chance. */
const SHORTEST = 6;

/** Null for articles that stand for themselves: what both of them say is said by two sources. */
export function kinshipOf(a: Kin, b: Kin): Kinship | null {
  if (isStated(a, b, 'versionOf')) return 'version';
  if (isStated(a, b, 'copyOf')) return 'copy';
  if (!isCopied(a.wordings, b.wordings)) return null;
  return isOneOutlet(a, b) ? 'version' : 'copy';
}

/** An outlet prints a text again when it has changed it. */
const isOneOutlet = ({ outlet: a }: Kin, { outlet: b }: Kin): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** The sidecar of one names the other, or both name the same third. */
function isStated(a: Kin, b: Kin, fact: keyof ArticleFacts & ('versionOf' | 'copyOf')): boolean {
  const named = ({ path, facts }: Kin): string | null => {
    const relative = facts[fact];
    return relative === undefined ? null : joined(path, relative);
  };
  const [ofA, ofB] = [named(a), named(b)];
  return ofA === b.path || ofB === a.path || (ofA !== null && ofA === ofB);
}

function isCopied(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const wording of few) if (many.has(wording)) common++;
  return common >= FEWEST && common >= COPIED * few.size;
}

/** Words in one case, without what two prints of one text may differ in besides: marks, spaces. */
export const bareWords = (text: string, span: Span): readonly string[] =>
  textOf(text, span)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function wordingsOf({ article }: Analysis): ReadonlySet<string> {
  const wordings = new Set<string>();
  for (const { sentences } of article.blocks) {
    for (const sentence of sentences) {
      const words = bareWords(article.text, sentence);
      if (words.length >= SHORTEST) wordings.add(words.join(' '));
    }
  }
  return wordings;
}

/** How many independent sources some articles are: those of one kin count once. */
export function independentSources(articles: readonly Kin[]): number {
  const kin: Kin[][] = [];
  for (const article of articles) {
    const own = kin.filter((group) => group.some((other) => kinshipOf(article, other) !== null));
    const rest = kin.filter((group) => !own.includes(group));
    kin.splice(0, kin.length, ...rest, [article, ...own.flat()]);
  }
  return kin.length;
}
