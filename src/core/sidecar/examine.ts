import { resolveSelectors } from '../anchors/resolve.ts';
import type { Resolution, Selectors } from '../anchors/selector.ts';
import type { TextIndex } from '../anchors/text-index.ts';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import type { Annotation, Sidecar } from './annotation.ts';
import { problemOf } from './document.ts';
import { parseSidecar, type SidecarRead } from './parse.ts';

/** An annotation and where its passage is now. */
export interface Anchored {
  readonly annotation: Annotation;
  readonly resolution: Resolution;
}

/** A sidecar held against its article: what editor and command line show. */
export interface Examined {
  readonly sidecar: Sidecar;
  /** In the order of the file. */
  readonly annotations: readonly Anchored[];
  /** Of the file and of its anchors; spans are in the sidecar's text. */
  readonly problems: readonly Problem[];
  /** Spans of the ids of annotations, decisions and dismissals in the sidecar's text. */
  readonly places: ReadonlyMap<string, Span>;
}

const GONE: Resolution = { status: 'lost', span: null, score: 0, candidates: [] };

/** Reads a sidecar and finds its anchors in the article's text; null stands for an article that is missing. */
export const examineSidecar = (text: string, article: TextIndex | null): Examined =>
  examineRead(parseSidecar(text), article);

/** `known`: places of annotations, by id, that are surer than a search, as when edits were followed. */
export function examineRead(
  { value, problems, places }: SidecarRead,
  article: TextIndex | null,
  known: ReadonlyMap<string, Resolution> = new Map(),
): Examined {
  const resolve = (selectors: Selectors): Resolution =>
    article ? resolveSelectors(article, selectors) : GONE;
  const annotations = value.annotations.map((annotation) => ({
    annotation,
    resolution: known.get(annotation.id) ?? resolve(annotation.selectors),
  }));
  if (!article) {
    const missing = problemOf('article-missing', MISSING, { start: 0, end: 0 }, 'warning');
    return { sidecar: value, annotations, problems: [...problems, missing], places };
  }
  const anchored = [
    ...annotations.map(({ annotation: { id, selectors }, resolution }) => ({ id, selectors, resolution })),
    ...value.decisions.map(({ id, here }) => ({ id, selectors: here, resolution: resolve(here) })),
  ];
  const unplaced = anchored.flatMap(({ id, selectors, resolution }) => {
    const problem = anchorProblem(selectors, resolution, places.get(id) ?? { start: 0, end: 0 });
    return problem ? [problem] : [];
  });
  const idle = value.dismissals.flatMap(({ id, selectors }) =>
    dismissalProblem(selectors, resolve(selectors), places.get(id) ?? { start: 0, end: 0 }),
  );
  return { sidecar: value, annotations, problems: [...problems, ...unplaced, ...idle], places };
}

const MISSING =
  'There is no article beside this sidecar. If it was renamed or moved, give the sidecar the same name followed by ".annotations.yaml".';

/** What is to be said of an anchor that has no one place; null where all is well. */
function anchorProblem(selectors: Selectors, resolution: Resolution, span: Span): Problem | null {
  const words = cited(selectors.quote.exact);
  if (resolution.status === 'lost') {
    const message = `The passage ${words} is not in the article any more, or too much of it has changed. Anchor the note to another passage or remove it.`;
    return problemOf('anchor-lost', message, span, 'warning');
  }
  if (resolution.status !== 'ambiguous') return null;
  const message = `The passage ${words} stands at ${resolution.candidates.length} places that fit equally well. Choose one of them.`;
  return problemOf('anchor-ambiguous', message, span, 'warning');
}

/** A dismissal whose passage is gone asks nothing of the analyst: what was dismissed is gone too. */
function dismissalProblem(selectors: Selectors, { status, candidates }: Resolution, span: Span): Problem[] {
  const words = cited(selectors.quote.exact);
  if (status === 'lost') {
    const message = `The passage ${words}, where a finding was dismissed, is not in the article any more. The entry may stay or be removed.`;
    return [problemOf('anchor-lost', message, span, 'information')];
  }
  if (status !== 'ambiguous') return [];
  const message = `The passage ${words}, where a finding was dismissed, stands at ${candidates.length} places that fit equally well, so nothing is dismissed. Dismiss it again in the article and remove this entry.`;
  return [problemOf('anchor-ambiguous', message, span, 'warning')];
}

/** The first words of a passage, within quotation marks; its own are enough. */
export function cited(text: string, most = 60): string {
  const words = shortened(text.replace(/^\s*[“"„«]|[”"»]\s*$/g, ''), most);
  return `“${words}”`;
}

/** The first words on one line, for messages. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  const edge = cut.lastIndexOf(' ');
  return `${cut.slice(0, edge > most / 2 ? edge : most)}…`;
}
