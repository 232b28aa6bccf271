import type { Article } from '../../text/article.ts';
import { gathered } from '../../text/gathered.ts';
import { indexAt, type Span, textOf } from '../../text/span.ts';
import { idNamer } from '../../text/stable-id.ts';
import { COMPLETE, type Without } from '../component.ts';
import type { Chain, Entity, IndirectSpeech, Quotation, Source } from '../mention.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';
import { readWords } from '../text-words.ts';
import { headingSources, isHeading } from './heading.ts';
import { indirectIn, type Reported } from './indirect.ts';
import { type Given, noMemory } from './memory.ts';
import { phrasesOf } from './phrases.ts';
import { readPhrase } from './read.ts';
import { type Resolve, sourceResolver } from './resolve.ts';
import { isSpeech } from './speech.ts';
import { readSpill } from './spilt.ts';

export interface Attributed {
  readonly quotations: Quotation[];
  readonly indirect: IndirectSpeech[];
}

/** Cue and source of every quotation, and indirect speech. */
export function attribute(
  article: Article,
  drafts: readonly QuotationDraft[],
  entities: readonly Entity[],
  chains: readonly Chain[],
  without: Without = COMPLETE,
  words = readWords(article.text),
): Attributed {
  const narration = { article, names: entities, words };
  const given: Given[] = drafts.map((_, i) => ({ attribution: null, utterance: i, by: 'none' }));
  const reported: Reported[] = [];
  const place = { text: article.text, drafts, given, memory: noMemory(), without };
  let q = 0;
  let open = -1;
  article.blocks.forEach((block, index) => {
    const first = q;
    while (q < drafts.length && drafts[q]?.block === index) q++;
    if (block.kind === 'furniture' || block.kind === 'dateline') return;
    // A heading hands no speaker on, nor takes one over.
    const apart = block.kind !== 'paragraph' && block.kind !== 'bullet';
    const phrases = phrasesOf(narration, index, drafts, first, q);
    for (const [p, phrase] of phrases.entries()) {
      readPhrase(phrase, p, phrases[p + 1], apart ? { ...place, memory: noMemory() } : place);
      for (const one of indirectIn(phrase)) reported.push(one);
    }
    if (drafts[open]?.rests.at(-1)?.start === block.start) readSpill(narration, index, open, place);
    if ((drafts[q - 1]?.rests.length ?? 0) > 0) open = q - 1;
  });
  return resolved(
    article,
    drafts,
    given,
    reported,
    sourceResolver(article, entities, chains, drafts, without),
    without,
  );
}

/** Resolves sources in order of position, so that pronouns see who was named before them. */
function resolved(
  article: Article,
  drafts: readonly QuotationDraft[],
  given: readonly Given[],
  reported: readonly Reported[],
  resolve: Resolve,
  without: Without,
): Attributed {
  const spans = [
    ...given.map((g) => g.attribution?.source ?? null),
    ...reported.map((r) => r.attribution.source),
  ];
  const inOrder = spans.filter((span) => span !== null).sort((a, b) => a.start - b.start);
  for (const span of inOrder) resolve(span);
  const nameId = idNamer('q');
  const kept = drafts.map(
    (draft, i) =>
      without.has('speech') ||
      isSpeech(article, draft, given[i]?.by ?? 'none', resolve(given[i]?.attribution?.source ?? null)),
  );
  const sources = given.map((own) => resolve(own.attribution?.source ?? null));
  const open = drafts.map(
    (draft, i) => given[i]?.by !== 'cue' && isHeading(article, draft) && !without.has('heading'),
  );
  const quotedIn = headingSources(article, drafts, open, sources);
  const ids = drafts.map((draft, i) => (kept[i] ? nameId(textOf(article.text, draft)) : ''));
  const quotations = drafts.map((draft, i): Quotation => {
    const { start, end, form, content } = draft;
    const own = given[i];
    return {
      id: ids[i] ?? '',
      start,
      end,
      form,
      content,
      utterance: ids[own?.utterance ?? i] || (ids[i] ?? ''),
      source: (open[i] ? quotedIn(draft) : null) ?? sources[i] ?? null,
      cue: placeOf(own?.attribution?.cue ?? null),
    };
  });
  const spilt = gathered(drafts, ({ rests }, i): IndirectSpeech[] => {
    const cue = placeOf(given[i]?.attribution?.cue ?? null);
    const source = known(sources[i] ?? null);
    return cue ? rests.map(({ start, end }) => ({ start, end, source, cue })) : [];
  });
  const told = reported.filter(({ start }) => (spilt[indexAt(spilt, start)]?.start ?? start + 1) > start);
  const indirect = told.map(({ start, end, attribution }): IndirectSpeech => {
    return { start, end, source: known(resolve(attribution.source)), cue: attribution.cue };
  });
  return {
    quotations: quotations.filter((_, i) => kept[i]),
    indirect: [...indirect, ...spilt].sort((a, b) => a.start - b.start),
  };
}

/** A cue may be an item of its sentence: readers of mentions get its place alone. */
const placeOf = (span: Span | null): Span | null => span && { start: span.start, end: span.end };

/** A pronoun that stands for nobody told names nobody. */
const known = (source: Source | null): Source | null =>
  source !== null &&
  source.chain === null &&
  /^(?:he|she|it|they|who|this|that|these|those)$/i.test(source.name)
    ? null
    : source;
