import { diffArrays } from 'diff';
import { settleParagraphs } from './paragraphs.ts';
import { inOrder, type Run, uniqueRuns } from './shared-runs.ts';
import type { Alignment, Tokens } from './tokens.ts';

/** Tokens that differ between two texts; beyond it a comparison takes too long. */
const MOST_TOKENS = 250_000;
/** Edits within a gap between two sure runs; a gap with more of them was rewritten. */
const MOST_EDITS = 800;
/** Tokens that a run has at least that stands in another order than the others: fewer are chance. */
const MOVED = 8;

/** Which tokens of a text are which of its newer version, those of moved passages too; null where it is too long. */
export function align(old: Tokens, now: Tokens): Alignment | null {
  const image = new Int32Array(old.ids.length).fill(-1);
  const source = new Int32Array(now.ids.length).fill(-1);
  const alignment = { old, now, image, source };
  const [head, tail] = commonEnds(old.ids, now.ids);
  const [oldIds, nowIds] = [old, now].map(({ ids }) => ids.subarray(head, ids.length - tail));
  if (!oldIds || !nowIds || Math.max(oldIds.length, nowIds.length) > MOST_TOKENS) return null;
  claim(alignment, { old: 0, now: 0, length: head });
  const found = uniqueRuns(oldIds, nowIds);
  const runs = found.map((run) => ({ ...run, old: run.old + head, now: run.now + head }));
  const ordered = inOrder(runs, now.ids.length);
  const kept = runs.filter((run, i) => ordered.has(i) || run.length >= MOVED);
  for (const run of [...kept].sort((a, b) => b.length - a.length)) claim(alignment, run);
  // A copy that was put right behind a passage is the newer one: so forward before backward.
  extend(alignment, 1);
  claim(alignment, { old: old.ids.length - tail, now: now.ids.length - tail, length: tail });
  extend(alignment, -1);
  fillGaps(alignment);
  settleParagraphs(alignment);
  return alignment;
}

function commonEnds(old: Uint32Array, now: Uint32Array): readonly [number, number] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return [head, tail];
}

/** Notes a run, but for tokens that have their counterpart already. */
function claim({ image, source }: Alignment, run: Run): void {
  for (let k = 0; k < run.length; k++) {
    const [i, j] = [run.old + k, run.now + k];
    if ((image[i] ?? 0) >= 0 || (source[j] ?? 0) >= 0) continue;
    image[i] = j;
    source[j] = i;
  }
}

/** Tokens beside known ones are known where they are alike. */
function extend({ old, now, image, source }: Alignment, step: 1 | -1): void {
  const count = image.length;
  for (let i = step > 0 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    const j = (image[i] ?? -1) + step;
    const next = i + step;
    if ((image[i] ?? -1) < 0 || image[next] !== -1 || source[j] !== -1 || old.ids[next] !== now.ids[j])
      continue;
    image[next] = j;
    source[j] = next;
  }
}

/** Between tokens that follow each other in both texts, what is left is compared word by word. */
function fillGaps(alignment: Alignment): void {
  const { image } = alignment;
  let [i, j] = [-1, -1];
  for (let next = 0; next <= image.length; next++) {
    const there = next === image.length ? alignment.source.length : (image[next] ?? -1);
    if (there < 0) continue;
    if (next - i > 1 && there - j > 1 && isFree(alignment.source, j + 1, there))
      fillGap(alignment, [i + 1, next], [j + 1, there]);
    [i, j] = [next, there];
  }
}

function isFree(source: Int32Array, from: number, to: number): boolean {
  for (let j = from; j < to; j++) if ((source[j] ?? 0) >= 0) return false;
  return true;
}

interface Piece {
  readonly run: Run;
  /** Letters of the run, and of what was taken out or put in before it. */
  readonly kept: number;
  readonly changed: number;
}

function fillGap(
  alignment: Alignment,
  [oldFrom, oldTo]: readonly [number, number],
  [nowFrom, nowTo]: readonly [number, number],
): void {
  const { old, now } = alignment;
  const parts = diffArrays([...old.ids.subarray(oldFrom, oldTo)], [...now.ids.subarray(nowFrom, nowTo)], {
    maxEditLength: MOST_EDITS,
  });
  const pieces: Piece[] = [];
  let [i, j] = [oldFrom, nowFrom];
  let [removed, added] = [0, 0];
  for (const part of parts ?? []) {
    const length = part.value.length;
    if (part.removed) {
      removed += letters(old, i, i + length);
      i += length;
    } else if (part.added) {
      added += letters(now, j, j + length);
      j += length;
    } else {
      const kept = letters(old, i, i + length);
      pieces.push({ run: { old: i, now: j, length }, kept, changed: Math.max(removed, added) });
      i += length;
      j += length;
      removed = added = 0;
    }
  }
  for (const run of meaningful(pieces, Math.max(removed, added))) claim(alignment, run);
}

const letters = ({ starts, ends }: Tokens, from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (ends[i] ?? 0) - (starts[i] ?? 0);
  return sum;
};

/**
 * Without words that stay by chance between longer changes: "the", a comma (the semantic cleanup of Fraser's
 * diff-match-patch, https://neil.fraser.name/writing/diff/).
 */
function meaningful(pieces: readonly Piece[], last: number): Run[] {
  const list = pieces.map((piece) => ({ ...piece }));
  for (let at = 0; at < list.length; ) {
    const here = list[at];
    const next = list[at + 1];
    const after = next ? next.changed : last;
    if (!here || here.kept > here.changed || here.kept > after) {
      at++;
      continue;
    }
    const changed = here.changed + here.kept + after;
    list.splice(at, 1);
    if (next) next.changed = changed;
    else last = changed;
    // What is before may now be the smaller one.
    if (at > 0) at--;
  }
  return list.map(({ run }) => run);
}
