import { GAZETTEER, type Gazetteer, NO_GAZETTEER } from '../../lexicon/gazetteer.ts';
import type { Article, Block } from '../../text/article.ts';
import { gathered } from '../../text/gathered.ts';
import { byPosition, overlaps, type Span } from '../../text/span.ts';
import { COMPLETE, type Without } from '../component.ts';
import { tagNames } from '../tagger/tagger.ts';
import { prepare } from '../tagger/text.ts';
import { trainedModel } from '../tagger/weights.ts';
import { type WordTable, wordTable } from '../tagger/words.ts';
import { readWords } from '../text-words.ts';
import { dispatchPlace } from './dispatch.ts';
import type { EntityDraft } from './draft.ts';
import { refineNames } from './rules.ts';

/** How much the rest of the article says about a word: set on development data. */
const VOTE = 0.8;
/** Words that are kept from article to article. */
const MOST_WORDS = 60_000;

const tables = new Map<Gazetteer, WordTable>();

function tableFor(gazetteer: Gazetteer): WordTable {
  const kept = tables.get(gazetteer);
  if (kept !== undefined && kept.count <= MOST_WORDS) return kept;
  const fresh = wordTable(gazetteer);
  tables.set(gazetteer, fresh);
  return fresh;
}

/** Names in the article, sorted and not overlapping; furniture and datelines have none but the outlet's. */
export function findEntities(
  article: Article,
  without: Without = COMPLETE,
  words = readWords(article.text),
): EntityDraft[] {
  const table = tableFor(without.has('gazetteer') ? NO_GAZETTEER : GAZETTEER);
  const blocks = article.blocks.filter((block) => block.kind !== 'furniture' && block.kind !== 'dateline');
  const stretches = gathered(blocks, stretchesOf);
  const vote = without.has('document-vote') ? 0 : VOTE;
  const tagged = without.has('tagger')
    ? { tokens: prepare(article.text, stretches, table, words), names: [] }
    : tagNames(article.text, stretches, trainedModel(), table, { vote }, words);
  const names = refineNames(article.text, tagged.tokens, table, tagged.names);
  const place = dispatchPlace(article);
  const drafts = place === null ? names : [place, ...names.filter((name) => !overlaps(name, place))];
  const { outletSpan } = article;
  if (!outletSpan) return withoutOverlaps(drafts);
  // Who prints it is a body, whatever the tagger makes of a name between brackets.
  const others = drafts.filter((draft) => !overlaps(draft, outletSpan));
  const { start, end } = outletSpan;
  return withoutOverlaps([...others, { start, end, type: 'organization' }]);
}

const stretchesOf = (block: Block): readonly Span[] =>
  block.sentences.length > 0 ? block.sentences : [block];

function withoutOverlaps(drafts: EntityDraft[]): EntityDraft[] {
  let end = 0;
  return drafts.sort(byPosition).filter((draft) => {
    if (draft.start < end) return false;
    end = draft.end;
    return true;
  });
}
