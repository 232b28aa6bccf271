import { describe, expect, it } from 'vitest';
import { found } from '../support/figures.ts';

/** Each row: a text with its figures marked, then what each of them is. */
type Row = readonly [string, ...string[]];

const check = (rows: readonly Row[]): void => {
  it.each(rows.map(([text, ...figures]) => ({ text, figures })))('$text', ({ text, figures }) => {
    expect(found(text)).toMatchObject({ text, figures });
  });
};

describe('money', () => {
  check([
    ['The quay cost ⟦$4.5 million⟧.', 'money 4500000 USD'],
    ['It owes ⟦€1.2bn⟧ and ⟦£300m⟧.', 'money 1200000000 EUR', 'money 300000000 GBP'],
    ['They lent ⟦300bn rubles⟧.', 'money 300000000000 RUB'],
    ['a ⟦4-billion-dollar⟧ fund', 'money 4000000000 USD'],
    ['a ⟦5 billion dollar⟧ annual goal', 'money 5000000000 USD'],
    [
      '⟦US$ 6 billion⟧ or ⟦A$80,000⟧ or ⟦NZ $99.99⟧',
      'money 6000000000 USD',
      'money 80000 AUD',
      'money 99.99 NZD',
    ],
    ['A ⟦$700 Million⟧ Repair', 'money 700000000 USD'],
    ['⟦RM120,000⟧ against ⟦INR1 trillion⟧', 'money 120000 MYR', 'money 1000000000000 INR'],
    ['It took ⟦7.5 million Danish crowns⟧.', 'money 7500000 DKK'],
    ['⟦between $12 million and $20 million⟧', 'money 12000000–20000000 USD'],
    ['from ⟦US $89 to $93 billion⟧', 'money 89000000000–93000000000 USD'],
    ['⟦$3-5 billion⟧', 'money 3000000000–5000000000 USD'],
    ['at ⟦roughly $2.11 per gallon⟧', 'money 2.11 USD per gallon ~'],
    ['⟦millions of euros⟧ went missing', 'money 1000000–10000000 EUR ~'],
    ['a ⟦50,000-pound⟧ fine', 'money 50000 GBP'],
    ['The levy now exceeds ⟦$4 billion⟧.', 'money 4000000000 USD >'],
    ['The risk is ⟦$7⟧/⟦$9⟧.', 'money 7 USD', 'money 9 USD'],
    ['⟦R40 million⟧ for ⟦R2.5bn⟧ of road on the R40', 'money 40000000 ZAR', 'money 2500000000 ZAR'],
    ['⟦40 000 euros⟧ or ⟦three quarters of a billion dollars⟧', 'money 40000 EUR', 'money 750000000 USD'],
    ['At COP 27 in Lorn and the TOP 10'],
    ['It cost ⟦R250m⟧ or ⟦N5 billion⟧.', 'money 250000000 ZAR', 'money 5000000000 NGN'],
    ['Roads took ⟦Shs40 million⟧ and ⟦K1,200⟧.', 'money 40000000 UGX', 'money 1200 ZMW'],
    ['Seats are ⟦GH¢200⟧ or ⟦Tsh500⟧.', 'money 200 GHS', 'money 500 TZS'],
    ['An N95 mask, the K9 unit, R2D2 and the R1 road'],
    ['It raised ⟦$24 million⟧ — ⟦933 times⟧ the sum.', 'money 24000000 USD', 'quantity 933 times'],
    ['Power is ⟦$20 per kilowatt-hour⟧.', 'money 20 USD per kilowatt-hour'],
    [
      'It is at par (⟦$1 = 0.7870 pounds⟧; ⟦1 euro = $1.0854⟧).',
      'money 0.787 GBP per USD',
      'money 1.0854 USD per EUR',
    ],
    ['It cost ⟦40 million crowns⟧.', 'money 40000000'],
    ['Danes paid ⟦40 million crowns⟧ for it.', 'money 40000000 DKK'],
    ['Danes paid ⟦40 million kroner⟧ for it.', 'money 40000000 DKK'],
    ['Tolls are ⟦40 kroner⟧.', 'money 40 NOK'],
    ['Between Norway and Denmark, ⟦40 kroner⟧ are at stake.', 'money 40'],
    ['It cost Oslo ⟦2 billion crowns a year⟧.', 'money 2000000000 NOK per year'],
    ['Between Norway and Sweden, ⟦3 billion crowns⟧ are at stake.', 'money 3000000000'],
  ]);
});

describe('shares', () => {
  check([
    ['She won ⟦47%⟧ to ⟦41%⟧.', 'percent 0.47', 'percent 0.41'],
    ['It fell from ⟦67%⟧ to ⟦60%⟧.', 'percent 0.67', 'percent 0.6'],
    ['It takes ⟦5% to 7%⟧ of sales.', 'percent 0.05–0.07'],
    ['⟦between a fifth and a half⟧ of sales', 'fraction 0.2–0.5'],
    [
      '⟦5 percent⟧, ⟦5 per cent⟧, ⟦5 pct⟧ and ⟦5%⟧',
      'percent 0.05',
      'percent 0.05',
      'percent 0.05',
      'percent 0.05',
    ],
    ['Sales rose ⟦12.5pc⟧, after ⟦3 pc⟧.', 'percent 0.125', 'percent 0.03'],
    ['The yield rose by ⟦0.5pc points⟧.', 'quantity 0.5 percentage point'],
    ['A 3-pc set stood beside PC Dunmore’s ⟦two⟧ PCs.', 'count 2'],
    ['⟦five point five percent⟧, ⟦five and a quarter percent⟧', 'percent 0.055', 'percent 0.0525'],
    ['a rise of ⟦3.5 percentage points⟧', 'quantity 3.5 percentage point'],
    [
      'Harbour took ⟦31.2%⟧, the Greens ⟦8.8⟧ and the Pilots ⟦12.4⟧.',
      'percent 0.312',
      'percent 0.088',
      'percent 0.124',
    ],
    [
      'Harbour ⟦31.2⟧, Greens ⟦8.8⟧, Pilots ⟦12.4 percent⟧',
      'percent 0.312',
      'percent 0.088',
      'percent 0.124',
    ],
    ['The Orlan 8.8, a van, is out.'],
    ['On our pier it is ⟦less than a third⟧.', 'fraction 0.3333333333333333 <'],
    ['She levelled, and Orlan added a ⟦fourth⟧ in stoppage time.', 'ordinal 4'],
    ['the top ⟦1 percent⟧ of ships', 'percent 0.01'],
    [
      '⟦One voter in ten⟧ stayed at home, ⟦one person in 20⟧ was ill; ⟦one boat⟧ in ⟦20 minutes⟧',
      'fraction 0.1',
      'fraction 0.05',
      'count 1 boat',
      'duration PT20M',
    ],
    ['⟦between 15 and 20%⟧, or ⟦15-20%⟧', 'percent 0.15–0.2', 'percent 0.15–0.2'],
    ['⟦nearly 29%⟧ of it', 'percent 0.29 ~'],
    ['taking over ⟦49 per cent⟧ of the club; it won ⟦over 49 per cent⟧', 'percent 0.49', 'percent 0.49 >'],
    ['⟦over two thirds⟧ of members', 'fraction 0.6666666666666666 >'],
    [
      '⟦three-quarters⟧ of it, ⟦a quarter⟧ of that, ⟦half⟧ of this',
      'fraction 0.75',
      'fraction 0.25',
      'fraction 0.5',
    ],
    ['⟦3 in 5⟧ back it; only ⟦a fifth⟧ oppose it', 'fraction 0.6', 'fraction 0.2'],
    ['a margin of ⟦plus or minus 3 points⟧', 'quantity 3 point ~'],
    ['prices ⟦about a fifth⟧ higher than in Lorn', 'fraction 0.2 ~'],
    [
      'cut traffic by ⟦nearly a third⟧ at night; fell by ⟦half⟧.',
      'fraction 0.3333333333333333 ~',
      'fraction 0.5',
    ],
    ['It gained ⟦a fifth⟧ this year.', 'fraction 0.2'],
    ['for a ⟦third⟧ term by the sea; by a third party', 'ordinal 3'],
    ['⟦One in four sensors⟧ failed.', 'fraction 0.25'],
    ['a ⟦two-in-five⟧ chance of rain', 'fraction 0.4'],
    ['⟦nearly eight of 10 voters⟧', 'fraction 0.8 ~'],
    ['Tolls rose ⟦5%⟧ to ⟦7 euros⟧.', 'percent 0.05', 'money 7 EUR'],
    ['It fell ⟦0.4 per cent⟧ to ⟦13,176⟧.', 'percent 0.004', 'count 13176'],
    ['a recent percentage of the centre'],
  ]);
});

describe('counts', () => {
  check([
    ['It has ⟦4,000⟧ — ⟦200⟧ more than then.', 'count 4000', 'count 200'],
    ['Call 555-0142 now and then'],
    ['It drew a ⟦200-plus⟧ crowd.', 'count 200 >='],
    ['A fire that killed ⟦143⟧ puts piers in doubt.', 'count 143'],
    ['He pulled one back in ⟦11 second-half minutes⟧.', 'count 11 second-half minutes'],
    ['In one emailed statement she named ⟦one ship⟧.', 'count 1 ship'],
    ['⟦More than 3,000 companies⟧ dig.', 'count 3000 companies >'],
    ['our ⟦one billion people⟧', 'count 1000000000 people'],
    ['⟦a quarter of a million people⟧, ⟦1 234 567 boats⟧', 'count 250000 people', 'count 1234567 boats'],
    ['In ⟦2012⟧ ⟦300 people⟧ came.', 'date 2012', 'count 300 people'],
    ['⟦40 degrees C⟧', 'quantity 40 °C'],
    ['⟦five thousand crore rupees⟧', 'money 50000000000 INR'],
    [
      '⟦four different bosses⟧ and ⟦two gas-only engines⟧',
      'count 4 different bosses',
      'count 2 gas-only engines',
    ],
    ['⟦twenty-eight thousand six hundred forty-two students⟧', 'count 28642 students'],
    ['⟦dozens of quays⟧', 'count 12–120 quays ~'],
    ['⟦an estimated 400 jobs⟧, ⟦some 300 residents⟧', 'count 400 jobs ~', 'count 300 residents ~'],
    ['⟦at least 12 dead⟧', 'count 12 dead >='],
    ['⟦as many as 14 ferries⟧, ⟦up to 60 boats⟧', 'count 14 ferries <=', 'count 60 boats <='],
    ['⟦six extra ferries⟧', 'count 6 ferries'],
    ['⟦25 million more people⟧', 'count 25000000 people'],
    ['in the past ⟦nine polls⟧', 'count 9 polls'],
    ['⟦one warring party⟧', 'count 1 warring party'],
    ['⟦1 to 2 thousand people⟧', 'count 1000–2000 people'],
    ['⟦50 barges or so⟧', 'count 50 barges ~'],
    ['⟦1.2 per 100,000 people⟧ fell ill.', 'quantity 1.2 per 100,000 people'],
    ['They go below ⟦1990⟧ levels.', 'date 1990'],
    ['the under-30s and over-50s, in his 40s'],
    [
      'on trial over ⟦$3.4 million⟧, in court on ⟦Monday⟧ over ⟦$2 million⟧',
      'money 3400000 USD',
      'date XXXX-WXX-1',
      'money 2000000 USD',
    ],
    ['voters ⟦younger than 30⟧ and ⟦older than 64⟧', 'count 30 <', 'count 64 >'],
    ['handed over ⟦40 hostages⟧, took ⟦over 200 hostages⟧', 'count 40 hostages', 'count 200 hostages >'],
    ['took over ⟦three banks⟧', 'count 3 banks'],
    [
      '⟦11⟧ fell ill, a ⟦2,000-strong⟧ march, ⟦thirty-odd shops⟧',
      'count 11',
      'count 2000 people',
      'count 30 shops ~',
    ],
    ['a ⟦12-page⟧ report', 'count 12 page'],
    ['one another, no one, the one that, one of them'],
    ['the A380, a V-6, COVID-19, 5G, Part 3, No. 1, the 787 airliner'],
    ['Call Ada Lorn on 01632 960 114.'],
    ['Pier 4 gives way behind gate 12 doors, and terminal 2 opens'],
    [
      'In the coastal district ⟦120 people⟧ fell ill, on the route ⟦40 drivers⟧',
      'count 120 people',
      'count 40 drivers',
    ],
    ['the new iPhone 4 and Lorncraft 90'],
    ['The LNX 100 rises as the Orlan 50 falls'],
    ['In Lorn ⟦300 falls⟧ were seen, and ⟦3 shows⟧.', 'count 300 falls', 'count 3 shows'],
  ]);

  it('counts in small letters in headings', () => {
    expect(found('⟦14 Cables⟧ Cut', null, 'heading').figures).toEqual(['count 14 cables']);
  });
});

describe('quantities', () => {
  check([
    [
      'a magnitude ⟦6.1⟧ quake, a ⟦7.4-magnitude⟧ one, a magnitude of ⟦5.2⟧',
      'quantity 6.1 magnitude',
      'quantity 7.4 magnitude',
      'quantity 5.2 magnitude',
    ],
    ['Orlan Town ⟦4-2⟧ Lorn Rovers', 'quantity 4–2 score'],
    ['Ada Lorn, Who Dug the Channel, Dies at ⟦91⟧', 'quantity 91 years old'],
    [
      '⟦1.2-kilometre⟧ quay, ⟦35 miles⟧, ⟦250ml⟧',
      'quantity 1.2 km',
      'quantity 35 mile',
      'quantity 250 millilitre',
    ],
    ['⟦12.3m tonnes⟧ of mud', 'quantity 12300000 t'],
    ['⟦1 to 1.5 degrees Celsius⟧', 'quantity 1–1.5 °C'],
    ['⟦80 mph⟧, ⟦16°C⟧, ⟦8.5 kW⟧', 'quantity 80 mph', 'quantity 16 °C', 'quantity 8.5 kW'],
    ['a ⟦15-year-old⟧ boat, ⟦30 years old⟧', 'quantity 15 years old', 'quantity 30 years old'],
    ['Ilse Orlan, ⟦66⟧, dug; at the age of ⟦21⟧', 'quantity 66 years old', 'quantity 21 years old'],
    ['winds of ⟦up to 90 km/h⟧ and ⟦25 m/s⟧', 'quantity 90 km/h <=', 'quantity 25 m/s'],
    ['The ratio of nurses to patients is ⟦1:8⟧.', 'quantity 0.125 ratio'],
    ['at ⟦$0.31 per diluted share⟧', 'money 0.31 USD per share'],
    ['with ⟦$5 million per constructor⟧', 'money 5000000 USD per constructor'],
    ['His sons, aged ⟦12⟧ and ⟦15⟧, wept.', 'quantity 12 years old', 'quantity 15 years old'],
    [
      'She married at ⟦21⟧ and has ⟦24 m⟧ wide docks at ⟦-20C⟧.',
      'quantity 21 years old',
      'quantity 24 m',
      'quantity -20 °C',
    ],
    ['They won ⟦2-1⟧ at home.', 'quantity 2–1 score'],
    ['In Orlan, ⟦6-4⟧, ⟦7-5⟧ it was.', 'quantity 6–4 score', 'quantity 7–5 score'],
    ['They were ⟦214-6⟧ at stumps, ⟦98 for 3⟧ at tea.', 'quantity 214–6 score', 'quantity 98–3 score'],
    ['It hurts people ⟦over 65⟧ most.', 'quantity 65 years old >'],
    ['Women aged ⟦between 50 and 79⟧ dug.', 'quantity 50–79 years old'],
    ['Pupils aged ⟦6 to 11⟧ dug.', 'quantity 6–11 years old'],
    ['Ilse Orlan Jr., ⟦24⟧, dug.', 'quantity 24 years old'],
    ['He is ⟦6-foot-3⟧.', 'quantity 6.25 ft'],
    ['by ⟦two-to-one⟧, a ⟦2 to 1⟧ margin', 'quantity 2 ratio', 'quantity 2 ratio'],
    ['⟦more than four times⟧ the number', 'quantity 4 times >'],
    ['It hit ⟦−5°C⟧.', 'quantity -5 °C'],
    ['from ⟦208 pounds to 193⟧', 'quantity 208–193 pound'],
  ]);
});

describe('parts of a unit', () => {
  check([
    ['rose ⟦half a metre⟧ or ⟦50 cm⟧', 'quantity 0.5 m', 'quantity 50 cm'],
    ['⟦a half-metre⟧ wave, ⟦nearly half a mile⟧ away', 'quantity 0.5 m', 'quantity 0.5 mile ~'],
    ['⟦a quarter of a tonne⟧, ⟦two thirds of a litre⟧', 'quantity 0.25 t', 'quantity 0.666666666667 litre'],
    ['⟦a metre and a half⟧, ⟦two kilometres and a half⟧', 'quantity 1.5 m', 'quantity 2.5 km'],
    ['⟦a quarter of an hour⟧, ⟦three-quarters of an hour⟧', 'duration PT0.25H', 'duration PT0.75H'],
    ['by ⟦a quarter of a percentage point⟧', 'quantity 0.25 percentage point'],
    ['⟦a quarter-point⟧ cut, ⟦half a per cent⟧', 'quantity 0.25 percentage point', 'percent 0.005'],
    ['⟦a quarter⟧ of the boats, ⟦half a dozen boats⟧', 'fraction 0.25', 'count 6 boats'],
    ['a quarter century, a metre of snow'],
  ]);
});

describe('ordinals and durations', () => {
  check([
    ['the ⟦third⟧-largest port, ⟦10th⟧ under Orlan', 'ordinal 3', 'ordinal 10'],
    [
      'Tarn finished ⟦third⟧; Lorn is ⟦ninth⟧ with ⟦nine points⟧.',
      'ordinal 3',
      'ordinal 9',
      'quantity 9 point',
    ],
    ['At first, the first lady came for the first time. First, the first responders left.'],
    ['the ⟦first⟧ time since ⟦1998⟧', 'ordinal 1', 'date 1998'],
    ['⟦two weeks⟧, a ⟦five-hour⟧ trip, ⟦18 months⟧', 'duration P2W', 'duration PT5H', 'duration P18M'],
    ['⟦two decades⟧ and ⟦half an hour⟧', 'duration P20Y', 'duration PT0.5H'],
    ['⟦an hour and a half⟧', 'duration PT1.5H'],
    ['spread over ⟦three years⟧; it lasted ⟦over three years⟧', 'duration P3Y', 'duration P3Y >'],
    ['⟦one hour and a half⟧, ⟦two and a half years⟧', 'duration PT1.5H', 'duration P2.5Y'],
    ['for ⟦weeks⟧, ⟦several months⟧', 'duration PXW', 'duration PXM'],
    ['after ⟦weeks⟧ of talks; ⟦months⟧ later', 'duration PXW', 'duration PXM'],
    ['It sank just minutes apart, in the days before the vote, a matter of hours before dawn.'],
    ['She said so on “90 Minutes”, a matter of ⟦90 minutes⟧.', 'duration PT90M'],
  ]);
});

describe('what a figure is of, about, and qualified by', () => {
  it.each([
    ['to spend 5 percent of national GDP on dredging', { measure: 'national GDP', topic: 'dredging' }],
    ['It shed half its old workforce.', { measure: 'old workforce', direction: 'down' }],
    ['to raise capacity from 14 to 22 ships', { direction: 'up' }],
    ['Exports rose 12% from a year ago.', { qualifier: null, direction: 'up' }],
    ['nearly 40% of its annual budget', { measure: 'annual budget', qualifier: null }],
    ['a 5 billion dollar annual goal', { topic: 'annual goal', qualifier: 'annual' }],
    ['a goal of reaching $5 billion by year-end', { topic: 'goal', qualifier: 'by year-end' }],
    ['total pledges now exceed $4 billion', { topic: 'total pledges', comparator: '>' }],
    ['$50 per person', { qualifier: 'per person' }],
    ['support is highest among 18- to 29-year-olds', { value: 18, upper: 29, unit: 'years old' }],
    ['The new flood-protection fund costs $40', { topic: 'new flood-protection fund' }],
    ['an additional 12 million euros', { topic: null }],
    ['Shares picked up 3% on Monday', { direction: 'up' }],
    ['They agreed to set up a 40 million euro ($44m) fund', { direction: null, topic: 'fund' }],
    ['Prices came down 5% in May', { direction: 'down' }],
    ['no less than 0.15% of GDP annually', { measure: 'GDP', qualifier: 'annually' }],
    ['Tolls rose by 12 per cent', { direction: 'up', topic: 'Tolls' }],
    ['Fees for the old lock are to rise by 12 per cent', { direction: 'up', topic: 'Fees' }],
    ['the price of diesel fell by 3 per cent', { direction: 'down', topic: 'price of diesel' }],
    ['The pier, built in a hurry, is 300 metres long', { topic: 'pier' }],
    ['a passage could take up to 45 minutes', { topic: 'passage' }],
    ['Dredging it will cost $71 million', { topic: 'Dredging' }],
    ['The state will cover 80% of wages', { measure: 'wages', topic: 'state' }],
    ['Its stock closed at $18.20 in Oslo', { topic: 'stock' }],
    ['one in four pumps failed', { measure: 'pumps' }],
    ['a 19% drop in traffic', { direction: 'down' }],
    ['A guard, 59, was hit', { value: 59, unit: 'years old' }],
    ['Lorn, who is 81, dug', { value: 81, unit: 'years old' }],
    ['two crew members', { value: 2, unit: 'crew members' }],
    ['The pier raised $5 million', { direction: null }],
    ['Tolls raised by $5', { direction: 'up' }],
    ['$85 million, of which a quarter came', { qualifier: null }],
    ['It will last four days', { kind: 'duration', value: 'P4D' }],
    ['a five-year contract with the operator', { direction: null }],
    ['Cutting the five-year plan was wrong', { direction: null }],
    ['a $5 million contract for tugs', { direction: null }],
    ['The wait was cut by two years', { direction: 'down' }],
    ['Her two-year-old fell ill', { direction: null }],
    ['12 shells fell near the lock', { direction: null }],
    ['Three banks cut rates', { direction: null }],
    ['400 jobs cut in May', { direction: 'down' }],
    ['a 40-seat loss for the party', { direction: 'down' }],
    ['the fleet was cut to 40 boats', { direction: 'down' }],
    ['3,000 workers in the dredging trade', { topic: 'dredging trade' }],
  ])('%s', (text, expected) => {
    expect(found(text).drafts[0]).toMatchObject(expected);
  });
});
