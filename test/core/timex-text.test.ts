import { describe, expect, it } from 'vitest';
import { timexText } from '../../src/core/presentation/timex-text.ts';

describe('a TIMEX3 value in words', () => {
  it.each([
    ['2024-05-14', '14 May 2024'],
    ['2024-05-14TNI', '14 May 2024, night'],
    ['2024-05-14T10:42', '14 May 2024, 10:42'],
    ['2024-05-14T18:00Z', '14 May 2024, 18:00 UTC'],
    ['2024-05', 'May 2024'],
    ['2024-05-XX', 'a day in May 2024'],
    ['2024', '2024'],
    ['XXXX-05-01', '1 May'],
    ['XXXX-WXX-5', 'Fridays'],
    ['XXXX-WXX-2TMO', 'Tuesday mornings'],
    ['2024-W19', 'week of 6 May 2024'],
    ['2021-W01', 'week of 4 January 2021'],
    ['2024-W19-WE', 'weekend of 11 May 2024'],
    ['2024-Q2', '2nd quarter of 2024'],
    ['2024-H1', '1st half of 2024'],
    ['2024-SU', 'summer 2024'],
    ['FY2024', 'fiscal year 2024'],
    ['FY2024-Q3', '3rd quarter of fiscal year 2024'],
    ['199X', '1990s'],
    ['19XX', '20th century'],
    ['2014/2015', '2014–15'],
    ['P2W', 'every 2 weeks'],
    ['P1D', 'every day'],
    ['PRESENT_REF', 'now'],
    ['2024-13', '2024-13'],
    ['something', 'something'],
  ])('date %s: %s', (value, words) => {
    expect(timexText(value, 'date')).toBe(words);
  });

  it.each([
    ['P3Y', null, '3 years'],
    ['P1M', null, '1 month'],
    ['PT1.5H', null, '1.5 hours'],
    ['PT2H', 3, '2–3 hours'],
    ['PXW', null, 'some weeks'],
  ])('duration %s: %s', (value, upper, words) => {
    expect(timexText(value, 'duration', upper)).toBe(words);
  });
});
