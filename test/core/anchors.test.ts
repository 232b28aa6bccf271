import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInsideWord } from '../../src/core/anchors/bounds.ts';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { fingerprint } from '../../src/core/anchors/fingerprint.ts';
import { fold, foldedOffset, sourceSpan } from '../../src/core/anchors/fold.ts';
import { resolveSelectors } from '../../src/core/anchors/resolve.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import { examineSidecar } from '../../src/core/sidecar/examine.ts';

/** `npm run prove` multiplies the number of random runs. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const LONG = 20_000 * PROVE;

const ARTICLE = [
  'Harbour vote splits Port Ellery council',
  'Port Ellery, March 3 – The council voted on Tuesday to widen the north harbour.',
  'Mayor Ines Calder said the works were “long overdue and fully paid for”. She named no sum.',
  'Opponents called the plan “a gift to the shipping lobby” and asked for a second reading.',
  '“We will not be hurried,” said Tomas Reyl, who leads the opposition in the council.',
  'The mayor said she was “not going to be hurried” either, and “long overdue” works would start in May.',
].join('\n\n');

/** A text with one passage between ⟦ and ⟧, or with none. */
function marked(source: string): { text: string; span: { start: number; end: number } | null } {
  const start = source.indexOf('⟦');
  const text = source.replace(/[⟦⟧]/g, '');
  return { text, span: start < 0 ? null : { start, end: source.indexOf('⟧') - 1 } };
}

const around = (words: string): string => {
  const at = ARTICLE.indexOf(words);
  return `${ARTICLE.slice(0, at)}⟦${words}⟧${ARTICLE.slice(at + words.length)}`;
};

const overdue = around('“long overdue and fully paid for”');
const gift = around('“a gift to the shipping lobby”');
const hurried = around('“We will not be hurried,”');
const GIFT_PARAGRAPH =
  'Opponents called the plan “a gift to the shipping lobby” and asked for a second reading.';

interface Row {
  readonly name: string;
  readonly was: string;
  readonly now: string;
  readonly status: 'found' | 'moved' | 'ambiguous' | 'lost';
}

const rows: readonly Row[] = [
  { name: 'nothing changed', was: overdue, now: overdue, status: 'found' },
  {
    name: 'a paragraph before',
    was: overdue,
    now: overdue.replace('Port Ellery, March', 'New here.\n\nPort Ellery, March'),
    status: 'moved',
  },
  {
    name: 'typos in the quote',
    was: overdue,
    now: overdue.replace('overdue and', 'overdeu adn'),
    status: 'found',
  },
  {
    name: 'typos beside it',
    was: overdue,
    now: overdue.replace('the works were', 'teh works wre'),
    status: 'moved',
  },
  {
    name: 'straight marks',
    was: overdue,
    now: overdue.replace(/[“”]/g, '"'),
    status: 'found',
  },
  {
    name: 'words wrapped into lines',
    was: overdue,
    now: overdue.replace(/ (?=and fully|were|said the)/g, '\n'),
    status: 'found',
  },
  {
    name: 'CRLF',
    was: overdue,
    now: overdue.replaceAll('\n', '\r\n'),
    status: 'moved',
  },
  {
    name: 'the paragraph moved to the end',
    was: gift,
    now: `${gift.replace(/\n\nOpponents[^\n]*/, '')}\n\nOpponents called the plan ⟦“a gift to the shipping lobby”⟧ and asked for a second reading.`,
    status: 'moved',
  },
  {
    name: 'a copy of the paragraph far below',
    was: gift,
    now: `${gift}\n\n${GIFT_PARAGRAPH}`,
    status: 'found',
  },
  {
    name: 'a copy above, the original further down',
    was: gift,
    now: `${GIFT_PARAGRAPH}\n\n${gift}`,
    status: 'moved',
  },
  {
    name: 'the paragraph deleted',
    was: gift,
    now: ARTICLE.replace(`${GIFT_PARAGRAPH}\n\n`, ''),
    status: 'lost',
  },
  {
    name: 'the quote deleted, its context left',
    was: gift,
    now: ARTICLE.replace('“a gift to the shipping lobby” ', ''),
    status: 'lost',
  },
  {
    name: 'the quote replaced by other words',
    was: gift,
    now: ARTICLE.replace('a gift to the shipping lobby', 'the best news in twenty years'),
    status: 'lost',
  },
  {
    name: 'deleted, and something like it stands elsewhere',
    was: hurried,
    now: ARTICLE.replace(/“We will not be hurried,”[^\n]*\n\n/, ''),
    status: 'lost',
  },
  {
    name: 'an emoji before',
    was: overdue,
    now: `🌊🌊 ${overdue}`,
    status: 'moved',
  },
  { name: 'everything deleted', was: overdue, now: '', status: 'lost' },
];

describe('anchors', () => {
  it.each(rows)('$name: $status', ({ was, now, status }) => {
    const before = marked(was);
    const after = marked(now);
    const selectors = describeSpan(before.text, before.span ?? { start: 0, end: 0 });
    const resolution = resolveSelectors(after.text, selectors);
    const { span } = resolution;
    const got = span ? after.text.slice(span.start, span.end) : null;
    const wanted = after.span ? after.text.slice(after.span.start, after.span.end) : null;
    expect({ status: resolution.status, got, span }).toEqual({ status, got: wanted, span: after.span });
  });

  it('a paragraph between two copies of itself is ambiguous, with both places named', () => {
    const paragraph = 'Nobody answered the phone at the harbour office.';
    const was = `One.\n\n${paragraph}\n\nTwo.`;
    const selectors = describeSpan(was, { start: 6, end: 6 + paragraph.length });
    const now = `Before all that.\n\n${paragraph}\n\nOther.\n\n${paragraph}\n\nMore.`;
    const { status, span, candidates } = resolveSelectors(now, selectors);
    expect({ status, span }).toEqual({ status: 'ambiguous', span: null });
    expect(candidates.map((c) => now.slice(c.start, c.end))).toEqual([paragraph, paragraph]);
  });

  it('a word that stands twice is told apart by its context', () => {
    const at = ARTICLE.lastIndexOf('“long overdue”');
    const selectors = describeSpan(ARTICLE, { start: at, end: at + 14 });
    const now = ARTICLE.replace('fully paid for”', 'paid for”, a “long overdue” step');
    expect(resolveSelectors(now, selectors).span?.start).toBe(now.lastIndexOf('“long overdue”'));
  });

  it('selectors written by hand, with a quote alone, are enough where it is unique', () => {
    const quote = { exact: 'asked for a second reading', prefix: '', suffix: '' };
    const { span } = resolveSelectors(ARTICLE, { quote, position: { start: 0, end: 26 } });
    expect(span?.start).toBe(ARTICLE.indexOf(quote.exact));
  });

  it('never cuts a surrogate pair', () => {
    const text = 'Boats 🚢🚢 left the port at noon.';
    const { quote, position } = describeSpan(text, { start: 7, end: 9 });
    expect(quote.exact).toBe('🚢🚢');
    expect(position).toEqual({ start: 6, end: 10 });
    expect(quote.prefix + quote.exact + quote.suffix).toBe(text);
  });

  it.each([
    ['one letter over and over', 'a'.repeat(2_000_000)],
    ['a few words over and over', 'the boat left '.repeat(150_000)],
  ])(
    'answers and guesses nothing in %s',
    (_, text) => {
      const selectors = describeSpan(text, { start: 1_000_000, end: 1_000_080 });
      const { status } = resolveSelectors(`zz ${text}`, selectors);
      expect(status).toBe('ambiguous');
    },
    30_000,
  );

  it('finds an edited passage in a line of 5 MB', () => {
    const words = Array.from({ length: 700_000 }, (_, i) => `w${(i * 7919) % 1000003}`).join(' ');
    const at = words.indexOf(' ', 2_500_000) + 1;
    const selectors = describeSpan(words, { start: at, end: at + 90 });
    const now = `${words.slice(0, at + 30)}XX${words.slice(at + 31)}`;
    const index = indexText(now);
    expect(resolveSelectors(index, selectors).span).toEqual({ start: at, end: at + 91 });
  }, 30_000);
});

/** Passage and words that it becomes; the passage's edges are at bounds of words, or within one where said. */
const changes: readonly {
  readonly was: string;
  readonly change: readonly [string, string];
  /** The words under the anchor then; null when it is lost. */
  readonly now: string | null;
  readonly changed: boolean;
}[] = [
  {
    was: 'In all ⟦340 people⟧ crossed the ridge on Sunday at dawn, wardens told the paper.',
    change: ['340', '430'],
    now: '430 people',
    changed: true,
  },
  {
    was: 'In all ⟦340 people⟧ crossed the ridge on Sunday at dawn, wardens told the paper.',
    change: ['340', '1,340'],
    now: '1,340 people',
    changed: true,
  },
  {
    was: 'The port took in ⟦$5 million⟧ in tolls last year, the harbour office said in its report.',
    change: ['million', 'billion'],
    now: '$5 billion',
    changed: true,
  },
  {
    was: 'The port took in $⟦5 million⟧ in tolls last year, the harbour office said in its report.',
    change: ['5', '6'],
    now: '6 million',
    changed: true,
  },
  {
    was: 'Prices in the valley ⟦rose by 2.5%⟧ between May and June, the statistics office reported.',
    change: ['2.5', '2.75'],
    now: 'rose by 2.75%',
    changed: true,
  },
  {
    was: 'Reporters counted ⟦14 hangers⟧ in the yard behind the old mill on Thursday.',
    change: ['14', '17'],
    now: '17 hangers',
    changed: true,
  },
  {
    was: 'Asked twice, Calder said that ⟦he would not resign⟧ before the vote in autumn.',
    change: ['not ', ''],
    now: 'he would resign',
    changed: true,
  },
  {
    was: 'Asked twice, Calder said that ⟦he would⟧ resign before the vote in autumn.',
    change: ['would', 'wouldn’t'],
    now: 'he wouldn’t',
    changed: true,
  },
  {
    was: 'Asked twice, Calder said that un⟦likely⟧ as it was the vote would be held in autumn.',
    change: ['Asked twice', 'Asked'],
    now: 'likely',
    changed: false,
  },
  {
    was: 'Asked twice, Calder said ⟦“the vote – my vote – stands”⟧ and left the hall by the side door.',
    change: ['“the vote – my vote – stands”', '"the vote - my\nvote - stands"'],
    now: '"the vote - my\nvote - stands"',
    changed: false,
  },
];

/** What a search can't tell, or tells wrongly; the text that the note was made on tells it. */
const remembered: readonly Row[] = [
  ...rows.filter(({ name }) => name !== 'nothing changed'),
  {
    name: 'between two copies, in a place of its own',
    was: 'One.\n\n⟦Nobody answered the phone at the harbour office.⟧\n\nTwo.',
    now: 'Nobody answered the phone at the harbour office.\n\nOne.\n\n⟦Nobody answered the phone at the harbour office.⟧\n\nTwo.\n\nNobody answered the phone at the harbour office.',
    status: 'moved',
  },
  {
    name: 'a copy right behind it',
    was: 'One.\n\n⟦Nobody answered the phone at the harbour office.⟧\n\nTwo.',
    now: 'New.\n\nOne.\n\n⟦Nobody answered the phone at the harbour office.⟧\n\nNobody answered the phone at the harbour office.\n\nTwo.',
    status: 'moved',
  },
  {
    name: 'one of two deleted, the other left',
    was: 'He said ⟦it was too late⟧ for that.\n\nLater on the mayor went home.\n\nShe said it was too late for that.',
    now: 'Later on the mayor went home.\n\nShe said it was too late for that.',
    status: 'lost',
  },
  {
    name: 'a new paragraph that begins alike',
    was: 'One.\n\n⟦“We will not go,” she said to the reporters.⟧',
    now: 'One.\n\n“We said nothing of the kind,” he said to another paper.\n\n⟦“We will not go,” she said to the reporters.⟧',
    status: 'moved',
  },
  {
    name: 'words that became half a number',
    was: 'The port counted ⟦14⟧ ships and sent nine of them back to where they had come from.',
    now: 'The port counted ⟦14.5⟧ ships and sent nine of them back to where they had come from.',
    status: 'moved',
  },
];

describe('anchors with the text that they were made on', () => {
  it.each(remembered)('$name: $status', ({ was, now, status }) => {
    const before = marked(was);
    const after = marked(now);
    const selectors = describeSpan(before.text, before.span ?? { start: 0, end: 0 });
    const index = indexText(after.text, (print) => (print === selectors.text ? before.text : null));
    const resolution = resolveSelectors(index, selectors);
    expect({ status: resolution.status, span: resolution.span }).toEqual({ status, span: after.span });
  });

  it('is not led astray by another text under that hash, nor by one that is too long', () => {
    const { text, span } = marked(overdue);
    const selectors = describeSpan(text, span ?? { start: 0, end: 0 });
    for (const old of ['Something else.', `${text}${' x'.repeat(1_000_000)}`])
      expect(
        resolveSelectors(
          indexText(`New. ${text}`, () => old),
          selectors,
        ).span?.start,
      ).toBe((span?.start ?? 0) + 5);
  });

  it.each([
    ['one letter over and over', 'a'.repeat(1_000_000)],
    ['a few words over and over', 'the boat left '.repeat(70_000)],
    ['other words throughout', Array.from({ length: 120_000 }, (_, i) => `w${(i * 7919) % 10007}`).join(' ')],
  ])(
    'answers in time in %s',
    (_, text) => {
      const selectors = describeSpan(text, { start: 500_000, end: 500_080 });
      const now = text.replaceAll('w1', 'v').replace('left the', 'right the');
      const start = performance.now();
      resolveSelectors(
        indexText(`zz ${now}`, () => text),
        selectors,
      );
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe('anchors whose words changed', () => {
  it.each(changes)('$was: $change', ({ was, change: [from, to], now, changed }) => {
    const { text, span } = marked(was);
    const after = text.replace(from, to);
    const resolution = resolveSelectors(after, describeSpan(text, span ?? { start: 0, end: 0 }));
    const words = resolution.span && after.slice(resolution.span.start, resolution.span.end);
    expect({ words, changed: resolution.changed }).toEqual({ words: now, changed });
  });

  it('never stand on half a number, whatever the number becomes', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    const noun = fc.constantFrom('people', 'boats were seen', 'tonnes of grain from the northern silos');
    fc.assert(
      fc.property(number, number, noun, fc.boolean(), (a, b, what, last) => {
        const passage = (n: number): string => (last ? `about ${what}: ${n}` : `${n} ${what}`);
        const [lead, rest] = ['Wardens at the ridge counted ', ' between dawn and noon on Sunday.'];
        const span = { start: lead.length, end: lead.length + passage(a).length };
        const now = lead + passage(b) + rest;
        const found = resolveSelectors(now, describeSpan(lead + passage(a) + rest, span));
        if (!found.span) return;
        const { start, end } = found.span;
        expect(now.slice(start, end)).toBe(passage(b));
        expect(found.changed).toBe(a !== b);
      }),
      { numRuns: 200 * PROVE },
    );
  });

  it.each([
    {
      was: 'Reporters counted ⟦14 hangers⟧ in the yard.',
      change: ['14', '17'],
      told: ['“14 hangers”', '“17 hangers”'],
    },
    {
      was: '⟦Reporters counted the hangers in the yard behind the old mill and found 14⟧.',
      change: ['14', '17'],
      told: ['“…the old mill and found 14”', '“…the old mill and found 17”'],
    },
    {
      was: 'Reporters counted ⟦“a yard full of hangers”⟧ behind the mill.',
      change: ['“a yard full of hangers”', 'a yard full of hangers'],
      told: ['““a yard full of hangers””', '“a yard full of hangers”'],
    },
    { was: 'Reporters counted ⟦14 hangers⟧ in the yard.', change: ['the yard', 'a yard'], told: null },
  ])('are told at the entry: $change', ({ was, change: [from = '', to = ''], told }) => {
    const { text, span } = marked(was);
    const { quote } = describeSpan(text, span ?? { start: 0, end: 0 });
    const sidecar = `annotations:\n  a-1: {selectors: ${JSON.stringify(quote)}}\n`;
    const now = text.replace(from, to);
    const { problems } = examineSidecar(sidecar, indexText(now));
    const message = `The words under this note were ${told?.[0]} and are now ${told?.[1]}. Check whether the note still holds.`;
    const problem = {
      code: 'anchor-changed',
      severity: 'information',
      message,
      span: { start: 15, end: 18 },
    };
    expect(problems).toMatchObject(told ? [problem] : []);
    // The message says where in the article these words are.
    const words = problems
      .flatMap(({ passages }) => passages ?? [])
      .map(({ start, end }) => now.slice(start, end));
    expect(words.map((passage) => passage.slice(0, 10))).toEqual(
      told ? [now.slice(span?.start, (span?.start ?? 0) + 10)] : [],
    );
  });

  it.each([
    ['1|2', true],
    ['1|,340', true],
    ['1,|340', true],
    ['14|, 15', false],
    ['$|5', true],
    ['5|%', true],
    ['a|b', true],
    ["would|n't", true],
    ["can|'t", true],
    ["said |'no'", false],
    ['海|港', false],
    ['𝒜|𝒷', true],
    ['a|', false],
  ])('%s is inside a word or number: %s', (text, inside) => {
    expect(isInsideWord(text.replace('|', ''), text.indexOf('|'))).toBe(inside);
  });
});

const words = fc.array(
  fc.stringMatching(/^[a-zé“”’🚢]{1,9}$/u).map((w) => w),
  { minLength: 30, maxLength: 80 },
);

describe('anchors, for any text', () => {
  it(
    'a described span is found at its place in the unchanged text',
    () => {
      fc.assert(
        fc.property(words, fc.nat(), fc.nat(), (list, a, b) => {
          const text = list.join(' ');
          const [x = 0, y = 0] = [a % text.length, b % text.length].sort((m, n) => m - n);
          const selectors = describeSpan(text, { start: x, end: y + 1 });
          const { status, span } = resolveSelectors(text, selectors);
          if (text.slice(x, y + 1).trim() === '') return;
          expect({ status, span }).toEqual({ status: 'found', span: selectors.position });
        }),
        { numRuns: 50 * PROVE },
      );
    },
    LONG,
  );

  it(
    'a span, if any, is within the text and cuts no surrogate pair, whatever the text became',
    () => {
      fc.assert(
        fc.property(words, words, fc.nat(), fc.nat(30), (list, others, a, size) => {
          const text = list.join(' ');
          const start = a % (text.length - 31);
          const selectors = describeSpan(text, { start, end: start + size + 1 });
          const now = [...list.slice(0, 9), ...others, ...list.slice(12)].join(' ');
          const { span, candidates } = resolveSelectors(now, selectors);
          for (const { start: from, end: to } of [...(span ? [span] : []), ...candidates]) {
            expect(from >= 0 && from < to && to <= now.length).toBe(true);
            expect(/^\p{Cs}|\p{Cs}$/u.test(now.slice(from, to))).toBe(false);
          }
        }),
        { numRuns: 50 * PROVE },
      );
    },
    LONG,
  );
});

describe('fold', () => {
  it.each([
    ['“It’s – fine”', '"It\'s - fine"'],
    ['a\r\n\r\n  b\u00a0c', 'a b c'],
    ['so\u00adft\u200bly', 'softly'],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('leads back to the source', () => {
    const text = 'One\u00ad “two”\n\n three';
    const folded = fold(text);
    const at = folded.text.indexOf('"two"');
    expect(sourceSpan(text, folded, { start: at, end: at + 5 })).toEqual({ start: 5, end: 10 });
    expect(foldedOffset(folded, 5)).toBe(at);
  });
});

describe('fingerprint', () => {
  it.each(['', 'a', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'é“🚢\n'.repeat(999), 'a\r\nb\r\n'])(
    'is the git blob id (%#)',
    (text) => {
      const bytes = Buffer.from(text.replaceAll('\r\n', '\n'));
      const expected = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      expect(fingerprint(text)).toBe(expected);
    },
  );
});
