import type { ArticleSource } from '../core/corpus/article-source.ts';
import type { ClaimRef } from '../core/counterparts/link.ts';
import { type ArticleOccurrences, occurrencesAt, type Subject } from '../core/desk/occurrences.ts';
import { type Card, cardsAt } from '../core/presentation/card.ts';
import { type Passage, passageOf } from '../core/presentation/passage.ts';
import { type ArticleView, type ViewLinks, viewLinksOf, viewOf } from '../core/presentation/view.ts';
import type { Span } from '../core/text/span.ts';
import { type CorpusOptions, createCorpus } from './corpus.ts';
import { type Desk, deskOf, type ToldOptions, toldOf } from './desk.ts';
import { type ArticleFile, type OpenedArticle, takeUp, UNCHANGED } from './opened.ts';

/** An answer with the revision of the article that its spans count in. */
export interface Revised<T> {
  readonly revision: number;
  readonly value: T;
}

/** Where something occurs in the articles of a story. */
export interface Occurrences {
  readonly subject: Subject;
  readonly articles: readonly (Revised<readonly Span[]> & Pick<ArticleOccurrences, 'path' | 'words'>)[];
}

/**
 * The corpus as an editor asks it: every answer may take its time, for the work is done in another thread. All
 * arguments and answers are plain data.
 */
export interface Engine extends Desk {
  /**
   * To be called first: takes up those articles that are as they were when the editor was last closed; the others are
   * to be set. Files of more than `most` characters are no articles.
   */
  open(files: readonly ArticleFile[], most: number): Promise<readonly OpenedArticle[]>;
  /** Analyses an article and brings its links up to date; `revision` is the caller's number for this text. */
  set(source: ArticleSource, revision: number): Promise<void>;
  remove(path: string): Promise<void>;
  /** Stories that an analyst has put together, by the paths of their articles. */
  setGroups(groups: readonly (readonly string[])[]): Promise<void>;
  /** Null where the corpus has no such article. */
  view(path: string): Promise<Revised<ArticleView> | null>;
  /** The view without its analysis, for who has that of this revision already. */
  viewLinks(path: string): Promise<Revised<ViewLinks> | null>;
  /** The cards for an offset of the analysed text, narrowest first. */
  cards(path: string, offset: number, options?: ToldOptions): Promise<Revised<readonly Card[]> | null>;
  /** Where what stands at a span of the analysed text occurs in the article, which comes first, and in its story. */
  occurrences(path: string, at: Span): Promise<readonly Occurrences[]>;
  /** The analysed text; null where the corpus has no such article. */
  text(path: string): Promise<Revised<string> | null>;
  /** Where claims stand; null for those that are gone. */
  passages(refs: readonly ClaimRef[]): Promise<readonly (Revised<Passage> | null)[]>;
  /** Keeps what was found out for the next time; to be called last. */
  close(): Promise<void>;
}

/** The engine in the thread that asks. */
export function localEngine(options: CorpusOptions = {}): Engine {
  const corpus = createCorpus(options);
  const { project } = corpus;
  const revisions = new Map<string, number>();
  const revised = <T>(path: string, value: T | null): Revised<T> | null => {
    const revision = revisions.get(path);
    return revision === undefined || value === null ? null : { revision, value };
  };
  return {
    ...deskOf(project),
    open: async (files, most) => {
      const opened = takeUp(corpus, files, most);
      for (const { path } of opened) revisions.set(path, UNCHANGED);
      return opened;
    },
    set: async (source, revision) => {
      if (await corpus.set(source)) revisions.set(source.path, revision);
    },
    remove: async (path) => {
      corpus.remove(path);
      revisions.delete(path);
    },
    setGroups: async (groups) => project.setGroups(groups),
    view: async (path) => revised(path, viewOf(project, path)),
    viewLinks: async (path) => revised(path, viewLinksOf(project, path)),
    cards: async (path, offset, options) => revised(path, cardsAt(toldOf(project, options), path, offset)),
    occurrences: async (path, at) =>
      occurrencesAt(project, path, at).map(({ subject, articles }) => ({
        subject,
        articles: articles.flatMap(({ path: article, places, words }) => {
          const found = revised(article, places);
          return found ? [{ path: article, words, ...found }] : [];
        }),
      })),
    text: async (path) => revised(path, project.analysis(path)?.article.text ?? null),
    passages: async (refs) => refs.map((ref) => revised(ref.path, passageOf(project, ref))),
    close: corpus.close,
  };
}
