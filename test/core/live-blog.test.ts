import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { placeOf } from '../../src/core/presentation/place.ts';

const BLOG = `Ferry fire off Sollen: live

5 May 2031 Tideway Post

14:32 GMT

All 212 passengers have left the ferry, the coastguard says.

6 May 2031

09:12

The ferry was towed to Sollen yesterday, and 14 lorries burnt.
`;

function analysisOf(text: string) {
  const project = createProject();
  project.set({ path: 'blog.txt', text });
  const analysis = project.analysis('blog.txt');
  if (analysis === undefined) throw new Error('no analysis');
  return analysis;
}

describe('a live blog', () => {
  const analysis = analysisOf(BLOG);
  const { text } = analysis.article;

  it('gives what it says the time of its entry', () => {
    const at = (words: string) => {
      const start = text.indexOf(words);
      const { date, time } = placeOf('blog.txt', analysis, { start, end: start + words.length });
      return [date, time];
    };
    expect(at('Ferry fire')).toEqual(['2031-05-05', null]);
    expect(at('212 passengers')).toEqual(['2031-05-05', '14:32 GMT']);
    expect(at('14 lorries')).toEqual(['2031-05-06', '09:12']);
  });

  it('reckons from the day of the entry, and its times are dates', () => {
    const dates = analysis.figures
      .filter(({ kind }) => kind === 'date')
      .map(({ start, end, value }) => `${text.slice(start, end)}: ${value}`);
    expect(dates).toEqual([
      '5 May 2031: 2031-05-05',
      '14:32 GMT: 2031-05-05T14:32Z',
      '6 May 2031: 2031-05-06',
      '09:12: 2031-05-06T09:12',
      'yesterday: 2031-05-05',
    ]);
  });

  it('claims nothing in its times', () => {
    const claims = analysis.claims.map(({ start, end }) => text.slice(start, end));
    expect(claims.filter((claim) => /\d:\d\d|^14$|May/.test(claim))).toEqual([]);
  });
});
