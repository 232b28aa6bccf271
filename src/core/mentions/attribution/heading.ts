import type { Article } from '../../text/article.ts';
import { tokensOf } from '../../text/segment.ts';
import { type Span, textOf } from '../../text/span.ts';
import type { Source } from '../mention.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';

/** Fewest words that tell a quotation from any other. */
const FEWEST = 3;
/** Most headings that are looked for, and how much longer than a heading the same words may be in the body. */
const MOST = 20;
const STRETCHED = 2;

/**
 * Who says what a heading quotes: the one source of those quotations of the body that have the heading's words
 * in the same order. Null where nobody or more than one has.
 */
export function headingSources(
  article: Article,
  drafts: readonly QuotationDraft[],
  wanted: readonly boolean[],
  sources: readonly (Source | null)[],
): (draft: QuotationDraft) => Source | null {
  const body = wanted.includes(true)
    ? drafts.flatMap((draft, i) => {
        const source = sources[i];
        return source && !isHeading(article, draft)
          ? [{ source, words: wordsOf(article.text, draft.content) }]
          : [];
      })
    : [];
  let asked = 0;
  return (draft) => {
    if (++asked > MOST) return null;
    const words = wordsOf(article.text, draft.content);
    if (words.length < FEWEST) return null;
    const said = body.filter((quotation) => holds(quotation.words, words)).map(({ source }) => source);
    const [first] = said;
    return first && said.every(({ name }) => name === first.name) ? first : null;
  };
}

export const isHeading = (article: Article, { block }: QuotationDraft): boolean => {
  const kind = article.blocks[block]?.kind;
  return kind === 'heading' || kind === 'headline';
};

const wordsOf = (text: string, span: Span): string[] =>
  tokensOf(text, span)
    .filter((token) => token.kind !== 'mark')
    .map((token) => textOf(text, token).toLowerCase().replaceAll('’', "'"));

/** Whether all words of `few` stand in `many` in this order and near each other. */
function holds(many: readonly string[], few: readonly string[]): boolean {
  for (let start = many.indexOf(few[0] ?? ''); start >= 0; start = many.indexOf(few[0] ?? '', start + 1)) {
    let next = 0;
    const end = Math.min(many.length, start + few.length * STRETCHED + 2);
    for (let i = start; i < end && next < few.length; i++) if (many[i] === few[next]) next++;
    if (next === few.length) return true;
  }
  return false;
}
