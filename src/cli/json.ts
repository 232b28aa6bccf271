import type { Analysis } from '../core/claims/analysis.ts';
import type { Story } from '../core/counterparts/link.ts';
import type { Source } from '../core/mentions/mention.ts';
import { type Article, dayAt, entryAt } from '../core/text/article.ts';
import { type Span, textOf } from '../core/text/span.ts';

/** One entry of `documents` in the output, version 1: every span with its text, offsets in UTF-16 code units. */
export function documentJson(
  path: string,
  { article, quotations, figures, entities, chains, claims }: Analysis,
) {
  const { text } = article;
  const at = ({ start, end }: Span) => ({ start, end, text: textOf(text, { start, end }) });
  const source = (s: Source | null) => s && { ...at(s), name: s.name };
  const nameOf = new Map(chains.map((chain) => [chain.id, chain.name]));
  return {
    path,
    headline: article.headline && at(article.headline),
    date: article.date,
    outlet: article.outlet,
    quotations: quotations.map((q) => ({
      id: q.id,
      ...at(q),
      utterance: q.utterance,
      form: q.form,
      source: source(q.source),
      cue: q.cue && at(q.cue),
    })),
    figures: figures.map(({ id, start, end, ...figure }) => ({ id, ...at({ start, end }), ...figure })),
    entities: entities.map((e) => ({
      id: e.id,
      ...at(e),
      type: e.type,
      chain: e.chain,
      name: nameOf.get(e.chain) ?? textOf(text, e),
    })),
    claims: claims.map(({ id, start, end, kind, mention, source: name, reported }) => ({
      id,
      start,
      end,
      kind,
      mention,
      source: name,
      reported,
      ...timeOf(article, start),
    })),
  };
}

/** When a live blog says something: the day too, where it is known. */
function timeOf(article: Article, offset: number): { time?: string; zone?: string | null } {
  const entry = entryAt(article, offset);
  const day = dayAt(article, offset);
  return entry === undefined
    ? {}
    : { time: day === null ? `T${entry.time}` : `${day}T${entry.time}`, zone: entry.zone };
}

export const storyJson = ({ id, articles }: Story) => ({ id, articles });
