import { diffArrays } from 'diff';
import { foldWord } from './words.ts';

/** A stretch of a comparison. Joined, `same` and `added` stretches give the second text. */
export interface WordDiff {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Piece {
  readonly key: string;
  readonly text: string;
}

/** More edits than this, or more words, are shown as one text put in the place of the other. */
const EDIT_LIMIT = 400;
const WORD_LIMIT = 1500;
const PIECE = /[^\s]+\s*|\s+/g;

/** Words with the marks and white space after them; the key leaves case, marks and spelling variants out. */
function piecesOf(text: string): Piece[] {
  return [...text.matchAll(PIECE)].map((match) => ({
    key: foldWord(match[0].replace(/[^\p{L}\p{M}\p{N}'’%$€£.-]+/gu, '').replace(/^[-.'’]+|[-.'’]+$/gu, '')),
    text: match[0],
  }));
}

/**
 * What the second text says otherwise, word by word. Case, marks and spelling variants do not count: such
 * words are `same`, in the second text's form. Bounded in time for texts that have nothing in common.
 */
export function wordDiff(a: string, b: string): readonly WordDiff[] {
  const x = piecesOf(a);
  const y = piecesOf(b);
  const changes =
    x.length > WORD_LIMIT || y.length > WORD_LIMIT
      ? undefined
      : diffArrays(x, y, {
          comparator: (p, q) => p.key === q.key,
          maxEditLength: EDIT_LIMIT,
        });
  if (changes === undefined) return replaced(a, b);
  const parts: WordDiff[] = [];
  for (const change of changes) {
    const kind = change.added ? 'added' : change.removed ? 'removed' : 'same';
    const silent = kind !== 'same' && change.value.every((piece) => piece.key === '');
    if (silent && kind === 'removed') continue;
    push(parts, silent ? 'same' : kind, change.value.map((piece) => piece.text).join(''));
  }
  return parts;
}

function push(parts: WordDiff[], kind: WordDiff['kind'], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else if (text !== '') parts.push({ kind, text });
}

function replaced(a: string, b: string): WordDiff[] {
  const parts: WordDiff[] = [];
  push(parts, 'removed', a);
  push(parts, 'added', b);
  return parts;
}
