import type { Alignment } from './tokens.ts';

/** Tokens after which a copy of a paragraph is not looked for any more. */
const REACH = 20_000;

/** Paragraphs whose words could be taken from several places are put together, at the first of them. */
export function settleParagraphs(alignment: Alignment): void {
  const { old, image } = alignment;
  for (let from = 0; from < image.length; ) {
    let to = from + 1;
    while (to < image.length && !old.leads.has(to)) to++;
    attachHead(alignment, from, to);
    preferFirst(alignment, from, to);
    from = to;
  }
}

/** First words of a paragraph that went to what was put in before it, though they stand before the others too. */
function attachHead({ old, now, image, source }: Alignment, from: number, to: number): void {
  let head = from;
  while (head + 1 < to && (image[head + 1] ?? -1) === (image[head] ?? -1) + 1) head++;
  const next = image[head + 1] ?? -1;
  const length = head + 1 - from;
  if (head + 1 >= to || next < 0 || length * 2 > to - from) return;
  for (let k = 0; k < length; k++) {
    const [i, j] = [head - k, next - 1 - k];
    if (j < 0 || (source[j] ?? 0) >= 0 || old.ids[i] !== now.ids[j]) return;
  }
  for (let k = 0; k < length; k++) move({ image, source }, head - k, next - 1 - k);
}

/** Of a paragraph and a copy right behind it the first is the old one: what was put in comes after what was there. */
function preferFirst(alignment: Alignment, from: number, to: number): void {
  const { now, image, source } = alignment;
  let last = -1;
  for (let i = from; i < to; i++) last = Math.max(last, image[i] ?? -1);
  let before = from - 1;
  while (before >= 0 && (image[before] ?? -1) < 0) before--;
  const start = before < 0 ? 0 : (image[before] ?? 0) + 1;
  if (last - start > REACH) return;
  for (let at = start; at <= last && at + to - from <= now.ids.length; at++) {
    if (!isFreeCopy(alignment, from, to, at)) continue;
    if (image[from] === at && image[to - 1] === at + to - 1 - from) return;
    for (let i = from; i < to; i++) if ((image[i] ?? -1) >= 0) source[image[i] ?? 0] = -1;
    for (let i = from; i < to; i++) {
      image[i] = at + i - from;
      source[at + i - from] = i;
    }
    return;
  }
}

function isFreeCopy({ old, now, source }: Alignment, from: number, to: number, at: number): boolean {
  for (let i = from; i < to; i++) {
    const was = source[at + i - from] ?? -1;
    if (old.ids[i] !== now.ids[at + i - from] || (was >= 0 && (was < from || was >= to))) return false;
  }
  return true;
}

function move({ image, source }: Pick<Alignment, 'image' | 'source'>, i: number, j: number): void {
  const was = image[i] ?? -1;
  if (was >= 0) source[was] = -1;
  image[i] = j;
  source[j] = i;
}
