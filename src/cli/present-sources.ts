import { fingerprint } from '../core/anchors/fingerprint.ts';
import { indexText, type TextIndex } from '../core/anchors/text-index.ts';
import type { ArticleSource } from '../core/corpus/article-source.ts';
import { describedIn, presentEntries } from '../core/sidecar/present.ts';
import { gitTexts, type Wanted } from '../files/git-texts.ts';
import { readOr } from './read-project.ts';

/** Articles with their decisions and dismissals placed by the older texts that git has; git is asked once for all. */
export async function presentSources(sources: readonly ArticleSource[]): Promise<ArticleSource[]> {
  const texts = new Map<string, string | null>(sources.map(({ path, text }) => [path, text]));
  const textAt = (path: string): string | null => {
    const text = texts.get(path) ?? readOr(path, () => {});
    texts.set(path, text);
    return text;
  };
  const wanted = sources.flatMap((source) =>
    [...describedIn(source.path, source)].flatMap(([article, prints]): Wanted[] => {
      const text = textAt(article);
      const now = text === null ? null : fingerprint(text);
      const older = now === null ? [] : [...prints].filter((print) => print !== now);
      return older.length > 0 ? [{ article, prints: older }] : [];
    }),
  );
  if (wanted.length === 0) return [...sources];
  const old = await gitTexts(wanted);
  const indices = new Map<string, TextIndex | null>();
  const indexAt = (path: string): TextIndex | null => {
    const known = indices.get(path);
    if (known !== undefined) return known;
    const text = textAt(path);
    const index = text === null ? null : indexText(text, (print) => old.get(print) ?? null);
    indices.set(path, index);
    return index;
  };
  return sources.map((source) => presentEntries(source.path, source, indexAt));
}
