import { type Amount, amountOf } from './amount.ts';
import { isNounNext } from './fraction.ts';
import { digitsValue, ordinalAt } from './number-part.ts';
import { type FigureTokens, kindAt, lowerAt, textAt } from './token.ts';

type Tokens = FigureTokens;

/** "10th", "the third-largest", "its first": where a determiner shows that it ranks. */
export function rankAt(tokens: Tokens, i: number): Amount | null {
  const hit = ordinalAt(tokens, i);
  if (hit === null) return null;
  if (!hit.digits && !RANKED.has(lowerAt(tokens, i - 1)) && !isPlaced(tokens, i, hit.end)) return null;
  if (!hit.digits && NO_RANK.has(lowerAt(tokens, hit.end))) return null;
  // "for the first time" is no rank, "the first time since 1998" is a claim.
  if (lowerAt(tokens, hit.end) === 'time' && !/^(?:in|since)$/.test(lowerAt(tokens, hit.end + 1)))
    return null;
  return amountOf('ordinal', { value: hit.value, upper: null, form: 'words' }, null, hit.end);
}

/** "finished third", "is ninth with": a place in an order. */
const isPlaced = (tokens: Tokens, i: number, end: number): boolean =>
  PLACING.has(lowerAt(tokens, i - 1)) && !isNounNext(tokens, end) && lowerAt(tokens, i) !== 'second';

const PLACING = new Set(
  'finished finish finishes ranked ranks rank placed came comes lie lies lying sit sits stand stands are is was were'.split(
    ' ',
  ),
);

const RANKED = new Set(['the', 'a', 'its', 'his', 'her', 'their', 'our', 'my', '’s', "'s", 's']);
const NO_RANK = new Set([
  'party',
  'parties',
  'lady',
  'thing',
  'place',
  'hand',
  'of',
  'thought',
  'thoughts',
  'world',
  'name',
  'names',
  'aid',
  'responder',
  'responders',
  'glance',
  'sight',
  'instance',
  'foremost',
  'half',
  'quarter',
  'family',
]);

/** "a magnitude 6.1 earthquake", "a magnitude of 6.1" */
export function magnitudeAt(tokens: Tokens, i: number): Amount | null {
  const at = lowerAt(tokens, i - 1) === 'of' ? i - 2 : i - 1;
  if (lowerAt(tokens, at) !== 'magnitude' || kindAt(tokens, i) !== 'number') return null;
  const value = digitsValue(textAt(tokens, i));
  return value > 10 ? null : amountOf('quantity', { value, upper: null, form: 'digits' }, 'magnitude', i + 1);
}
