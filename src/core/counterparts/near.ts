import { hashOf } from '../lexicon/hash.ts';
import { type Alike, createTopicIndex, type Placed } from './topic-index.ts';

/** Likeness from which on articles are near each other: they may be of one story. */
const NEAR = 0.175;
/** Likeness from which on articles are copies: what one of many says, the others say. */
const COPIES = 0.9;

/** With how many others an article is compared claim by claim. */
export interface MostNear {
  readonly copies: number;
  readonly near: number;
}

/** The likest articles of one, the likest first; twice as many as are near, for when nearer ones go. */
interface Likest {
  readonly alike: Alike[];
  /** How many are like enough. */
  total: number;
}

/** Copies are counted apart, so that a hundred of them leave room for others. */
type Tier = 'copies' | 'near';
const TIERS: readonly Tier[] = ['copies', 'near'];
const tierOf = (value: number): Tier => (value >= COPIES ? 'copies' : 'near');

/** Which articles are near each other. */
export interface Nearness {
  readonly add: (article: Placed) => void;
  readonly remove: (article: Placed) => void;
  readonly isNear: (a: number, b: number) => boolean;
  /** Articles that an article is near, those that are at least so much like it. */
  readonly nearOf: (slot: number, least?: number) => Alike[];
  /** The most that an article can be like the one that was added last. */
  readonly atMost: (slot: number) => number;
  /** How many articles are like enough to be near, but are left out because others are likelier. */
  readonly leftOut: (slot: number) => number;
  /** What was found out about articles, by their places in the list. */
  readonly saved: (slots: readonly number[]) => SavedNearness;
  /** Puts articles in whose numbers are their places in the list, as they were when they were saved. */
  readonly restore: (articles: readonly Placed[], saved: SavedNearness) => void;
}

/** Of each article and tier: how many are like enough, how many of them follow, and who they are; and how like. */
export interface SavedNearness {
  readonly likest: Int32Array;
  readonly values: Float64Array;
}

/**
 * An article is near those that are likest it, so many at most, and those that it is one of the likest of. `touch`
 * is told of every two articles that may be about to become near, or to cease to be it, because of a third.
 */
export function createNearness(most: MostNear, touch: (a: number, b: number) => void): Nearness {
  const index = createTopicIndex();
  const articles: (Placed | undefined)[] = [];
  const lists: Readonly<Record<Tier, (Likest | undefined)[]>> = { copies: [], near: [] };
  /** Who has an article among the likest, and how like the two are. */
  const votes: (Map<number, number> | undefined)[] = [];
  return { add, remove, isNear, nearOf, atMost: index.atMost, leftOut, saved, restore };

  function add(article: Placed): void {
    const { slot } = article;
    articles[slot] = article;
    const found = index.alike(article, NEAR);
    index.add(article);
    for (const tier of TIERS) {
      const alike = ofTier(slot, found, tier);
      lists[tier][slot] = { alike: alike.slice(0, 2 * most[tier]), total: alike.length };
      for (const other of alike.slice(0, most[tier])) voteFor(other, slot);
    }
    for (const { slot: other, value } of found) insert(other, { slot, value });
  }

  function remove(article: Placed): void {
    const { slot } = article;
    index.remove(article);
    const found = index.alike(article, NEAR);
    for (const tier of TIERS) {
      for (const other of likest(slot, tier)) votes[other.slot]?.delete(slot);
      lists[tier][slot] = undefined;
    }
    votes[slot] = undefined;
    for (const { slot: other, value } of found) takeOut(other, slot, tierOf(value));
    articles[slot] = undefined;
  }

  function insert(owner: number, one: Alike): void {
    const tier = tierOf(one.value);
    const list = lists[tier][owner];
    if (list === undefined) return;
    const { alike } = list;
    list.total++;
    let at = alike.length;
    while (at > 0 && isBefore(owner, one, alike[at - 1])) at--;
    // Behind all that are remembered stands only who is no less like than those who are not.
    if (at >= 2 * most[tier] || (at === alike.length && alike.length < list.total - 1)) return;
    const pushed = alike[most[tier] - 1];
    if (at < most[tier] && pushed !== undefined) {
      touch(owner, pushed.slot);
      votes[pushed.slot]?.delete(owner);
    }
    alike.splice(at, 0, one);
    if (at < most[tier]) voteFor(one, owner);
    if (alike.length > 2 * most[tier]) alike.pop();
  }

  function takeOut(owner: number, slot: number, tier: Tier): void {
    const list = lists[tier][owner];
    if (list === undefined) return;
    list.total--;
    const at = list.alike.findIndex((one) => one.slot === slot);
    if (at < 0) return;
    list.alike.splice(at, 1);
    if (list.alike.length < Math.min(most[tier], list.total)) refill(owner, list, tier);
    const risen = list.alike[most[tier] - 1];
    if (at >= most[tier] || risen === undefined) return;
    touch(owner, risen.slot);
    voteFor(risen, owner);
  }

  function refill(owner: number, list: Likest, tier: Tier): void {
    const article = articles[owner];
    if (article === undefined) return;
    const alike = ofTier(owner, index.alike(article, NEAR), tier);
    list.alike.splice(0, list.alike.length, ...alike.slice(0, 2 * most[tier]));
  }

  function voteFor({ slot, value }: Alike, voter: number): void {
    const of = votes[slot];
    if (of === undefined) votes[slot] = new Map([[voter, value]]);
    else of.set(voter, value);
  }

  function ofTier(owner: number, found: readonly Alike[], tier: Tier): Alike[] {
    return found
      .filter(({ value }) => tierOf(value) === tier)
      .sort((a, b) => (isBefore(owner, a, b) ? -1 : 1));
  }

  /** Of those that are equally like, each has others first: else all copies of a text would have the same ones. */
  function isBefore(owner: number, a: Alike, b: Alike | undefined): boolean {
    if (b === undefined || a.value !== b.value) return a.value > (b?.value ?? 0);
    const own = articles[owner]?.path ?? '';
    const [x, y] = [articles[a.slot]?.path ?? '', articles[b.slot]?.path ?? ''];
    const [p, q] = [lot(own, x), lot(own, y)];
    return p === q ? x < y : p < q;
  }

  function likest(slot: number, tier: Tier): readonly Alike[] {
    return lists[tier][slot]?.alike.slice(0, most[tier]) ?? [];
  }

  function isNear(a: number, b: number): boolean {
    return votes[a]?.has(b) === true || votes[b]?.has(a) === true;
  }

  /** Loops and no lists in between: stories ask this of every article that hangs together with a changed one. */
  function nearOf(slot: number, least = 0): Alike[] {
    const near: Alike[] = [];
    for (const tier of TIERS) {
      const alike = lists[tier][slot]?.alike ?? [];
      for (let k = 0; k < most[tier]; k++) {
        const one = alike[k];
        if (one === undefined || one.value < least) break;
        near.push(one);
      }
    }
    votes[slot]?.forEach((value, voter) => {
      // Who votes for those that vote for it has them in its own list.
      if (value >= least && votes[voter]?.has(slot) !== true) near.push({ slot: voter, value });
    });
    return near;
  }

  function saved(slots: readonly number[]): SavedNearness {
    const places = new Map(slots.map((slot, place) => [slot, place]));
    const likest: number[] = [];
    const values: number[] = [];
    for (const slot of slots) {
      for (const tier of TIERS) {
        const { total = 0, alike = [] } = lists[tier][slot] ?? {};
        likest.push(total, alike.length);
        for (const one of alike) {
          likest.push(places.get(one.slot) ?? 0);
          values.push(one.value);
        }
      }
    }
    return { likest: Int32Array.from(likest), values: Float64Array.from(values) };
  }

  function restore(restored: readonly Placed[], { likest, values }: SavedNearness): void {
    let [at, next] = [0, 0];
    for (const article of restored) {
      articles[article.slot] = article;
      index.add(article);
      for (const tier of TIERS) {
        const [total = 0, count = 0] = [likest[at++], likest[at++]];
        const alike: Alike[] = [];
        for (let k = 0; k < count; k++) alike.push({ slot: likest[at++] ?? 0, value: values[next++] ?? 0 });
        lists[tier][article.slot] = { alike, total };
        for (const other of alike.slice(0, most[tier])) voteFor(other, article.slot);
      }
    }
  }

  function leftOut(slot: number): number {
    const total = TIERS.reduce((sum, tier) => sum + (lists[tier][slot]?.total ?? 0), 0);
    return total - nearOf(slot).length;
  }
}

/** A number that is as good as drawn by lot, the same for both. */
function lot(a: string, b: string): number {
  const both = Math.imul(hashOf(a) ^ hashOf(b), 0x9e3779b1);
  return both ^ (both >>> 15);
}
