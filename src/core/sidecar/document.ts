import { type Document, isMap, isScalar, Lexer, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { inEnglish, say, type Wording } from '../text/wording.ts';
import { syntaxCauses } from './syntax-causes.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** Code units; more than a thousand notes. A larger file is a mistake or an attack. */
const LARGEST = 4_000_000;
const DEEPEST = 40;
const MOST_PROBLEMS = 20;

/** One `key: value` of a mapping, with where its key stands. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  /** The node, or null where nothing follows the colon. */
  readonly node: unknown;
}

/** A sidecar's YAML, or what keeps it from being read. */
export interface OpenedDocument {
  /** The top mapping; null in an empty file and in one that can't be read. */
  readonly top: YAMLMap | null;
  readonly problems: readonly Problem[];
}

/** Which of our files it is, for messages and codes. */
type Yaml = 'sidecar' | 'codebook';

/** Parses without composing what is too large or too deep, and never throws on input. */
export function openDocument(text: string, what: Yaml = 'sidecar'): OpenedDocument {
  const refused = refusals(text, what);
  if (refused.length > 0) return { top: null, problems: refused };
  try {
    return opened(parsed(text), text, what);
  } catch (error) {
    // The composer recurses: block nesting that the lexer can't tell ends in a full stack.
    if (error instanceof RangeError) return { top: null, problems: [deep({ start: 0, end: 0 }, what)] };
    throw error;
  }
}

const parsed = (text: string): Document.Parsed =>
  parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, prettyErrors: false });

function refusals(text: string, what: Yaml): Problem[] {
  const large = tooLarge(text, what);
  if (large) return [large];
  const left = conflicts(text, what);
  if (left.length > 0) return left;
  const nested = tooDeep(text, what);
  return nested ? [nested] : [];
}

function opened(document: Document.Parsed, text: string, what: Yaml): OpenedDocument {
  const overflow = document.errors.find(({ message }) => message.includes('call stack'));
  if (overflow)
    return { top: null, problems: [deep({ start: overflow.pos[0], end: overflow.pos[0] }, what)] };
  if (document.errors.length > 0)
    return { top: null, problems: syntaxCauses(text, parsed, what, MOST_PROBLEMS) };
  const problems = document.warnings
    .slice(0, MOST_PROBLEMS)
    .map((warning) => syntaxProblem(text, document, warning, what));
  const { contents } = document;
  if (isMap(contents)) return { top: contents as YAMLMap, problems };
  if (isNothing(contents)) return { top: null, problems };
  const span = spanOf(contents);
  return { top: null, problems: [problemOf(`${what}-shape`, SHAPES[what], span)] };
}

const SHAPES: Readonly<Record<Yaml, Wording>> = {
  sidecar: say('A sidecar holds keys and values ("annotations:" and so on), this is something else.'),
  codebook: say('A codebook holds keys and values ("stories:" and so on), this is something else.'),
};

export const problemOf = (
  code: string,
  words: Wording,
  span: Span,
  severity: Problem['severity'] = 'error',
): Problem => ({ code, severity, message: inEnglish(words), words, span });

function tooLarge(text: string, what: Yaml): Problem | null {
  if (text.length <= LARGEST) return null;
  const most = LARGEST / 1e6;
  const words = {
    sidecar: say(
      'The sidecar is larger than {0} million characters and is not read. Split it or remove what is no note.',
      most,
    ),
    codebook: say(
      'The codebook is larger than {0} million characters and is not read. Split it or remove what is no note.',
      most,
    ),
  };
  return problemOf(`${what}-too-large`, words[what], { start: 0, end: 0 });
}

const OPENING = /^<{7}(?: .*)?$/m;
const MARKER = /^(?:>{7}(?: .*)?|={7})$/m;
const CLOSING = /^>{7}(?: .*)?$/m;

/** Merges that git left to be finished: each is said once, instead of as a heap of syntax errors. */
function conflicts(text: string, what: Yaml): Problem[] {
  const problems: Problem[] = [];
  for (let from = 0; from < text.length && problems.length < MOST_PROBLEMS; ) {
    const rest = text.slice(from);
    const marker = OPENING.exec(rest) ?? MARKER.exec(rest);
    if (!marker) break;
    const start = from + marker.index;
    const closing = CLOSING.exec(text.slice(start));
    const end = start + (closing ? closing.index + closing[0].length : marker[0].length);
    problems.push(problemOf(`${what}-conflict`, CONFLICTS[what], { start, end }));
    from = end;
  }
  return problems;
}

const CONFLICTS: Readonly<Record<Yaml, Wording>> = {
  sidecar: say(
    'A merge conflict is left in the sidecar. Keep the lines of one side or of both, delete the marker lines (<<<<<<<, =======, >>>>>>>), and save; or let "Merge by notes" (counterpoint merge --repair) do it.',
  ),
  codebook: say(
    'A merge conflict is left in the codebook. Keep the lines of one side or of both, delete the marker lines (<<<<<<<, =======, >>>>>>>), and save.',
  ),
};

/** Flow nesting and `- - -` are told by the lexer, which does not recurse. */
function tooDeep(text: string, what: Yaml): Problem | null {
  if (!mayBeDeep(text)) return null;
  let depth = 0;
  let inLine = 0;
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    else if (token === '-' || token === '?') inLine++;
    else if (token.endsWith('\n')) inLine = 0;
    if (depth > DEEPEST || (depth === 0 && inLine > DEEPEST)) return deep({ start: at, end: at + 1 }, what);
    at += isControl(token) ? 0 : token.length;
  }
  return null;
}

/** Whether there are brackets or list marks enough: most files have few and need no second look. */
function mayBeDeep(text: string): boolean {
  const mark = /[[{]|[-?]\s/g;
  for (let seen = 0; seen <= DEEPEST; seen++) if (mark.exec(text) === null) return false;
  return true;
}

/** The lexer's marks for document start, flow end and scalar start take no room in the text. */
const isControl = (token: string): boolean => token === '\u0002' || token === '\u0018' || token === '\u001f';

const deep = (span: Span, what: Yaml): Problem => problemOf(`${what}-too-deep`, DEEP[what], span);

const DEEP: Readonly<Record<Yaml, Wording>> = {
  sidecar: say('The sidecar is nested too deeply to be read. Remove what is no note.'),
  codebook: say('The codebook is nested too deeply to be read. Remove what is no note.'),
};

/** Where a node's value stands in the source. */
export function spanOf(node: unknown): Span {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** A mapping's entries in order. Keys that are no scalars come as an empty string. */
export function entriesOf(map: YAMLMap): Entry[] {
  return map.items.map(({ key, value }) => ({
    key: scalarText(key),
    keySpan: spanOf(key),
    node: value,
  }));
}

/** Whether a key holds no value: nothing follows its colon, or a word for nothing. */
export const isNothing = (node: unknown): boolean => !node || (isScalar(node) && node.value === null);

/** A scalar's text; empty for anything else. */
export const scalarText = (node: unknown): string => (isScalar(node) ? sourceText(node) : '');

/** A scalar's text as it was meant: what YAML would take for a number or truth value is text here. */
export function sourceText(scalar: { value: unknown; source?: string }): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value ?? ''));
}
