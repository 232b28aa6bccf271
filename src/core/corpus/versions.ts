import type { Analysis } from '../claims/analysis.ts';
import { joined } from '../sidecar/location.ts';
import type { Span } from '../text/span.ts';
import { bareWords, type Kin, kinshipOf } from './kinship.ts';
import type { Project } from './project.ts';

/** What became of an article from one version to a later one, sentence by sentence. */
export interface VersionChanges {
  readonly earlier: string;
  readonly later: string;
  /** Sentences that say it otherwise in the later version: in order of their places there. */
  readonly changed: readonly { readonly earlier: Span; readonly later: Span }[];
  /** In the later version. */
  readonly added: readonly Span[];
  /** In the earlier version. */
  readonly withdrawn: readonly Span[];
}

/** Versions that are compared; there are more than that only where nobody compares them. */
const MOST = 24;
/** Articles of a story that are asked whether they are versions; those that came out nearest to the article. */
const MOST_ASKED = 100;

/** Every other version of an article that the corpus has, with what changed between the two. */
export function versionsOf(project: Project, path: string): readonly VersionChanges[] {
  const own = project.kin(path);
  if (own === undefined) return [];
  const story = project.storyOf(path)?.articles ?? [];
  const stated = own.facts.versionOf === undefined ? null : joined(path, own.facts.versionOf);
  const others = new Set([...(stated === null ? [] : [stated]), ...nearest(story, path)]);
  others.delete(path);
  // Chosen before they are counted: the last version of a long story is as much a version as the first.
  const versions = [...others].flatMap((other) => {
    const kin = project.kin(other);
    return kin !== undefined && kinshipOf(own, kin) === 'version' ? [kin] : [];
  });
  return versions.slice(0, MOST).flatMap((kin) => {
    const other = kin.path;
    const [a, b] = [project.analysis(path), project.analysis(other)];
    if (a === undefined || b === undefined) return [];
    return [isLater(kin, b, own, a) ? changesBetween(own, a, kin, b) : changesBetween(kin, b, own, a)];
  });
}

/** Of articles in order of publication, those around `path`, in that order. */
function nearest(articles: readonly string[], path: string): readonly string[] {
  const first = Math.min(articles.indexOf(path) - MOST_ASKED / 2, articles.length - MOST_ASKED);
  return articles.slice(Math.max(0, first)).slice(0, MOST_ASKED);
}

/** By date, else by when they were retrieved; else who names the other is the later one, and then the greater path. */
function isLater(one: Kin, a: Analysis, other: Kin, b: Analysis): boolean {
  const [x, y] = [a.article.date ?? '', b.article.date ?? ''];
  if (x !== '' && y !== '' && x !== y) return x > y;
  const [p, q] = [one.facts.retrieved ?? '', other.facts.retrieved ?? ''];
  if (p !== '' && q !== '' && p !== q) return p > q;
  const names = ({ path, facts }: Kin, named: Kin): boolean =>
    facts.versionOf !== undefined && joined(path, facts.versionOf) === named.path;
  if (names(one, other) !== names(other, one)) return names(one, other);
  return one.path > other.path;
}

interface Sentence {
  readonly span: Span;
  /** The words in any case and with any marks. */
  readonly words: readonly string[];
  readonly key: string;
}

function sentencesOf({ article }: Analysis): Sentence[] {
  return article.blocks
    .filter(({ kind }) => kind !== 'dateline')
    .flatMap(({ sentences }) =>
      sentences.map((span) => {
        const words = bareWords(article.text, span);
        return { span, words, key: words.join(' ') };
      }),
    );
}

function changesBetween(earlier: Kin, before: Analysis, later: Kin, after: Analysis): VersionChanges {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const [gone, come] = [without(old, now), without(now, old)];
  const pairs = rewritten(gone, come);
  return {
    earlier: earlier.path,
    later: later.path,
    changed: pairs
      .map(([one, other]) => ({ earlier: one.span, later: other.span }))
      .sort((a, b) => a.later.start - b.later.start),
    added: come.filter((one) => !pairs.some(([, other]) => other === one)).map(({ span }) => span),
    withdrawn: gone.filter((one) => !pairs.some(([other]) => other === one)).map(({ span }) => span),
  };
}

/** Sentences that stand fewer times in the others. What only moved is no change. */
function without(sentences: readonly Sentence[], others: readonly Sentence[]): Sentence[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return sentences.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return key !== '' && count <= 0;
  });
}

/** Words in common, of both sentences, from which on one is the other rewritten. */
const REWRITTEN = 0.5;
/** More new sentences than this are another text: pairing them would take the square of their number. */
const MOST_COMPARED = 150;

/** Pairs of an old sentence and a new one that most likely came of it, the likest first; each sentence once. */
function rewritten(gone: readonly Sentence[], come: readonly Sentence[]): (readonly [Sentence, Sentence])[] {
  if (gone.length > MOST_COMPARED || come.length > MOST_COMPARED) return [];
  const likely: { readonly pair: readonly [Sentence, Sentence]; readonly likeness: number }[] = [];
  for (const one of gone) {
    const words = new Set(one.words);
    for (const other of come) {
      const others = new Set(other.words);
      let common = 0;
      for (const word of words) if (others.has(word)) common++;
      const likeness = (2 * common) / (words.size + others.size);
      if (likeness >= REWRITTEN) likely.push({ pair: [one, other], likeness });
    }
  }
  const paired = new Set<Sentence>();
  return likely
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ pair }) => {
      if (pair.some((sentence) => paired.has(sentence))) return [];
      for (const sentence of pair) paired.add(sentence);
      return [pair];
    });
}
