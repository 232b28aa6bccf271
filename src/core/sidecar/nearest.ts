import type { Fix } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say, sentences, type Wording } from '../text/wording.ts';

/** The known word that a mistyped one most likely stands for; null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const meant = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const one of known) {
    if (one === word) continue;
    const distance = one.toLowerCase() === meant ? 0 : distanceWithin(meant, one.toLowerCase(), most);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

/** What a mistyped word may have been meant for: added to what is said of it, and the change; none where none is near. */
export function suggestion(said: Wording, word: string, known: readonly string[], span: Span) {
  const meant = nearest(word, known);
  if (meant === null) return { words: said, fixes: [] };
  const fixes: readonly Fix[] = [{ title: changeTo(meant), edits: [{ span, text: meant }] }];
  return { words: sentences(said, meantText(meant)), fixes };
}

export const changeTo = (meant: string): Wording => say('Change to "{0}"', meant);

export const meantText = (meant: string): Wording => say('Did you mean "{0}"?', meant);

/** Longer words are no typing mistakes, and would take long. */
const LONGEST = 100;

/** Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment); more than `most`: more. */
function distanceWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const at = (list: readonly number[], index: number): number => list[index] ?? most + 1;
      const cost = a[i - 1] === b[k - 1] ? 0 : 1;
      let least = Math.min(at(last, k) + 1, at(row, k - 1) + 1, at(last, k - 1) + cost);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
        least = Math.min(least, at(before, k - 2) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
