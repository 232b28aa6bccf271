import type { ParagraphSelector, Selectors } from '../anchors/selector.ts';
import type { Span } from '../text/span.ts';
import { say, type Wording } from '../text/wording.ts';
import { type Entry, isNothing } from './document.ts';
import { SELECTOR_KEYS } from './fields.ts';
import type { Reader } from './reader.ts';

/** Selectors under a key of the entry `id`, whose own place is `owner`; null after a report. */
export function readSelectors(
  reader: Reader,
  entry: Entry | undefined,
  id: string,
  owner: Span,
): Selectors | null {
  const map = reader.map(entry);
  if (map) return readSelectorEntries(reader, reader.known(map, SELECTOR_KEYS, say('selectors')), id, owner);
  if (!entry || isNothing(entry.node))
    reader.report('sidecar-missing', silence(id, entry?.key ?? 'selectors'), owner);
  return null;
}

const silence = (id: string, missing: string): Wording =>
  say('"{0}" does not say which words it is about: "{1}" is missing.', id, missing);

/** The quote is all that must be there: people write selectors by hand too. */
export function readSelectorEntries(
  reader: Reader,
  entries: ReadonlyMap<string, Entry>,
  id: string,
  owner: Span,
): Selectors | null {
  const exact = reader.text(entries.get('exact'));
  if (!exact) {
    reader.report('sidecar-missing', silence(id, 'exact'), owner);
    return null;
  }
  const start = reader.number(entries.get('start'), 0);
  const text = reader.text(entries.get('text'));
  const hasParagraph = ['paragraph', 'offset', 'rest'].every((key) => entries.has(key));
  return {
    quote: {
      exact,
      prefix: reader.text(entries.get('prefix')) ?? '',
      suffix: reader.text(entries.get('suffix')) ?? '',
    },
    position: { start, end: reader.number(entries.get('end'), start + exact.length) },
    ...(hasParagraph ? { paragraph: readParagraph(reader, entries) } : {}),
    ...(entries.has('copies') ? { copies: reader.number(entries.get('copies'), 0) } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

function readParagraph(reader: Reader, entries: ReadonlyMap<string, Entry>): ParagraphSelector {
  return {
    ordinal: reader.number(entries.get('paragraph'), 1),
    offset: reader.number(entries.get('offset'), 0),
    rest: reader.number(entries.get('rest'), 0),
    before: reader.text(entries.get('before')) ?? '',
    after: reader.text(entries.get('after')) ?? '',
  };
}
