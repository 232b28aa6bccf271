import { BODY_HEADS } from '../../lexicon/institutions.ts';
import type { EntityType } from '../mention.ts';
import { WORD } from '../tagger/word-flags.ts';
import { SHAPE } from './shape.ts';
import { isKnownAs, type TokenName, type Words } from './token-name.ts';

/** Types that a name's own first word, its apposition or its longer form in the article tells. */

/** Who is a person, and never a body: "Ada Lorn, a historian". A "-er" may be a firm. */
const PROFESSION = /(?:[a-z]ist|ian|man|woman)$/;
const PROFESSIONS: ReadonlySet<string> = new Set(
  `professor nurse teacher lawyer student farmer doctor mother father widow widower lecturer senator lawmaker
  pensioner novelist poet grandmother grandfather retiree schoolteacher housewife`.split(/\s+/),
);
/** First words of towns and mountains. */
const SITES: ReadonlySet<string> = new Set('Port Mount Fort Cape'.split(' '));
const STORMS: ReadonlySet<string> = new Set('Storm Hurricane Typhoon Cyclone'.split(' '));
/** Last words of firms' names, and of nobody's. */
const FIRMS: ReadonlySet<string> = new Set(
  `Systems Research Group Corp Corporation Inc Ltd Technologies Holdings Partners Motors Industries Pharmaceuticals
  Labs Laboratories Software Networks Airlines Airways Energy Pharma Semiconductor Semiconductors Therapeutics Capital
  Foods Brothers Securities Robotics Biosciences Properties Logistics Petroleum Breweries Telecom Media Dynamics Aerospace
  Insurance Advisors Associates Ventures Stores Supermarkets Resorts Studios Pictures Records Utilities Chemicals Minerals
  Electronics Instruments Textiles Enterprises Solutions Analytics Healthcare Homes`.split(/\s+/),
);

/** What stands before the name of a body that it is: "crypto platform Varnholt", "the retailer Varnholt". */
export const KINDS: ReadonlySet<string> = new Set(
  `platform exchange airline chain maker carmaker chipmaker drugmaker automaker retailer lender insurer broadcaster
  brewer carrier startup start-up app firm company conglomerate charity newspaper website`.split(/\s+/),
);

/** Endings of firms' names that the law gives them. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'AB ASA Oyj Abp SpA NV BV AG GmbH Plc PLC LLC LLP Ltd Limited Inc Corp Corporation Bhd Pty SAS KGaA'.split(
    ' ',
  ),
);

/** First words of firms that the article names whole: "Quorin" where it has "Quorin Systems". */
export function firmsIn(names: readonly TokenName[], words: Words): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to, type } of names)
    if (to - from > 1 && isFirm(type, words.at(to - 1))) found.add(words.at(from));
    // "Airline Quorin" opens a sentence.
    else if (to - from === 2 && KINDS.has(words.at(from).toLowerCase())) found.add(words.at(from + 1));
  return found;
}

const isFirm = (type: EntityType, last: string): boolean =>
  (type !== 'place' && FIRMS.has(last)) || (type !== 'person' && isLegalForm(last));

/** "AG", "Inc." */
export const isLegalForm = (word: string): boolean => LEGAL_FORMS.has(word.replace('.', ''));

/** What storms are called: "Ottoline" where the article has "Storm Ottoline". */
export function stormsIn(names: readonly TokenName[], words: Words): ReadonlySet<string> {
  const called = names.filter(({ from, to }) => to - from === 2 && STORMS.has(words.at(from)));
  return new Set(called.map(({ from }) => words.at(from + 1)));
}

export function toldType(name: TokenName, firms: ReadonlySet<string>, words: Words): EntityType | null {
  const { at, of, table } = words;
  const { from, to, type } = name;
  if (to - from === 1) {
    const unknown = (): boolean =>
      table.gazetteer.lookUp(at(from)) === undefined && !table.gazetteer.isGivenName(at(from));
    return type !== 'organization' && firms.has(at(from)) && unknown() ? 'organization' : null;
  }
  if (at(from) === 'Radio' && type === 'place') return 'organization';
  if (type === 'place' && FIRMS.has(at(to - 1)) && table.gazetteer.lookUp(of(name)) === undefined)
    return 'organization';
  if (type !== 'person' && isLegalForm(at(to - 1))) return 'organization';
  if (type === 'person' && FIRMS.has(at(to - 1))) return 'organization';
  if (to - from > 3 || type === 'event') return null;
  if ((type === 'person' || type === 'place') && STORMS.has(at(from))) return 'event';
  if (type === 'person') return to - from === 2 && SITES.has(at(from)) ? 'place' : null;
  if (type === 'other' && isHolder(name, words)) return 'person';
  const named = BODY_HEADS.has(at(to - 1)) || FIRMS.has(at(to - 1));
  if (named || !hasProfession(to, words) || table.gazetteer.lookUp(of(name)) !== undefined) return null;
  return 'person';
}

/** "Its president, Ada Lorn, said" */
const isHolder = ({ from, to }: TokenName, words: Words): boolean =>
  to - from === 2 &&
  words.at(from - 1) === ',' &&
  words.at(to) === ',' &&
  isKnownAs(from - 2, WORD.role, words);

/** ", a historian", ", the retired nurse" behind a name. */
function hasProfession(at: number, { at: word, tokens }: Words): boolean {
  if (word(at) !== ',' || !/^(?:an?|the)$/.test(word(at + 1))) return false;
  for (let i = at + 2; i < at + 5 && tokens.shape[i] === SHAPE.lower; i++) {
    const noun = word(i);
    if (
      tokens.shape[i + 1] === SHAPE.lower &&
      !/^(?:at|who|from|in|of|with|and|for|whose)$/.test(word(i + 1))
    )
      continue;
    return PROFESSIONS.has(noun) || PROFESSION.test(noun);
  }
  return false;
}
