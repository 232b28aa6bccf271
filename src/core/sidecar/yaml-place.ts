import { lineStart } from '../text/line-number.ts';

/** Where a place in a YAML text is, told by indentation alone: so also in a text that is being typed. */
export interface YamlPlace {
  /** Keys from the top down to the mapping or list that the place is in. */
  readonly path: readonly string[];
  /** The key on the place's own line; null in a list's item and where none is written yet. */
  readonly key: string | null;
  /** Whether the place is behind its key's colon, or in a list's item. */
  readonly isValue: boolean;
}

const LINE =
  /^([ \t]*)((?:- +)*)(?:("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`-][^#\n]*?|-[^\s#][^#\n]*?) *:(?=\s|$))?(.*)$/;

interface Line {
  readonly column: number;
  readonly key: string | null;
  readonly isItem: boolean;
  readonly rest: string;
  /** Offset of the colon in the line. */
  readonly colon: number;
}

function lineOf(text: string): Line {
  const [, indent = '', dashes = '', key, rest = ''] = LINE.exec(text.slice(0, 2000)) ?? [];
  const column = indent.length + dashes.length;
  const colon = key === undefined ? -1 : text.indexOf(':', column + key.length);
  return {
    column: indent.length,
    key: key === undefined ? null : unquoted(key),
    isItem: dashes !== '',
    rest,
    colon,
  };
}

function unquoted(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1);
  if (!key.startsWith('"')) return key.trim();
  try {
    return String(JSON.parse(key));
  } catch {
    return key.slice(1, -1);
  }
}

/** Null within block text and comments, where nothing of ours is written. */
export function placeAt(text: string, offset: number): YamlPlace | null {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const own = text.slice(start, end < 0 ? text.length : end);
  if (/^\s*#/.test(own)) return null;
  const { column, key, isItem, colon } = lineOf(own);
  const blank = own.trim() === '';
  const path: string[] = [];
  let least = blank ? offset - start : column;
  // A list may stand as deep as its key.
  if (isItem) least++;
  for (let to = start - 1; to > 0 && least > 0; ) {
    const from = lineStart(text, to);
    const above = text.slice(from, to);
    to = from - 1;
    if (above.trim() === '' || /^\s*#/.test(above)) {
      if (from === 0) break;
      continue;
    }
    const line = lineOf(above);
    if (line.column < least && line.key !== null) {
      if (/^\s*[|>]/.test(line.rest)) return null;
      path.unshift(line.key);
      least = line.column;
    }
    if (from === 0) break;
  }
  return { path, key, isValue: isItem || (colon >= 0 && offset > start + colon) };
}
