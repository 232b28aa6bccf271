import { describe, expect, it } from 'vitest';
import type { Annotation, Reply, Sidecar } from '../../src/core/sidecar/annotation.ts';
import { changeKey, keptText, replayOf, replyKey } from '../../src/core/sidecar/kept.ts';
import { inverseOf, type SidecarOperation } from '../../src/core/sidecar/operation.ts';
import { EMPTY } from '../../src/core/sidecar/parse.ts';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-02-02', '2026-02-03', '2026-02-04'].map(
  (day) => `${day}T09:00:00Z`,
) as [string, string, string];

const reply = (id: string, note: string, modified = MONDAY): Reply => ({
  ...{ id, author: 'Jon', created: MONDAY, modified, note },
});

const note = (changes: Partial<Annotation> = {}): Annotation => ({
  ...{ id: 'a-1', author: 'Ada', created: MONDAY, modified: MONDAY, status: 'open', confidence: null },
  ...{ tags: [], note: 'Who called?', replies: [] },
  selectors: {
    quote: { exact: 'Nobody\nanswered', prefix: '', suffix: '' },
    position: { start: 0, end: 15 },
  },
  ...changes,
});

const holding = (...annotations: Annotation[]): Sidecar => ({ ...EMPTY, annotations });

const text = (words: string, modified = TUESDAY): SidecarOperation => ({
  kind: 'updateAnnotation',
  id: 'a-1',
  changes: { note: words, modified },
});
const tags = (...named: string[]): SidecarOperation => ({
  kind: 'updateAnnotation',
  id: 'a-1',
  changes: { tags: named, modified: TUESDAY },
});
const added = (id: string, words = 'Me.'): SidecarOperation => ({
  kind: 'addReply',
  to: 'a-1',
  reply: reply(id, words),
});
const changedReply: SidecarOperation = {
  ...{ kind: 'updateReply', to: 'a-1', id: 'r-1' },
  changes: { note: 'Nobody did, we asked.', modified: TUESDAY },
};

describe('what a change that could not be saved belongs to', () => {
  it.each<[string, SidecarOperation, SidecarOperation, boolean]>([
    ['the same field, tried again', text('One'), text('Two', WEDNESDAY), true],
    ['another field of the note', text('One'), tags('phone'), false],
    ['another reply to the note', added('r-1'), added('r-2'), false],
    ['the same reply, tried again', added('r-1'), added('r-1', 'Me, I think.'), true],
    ['a reply that is edited, and one that is added', added('r-1'), changedReply, false],
  ])('%s', (_name, first, second, isSame) => {
    expect(changeKey('file:///a.txt', first) === changeKey('file:///a.txt', second)).toBe(isSame);
    expect(changeKey('file:///a.txt', first)).not.toBe(changeKey('file:///b.txt', first));
  });

  it('a reply is named by its id alone', () => {
    expect(changeKey('file:///a.txt', added('r-1'))).toBe(replyKey('file:///a.txt', 'r-1'));
  });
});

describe('a kept change is saved later', () => {
  const first = holding(note({ replies: [reply('r-1', 'Nobody did.')] }));
  it.each<[string, SidecarOperation, Sidecar, ReturnType<typeof replayOf>['kind']]>([
    ['on the note as it was', text('Who phoned?'), first, 'apply'],
    ['after another field was changed', text('Who phoned?'), holding(note({ status: 'closed' })), 'apply'],
    ['where it was written after all', text('Who phoned?'), holding(note({ note: 'Who phoned?' })), 'done'],
    ['on a newer text', text('Who phoned?'), holding(note({ note: 'It was Jon.' })), 'beside'],
    [
      'on a newer text, once more',
      text('Who phoned?'),
      holding(note({ note: 'It was Jon.', replies: [reply('r-2', 'Who phoned?')] })),
      'done',
    ],
    ['empty, on a newer text', text(''), holding(note({ note: 'It was Jon.' })), 'changed'],
    ['on newer tags', tags('phone'), holding(note({ tags: ['harbour'] })), 'changed'],
    ['on a note that is gone', text('Who phoned?'), EMPTY, 'apply'],
    ['as a note', { kind: 'addAnnotation', annotation: note({ id: 'a-2' }) }, first, 'apply'],
    ['as a note that is there', { kind: 'addAnnotation', annotation: note() }, first, 'done'],
    ['as a reply', added('r-2'), first, 'apply'],
    ['as a reply that is there', added('r-1'), first, 'done'],
    ['on the reply as it was', changedReply, first, 'apply'],
    [
      'on a newer reply',
      changedReply,
      holding(note({ replies: [reply('r-1', 'The office did.', TUESDAY)] })),
      'beside',
    ],
  ])('%s', (_name, operation, now, kind) => {
    expect(replayOf(now, operation, inverseOf(first, operation, undefined)).kind).toBe(kind);
  });

  it.each<[string, string, 'apply' | 'beside']>([
    ['older', MONDAY, 'apply'],
    ['newer', WEDNESDAY, 'beside'],
  ])('by the times, where what was there before was not kept: %s', (_name, modified, kind) => {
    const now = holding(note({ note: 'It was Jon.', modified }));
    expect(replayOf(now, text('Who phoned?'), null).kind).toBe(kind);
  });

  it('beside a newer text it is a reply to the note', () => {
    const now = holding(note({ replies: [reply('r-1', 'The office did.', WEDNESDAY)] }));
    expect(replayOf(now, changedReply, null)).toEqual({
      ...{ kind: 'beside', to: 'a-1', note: 'Nobody did, we asked.' },
    });
  });
});

describe('a kept change is shown', () => {
  it.each<[string, SidecarOperation, string]>([
    ['a note', { kind: 'addAnnotation', annotation: note() }, '> Nobody answered\n\nWho called?'],
    ['an edited note', text('Who *phoned*?'), '> Nobody answered\n\nWho *phoned*?'],
    ['a reply', added('r-9', 'Not me.'), '> Nobody answered\n\nNot me.'],
    ['tags', tags('phone', 'office'), '> Nobody answered\n\ntags: phone, office'],
  ])('%s', (_name, operation, shown) => {
    expect(keptText('desk/ferry.txt', holding(note()), operation)).toBe(`## desk/ferry.txt\n\n${shown}`);
  });

  it('without its passage where the note is gone', () => {
    expect(keptText('desk/ferry.txt', undefined, text('Who?'))).toBe('## desk/ferry.txt\n\nWho?');
  });
});
