import { resolveSelectors, wordsChanged } from '../anchors/resolve.ts';
import type { Resolution, Selectors } from '../anchors/selector.ts';
import type { TextIndex } from '../anchors/text-index.ts';
import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { say } from '../text/wording.ts';
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

/** Fingerprints of older texts of the article that passages are told by: notes', decisions' and dismissals'. */
export function olderTexts({ value }: SidecarRead, { fingerprint }: TextIndex): string[] {
  const anchored = [...value.annotations, ...value.dismissals].map(({ selectors }) => selectors);
  const prints = [...anchored, ...value.decisions.map(({ here }) => here)].flatMap(({ text }) => text ?? []);
  return [...new Set(prints)].filter((print) => print !== fingerprint);
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
    ...annotations.map(({ annotation: { id, selectors }, resolution }) => ({
      id,
      kind: 'note' as const,
      selectors,
      resolution,
    })),
    ...value.decisions.map(({ id, here }) => ({
      id,
      kind: 'decision' as const,
      selectors: here,
      resolution: resolve(here),
    })),
  ];
  // An entry that is not in the text, for it can't be read at the moment, has no line to say anything of.
  const unplaced = anchored.flatMap(({ id, kind, selectors, resolution }) => {
    const span = places.get(id);
    if (!span) return [];
    const problem =
      anchorProblem(selectors, resolution, span) ??
      changeProblem(kind, selectors, resolution, article.text, span);
    return problem ? [problem] : [];
  });
  const idle = value.dismissals.flatMap(({ id, selectors }) => {
    const span = places.get(id);
    if (!span) return [];
    const resolution = resolve(selectors);
    const change = changeProblem('dismissal', selectors, resolution, article.text, span);
    return [...dismissalProblem(selectors, resolution, span), ...(change ? [change] : [])];
  });
  return { sidecar: value, annotations, problems: [...problems, ...unplaced, ...idle], places };
}

const MISSING = say(
  'There is no article beside this sidecar. If it was renamed or moved, give the sidecar the same name followed by ".annotations.yaml".',
);

/** What is to be said of an anchor that has no one place; null where all is well. */
function anchorProblem(selectors: Selectors, resolution: Resolution, span: Span): Problem | null {
  const words = cited(selectors.quote.exact);
  if (resolution.status === 'lost') {
    const said = say(
      'The passage {0} is not in the article any more, or too much of it has changed. Anchor the note to another passage or remove it.',
      words,
    );
    return problemOf('anchor-lost', said, span, 'warning');
  }
  if (resolution.status !== 'ambiguous') return null;
  const said = say(
    'The passage {0} stands at {1} places that fit equally well. Choose one of them.',
    words,
    resolution.candidates.length,
  );
  return { ...problemOf('anchor-ambiguous', said, span, 'warning'), passages: resolution.candidates };
}

/** The place is right, but what was noted may not hold for the words that stand there now. */
function changeProblem(
  kind: 'note' | 'decision' | 'dismissal',
  selectors: Selectors,
  { span: place, changed }: Resolution,
  text: string,
  span: Span,
): Problem | null {
  if (!place || !(changed ?? wordsChanged(text, selectors, place))) return null;
  const [was, now] = contrasted(selectors.quote.exact, text.slice(place.start, place.end));
  const words = {
    note: say(
      'The words under this note were {0} and are now {1}. Check whether the note still holds.',
      was,
      now,
    ),
    decision: say(
      'The words under this decision were {0} and are now {1}. Check whether the decision still holds.',
      was,
      now,
    ),
    dismissal: say(
      'The words under this dismissal were {0} and are now {1}. Check whether the dismissal still holds.',
      was,
      now,
    ),
  };
  return { ...problemOf('anchor-changed', words[kind], span, 'information'), passages: [place] };
}

/** Units of a long passage that are shown before the first of its words that changed. */
const LEAD = 24;

/** Two versions of a passage within quotation marks, long ones from shortly before they part. */
function contrasted(was: string, now: string): readonly [string, string] {
  const [old, fresh] = [was, now].map((text) => text.replace(/\s+/g, ' ').trim());
  if (old === undefined || fresh === undefined) return [cited(was), cited(now)];
  const from = Math.max(old.length, fresh.length) > 60 ? leadIn(old, fresh) : 0;
  const pair = [old, fresh].map((text) => (from > 0 ? `…${text.slice(from)}` : text));
  const [before = '', after = ''] = pair.map((text) => cited(text));
  return before === after ? [`“${shortened(old)}”`, `“${shortened(fresh)}”`] : [before, after];
}

/** Where a word starts that stands shortly before the first difference. */
function leadIn(old: string, fresh: string): number {
  let same = 0;
  while (same < old.length && old[same] === fresh[same]) same++;
  return same <= LEAD ? 0 : old.lastIndexOf(' ', same - LEAD) + 1;
}

/** A dismissal whose passage is gone asks nothing of the analyst: what was dismissed is gone too. */
function dismissalProblem(selectors: Selectors, { status, candidates }: Resolution, span: Span): Problem[] {
  const words = cited(selectors.quote.exact);
  if (status === 'lost') {
    const said = say(
      'The passage {0}, where a finding was dismissed, is not in the article any more. The entry may stay or be removed.',
      words,
    );
    return [problemOf('anchor-lost', said, span, 'information')];
  }
  if (status !== 'ambiguous') return [];
  const said = say(
    'The passage {0}, where a finding was dismissed, stands at {1} places that fit equally well, so nothing is dismissed. Dismiss it again in the article and remove this entry.',
    words,
    candidates.length,
  );
  return [problemOf('anchor-ambiguous', said, span, 'warning')];
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
