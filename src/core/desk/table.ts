import { escapedText, link } from './brief-markdown.ts';
import type { LedgerArticle } from './ledger.ts';
import { columnName } from './matrix.ts';

/** What is saved of a story: a head, and rows of as many cells. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** RFC 4180, with a byte order mark: without it spreadsheets take the text for another encoding. */
export const csvOf = ({ head, rows }: Table): string =>
  `\uFEFF${[head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;

/** A cell that begins so is a formula to a spreadsheet, which could send elsewhere what stands beside it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

const csvCell = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapedText).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

interface DocumentWords {
  readonly articles: string;
  readonly undated: string;
}

/** A document that stands by itself: its parts, and below them the articles that they cite. */
export function markdownDocument(
  title: string,
  parts: readonly string[],
  sources: readonly LedgerArticle[],
  words: DocumentWords,
): string {
  const cited = sources.map((source, at) => {
    const { title: headline, date, url } = source;
    const facts = [columnName(source), `“${headline}”`, date ?? words.undated].map(escapedText);
    return `${at + 1}. ${[...facts, ...(url === null ? [] : [link(url)])].join(', ')}`;
  });
  const all = [`# ${escapedText(title)}`, ...parts, `## ${words.articles}`, cited.join('\n')];
  return `${all.join('\n\n')}\n`;
}
