import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES } from '../core/mentions/tagger/labels.ts';
import type { Span } from '../core/text/span.ts';

export interface GoldName extends Span {
  /** Index into `CLASSES`. */
  readonly nameClass: number;
}

/** A document as running text, a sentence a line. */
export interface GoldDocument {
  readonly source: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly names: readonly GoldName[];
}

/** Sources without document marks: each sentence is a document of its own. */
const LOOSE = new Set(['crossner', 'wnut17', 'btc']);

/** Sources that have the parts of a hyphenated word as tokens of their own. */
const SPLIT_HYPHENS = new Set(['re-docred', 'gum-by', 'gum-by-sa', 'uner-ewt', 'uner-pud']);

export function readConll(folder: string, source: string): GoldDocument[] {
  const blocks = readFileSync(join(folder, `${source}.conll`), 'utf8').split(/\n\s*\n/);
  const documents: GoldDocument[] = [];
  let open: Building = building();
  const close = (): void => {
    if (open.sentences.length > 0) documents.push({ source, ...open });
    open = building();
  };
  for (const block of blocks) {
    const lines = block.split('\n').filter((line) => line !== '');
    if (LOOSE.has(source) || lines.some((line) => isMark(line))) close();
    addSentence(
      open,
      lines.filter((line) => line.includes('	')),
      SPLIT_HYPHENS.has(source),
    );
  }
  close();
  return documents;
}

const isMark = (line: string): boolean => line.startsWith('# doc ') && !line.includes('\t');

interface Building {
  text: string;
  sentences: Span[];
  names: GoldName[];
}

const building = (): Building => ({ text: '', sentences: [], names: [] });

function addSentence(document: Building, lines: readonly string[], hyphens: boolean): void {
  if (lines.length === 0) return;
  const begin = document.text.length;
  let text = '';
  let name: { start: number; end: number; nameClass: number } | null = null;
  for (const line of lines) {
    const [token = '', , , tag = 'O'] = line.split('\t');
    if (text !== '' && !glued(text, token) && !(hyphens && hyphenated(text, token))) text += ' ';
    const start = begin + text.length;
    text += token;
    const end = begin + text.length;
    if (tag.startsWith('I-') && name !== null) name.end = end;
    else {
      if (name !== null) document.names.push(name);
      const nameClass = CLASSES.findIndex((c) => tag.endsWith(c));
      name = tag === 'O' || nameClass < 0 ? null : { start, end, nameClass };
    }
  }
  if (name !== null) document.names.push(name);
  document.sentences.push({ start: begin, end: begin + text.length });
  document.text += `${text}\n`;
}

/** Whether a token was written without a space before it: possessives, "n't", the parts of "U . S .". */
function glued(text: string, token: string): boolean {
  if (/^(?:['’](?:s|S|re|ve|ll|d|m)?|n['’]t)$/.test(token) && /[\p{L}\p{N}.]$/u.test(text)) return true;
  if (token === '.') return /(?:^|[ .])\p{Lu}$/u.test(text);
  if (/^\p{Lu}$/u.test(token)) return /(?:^| )(?:\p{Lu}\.)+$/u.test(text);
  if (token === 's') return / ['’]$/.test(text);
  return /^[,;:!?)\]]$/.test(token);
}

const hyphenated = (text: string, token: string): boolean =>
  (token === '-' && /[\p{L}\p{N}.]$/u.test(text)) ||
  (/^[\p{L}\p{N}]/u.test(token) && /[\p{L}\p{N}.]-$/u.test(text));
