import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/core/text/structure.ts';

/** `kind: text` of every block. */
const shape = (text: string): string[] =>
  readArticle(text).blocks.map((b) => `${b.kind}: ${text.slice(b.start, b.end).replace(/\s+/g, ' ')}`);

const facts = (text: string): (string | null)[] => {
  const a = readArticle(text);
  return [a.headline ? text.slice(a.headline.start, a.headline.end) : null, a.date, a.outlet];
};

const LEAD = 'The harbour board voted on Tuesday to dredge the northern channel before winter.';

describe('headline, date and outlet', () => {
  const HEAD = 'Harbour Board Backs Dredging';
  const table: [string, string, (string | null)[]][] = [
    ['none', `${LEAD}\nWork starts soon.\n`, [null, null, null]],
    [
      'glued',
      `${HEAD}\n\n${LEAD}\n\nMarch 09, 2031Coast Courier\n\n${LEAD}`,
      [HEAD, '2031-03-09', 'Coast Courier'],
    ],
    [
      'placeholder above',
      `Advertisement\n\n${HEAD}\n\n9 March 2031 | Coast Courier\n\n${LEAD}`,
      [HEAD, '2031-03-09', 'Coast Courier'],
    ],
    [
      'outlet first',
      `Coast Courier - Mar. 9, 2031\n\n${HEAD}\n\n${LEAD}`,
      [HEAD, '2031-03-09', 'Coast Courier'],
    ],
    [
      'author',
      `${HEAD}\n\nBy Ada Lorn\n\nPublished: Sunday, 9 March 2031, 10:45 GMT\n\n${LEAD}`,
      [HEAD, '2031-03-09', null],
    ],
    ['place and date', `${HEAD}\n\nPortvale, 9 March 2031 – ${LEAD}`, [HEAD, '2031-03-09', null]],
    [
      'no head of a dispatch',
      `${HEAD}\n\nRepairs on 9 March 2031 – as every year – ${LEAD}`,
      [HEAD, null, null],
    ],
    ['wire', `${HEAD}\n\nPORTVALE, March 9, 2031 (Coast Wire) - ${LEAD}`, [HEAD, '2031-03-09', 'Coast Wire']],
    [
      'published and updated',
      `Home > Coast > Harbour\n${HEAD}\nPublished: 9 March 2031, 18:42 CET | Updated: 10 March 2031, 07:05 CET\n\n${LEAD}`,
      [HEAD, '2031-03-09', null],
    ],
    [
      'an office’s page',
      `Press release (2031) 044\nIssued on 09 Mar. 2031\nEnglish\nFrench\n${HEAD}\n\n${LEAD}`,
      [HEAD, '2031-03-09', null],
    ],
    ['ISO', `${HEAD}\n\n2031-03-09\n\n${LEAD}`, [HEAD, '2031-03-09', null]],
    ['ambiguous day', `${HEAD}\n\n09/03/2031\n\n${LEAD}`, [HEAD, null, null]],
    ['unambiguous day', `${HEAD}\n\n29/03/2031\n\n${LEAD}`, [HEAD, '2031-03-29', null]],
    [
      'stopped title case',
      `Harbour Board Backs Dredging Before the Winter.\n\n${LEAD}`,
      ['Harbour Board Backs Dredging Before the Winter.', null, null],
    ],
    [
      'sentence case',
      `Harbour board backs dredging\n\n${LEAD}`,
      ['Harbour board backs dredging', null, null],
    ],
    [
      'a land before the outlet',
      'Headline\n\nSOMETOWN, Nordia, March 3, 2031 (Inland Post)\n\nText here.',
      ['Headline', '2031-03-03', 'Inland Post'],
    ],
    [
      'outlet line',
      `The Coast Courier\n\nHarbour Board Backs Dredging of Channel\n\n9 March 2031\n\n${LEAD}`,
      ['Harbour Board Backs Dredging of Channel', '2031-03-09', 'The Coast Courier'],
    ],
    [
      'a place before the date, where the text says so',
      `${HEAD}\n\nBy Ada Lorn\nOstvale, 9 March 2031\n\nA crane fell in Ostvale on Sunday, the harbour board said.`,
      [HEAD, '2031-03-09', null],
    ],
    [
      'a day in brackets is no outlet',
      `${HEAD}\n\nOSTVALE (Sept. 3) — A crane fell in the harbour on Sunday, the harbour board of the town said.`,
      [HEAD, null, null],
    ],
    [
      'a date in a sentence is no dateline',
      `${HEAD}\n\nThe vote was on March 9, 2031 in Portvale.\n\n${LEAD}`,
      [HEAD, null, null],
    ],
    ['CRLF', `${HEAD}\r\n\r\n9 March 2031\r\n\r\n${LEAD}\r\n`, [HEAD, '2031-03-09', null]],
    ['empty', '', [null, null, null]],
    ['blank lines', '\n\n \r\n\t\n', [null, null, null]],
    ['one line', HEAD, [null, null, null]],
  ];
  it.each(table)('%s', (_, text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('facts go before the text', () => {
    const a = readArticle(`${HEAD}\n\n9 March 2031 | Coast Courier\n\n${LEAD}`, {
      published: '2031-03-10',
      outlet: 'Inland Post',
    });
    expect([a.date, a.outlet]).toEqual(['2031-03-10', 'Inland Post']);
  });
});

describe('blocks', () => {
  const table: [string, string, string[]][] = [
    [
      'headings, bullets and page words',
      `A Long Day at the Harbour\n\n${LEAD}\n\nCover Image\n\n“Mud Is Money — We Dig”\n\nShe listed three tasks:\n\n  • dredge the channel\n  • mend the quay\n  2) paint the crane\n\nRead more\n\n${LEAD}`,
      [
        'headline: A Long Day at the Harbour',
        `paragraph: ${LEAD}`,
        'furniture: Cover Image',
        'heading: “Mud Is Money — We Dig”',
        'paragraph: She listed three tasks:',
        'bullet: • dredge the channel',
        'bullet: • mend the quay',
        'bullet: 2) paint the crane',
        'furniture: Read more',
        `paragraph: ${LEAD}`,
      ],
    ],
    [
      'a stray comment',
      `${LEAD}\n${LEAD}\n\n\n\n\n\n\nTypical.`,
      [`paragraph: ${LEAD}`, `paragraph: ${LEAD}`, 'furniture: Typical.'],
    ],
    [
      'placeholders in brackets and for the lead picture',
      `A Long Day at the Harbour\n\n${LEAD}\n\nLead Image\n\n[Photo: the crane at dusk]\n\n${LEAD}`,
      [
        'headline: A Long Day at the Harbour',
        `paragraph: ${LEAD}`,
        'furniture: Lead Image',
        'furniture: [Photo: the crane at dusk]',
        `paragraph: ${LEAD}`,
      ],
    ],
    [
      'a block quotation without full stop is no heading',
      `${LEAD}\n\nShe said:\n\nwe will dig until the harbour is deep again\n\n${LEAD}`,
      [
        `paragraph: ${LEAD}`,
        'paragraph: She said:',
        'paragraph: we will dig until the harbour is deep again',
        `paragraph: ${LEAD}`,
      ],
    ],
    [
      'indented bullets without marks',
      `${LEAD}\n\nThe plan has two parts:\n\n    dredging the channel\n    mending the quay\n\n${LEAD}`,
      [
        `paragraph: ${LEAD}`,
        'paragraph: The plan has two parts:',
        'bullet: dredging the channel',
        'bullet: mending the quay',
        `paragraph: ${LEAD}`,
      ],
    ],
    [
      'a hard wrap',
      'The harbour board voted on Tuesday to\ndredge the northern channel. Work will\nstart in the spring, and it will end in\nthe autumn of the same year.\n\nThe mayor was glad.',
      [
        'paragraph: The harbour board voted on Tuesday to dredge the northern channel. Work will start in the spring, and it will end in the autumn of the same year.',
        'paragraph: The mayor was glad.',
      ],
    ],
    [
      'a list of statements',
      'Board backs dredging\n\nMayor resigns\n\nCrane falls\n\nFerry is late\n\nFish return',
      ['Board backs dredging', 'Mayor resigns', 'Crane falls', 'Ferry is late', 'Fish return'].map(
        (s) => `paragraph: ${s}`,
      ),
    ],
  ];
  it.each(table)('%s', (_, text, expected) => {
    expect(shape(text)).toEqual(expected);
  });

  it('reads 5 MB on one line in linear time', () => {
    const text = `${LEAD} `.repeat(62_000);
    const blocks = readArticle(text).blocks;
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.sentences).toHaveLength(62_000);
  });

  it('keeps offsets in right-to-left text and beside emoji', () => {
    const text = 'קול החוף\n\nהמועצה הצביעה ביום שלישי. 🚢🚢 העבודה תתחיל.\n';
    const article = readArticle(text);
    expect(article.blocks.flatMap((b) => b.sentences.map((s) => text.slice(s.start, s.end)))).toEqual([
      'קול החוף',
      'המועצה הצביעה ביום שלישי.',
      '🚢🚢 העבודה תתחיל.',
    ]);
  });
});

describe('entries of a live blog', () => {
  const bodyOf = (entry: string): string | undefined => entry.split(/\n+/)[1] || entry.trim();
  /** `time zone day | its first words` of every entry. */
  const entries = (text: string): string[] =>
    readArticle(text).entries.map(({ start, end, time, zone, day }) =>
      [time, zone, day, '|', bodyOf(text.slice(start, end))].filter(Boolean).join(' '),
    );
  const A = 'All passengers have left the ferry, the coastguard says.';
  const B = 'Smoke is still rising from the ferry.';
  const C = 'The ferry caught fire in the night.';
  const table: [string, string, string[]][] = [
    ['times alone', `Fire: live\n\n14:32\n\n${A}\n\n2.15pm\n\n${B}\n`, [`14:32 | ${A}`, `14:15 | ${B}`]],
    [
      'zones and other marks',
      `Fire: live\n\n10:05 GMT\n\n${A}\n\nUpdated at 9.40 a.m. BST\n\n${B}\n\n9 am\n\n${C}\n`,
      [`10:05 GMT | ${A}`, `09:40 BST | ${B}`, `09:00 | ${C}`],
    ],
    [
      'days between',
      `Fire: live\n\n10:05\n\n${A}\n\nTuesday, 6 May 2031\n\n09:12\n\n${B}\n\n08:40, 5 May 2031\n\n${C}\n`,
      [`10:05 | ${A}`, `09:12 2031-05-06 | ${B}`, `08:40 2031-05-05 | ${C}`],
    ],
    [
      'times before the words',
      `Fire: live\n\n14:32 – ${A}\n\n14:15: ${B}\n\n13:50 GMT ${C}\n`,
      [`14:32 | 14:32 – ${A}`, `14:15 | 14:15: ${B}`, `13:50 GMT | 13:50 GMT ${C}`],
    ],
    ['a time of publication', `Fire\n\n9 March 2031 10:45 GMT\n\n${A}\n\n${B}\n`, []],
    ['one time', `Fire\n\n${A}\n\n10:45\n\n${B}\n`, []],
    ['numbers and scores', `Fire\n\n14 people left.\n\n3.15 percent did not.\n\n2:1 was the score.\n`, []],
  ];
  it.each(table)('%s', (_, text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  const ends: [string, string][] = [
    [
      `Fire: live\n\n14:32\n\n${A}\n\n14:15\n\n${B}\n\n|Correction: the ferry has two decks, not three.\n`,
      'alone',
    ],
    [
      `Fire: live\n\n14:32 – ${A}\n\n14:15: ${B}\n\n13:50: ${C}\n\n|Editor’s note: times are local.\n`,
      'in line',
    ],
    [
      `Fire: live\n\n14:32\n\n${A}\n\n14:15\n\n${B}\n\n|This live blog was amended on 7 May 2031.\n`,
      'amended',
    ],
    [
      `Fire: live\n\n14:32\n\n${A}\n\n14:15\n\nCorrection: it has two decks.\n\n${B}\n|`,
      'an entry of its own',
    ],
    [`Fire: live\n\n14:32\n\n${A}\n\n14:15\n\n${B}\n\nCorrection of the course failed.\n|`, 'no note'],
  ];
  it.each(ends)('end before what is said of the whole: %#', (marked, _) => {
    const end = marked.indexOf('|');
    expect(readArticle(marked.replace('|', '')).entries.at(-1)?.end).toBe(end);
  });

  it('are headed by lines that claim nothing', () => {
    const blocks = shape(`Fire: live\n\n14:32\n\n${A}\n\n6 May 2031\n\n2.15pm\n\n${B}\n`);
    expect(blocks).toEqual([
      'headline: Fire: live',
      'dateline: 14:32',
      `paragraph: ${A}`,
      'dateline: 6 May 2031',
      'dateline: 2.15pm',
      `paragraph: ${B}`,
    ]);
  });
});
