import type { Quotation } from '../../src/core/mentions/mention.ts';
import { type Span, textOf } from '../../src/core/text/span.ts';
import type { GoldQuotation } from './gold.ts';
import { counted, type Say, type Scored } from './scored.ts';
import {
  atLeast,
  count,
  detection,
  f1,
  likeness,
  type Measure,
  pairUp,
  ratio,
  type Share,
  share,
} from './tally.ts';

export function scoreQuotations(documents: readonly Scored[], say: Say): Measure[] {
  const detected = detection();
  const speaker = share();
  for (const { gold, analysis } of documents) {
    const { text } = analysis.article;
    const found = counted(analysis.quotations, gold.quotations, gold.optional.quotations);
    const pairs = pairUp(gold.quotations, found, (g, f) => {
      const like = likeness(words(text, g), words(text, f));
      return like >= 0.8 ? like : 0;
    });
    detected.both += pairs.size;
    detected.asked += gold.quotations.length;
    detected.found += found.length;
    for (const asked of gold.quotations) saySpeaker(asked, pairs.get(asked), speaker, say);
    const matched = new Set(pairs.values());
    for (const f of found) if (!matched.has(f)) say(`${gold.file}: no quotation: ${textOf(text, f)}`);
  }
  return [
    atLeast('quotations: F1', f1(detected), 0.97),
    atLeast('quotations: speaker right', ratio(speaker), 0.95),
  ];
}

function saySpeaker(asked: GoldQuotation, found: Quotation | undefined, speaker: Share, say: Say): void {
  if (found === undefined) {
    say(`${asked.id}: quotation not found: ${asked.exact}`);
    return;
  }
  const name = found.source?.name ?? null;
  const right = [asked.source, ...(asked.alsoAccept ?? [])].some((accepted) => sameName(accepted, name));
  if (!count(speaker, right))
    say(`${asked.id}: speaker is ${name}, should be ${asked.source}: ${asked.exact}`);
  if (found.form !== asked.form)
    say(`${asked.id}: form is ${found.form}, should be ${asked.form}: ${asked.exact}`);
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|a|an|some) /, '')
    .replace(/\s+/g, ' ');

/** A title may stand before the name that was found. */
function sameName(asked: string | null, found: string | null): boolean {
  if (asked === null || found === null) return asked === found;
  return plain(found) === plain(asked) || plain(found).endsWith(` ${plain(asked)}`);
}

/** The words without marks, commas and spaces at their two ends. */
function words(text: string, span: Span): Span {
  const edge = /[\s“”‘’"',.•]/;
  let { start, end } = span;
  while (start < end && edge.test(text.charAt(start))) start++;
  while (end > start && edge.test(text.charAt(end - 1))) end--;
  return { start, end };
}
