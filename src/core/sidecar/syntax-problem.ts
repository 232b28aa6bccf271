import { type Document, isScalar, visit, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineStart, nextLine } from '../text/line-number.ts';
import type { Fix, Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { inEnglish, say, sentences, type Wording } from '../text/wording.ts';
import { quoted } from './scalar.ts';

/** What the parser's codes mean to people who never read YAML's specification, and what they can do. */
interface Advice {
  readonly words: Wording;
  readonly span?: Span;
  readonly fixes?: readonly Fix[];
}

/** A mistake in the YAML, in plain words. */
export function syntaxProblem(
  text: string,
  document: Document.Parsed,
  error: YAMLError,
  what: 'sidecar' | 'codebook',
): Problem {
  const start = Math.min(error.pos[0], text.length);
  const own = { start, end: Math.max(start, Math.min(error.pos[1], text.length)) };
  const { words, span = own, fixes = [] } = adviceOn(text, document, error, own);
  const isError = error.name !== 'YAMLWarning';
  const said = isError ? sentences(INVALID[what], words) : words;
  const severity = isError ? 'error' : 'warning';
  const problem = { code: `${what}-syntax`, severity, message: inEnglish(said), words: said, span } as const;
  return fixes.length > 0 ? { ...problem, fixes } : problem;
}

const INVALID = {
  sidecar: say('The sidecar is not valid YAML.'),
  codebook: say('The codebook is not valid YAML.'),
} as const;

function adviceOn(text: string, document: Document.Parsed, { code, message }: YAMLError, span: Span): Advice {
  const words = restOfLine(text, span.start, span.end).slice(0, 40);
  switch (code) {
    case 'TAB_AS_INDENT':
      return tab(text, span);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return secondColon(text, span);
    case 'MULTILINE_IMPLICIT_KEY':
      return noKey(text, span);
    case 'MISSING_CHAR':
      return missing(document, message, span);
    case 'BAD_INDENT':
      return indentation(document, message, span);
    case 'BLOCK_IN_FLOW':
      return unclosed(document, span);
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return {
        words: say('A text that begins with "*", "&" or "!" must stand within quotation marks.'),
        fixes: quoting(text, span),
      };
    case 'BAD_COLLECTION_TYPE':
      return { words: say('The mark ("!…") before this list or block does not fit it. Remove the mark.') };
    case 'BAD_DIRECTIVE':
      return {
        words: say('A line can\'t begin with "%" here. Remove the line, or indent it where it belongs.'),
      };
    case 'BAD_DQ_ESCAPE':
      return { words: say('"{0}": a backslash within "…" needs another one before it (\\\\).', words) };
    case 'BAD_SCALAR_START':
      return {
        words: say('A text can\'t begin with "{0}". Put it within quotation marks.', words.slice(0, 1)),
        fixes: quoting(text, span),
      };
    case 'BAD_ALIAS':
      return aliasLike(text, span);
    case 'TAG_RESOLVE_FAILED':
      return {
        words: say(
          'A text that begins with "!" must stand within quotation marks, or the word after it is lost.',
        ),
      };
    case 'MULTIPLE_DOCS':
      return {
        words: say(
          'A line "---" or "..." begins a second document, which is not read. Remove the line, or indent it where it belongs to a note.',
        ),
      };
    case 'KEY_OVER_1024_CHARS':
      return {
        words: say(
          'This line is far too long before its colon. If it is text, put it under "note: |" and indent it.',
        ),
      };
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, span, words);
    default:
      return {
        words: say(
          "This can't be read as YAML: {0} Compare it with the entries above, or undo the last change.",
          sentence(message),
        ),
      };
  }
}

/** The words of a line from an offset on, as far as anybody reads them. */
const restOfLine = (text: string, start: number, end = text.length): string =>
  text
    .slice(start, Math.min(end, start + 400))
    .split('\n')[0]
    ?.trim() ?? '';

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

function tab(text: string, span: Span): Advice {
  const from = lineStart(text, span.start);
  const indent = /^[ \t]*/.exec(text.slice(from))?.[0] ?? '';
  const spaces = indent.replaceAll('\t', '  ');
  const where = { start: from, end: from + indent.length };
  return {
    words: say('This line begins with a tab. Use spaces, two for each step.'),
    fixes: [{ title: say('Change tabs to spaces'), edits: [{ span: where, text: spaces }] }],
  };
}

/** `note: He said: yes`, or a line that is indented deeper than the one before it allows. */
function secondColon(text: string, span: Span): Advice {
  const from = lineStart(text, span.start);
  const before = text.slice(from, span.start);
  const isList = /^[ \t]*-/.test(text.slice(span.start));
  const deeper = deeperLine(text, from);
  if (deeper && !isList) return deeper;
  if (isList || !/:[ \t]+$/.test(before))
    return { words: say('This line does not belong here. Indent it as far as the other keys of its entry.') };
  return {
    words: say(
      'There is a second ": " in this line. If it belongs to the text, put the text within quotation marks, or write "|" after the key and the text under it, indented.',
    ),
    fixes: quoting(text, span),
  };
}

/** The line after the one that starts at `from`, where it has a key and is indented deeper though that has a value. */
function deeperLine(text: string, from: number): Advice | null {
  const [, indent = '', more = ''] =
    /^([ ]*)[\w-]+:[ \t]+[^\s|>][^\n]*\n([ ]+)[\w-]+:(?:[ \t]|\r?\n|$)/.exec(text.slice(from, from + 2000)) ??
    [];
  if (more.length <= indent.length) return null;
  const start = text.indexOf('\n', from) + 1 + more.length;
  const words = say(
    'This line is indented deeper than the one above it allows. Give it as many spaces as the other keys of its entry.',
  );
  return { words, span: { start, end: text.indexOf(':', start) } };
}

function noKey(text: string, { start }: Span): Advice {
  const from = lineStart(text, start);
  const deeper = deeperLine(text, from);
  if (deeper) return deeper;
  const line = restOfLine(text, start);
  const key = /^([\w-]+)[ :]/.exec(line)?.[1];
  const isGlued = key !== undefined && line.startsWith(`${key}:`) && text.slice(from, start).trim() === '';
  if (isGlued) {
    const at = start + key.length + 1;
    const edits = [{ span: { start: at, end: at }, text: ' ' }];
    return {
      words: say('A space is missing after "{0}:".', key),
      fixes: [{ title: say('Add the space'), edits }],
    };
  }
  return {
    words: say(
      '"{0}" has no colon after its key. Write "key: value"; a text that goes on here must be indented deeper than its key.',
      line.slice(0, 40),
    ),
  };
}

function missing(document: Document.Parsed, message: string, span: Span): Advice {
  const mark = /closing (["'])quote/.exec(message)?.[1];
  if (mark === undefined)
    return { words: say('A key here has no value and no colon. Write "key: value", or remove it.') };
  // The parser ends at the end of the file; people look for where it began.
  let open = span;
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] < span.start)
        open = { start: node.range[0], end: node.range[0] + 1 };
    },
  });
  return {
    words: say('A text begins here with {0} and never ends. Add {0} where it ends.', mark),
    span: open,
  };
}

function indentation(document: Document.Parsed, message: string, span: Span): Advice {
  if (/end with a [\]}]/.test(message)) return unclosed(document, span);
  return {
    words: say('This line is not indented as the others of its entry. Give it as many spaces as they have.'),
  };
}

/** The parser sees it where the next line begins; people look for where the bracket stands. */
function unclosed(document: Document.Parsed, span: Span): Advice {
  let bracket = { ...span, mark: '}' };
  const see = (_: unknown, { flow, range }: YAMLMap | YAMLSeq, mark: string): void => {
    if (flow && range && range[0] < span.start) bracket = { start: range[0], end: range[0] + 1, mark };
  };
  visit(document, { Map: (key, node) => see(key, node, '}'), Seq: (key, node) => see(key, node, ']') });
  const { mark, ...where } = bracket;
  return {
    words: say(
      'A list or block in brackets begins here and is not closed. Add "{0}" where it ends, or put the text within quotation marks.',
      mark,
    ),
    span: where,
  };
}

function unexpected(text: string, span: Span, words: string): Advice {
  const from = lineStart(text, span.start);
  const before = text.slice(from, span.start);
  if (/:[ \t]*[|>][-+0-9]*[ \t]+$/.test(before))
    return { words: say('After "|" or ">" the text begins on the next line, indented.') };
  if (/["'][^"']*$/.test(before) && /["'][ \t]*$/.test(before))
    return {
      words: say(
        'There is more text after the closing quotation mark. Within "…" write \\" for a quotation mark, or write "|" after the key and the text under it.',
      ),
    };
  if (/:[ \t]+[*&][^ \t]*[ \t]+$/.test(before)) return aliasLike(text, span);
  if (/^-/.test(words))
    return { words: say('A list begins on the line after its key, each item with "- ".') };
  return {
    words: say('"{0}" is not expected here. Remove it, or put the whole text within quotation marks.', words),
  };
}

const aliasLike = (text: string, span: Span): Advice => ({
  words: say('A text that begins with "*" or "&" must stand within quotation marks.'),
  fixes: quoting(text, span),
});

/** The rest of the line as a text within quotation marks. */
function quoting(text: string, { start }: Span): Fix[] {
  const from = lineStart(text, start);
  const key = /^[ \t]*(?:- +)?[\w-]+:[ \t]+/.exec(text.slice(from));
  if (!key) return [];
  const begin = from + key[0].length;
  const value = text.slice(begin, endOfText(text, begin));
  if (value === '' || value.length > 2000 || /^["']/.test(value)) return [];
  const edits = [{ span: { start: begin, end: begin + value.length }, text: quoted(value) }];
  return [{ title: say('Put the text within quotation marks'), edits }];
}

/** Where the text of a line ends, without the spaces behind it. Not by a pattern: it would begin anew at each space. */
function endOfText(text: string, begin: number): number {
  let end = nextLine(text, begin);
  if (text[end - 1] === '\n') end--;
  if (text[end - 1] === '\r') end--;
  while (end > begin && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}
