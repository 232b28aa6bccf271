import type { Story } from '../counterparts/link.ts';
import type { ArticleProfile } from '../counterparts/profile.ts';
import { likenessOf } from '../counterparts/topic.ts';

/** Mean likeness of two groups of articles that makes them one story. */
const ONE_STORY = 0.25;
/** Days between publications after which likeness counts half. */
const FAR_DAYS = 21;

function nearness(a: ArticleProfile, b: ArticleProfile): number {
  const [x, y] = [a.analysis.article.date, b.analysis.article.date];
  if (x === null || y === null) return 1;
  const days = Math.abs(Date.parse(x) - Date.parse(y)) / 86_400_000;
  return Number.isNaN(days) || days <= FAR_DAYS ? 1 : 0.5;
}

/**
 * Groups articles about one event: those that speak most alike are joined first, groups by the mean likeness
 * of their articles. Only articles that share a rare term are compared.
 */
export function storiesOf(articles: readonly ArticleProfile[]): Story[] {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
  const likeness = sorted.map((a, i) =>
    sorted.map((b, j) => (j < i ? likenessOf(a.topic, b.topic) * nearness(a, b) : 0)),
  );
  const at = (i: number, j: number): number => likeness[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  const groups: number[][] = sorted.map((_, i) => [i]);
  for (;;) {
    let best: { i: number; j: number; value: number } | null = null;
    for (let i = 0; i < groups.length; i++) {
      for (let j = 0; j < i; j++) {
        const value = meanLikeness(groups[i] ?? [], groups[j] ?? [], at);
        if (value >= ONE_STORY && value > (best?.value ?? 0)) best = { i, j, value };
      }
    }
    if (best === null) break;
    groups[best.j] = [...(groups[best.j] ?? []), ...(groups[best.i] ?? [])];
    groups.splice(best.i, 1);
  }
  return groups.map((group) => storyOf(group.flatMap((i) => sorted[i] ?? [])));
}

function meanLikeness(
  a: readonly number[],
  b: readonly number[],
  at: (i: number, j: number) => number,
): number {
  let sum = 0;
  for (const i of a) for (const j of b) sum += at(i, j);
  return sum / (a.length * b.length);
}

function storyOf(articles: readonly ArticleProfile[]): Story {
  const paths = [...articles]
    .sort((a, b) => order(a).localeCompare(order(b), 'en'))
    .map((article) => article.path);
  return { id: `story:${[...paths].sort()[0] ?? ''}`, articles: paths };
}

const order = (article: ArticleProfile): string =>
  `${article.analysis.article.date ?? '9999'} ${article.path}`;
