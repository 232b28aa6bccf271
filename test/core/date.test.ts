import { describe, expect, it } from 'vitest';
import {
  easter,
  iso,
  isoWeek,
  nthWeekday,
  parseCivil,
  weekdayOf,
} from '../../src/core/mentions/dates/civil.ts';
import { found } from '../support/figures.ts';

/** Each row: the article's date, a text with its dates marked, then their TIMEX3 values. */
type Row = readonly [string | null, string, ...(string | number)[]];

const check = (rows: readonly Row[]): void => {
  it.each(rows.map(([date, text, ...values]) => ({ date, text, values })))(
    '$text',
    ({ date, text, values }) => {
      const { text: seen, drafts } = found(text, date);
      expect([seen, ...drafts.map((draft) => draft.value)]).toEqual([text, ...values]);
    },
  );
};

describe('dates as written', () => {
  check([
    [
      null,
      'On ⟦March 5, 1946⟧, ⟦11 December 2009⟧ and ⟦2019-09-01⟧.',
      '1946-03-05',
      '2009-12-11',
      '2019-09-01',
    ],
    [null, 'in ⟦July 1997⟧, since ⟦2014⟧, by ⟦2030⟧', '1997-07', '2014', '2030'],
    [null, 'the ⟦1960s⟧, ⟦early 1990s⟧, ⟦mid-2011⟧', '196X', '199X', '2011'],
    [null, 'the ⟦20th century⟧ and the ⟦2014-15⟧ season', '19XX', '2014/2015'],
    [null, 'the ⟦first quarter of 2014⟧, ⟦Q3 2020⟧, ⟦summer of 2016⟧', '2014-Q1', '2020-Q3', '2016-SU'],
    [null, 'between ⟦1994⟧ and ⟦1997⟧', '1994', '1997'],
    [null, 'between ⟦A.D. 120⟧ and ⟦160⟧, in ⟦AD 138–161⟧', '0120', '0160', '0138/0161'],
    [null, 'built in ⟦44 BC⟧, burnt in ⟦1066 CE⟧', 'BC0044', '1066'],
    [null, 'on ⟦7/8/07⟧ and ⟦13.2.2020⟧', '2007-07-08', '2020-02-13'],
    [null, '⟦Christmas Day 2019⟧, ⟦Easter 2024⟧', '2019-12-25', '2024-03-31'],
    [null, '⟦Election Day 2016⟧, ⟦Black Friday 2010⟧', '2016-11-08', '2010-11-26'],
    [
      null,
      'the ⟦fourth of July 1995⟧, ⟦May first⟧, the ⟦March⟧ first quarter',
      '1995-07-04',
      'XXXX-05-01',
      'XXXX-03',
    ],
    [null, 'on ⟦18⟧ and ⟦19 June 2012⟧', '2012-06-18', '2012-06-19'],
    [null, 'between ⟦4⟧ and ⟦6 May 2026⟧', '2026-05-04', '2026-05-06'],
    [null, 'on ⟦April 24⟧ and ⟦25⟧ at sea', 'XXXX-04-24', 'XXXX-04-25'],
    [null, 'last week he said today that it may march on'],
    [null, 'They may March May Orlan to sea in a recent decade'],
    [null, 'It sold ⟦2000 boats⟧.', 2000],
  ]);
});

// 2024-05-15 is a Wednesday.
describe('dates against the article’s date', () => {
  check([
    ['2024-05-15', '⟦Today⟧, ⟦yesterday⟧ and ⟦tomorrow⟧', '2024-05-15', '2024-05-14', '2024-05-16'],
    ['2024-05-15', 'She said ⟦Monday⟧ that she will dig ⟦Friday⟧.', '2024-05-13', '2024-05-17'],
    [
      '2024-05-15',
      'on ⟦Tuesday night⟧, ⟦last Wednesday⟧, ⟦next Monday⟧',
      '2024-05-14TNI',
      '2024-05-08',
      '2024-05-20',
    ],
    ['2024-05-15', '⟦last week⟧, ⟦this month⟧, ⟦next year⟧', '2024-W19', '2024-05', '2025'],
    ['2024-05-15', '⟦two years ago⟧, ⟦six weeks ago⟧, ⟦11 days ago⟧', '2022', '2024-W14', '2024-05-04'],
    ['2024-05-15', 'the ⟦past 20 years⟧, ⟦the weekend⟧', 'P20Y', '2024-W19-WE'],
    [
      '2024-05-15',
      'will reopen by ⟦the weekend⟧. Rain is expected over ⟦the weekend⟧. It rained over ⟦the weekend⟧.',
      '2024-W20-WE',
      '2024-W20-WE',
      '2024-W19-WE',
    ],
    ['2024-05-15', 'found dead on ⟦Oct. 23⟧; due by ⟦June 14⟧', '2023-10-23', '2024-06-14'],
    ['2024-05-15', 'held in ⟦November⟧, expected in ⟦September⟧', '2023-11', '2024-09'],
    [
      '2024-05-15',
      'hinted at another toll in ⟦October⟧, but hinted in ⟦October⟧ at more',
      '2024-10',
      '2023-10',
    ],
    [
      '2024-05-15',
      'ruled out a strike in ⟦October⟧. Ministers are considering a vote in ⟦November⟧.',
      '2024-10',
      '2024-11',
    ],
    [
      '2024-05-15',
      'She said another toll in ⟦October⟧ was likely. More rain is likely in ⟦November⟧.',
      '2024-10',
      '2024-11',
    ],
    [
      '2024-05-15',
      'There was another flood in ⟦November⟧. Tolls may fall in ⟦October⟧. He faces trial in ⟦October⟧.',
      '2023-11',
      '2024-10',
      '2024-10',
    ],
    ['2024-05-15', 'Rain is forecast to reach them on ⟦Friday⟧.', '2024-05-17'],
    ['2024-05-15', 'The union called for calm on ⟦Friday⟧.', '2024-05-10'],
    ['2024-05-15', '⟦last fall⟧ and ⟦this tough winter⟧', '2023-FA', '2024-WI'],
    ['2024-05-15', 'in ⟦October last year⟧', '2023-10'],
    ['2024-05-15', 'in ⟦June⟧ constructor year plans', '2024-06'],
    ['2024-05-15', 'at ⟦10:35 a.m.⟧, until ⟦9 a.m. EST Friday⟧', '2024-05-15T10:35', '2024-05-17T09:00'],
    ['2024-05-15', 'by ⟦year-end⟧, the ⟦end of the year⟧', '2024', '2024'],
    ['2024-05-15', 'sold ⟦daily⟧, ⟦every two weeks⟧', 'P1D', 'P2W'],
    ['2024-05-15', 'It sank on ⟦May 3⟧ and ⟦the next day⟧ rose.', '2024-05-03', '2024-05-04'],
    ['2024-05-15', 'In ⟦2019⟧ it sank; ⟦that year⟧ it rained.', '2019', '2019'],
    ['2024-05-15', 'for ⟦now⟧, they now dig; Larry Now', 'PRESENT_REF'],
    ['2024-05-15', 'They are better off ⟦now⟧. Now, they dig.', 'PRESENT_REF'],
    ['2024-05-15', 'in ⟦the future⟧, in the future tense; in ⟦the past⟧', 'FUTURE_REF', 'PAST_REF'],
    ['2024-05-15', '⟦all day⟧, an all-day sale, over the ⟦years⟧', 'P1D', 'PXY'],
    ['2024-05-15', 'In ⟦April⟧ it sank; ⟦that day⟧ it rained. That day will come.', '2024-04', '2024-04-XX'],
    ['2024-05-15', '⟦every day⟧ -- and ⟦end of the month⟧, ⟦later in the year⟧', 'P1D', '2024-05', '2024'],
    ['2024-05-15', '⟦10:42⟧ The bridge is shut. A 3:15 loss.', '2024-05-15T10:42'],
    [
      '2024-05-15',
      'in ⟦Q3 of fiscal 2019⟧ and ⟦a year earlier⟧, ⟦two summers ago⟧',
      'FY2019-Q3',
      'FY2018-Q3',
      '2022-SU',
    ],
    [
      '2024-05-15',
      'It was signed and revised twice, and expires on ⟦31 July⟧. since ⟦’69⟧',
      '2024-07-31',
      '1969',
    ],
    ['2024-05-15', '⟦fiscal 2019⟧, ⟦next fiscal year⟧, ⟦FY2021⟧', 'FY2019', 'FY2025', 'FY2021'],
    ['2024-05-15', 'It left on ⟦May 3⟧ from Orlan at ⟦18:00 UTC⟧.', '2024-05-03', '2024-05-03T18:00Z'],
    ['2024-05-15', 'at ⟦9 p.m.⟧ on ⟦May 3⟧', '2024-05-03T21:00', '2024-05-03'],
    [
      '2024-05-15',
      'It sank on ⟦Friday⟧. By ⟦9:40 p.m.⟧ the crew was safe.',
      '2024-05-10',
      '2024-05-10T21:40',
    ],
    [
      '2024-05-15',
      'profit in the ⟦first quarter⟧ rose to ⟦$2 million⟧ from ⟦$900,000⟧ ⟦a year earlier⟧',
      '2024-Q1',
      2e6,
      9e5,
      '2023-Q1',
    ],
    ['2024-05-15', 'Costs rose to ⟦$2 million⟧ from ⟦$1.5 million⟧ ⟦a year earlier⟧.', 2e6, 1.5e6, '2023'],
    ['2024-05-15', 'shut by ⟦0930 GMT⟧', '2024-05-15T09:30Z'],
    [
      '2024-05-15',
      'the ⟦year-earlier⟧ quarter, ⟦two Fridays ago⟧, a ⟦weeklong⟧ strike, ⟦hourslong⟧ queues',
      '2023',
      '2024-05-03',
      'P1W',
      'PTXH',
    ],
    [
      '2024-05-15',
      '⟦first-quarter⟧ profit, ⟦second-half⟧ sales; ⟦two goals⟧ in the first half',
      '2024-Q1',
      '2023-H2',
      2,
    ],
    ['2023-05-15', 'born on ⟦Feb. 29⟧', '2020-02-29'],
    [
      '2024-05-15',
      'the ⟦current quarter⟧ and the ⟦year-ago⟧ one, ⟦a few days ago⟧',
      '2024-Q2',
      '2023',
      'PAST_REF',
    ],
    [
      '2024-05-15',
      '⟦a half hour⟧, ⟦a half-century⟧, the ⟦sixties⟧, in his sixties',
      'PT0.5H',
      'P50Y',
      '196X',
    ],
    ['2024-05-15', '⟦today⟧’s vote, today’s youth', '2024-05-15'],
    [
      '2024-05-15',
      'They will go ⟦Thursday⟧ at ⟦4 in the morning⟧ (⟦4 a.m. EDT Thursday⟧).',
      '2024-05-16',
      '2024-05-16T04:00',
      '2024-05-16T04:00',
    ],
    ['2024-05-15', 'since ⟦9/11⟧, open 24/7, on 9/11/', '2001-09-11'],
    ['2024-05-15', '⟦once a week⟧, on ⟦Fridays⟧, ⟦Tuesday mornings⟧', 'P1W', 'XXXX-WXX-5', 'XXXX-WXX-2TMO'],
    ['2024-05-15', 'It ran ⟦Tuesday⟧ through ⟦Friday⟧.', '2024-05-14', '2024-05-17'],
    ['2024-05-15', 'They will meet this ⟦past Monday⟧; the ⟦rest of the week⟧', '2024-05-13', '2024-W20'],
    ['2024-05-15', '⟦October of last year⟧; in ⟦1996⟧’s ⟦third quarter⟧', '2023-10', '1996', '1996-Q3'],
    [
      '2024-05-15',
      'at ⟦3:30 this afternoon⟧; between ⟦March⟧ and ⟦May⟧',
      '2024-05-15T15:30',
      '2024-03',
      '2024-05',
    ],
  ]);
});

describe('a weekday by the verb beside it', () => {
  check([
    ['2024-05-15', 'It is set to begin on ⟦Friday⟧.', '2024-05-17'],
    ['2024-05-15', 'It said she would be in the United Ports ⟦Friday⟧.', '2024-05-17'],
    ['2024-05-15', 'a talk held by Ostra on ⟦Friday⟧', '2024-05-10'],
    ['2024-05-15', 'On ⟦Friday⟧, the dockers of the north quay plan to stop.', '2024-05-17'],
    ['2024-05-15', 'They have until ⟦9 a.m. EST Friday⟧.', '2024-05-17T09:00'],
    ['2024-05-15', 'ahead of ⟦Friday⟧’s vote; ⟦Monday⟧’s vote', '2024-05-17', '2024-05-13'],
    ['2024-05-15', 'on ⟦Tuesday of last week⟧, ⟦Friday next week⟧', '2024-05-07', '2024-05-24'],
    ['2024-05-15', '⟦next week Friday⟧, the ⟦previous Monday⟧', '2024-05-24', '2024-05-13'],
    ['2024-05-15', 'the ⟦coming Wednesday⟧', '2024-05-22'],
    [
      '2024-05-15',
      'She called the plan costly on ⟦Friday⟧; they plan a strike on ⟦Friday⟧.',
      '2024-05-10',
      '2024-05-17',
    ],
    ['2024-05-15', 'A walk planned for ⟦Monday⟧ was called off.', '2024-05-13'],
    ['2024-05-15', 'A walk planned for ⟦Friday⟧ was called off.', '2024-05-17'],
    ['2024-05-15', 'The hearing is to be held on ⟦Monday⟧ in Orlan.', '2024-05-20'],
    ['2024-05-15', 'Services are ⟦Saturday⟧. The race is on ⟦Sunday⟧.', '2024-05-18', '2024-05-19'],
    ['2024-05-15', 'The bill goes to a vote on ⟦Thursday⟧.', '2024-05-16'],
    ['2024-05-15', 'The band plays ⟦Friday⟧. She liked its plays ⟦Friday⟧.', '2024-05-17', '2024-05-10'],
    ['2024-05-15', 'The match was moved to ⟦Thursday⟧.', '2024-05-16'],
    ['2024-05-15', 'The crowd was moved to tears on ⟦Thursday⟧.', '2024-05-09'],
    ['2024-05-15', 'Rain had the game postponed to ⟦Sunday⟧.', '2024-05-19'],
    [
      '2024-05-15',
      'Buses stop, starting ⟦Sunday⟧. Crews were to start on ⟦Monday⟧.',
      '2024-05-19',
      '2024-05-20',
    ],
    ['2024-05-15', 'He is accused of a raid on ⟦Monday⟧.', '2024-05-13'],
    ['2024-05-15', 'The road should be open by the end of the ⟦fourth quarter⟧.', '2024-Q4'],
    ['2024-05-15', 'Sales fell in the ⟦fourth quarter⟧.', '2023-Q4'],
    [
      '2024-05-15',
      'It is the worst since ⟦3 May 1979⟧. The warning runs from ⟦3pm⟧.',
      '1979-05-03',
      '2024-05-15T15:00',
    ],
    [
      '2024-05-15',
      'She was held in ⟦March⟧ and faces a term when she is sentenced on ⟦Aug. 15⟧.',
      '2024-03',
      '2024-08-15',
    ],
    ['2024-05-15', 'They met on ⟦Monday⟧. The talks are to end at ⟦3pm⟧.', '2024-05-13', '2024-05-15T15:00'],
    ['2024-05-15', 'It came on ⟦Monday⟧. Crews must leave by ⟦midnight⟧.', '2024-05-13', '2024-05-15T00:00'],
  ]);
});

describe('dates counted from others', () => {
  check([
    ['2024-05-15', '⟦two weeks before Christmas⟧', '2023-12-11'],
    ['2024-05-15', '⟦the day after May 3⟧ and ⟦the week before last⟧', '2024-05-04', '2024-W18'],
    ['2024-05-15', '⟦the year before 2015⟧, ⟦3 days after May 3, 2001⟧', '2014', '2001-05-06'],
    ['2024-05-15', '⟦two weeks⟧ before the vote', 'P2W'],
    ['2024-05-15', 'the ⟦third quarter of 2019⟧, against ⟦a year earlier⟧', '2019-Q3', '2018-Q3'],
    ['2024-05-15', 'It sank on ⟦May 3⟧ and rose ⟦two days later⟧.', '2024-05-03', '2024-05-05'],
    ['2024-05-15', 'It sank on ⟦May 3⟧. They rose ⟦two days⟧ later.', '2024-05-03', 'P2D'],
    ['2024-05-15', 'on ⟦May 3⟧, ⟦two days⟧ later than planned', '2024-05-03', 'P2D'],
    ['2024-05-15', '⟦the week of March 6⟧, ⟦the second week of 2019⟧', '2024-W10', '2019-W02'],
    ['2024-05-15', 'in ⟦Easter week⟧, on ⟦Labor Day weekend⟧', '2024-W13', '2023-W35-WE'],
  ]);
});

describe('the calendar', () => {
  it.each([
    ['2024-05-15', 3, '2024-W20'],
    ['2021-01-03', 7, '2020-W53'],
    ['2018-12-31', 1, '2019-W01'],
    ['2000-02-29', 2, '2000-W09'],
  ])('%s is day %i of %s', (date, weekday, week) => {
    const civil = parseCivil(date);
    expect(civil && [weekdayOf(civil), isoWeek(civil)]).toEqual([weekday, week]);
  });

  it.each(['2023-02-29', '2024-13-01', 'May 3', ''])('%s is no day', (date) => {
    expect(parseCivil(date)).toBeNull();
  });

  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2025, '2025-04-20'],
  ])('Easter of %i', (year, date) => {
    expect(iso(easter(year))).toBe(date);
  });

  it('finds the nth weekday of a month', () => {
    expect(iso(nthWeekday(1999, 11, 4, 4))).toBe('1999-11-25');
    expect(iso(nthWeekday(2024, 5, 1, -1))).toBe('2024-05-27');
  });
});
