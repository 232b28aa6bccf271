import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Decision, Dismissal, Sidecar } from '../../src/core/sidecar/annotation.ts';
import { mergeSidecars } from '../../src/core/sidecar/merge.ts';
import { EMPTY, parseSidecar } from '../../src/core/sidecar/parse.ts';
import { started, anySteps as steps, worked } from '../support/histories.ts';

/** `npm run prove` multiplies the number of random runs. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);

/** The merge as it is meant, over values alone: what it must hold with each side's words in the conflicts. */
type Entry = Readonly<Record<string, unknown>>;
interface Meant {
  readonly ours: Map<string, Entry>;
  readonly theirs: Map<string, Entry>;
  readonly conflicts: string[];
  readonly kept: string[];
}

const entriesOf = ({ annotations, decisions, dismissals }: Sidecar): Map<string, Entry> =>
  new Map(
    [...annotations, ...decisions, ...dismissals].map((one: Annotation | Decision | Dismissal) => [
      one.id,
      { ...one },
    ]),
  );

function meant(base: Sidecar, mine: Sidecar, other: Sidecar): Meant {
  const [b, o, t] = [base, mine, other].map(entriesOf) as [
    Map<string, Entry>,
    Map<string, Entry>,
    Map<string, Entry>,
  ];
  const result: Meant = { ours: new Map(), theirs: new Map(), conflicts: [], kept: [] };
  for (const id of new Set([...o.keys(), ...t.keys()])) {
    const [was, our, their] = [b.get(id), o.get(id), t.get(id)];
    if (our && their) {
      const [a, c] = [fieldsMeant(was ?? {}, our, their, true), fieldsMeant(was ?? {}, our, their, false)];
      result.ours.set(id, a.entry);
      result.theirs.set(id, c.entry);
      result.conflicts.push(...a.conflicts.map((key) => `${id}.${key}`));
    } else {
      const side = our ?? their;
      if (!side || (was && equal(was, side))) continue;
      result.ours.set(id, side);
      result.theirs.set(id, side);
      if (was) result.kept.push(id);
    }
  }
  return result;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function fieldsMeant(
  was: Entry,
  our: Entry,
  their: Entry,
  first: boolean,
): { entry: Entry; conflicts: string[] } {
  const conflicts: string[] = [];
  const entry: Record<string, unknown> = {};
  if ('decision' in our) {
    const act = ({ author, created, decision }: Entry) => [author, created, decision];
    const clash = !equal(act(our), act(their)) && !equal(act(was), act(our)) && !equal(act(was), act(their));
    if (!clash) return { entry: equal(act(was), act(our)) ? their : our, conflicts };
    if (our.decision !== their.decision) return { entry: first ? our : their, conflicts: ['decision'] };
    const later = `${our.created}${our.author}` > `${their.created}${their.author}` ? our : their;
    return { entry: later, conflicts };
  }
  for (const key of new Set([...Object.keys(our), ...Object.keys(their)])) {
    const [w, o, t] = [was[key], our[key], their[key]];
    if (equal(o, t) || equal(w, t)) entry[key] = o;
    else if (equal(w, o)) entry[key] = t;
    else if (key === 'modified') entry[key] = String(o) > String(t) ? o : t;
    else if (key === 'tags' && !isReplaced(w, o, t)) entry[key] = tagsMeant(w, o, t);
    else if (key === 'replies') {
      const { replies, clashes } = repliesMeant(w, o, t, first);
      entry[key] = replies;
      conflicts.push(...clashes);
    } else {
      conflicts.push(key);
      entry[key] = first ? o : t;
    }
  }
  return { entry, conflicts };
}

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

/** One tag each time: a choice, not a set. */
const isReplaced = (...sets: readonly unknown[]): boolean => sets.every((set) => listOf(set).length === 1);

function tagsMeant(was: unknown, our: unknown, their: unknown): string[] {
  const [w, o, t] = [was, our, their].map((set) => listOf<string>(set)) as [string[], string[], string[]];
  return [...new Set([...w, ...o, ...t])].filter((tag) =>
    w.includes(tag) ? o.includes(tag) && t.includes(tag) : true,
  );
}

/** Replies merge as entries do, within their note. */
function repliesMeant(was: unknown, our: unknown, their: unknown, first: boolean) {
  const [w, o, t] = [was, our, their].map(
    (list) => new Map(listOf<Entry>(list).map((reply) => [String(reply.id), reply])),
  );
  const replies: Entry[] = [];
  const clashes: string[] = [];
  for (const id of new Set([...(o?.keys() ?? []), ...(t?.keys() ?? [])])) {
    const [before, mine, other] = [w?.get(id), o?.get(id), t?.get(id)];
    if (mine && other) {
      const { entry, conflicts } = fieldsMeant(before ?? {}, mine, other, first);
      replies.push(entry);
      clashes.push(...conflicts.map((key) => `replies.${id}.${key}`));
      continue;
    }
    const side = mine ?? other;
    if (side && !(before && equal(before, side))) replies.push(side);
  }
  return { replies, clashes };
}

const BLOCK = /^<{7} ours\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7} theirs\n/gm;
const sideOf = (text: string, side: 'ours' | 'theirs'): string =>
  text.replace(BLOCK, (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs));
const exchanged = (text: string): string =>
  text.replace(BLOCK, '<<<<<<< ours\n$2=======\n$1>>>>>>> theirs\n');
const sorted = (entries: ReadonlyMap<string, Entry>): Entry[] =>
  [...entries.values()]
    .map((entry) => ({
      ...entry,
      ...('tags' in entry ? { tags: [...listOf<string>(entry.tags)].sort() } : {}),
      ...('replies' in entry ? { replies: sortedById(listOf<Entry>(entry.replies)) } : {}),
    }))
    .sort((a: Entry, b: Entry) => (String(a.id) < String(b.id) ? -1 : 1));
const sortedById = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

function merged(base: string, ours: string, theirs: string) {
  const result = mergeSidecars(base, ours, theirs);
  if (result.kind === 'refused') throw new Error(`${result.side}: ${result.problem.code}`);
  return result;
}

const commentsOf = (text: string): Set<string> =>
  new Set(text.split('\n').flatMap((line) => (/^ *# .*\d$/.test(line) ? [line.trim()] : [])));

/** A reply that was removed, and is kept for the key or the comment that somebody put into it. */
function leaveOut(
  entries: Map<string, Entry>,
  path: readonly string[],
  meant: ReadonlyMap<string, Entry>,
): void {
  const [, note = '', section, id] = path;
  const entry = entries.get(note);
  if (section !== 'replies' || !entry) return;
  const isMeant = listOf<Entry>(meant.get(note)?.replies).some((reply) => reply.id === id);
  const others = listOf<Entry>(entry.replies).filter((reply) => reply.id !== id);
  if (!isMeant) entries.set(note, { ...entry, replies: others });
}

/** Merges, having held the result against what is meant and against the other order. */
function proved(base: string, ours: string, theirs: string) {
  const result = merged(base, ours, theirs);
  const [b, o, t] = [base, ours, theirs].map((text) => parseSidecar(text).value);
  const expected = meant(b ?? EMPTY, o ?? EMPTY, t ?? EMPTY);
  const kept = result.kept.filter(({ path }) => path.length === 2).map(({ path }) => path[1] ?? '');
  expect(kept).toEqual(expect.arrayContaining(expected.kept));
  // For a comment or a key of somebody's own: the model knows of neither.
  const forHand = kept.filter((id) => !expected.kept.includes(id));
  if (forHand.length > 0) expect(ours + theirs).toMatch(/desk-|# [VJK]/);
  for (const side of ['ours', 'theirs'] as const) {
    const { value, problems } = parseSidecar(sideOf(result.text, side));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const entries = entriesOf(value);
    for (const id of forHand) entries.delete(id);
    for (const { path } of result.kept) leaveOut(entries, path, expected[side]);
    expect(sorted(entries)).toEqual(sorted(expected[side]));
  }
  expect(disputed(result.conflicts)).toEqual(expected.conflicts.sort());
  keepsComments(base, ours, theirs, result.text);
  expect(exchanged(merged(base, theirs, ours).text)).toBe(result.text);
  return result;
}

describe('analysts who begin with one file', () => {
  it(
    'nothing is lost, nothing disputed that is not, and either order gives the same',
    () => {
      let [histories, exceptional] = [0, 0];
      fc.assert(
        fc.property(fc.boolean(), steps, steps, steps, steps, fc.boolean(), (plain, before, ...rest) => {
          const [mine, other, third, empty] = rest;
          const base = empty ? '' : started(before, plain);
          const { text, conflicts, kept } = proved(base, worked(base, mine, 'V'), worked(base, other, 'J'));
          if (conflicts.length === 0) proved(base, text, worked(base, third, 'K'));
          histories++;
          exceptional += conflicts.length + kept.length;
        }),
        { numRuns: 50 * PROVE },
      );
      expect(histories).toBe(50 * PROVE);
      // Few runs may well hold none.
      if (PROVE > 1) expect(exceptional).toBeGreaterThan(0);
    },
    20_000 * PROVE,
  );

  it(
    'what only one side did comes out as that side left it, byte for byte',
    () => {
      fc.assert(
        fc.property(fc.boolean(), steps, steps, (plain, before, mine) => {
          const base = started(before, plain);
          const ours = worked(base, mine, 'V');
          for (const [a, b] of [
            [ours, base],
            [base, ours],
            [ours, ours],
          ] as const)
            expect(merged(base, a, b)).toEqual({ kind: 'merged', text: ours, conflicts: [], kept: [] });
        }),
        { numRuns: 40 * PROVE },
      );
    },
    20_000 * PROVE,
  );
});

describe('damaged sidecars', () => {
  it(
    'any text gets an answer',
    () => {
      const text = started([{ kind: 'add', which: 3, word: 'one', minute: 1 }], false);
      const put = fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(...'\n;{;};&x ;*x;? ;: ;#;|;- ;---\n;\r\n;\n<<<<<<< x\n'.split(';')),
      );
      const damage = fc.array(fc.record({ at: fc.nat(text.length), cut: fc.nat(30), put }), { maxLength: 3 });
      const damaged = (list: readonly { at: number; cut: number; put: string }[]): string =>
        list.reduce((all, one) => all.slice(0, one.at) + one.put + all.slice(one.at + one.cut), text);
      let [done, refused] = [0, 0];
      fc.assert(
        fc.property(damage, damage, damage, (...lists) => {
          const [base, ours, theirs] = lists.map(damaged) as [string, string, string];
          const result = mergeSidecars(base, ours, theirs);
          if (result.kind === 'merged') done++;
          else refused++;
          const errors = parseSidecar(ours).problems.some(({ severity }) => severity === 'error');
          if (errors) expect(result.kind).toBe('refused');
        }),
        { numRuns: 100 * PROVE },
      );
      expect(Math.min(done, refused)).toBeGreaterThan(0);
    },
    20_000 * PROVE,
  );
});

/** Unknown keys are the model's business only as far as their lines stay. */
/** One tag stands under another key than several; the model has one field for both. */
function disputed(conflicts: readonly { readonly path: readonly string[] }[]): string[] {
  return conflicts
    .map(({ path }) =>
      path
        .slice(1)
        .join('.')
        .replace(/\.tag$/, '.tags'),
    )
    .filter((name) => !name.includes('.desk-'))
    .sort();
}

/** A comment goes only where both sides agree, or where the one that has it left it as it was. */
function keepsComments(base: string, ours: string, theirs: string, result: string): void {
  const [b, o, t] = [commentsOf(base), commentsOf(ours), commentsOf(theirs)];
  const left = commentsOf(result);
  const due = [...o, ...t].filter((comment) => !b.has(comment) || (o.has(comment) && t.has(comment)));
  expect(due.filter((comment) => !left.has(comment))).toEqual([]);
}
