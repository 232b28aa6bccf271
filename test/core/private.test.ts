import { expect, it } from 'vitest';
import type { Annotation } from '../../src/core/sidecar/annotation.ts';
import { leavingWith } from '../../src/core/sidecar/private.ts';

const time = '2026-02-02T09:00:00Z';
const by = (author: string, ...repliers: string[]): Annotation => ({
  ...{ id: 'a-1', author, created: time, modified: time, status: 'open', confidence: null, tags: [] },
  ...{
    note: 'Who called?',
    selectors: { quote: { exact: 'phone', prefix: '', suffix: '' }, position: { start: 0, end: 5 } },
  },
  replies: repliers.map((name, i) => ({
    ...{ id: `r-${i}`, author: name, created: time, modified: time, note: 'Me.' },
  })),
});

it.each<[string, Annotation, ReturnType<typeof leavingWith>]>([
  ['her own', by('Ada'), { owner: null, repliers: [] }],
  ['her own, that she answered herself', by('Ada', 'Ada'), { owner: null, repliers: [] }],
  ['her own, with blanks around her name', by(' Ada '), { owner: null, repliers: [] }],
  [
    'her own, answered by others',
    by('Ada', 'Jon', 'Ada', 'Mia', 'Jon'),
    { owner: null, repliers: ['Jon', 'Mia'] },
  ],
  ['nobody’s', by(''), { owner: null, repliers: [] }],
  ['a colleague’s', by('Jon', 'Ada'), { owner: 'Jon', repliers: [] }],
  ['one of a colleague whose name begins like hers', by('Ada L'), { owner: 'Ada L', repliers: [] }],
])('a note that is made private takes others’ words along: %s', (_name, note, leaving) => {
  expect(leavingWith(note, 'Ada')).toEqual(leaving);
});
