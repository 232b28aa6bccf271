import fc from 'fast-check';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import type { SidecarOperation } from '../../src/core/sidecar/operation.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';

/** What a new note has not got. */
const BARE = { confidence: null, tags: [], replies: [] };

const selectors = (start: number) => ({
  quote: { exact: 'a good day', prefix: 'it “', suffix: '' },
  position: { start, end: start + 10 },
});

const HAND_MADE = [
  '# by hand #0',
  'version: 1',
  'annotations:',
  '    # first #1',
  '    a-1:',
  '        author: Vera',
  '        created: 2026-01-01T00:00:00Z',
  '        modified: 2026-01-01T00:00:00Z',
  '        # inner #2',
  '        note: >',
  '            Folded',
  '            by hand.',
  '        selectors: { exact: "a good day" }',
  '        colour: red',
  '',
  '    # second #3',
  '    a-2:',
  '        tag: claim',
  '        selectors:',
  '            exact: council',
  '        # last of it #4',
  '    # last of all #5',
  '# the end #6',
  '',
].join('\n');

/** One step of an analyst's work, in numbers; what it can't be done to is passed over. */
const anyStep = fc.record({
  kind: fc.constantFrom(
    ...['add', 'add', 'note', 'tag', 'status', 'move', 'remove', 'decide', 'undecide', 'dismiss'],
    ...['readmit', 'comment', 'key', 'quote', 'reply', 'answer', 'silence', 'label', 'sure'],
  ),
  which: fc.nat(4),
  word: fc.constantFrom('one', 'two', 'three # not a comment', 'four\n\nlines: "4"', '<<<<<<< x', '- 5 🚢'),
  minute: fc.nat(59),
});
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Steps enough for the two sides to meet. */
export const anySteps = fc.array(anyStep, { maxLength: 10, size: 'max' });

const TAGS = [
  [],
  ['one'],
  ['two'],
  ['one', 'two'],
  ['two', 'three'],
  ['one', 'two', 'three'],
  ['- 4'],
  ['four', 'one'],
];

const timeOf = (minute: number): string => `2026-02-01T08:${String(minute).padStart(2, '0')}:00Z`;

function operationOf({ kind, which, word, minute }: Step, who: string): SidecarOperation | null {
  const [modified, known] = [timeOf(minute), `a-${which}`];
  const common = { author: who || 'Vera', created: modified };
  const own = { ...common, selectors: selectors(minute) };
  switch (kind) {
    case 'add':
      return {
        kind: 'addAnnotation',
        annotation: { ...own, id: `a-${who}${which}`, modified, status: 'open', ...BARE, note: word },
      };
    case 'note':
      return { kind: 'updateAnnotation', id: known, changes: { modified, note: word } };
    case 'tag':
      return {
        kind: 'updateAnnotation',
        id: known,
        changes: { modified, tags: minute % 4 === 0 ? [] : [word] },
      };
    case 'label':
      return { kind: 'updateAnnotation', id: known, changes: { modified, tags: TAGS[minute % 8] ?? [] } };
    case 'sure': {
      const confidence = ([null, 'low', 'high'] as const)[minute % 3] ?? null;
      return { kind: 'updateAnnotation', id: known, changes: { modified, confidence } };
    }
    case 'reply': {
      const id = minute % 3 ? `r-${who}${which}${minute % 5}` : `r-${which}`;
      return { kind: 'addReply', to: known, reply: { ...common, id, modified, note: word } };
    }
    case 'answer':
      return { kind: 'updateReply', to: known, id: `r-${which}`, changes: { modified, note: word } };
    case 'silence':
      return { kind: 'removeReply', to: known, id: `r-${which}` };
    case 'status':
      return {
        kind: 'updateAnnotation',
        id: known,
        changes: { modified, status: minute % 2 ? 'closed' : 'verified' },
      };
    case 'move':
      return { kind: 'updateAnnotation', id: known, changes: { modified, selectors: selectors(minute) } };
    case 'remove':
      return { kind: 'removeAnnotation', id: known };
    case 'decide': {
      const there = { article: 'b.txt', selectors: selectors(1) };
      const decision = minute % 2 ? ('confirmed' as const) : ('rejected' as const);
      const id = which % 2 ? `d-${which}` : `d-${who}${which}`;
      return { kind: 'setDecision', decision: { ...common, id, decision, here: selectors(2), there } };
    }
    case 'undecide':
      return { kind: 'removeDecision', id: `d-${which}` };
    case 'dismiss':
      return { kind: 'addDismissal', dismissal: { ...own, id: `x-${who}${which}`, kind: 'name' } };
    case 'readmit':
      return { kind: 'removeDismissal', id: `x-${which}` };
    default:
      return null;
  }
}

/** What people do in the text itself: a comment, a key of their own, other quotation marks. */
function byHand(text: string, { kind, which, minute }: Step, who: string, step: number): string {
  const lines = text.split('\n');
  const keys = lines.flatMap((line, i) => (/^ +(?:[ad]-\w+|author|selectors|here):/.test(line) ? [i] : []));
  const at = keys[(which * 60 + minute) % Math.max(1, keys.length)];
  if (at === undefined) return text;
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
  if (kind === 'comment') lines.splice(at, 0, `${indent}# ${who} ${step}`);
  if (kind === 'key' && /^ +(?:author|selectors)/.test(lines[at] ?? ''))
    lines.splice(at, 0, `${indent}desk-${which}: ${who}`);
  if (kind === 'quote') lines[at] = (lines[at] ?? '').replace(/: (\w+)$/, ': "$1"');
  const edited = lines.join('\n');
  return parseSidecar(edited).problems.some(({ severity }) => severity === 'error') ? text : edited;
}

/** The text after an analyst's steps; `who` is the author and part of the ids of what is new. */
export function worked(text: string, steps: readonly Step[], who: string): string {
  steps.forEach((step, i) => {
    const operation = operationOf(step, who);
    if (!operation) text = byHand(text, step, who, i);
    else {
      const result = applyOperation(text, operation);
      if (result.kind === 'applied') text = result.text;
    }
  });
  return text;
}

/** A file to begin with: written by the program, or by hand and gone on with. */
export const started = (steps: readonly Step[], plain: boolean): string =>
  worked(plain ? '' : HAND_MADE, steps, '');
