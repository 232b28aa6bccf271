import { lineAt, lineStarts } from '../text/line-number.ts';
import type { Problem } from '../text/problem.ts';
import { say } from '../text/wording.ts';
import { openDocument, problemOf } from './document.ts';
import { UnusualYaml } from './layout.ts';
import { type KeptEntry, type Merged, mergeMaps } from './merge-items.ts';
import { mergeComments, unlessBoth } from './merge-lines.ts';
import type { KeyPath, Piece } from './merge-piece.ts';
import { contentOf, EMPTY_MAP, topOf } from './merge-source.ts';
import { parseSidecar } from './parse.ts';
import { styleOf } from './render.ts';

export interface MergeConflict {
  readonly path: KeyPath;
  /** Of the opening marker in the merged text, from 0. */
  readonly line: number;
}

/** The merged text; or which of the texts could not be used and why (`result`: the merged one). */
export type MergeResult =
  | {
      readonly kind: 'merged';
      readonly text: string;
      readonly conflicts: readonly MergeConflict[];
      readonly kept: readonly KeptEntry[];
    }
  | {
      readonly kind: 'refused';
      readonly side: 'base' | 'ours' | 'theirs' | 'result';
      readonly problem: Problem;
      /** Of the problem in that text, from 0. */
      readonly line: number;
    };

/**
 * Merges two sidecars that came from one (empty where both are new) by id and field. Starts from our text: what
 * only we changed stays byte for byte, what only they changed comes in as they wrote it, comments too. A field that
 * both changed to different values stands in the result twice, between git's conflict markers; of the times in
 * `modified` the later is taken; an entry that one side removed and the other changed is kept. For either order of
 * the sides the result is the same but for the order within conflicts. Proved by reading before it is given.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): MergeResult {
  const { eol, texts } = alike([withoutConflicts(withoutBom(base)), withoutBom(ours), withoutBom(theirs)]);
  const [b, o, t] = texts;
  const refused =
    flaw('base', b, openDocument) ?? flaw('ours', o, parseSidecar) ?? flaw('theirs', t, parseSidecar);
  if (refused) return refused;
  const bom = ours.startsWith(BOM) ? BOM : '';
  const clean = unlessBoth(b, o, t);
  if (clean) return { kind: 'merged', text: bom + clean.value, conflicts: [], kept: [] };
  const merged = mergedTops(b, o, t);
  if (!merged) return unwritable;
  const wrong = disproof(merged, eol);
  if (wrong) return wrong;
  const text = written(merged.pieces, eol, 'both');
  return { kind: 'merged', text: bom + text, conflicts: conflictsIn(text, merged.pieces), kept: merged.kept };
}

/** What is wrong with the merged text when it is read, with ours and with theirs in its conflicts. */
function disproof(merged: Merged, eol: string): MergeResult | null {
  const [ours, theirs] = [written(merged.pieces, eol, 'ours'), written(merged.pieces, eol, 'theirs')];
  const misread = (text: string, meant: string | null): MergeResult | null =>
    flaw('result', text, parseSidecar) ?? (readBack(text) === meant ? null : unwritable);
  return misread(ours, merged.ours) ?? (ours === theirs ? null : misread(theirs, merged.theirs));
}

const BOM = '\uFEFF';
const withoutBom = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text);

function flaw(
  side: 'base' | 'ours' | 'theirs' | 'result',
  text: string,
  read: (text: string) => { readonly problems: readonly Problem[] },
): MergeResult | null {
  const problem = read(text).problems.find(({ severity }) => severity === 'error');
  return problem
    ? { kind: 'refused', side, problem, line: lineAt(lineStarts(text), problem.span.start) }
    : null;
}

const UNWRITABLE = say(
  'The sidecars are written in a way that can be read but not merged safely. Merge them by hand, or write one key a line on both sides and try again.',
);
const unwritable: MergeResult = {
  kind: 'refused',
  side: 'result',
  problem: problemOf('sidecar-unwritable', UNWRITABLE, { start: 0, end: 0 }),
  line: 0,
};

/**
 * A base that git merged from several may hold conflicts, for it merges bases too: what stands there is in dispute,
 * so it is no base for either side.
 */
const withoutConflicts = (text: string): string => {
  if (!/^<{7}/m.test(text)) return text;
  let disputed = false;
  const lines = text.split('\n').filter((line) => {
    if (/^<{7}(?: |\r?$)/.test(line)) disputed = true;
    const clean = !disputed;
    if (/^>{7}(?: |\r?$)/.test(line)) disputed = false;
    return clean;
  });
  return disputed ? text : lines.join('\n');
};

/** The texts with the line breaks of the result, so that a side that converted them has not changed every line. */
function alike(texts: Three): { readonly eol: '\n' | '\r\n'; readonly texts: Three } {
  const [b, o, t] = texts.map((text) => (text.includes('\n') ? styleOf(text).eol : null));
  const [mine, other] = [o ?? t ?? b ?? '\n', t ?? o ?? b ?? '\n'] as const;
  const eol = unlessBoth(b ?? mine, mine, other)?.value ?? '\n';
  const converted = (text: string): string =>
    styleOf(text).eol === eol ? text : text.replace(/\r?\n/g, eol);
  return { eol, texts: [converted(texts[0]), converted(texts[1]), converted(texts[2])] };
}

type Three = readonly [string, string, string];

function mergedTops(base: string, ours: string, theirs: string): Merged | null {
  try {
    const [b, o, t] = [topOf(base), topOf(ours), topOf(theirs)];
    const column = (o.items.length > 0 ? o : t.items.length > 0 ? t : EMPTY_MAP).column ?? 0;
    const merged = mergeMaps([], b, o, t, column);
    return { ...merged, pieces: [mergeComments(b.head, o.head, t.head), ...merged.pieces] };
  } catch (error) {
    if (error instanceof UnusualYaml) return null;
    throw error;
  }
}

const readBack = (text: string): string => contentOf(openDocument(text).top);

/** The text with one side of every conflict, or with both between markers. */
function written(pieces: readonly Piece[], eol: string, side: 'ours' | 'theirs' | 'both'): string {
  const lines: string[] = [];
  const put = (text: string): void => {
    if (text === '') return;
    const last = lines.at(-1);
    if (last !== undefined && !last.endsWith('\n')) lines.push(eol);
    lines.push(text);
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') put(piece);
    else if (side !== 'both') put(piece[side]);
    else for (const part of [OPENING + eol, piece.ours, MIDDLE + eol, piece.theirs, CLOSING + eol]) put(part);
  }
  return lines.join('');
}

const OPENING = '<<<<<<< ours';
const MIDDLE = '=======';
const CLOSING = '>>>>>>> theirs';

function conflictsIn(text: string, pieces: readonly Piece[]): MergeConflict[] {
  const lines = text.split('\n').flatMap((line, i) => (line.trimEnd() === OPENING ? [i] : []));
  return pieces
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.path]))
    .map((path, i) => ({ path, line: lines[i] ?? 0 }));
}
