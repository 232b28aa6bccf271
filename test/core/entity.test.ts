import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntities } from '../../src/core/mentions/names/entity.ts';
import { nameTokens, splitForNames, wordOf } from '../../src/core/mentions/names/tokens.ts';
import { readWords } from '../../src/core/mentions/text-words.ts';
import { readArticle } from '../../src/core/text/structure.ts';

/** Names of a text as "[name|type]" marks, where they stand. */
function marked(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, type } of findEntities(readArticle(text))) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}|${type}]`;
    at = end;
  }
  return out + text.slice(at);
}

const plain = (text: string): string => text.replace(/\[([^|\]]*)\|\w+\]/g, '$1');

describe('findEntities', () => {
  it.each([
    [
      'titles are no part of a name',
      '[Norwegian|group] Prime Minister [Ingrid Solberg|person] met President [Paul Dawson|person] in [Oslo|place].',
    ],
    ['where a dispatch comes from', '[HAVENSUND|place] - Repairs to the pier will take nine weeks.'],
    ['a kind of article is no place', 'FACTBOX - Repairs to the pier will take nine weeks.'],
    [
      'what the law calls a firm',
      'The ferry firm [Velmark Lines AB|organization] said in [Oslo|place] that [Velmark|organization] sails again.',
    ],
    [
      'a firm and who founded it',
      '[Varnholt|organization] shares fell after [Elias Varnholt|person] quit. [Varnholt|person] said [Varnholt AG|organization] was well.',
    ],
    [
      'a firm by its shares, all through the article',
      'Shares in [Norvane|organization] fell in [Oslo|place]. On Monday [Norvane|organization] said profits rose 4%.',
    ],
    [
      'a body by what stands before its name',
      'Crypto platform [Varnex|organization] is shut. [Varnex|organization] has users. [Airline Skyvane|organization] cancelled flights. [Skyvane|organization] said it was sorry.',
    ],
    [
      'a land by its ministry, regulator or bank',
      '[Nordal|place]’s health ministry spoke. [Velkara|place]’s financial regulator, and [Oskara|place]’s central bank, did not.',
    ],
    [
      'whose survey it is',
      'A survey by [Polvark|organization] gave her 47 per cent. [Polvark|organization] asked 900 people.',
    ],
    [
      'who holds an office, behind a comma',
      'The union asked for more. Its president, [Solveig Aas|person], called the offer a joke.',
    ],
    ['a year is no name', 'The bath is of A.D. 120, it said.'],
    [
      'what a firm is by law, behind a comma',
      'On Monday they bought [Brask Gold, Inc.|organization] for a song.',
    ],
    [
      'who sends a dispatch, in capitals',
      '[AUSTIN|place], [Texas|place]--([BUSINESS WIRE|organization])--[Merrow Systems Inc.|organization] said it had hired a chief.',
    ],
    [
      'two places',
      'Talks between [Nordia|place] and [Veldor|place] broke down. In [Selmouth|place] and [Brackwater|place] homes were lost.',
    ],
    [
      'the people of a place',
      'Talks in [Veldor|place] broke down. On Monday most [Veldorans|group] said they were glad.',
    ],
    ['what shortens a term', 'On Monday the case fatality rate (CFR) was put at 3 per cent.'],
    [
      'where a dispatch comes from, with its day',
      '[SELMOUTH|place], Oct 30 — The ferries were late on Monday, and nobody knew why.',
    ],
    [
      'a storm by its name alone',
      '[Storm Ottoline|event] hit the coast. On Monday [Ottoline|event] was expected to cross it.',
    ],
    ['a son behind a comma', 'On Monday [Edward Calloway, Jr.|person], a director, said so.'],
    ['a day behind a name', '[European Union|organization] on Friday said it would fine the firm.'],
    [
      'a rival',
      'Rival [Kestrel|organization] said it would cut its prices. Analyst [Mona Grieg|person] said so.',
    ],
    ['a case in court', 'The court that decided [Roe v. Wade|other] in 1973 is another one.'],
    ['partners', '[Johnson & Johnson|organization] said on Monday it would recall the powder.'],
    [
      'honours behind a name',
      '[Simon Fell|person] QC spoke. [Maria Quill|person] OBE and [Tom Bell|person] KC agreed.',
    ],
    ['where a judge sits', 'On Monday [U.S.|place] District Judge [Ada Lorn|person] ruled on it.'],
    ['abbreviations that name nobody', 'In a Q&A with an NGO, [Lorn|person] spoke of the pier on Monday.'],
    [
      'forms of address',
      'Later Mr. [Dawson|person] and Dr. [Helen Whitfield|person] spoke in [London|place].',
    ],
    [
      'a name that nothing but its form of address tells',
      'They met Mr. [Orlan|person] and Mrs. [Tarn|person] on Monday.',
    ],
    [
      'a title in capitals is no name of its own',
      'This is what they said.\n\nREP. [TOM HOLLIS|person]: We have paid for this bridge twice already.',
    ],
    [
      'a second title is no name of its own',
      'The order came from Lt. Gov. [Orlan|person] and Maj. Gen. [Helen Whitfield|person] on Monday.',
    ],
    [
      'headings in Title Case',
      'Exit Sparks [Norwegian|group] Unease\n\nThe envoy left [Oslo|place] on Monday, and the ministers of [Norway|place] were upset about it.',
    ],
    [
      'results behind who has them',
      'The poll has the [Workers Party|organization] 24 percent, the [Liberal Party|organization] 8.8. In May: [Workers Party|organization] 31, [Liberal Party|organization] 7.',
    ],
    ['a channel keeps its number', 'She told [Channel 4|organization] so.'],
    [
      'two lands joined by a hyphen',
      '[Norway|place]-[Denmark|place] war: what we know\n\nThe [US|place]-[China|place] talks, the [France|place]–[Italy|place] line and the [Franco-German|group] plan failed in [Guinea-Bissau|place].',
    ],
    ['both lands in a war’s name', 'The [Norway-Denmark War|event] ended in [Oslo|place].'],
    ['a verb that begins a heading', 'Sparks Fly at Council Meeting Over Harbour Tax\n\nIt rained on them.'],
    ['a heading of words', 'New Poll Finds Few Are Happy With Ferries\n\nIt rained on them.'],
    [
      'what is in somebody’s style',
      '[Norway|place]-Style Ferries Fail In [Oslo|place]\n\nIt rained on them.',
    ],
    ['a storm', '[Storm Ingrid|event] hit the coast.'],
    [
      'the land in a dateline',
      '[OSTER|place], [Velmar|place] ([Reuters|organization]) - [Velmar|place]’s runoff failed.',
    ],
    [
      'who has a profession',
      'The trade ended, according to [Ruta Dahl|person], a retired historian at the [University of Oslo|organization].',
    ],
    [
      'the sides of a match',
      '[Marle Park|organization] 2-1 [Weston Vale|organization]\n\n[Weston|organization] boss [Ada Lorn|person] left. [Weston|organization] lost. Even [Lorn|person] captain [Mina Aoki|person] wept.',
    ],
    ['the players of one', '[Anna Lorn|person] 6-4 [Maria Aoki|person]\n\nIt rained on them.'],
    [
      'a firm by what it makes, and its founder',
      '[Halvorsen Foods|organization] shrank. Chief executive [Nils Halvorsen|person] left. [Bryce Motors|organization] grew. [Halvorsen|person] said so.',
    ],
    ['a firm by its first word', '[Quorin Systems|organization] grew. [Quorin|organization] said so.'],
    ['whose turn it is to speak', 'Q: Do you swim?\n\nA: Every day.'],
    ['where a dispatch comes from', '[VELDOR|place], June 14 ([Reuters|organization]) - The ferries ran.'],
    [
      'a place and whom it sends',
      '[Norway|place]’s [Halvard|person], whose talks failed, left. [Hungary|place]’s [Draghici|person] said nothing.',
    ],
    [
      'a country by its parliament',
      '[Velmar|place] walks out of talks\n\nThe envoys of [Velmar|place] left. [Velmar|place]’s deputy prime minister, [Ilena Draghici|person], said so.',
    ],
    ['a role alone at the beginning', 'Mayor declares a day of mourning in [London|place].'],
    [
      'a newspaper',
      'According to documents seen by The [Oslo Courier|organization], the mayor of [London|place] left.',
    ],
    ['possessive ending', '[Canada|place]’s minister called it [Germany|place]’s problem.'],
    ['hyphenated adjectives', 'Three [Russia|place]-linked tankers left [Turkey|place].'],
    ['abbreviations with full stops', 'The [U.S.|place] delegation left [Geneva|place] on Monday.'],
    ['abbreviations that name nobody', 'Spending rose to 2 percent of GDP, the CEO said.'],
    ['events by their heads', 'It was agreed at the [Ottawa Summit|event] in June.'],
    ['an institution that stands alone', 'The bill now goes to [Parliament|organization] for debate.'],
    ['nationalities', 'Several [French|group] and [Ukrainian|group] soldiers were hurt.'],
    [
      'an acronym by its initials',
      'The [Harbour Trust Board|organization] ([HTB|organization]) met. The [HTB|organization] agreed.',
    ],
    ['money of a country', 'It cost US$5 million, or 6 million US dollars.'],
    ['a dispatch from a place in capitals', '[CAIRO|place] - Ministers met on Monday to talk.'],
    ['the end of a compound', 'Staff of [Chick-fil-A|organization] in [London|place] left.'],
    ['a hyphenated surname', 'The teacher [Anna Adler-Voss|person] spoke at length.'],
    [
      'a sentence of names only is no heading',
      'Among the buyers were [Norway Shipping Group|organization], [Canada Freight Company|organization], [Germany Steel Corporation|organization].\nThe ships later left [Norway|place] and went on to [Canada|place] before winter.',
    ],
    ['a son named like his father', 'Later [Paul Dawson Jr.|person] spoke, and [Dawson|person] left.'],
    ['a nickname inside a name', 'The captain, [Paul “Fox” Dawson|person], left [London|place].'],
    ['a name with an epithet', 'The heir of [Frederick the Elder|person] reigned in [Vienna|place].'],
    ['a role with an article', 'The Pope spoke, and the Captain left [London|place].'],
    ['a name at birth', 'The teacher, née [Anna Whitfield|person], spoke.'],
    ['a realm', 'They left the [Republic of Poland|place] for the [Gulf of Finland|place].'],
    ['a railway between places', 'The [Oslo, Bergen and Vienna Railway|place] closed in March.'],
    ['a newspaper of a place', 'The report in the [Vienna Herald|organization] was false.'],
    ['no names', 'The meeting went on until late in the evening, and nobody left.'],
  ])('%s', (_about, text) => {
    expect(marked(plain(text))).toBe(text);
  });

  it('finds a surname wherever the article has it once it is known', () => {
    const text =
      'Minister Helen Whitfield spoke on Monday. Whitfield left early.\n\nWhitfield’s office said so.';
    expect(findEntities(readArticle(text)).map((e) => text.slice(e.start, e.end))).toEqual([
      'Helen Whitfield',
      'Whitfield',
      'Whitfield',
    ]);
  });

  it('gives spans inside the text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const article = readArticle(text);
        let end = 0;
        for (const entity of findEntities(article)) {
          expect(entity.start).toBeGreaterThanOrEqual(end);
          expect(entity.end).toBeGreaterThan(entity.start);
          end = entity.end;
        }
        expect(end).toBeLessThanOrEqual(article.text.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('splitForNames', () => {
  it.each([
    ['Russia-linked vessels', 'Russia|-|linked|vessels'],
    ['Rutherford’s plan', 'Rutherford|’s|plan'],
    ["the ministers' plan", "the|ministers|'|plan"],
    ["O'Brien and N’Djamena", "O'Brien|and|N’Djamena"],
    ['the U.S. and U.N.', 'the|U.S.|and|U.N.'],
    ['Gen. John J. Adler', 'Gen.|John|J.|Adler'],
    ['5,000 in G20', '5,000|in|G20'],
    ['AT&T (“a”)', 'AT&T|(|“|a|”|)'],
    ['😀 Oslo', '😀|Oslo'],
    ['It ended. Then', 'It|ended|.|Then'],
  ])('%s', (text, parts) => {
    const tokens = nameTokens();
    splitForNames(text, { start: 0, end: text.length }, tokens, readWords(text));
    expect(Array.from({ length: tokens.count }, (_, i) => wordOf(text, tokens, i)).join('|')).toBe(parts);
  });
});
