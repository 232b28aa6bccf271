import { scalarText } from './document.ts';
import { byTime } from './merge-lines.ts';
import type { KeyPath, Piece } from './merge-piece.ts';
import { contentOf, type SourceItem, type SourceMap } from './merge-source.ts';

/** A decision is one act: who, when and what are not merged or chosen one by one. */
const ACT: ReadonlySet<string> = new Set(['author', 'created', 'decision']);

export const isDecision = (path: KeyPath): boolean => path.length === 2 && path[0] === 'decisions';

/**
 * What to take for the base where both sides decided anew. They decided the same: the later one stands for both, as if
 * the other had been there before. They did not: there is no base, so that each field that differs is in dispute.
 */
export function baseOfDecision(base: SourceMap, ours: SourceMap, theirs: SourceMap): SourceMap {
  const [b, o, t] = [base, ours, theirs].map((map) => JSON.stringify(actOf(map).map(written).sort()));
  if (o === t || b === o || b === t) return base;
  const rest = base.items.filter(({ key }) => !ACT.has(key));
  if (fieldOf(ours, 'decision') !== fieldOf(theirs, 'decision')) return { ...base, items: rest };
  const order =
    byTime(fieldOf(ours, 'created'), fieldOf(theirs, 'created')) || ((o ?? '') < (t ?? '') ? -1 : 1);
  const leads = new Map(base.items.map(({ key, lead }) => [key, lead]));
  const former = actOf(order < 0 ? ours : theirs).map((item) => ({
    ...item,
    lead: leads.get(item.key) ?? '',
  }));
  return { ...base, items: [...former, ...rest] };
}

const actOf = ({ items }: SourceMap): SourceItem[] => items.filter(({ key }) => ACT.has(key));

const written = ({ key, value }: SourceItem): string => `${key} ${contentOf(value)}`;

function fieldOf({ items }: SourceMap, name: string): string {
  return scalarText(items.find(({ key }) => key === name)?.value);
}

/** Conflicts that follow one another as one, to be chosen together. */
export function asOneConflict(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces.filter((one) => one !== '')) {
    const last = joined.at(-1);
    if (typeof piece === 'string' || last === undefined || typeof last === 'string') joined.push(piece);
    else joined[joined.length - 1] = joinedConflict(last, piece);
  }
  return joined;
}

type Conflict = Exclude<Piece, string>;

const joinedConflict = (first: Conflict, second: Conflict): Conflict => ({
  path: second.path,
  ours: first.ours + second.ours,
  theirs: first.theirs + second.theirs,
});
