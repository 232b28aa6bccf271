import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMentions } from '../../src/core/mentions/detect.ts';
import { markedStretches } from '../../src/core/mentions/quotations/marks.ts';
import { findQuotations } from '../../src/core/mentions/quotations/quotation.ts';
import type { Block } from '../../src/core/text/article.ts';
import { readArticle } from '../../src/core/text/structure.ts';

const quoted = (text: string): string[] =>
  findQuotations(readArticle(text)).map((q) => text.slice(q.start, q.end));

const isSame = (a: Block, b: Block | undefined): boolean =>
  a.kind === b?.kind && a.start === b.start && a.end === b.end;

/** Whether the last block has a mark that opens a quotation and nothing closes it, or leads up to a block quotation. */
function endsOpen(text: string): boolean {
  const last = readArticle(text).blocks.at(-1);
  return (
    last !== undefined &&
    (/:$/.test(text.slice(0, last.end)) ||
      ['', '‘', '‚', "'"].some((mark) => markedStretches(text, last, mark).at(-1)?.close === 0))
  );
}

const LEAD = 'The harbour board voted on Tuesday to dredge the northern channel before winter.';

describe('marks', () => {
  // What should be found stands in square brackets, which are taken out.
  it.each([
    ['curly', 'Orlan said: [“We dig.”] Then he left.'],
    ['straight', 'Orlan said: ["We dig."] Then he left.'],
    [
      'single, told from apostrophes',
      '[‘We don’t dig in the crews’ time,’] Orlan said. It’s the board’s view.',
    ],
    [
      'single, said and going on, where double ones are the habit',
      "[“We dig,”] Lorn said. [“And dig.”]\n\n['We don't dig at night,'] he says. ['We never did.']",
    ],
    ['single, behind a cue', 'Ministers met on Monday, calling it [‘wild and harmful’].'],
    ['single, no cue', 'The channel has a ‘mud pier’ for boats.'],
    ['straight single', "['We don't dig at night,'] said Orlan. The crews' view isn't known."],
    [
      'single, said, where double ones are the habit',
      '[“We dig,”] Lorn said. [“And dig.”]\n\n[‘It’s the first bend of the channel,’] he told the council.',
    ],
    ['single, behind a colon', '[“We dig,”] Lorn said. [“And dig.”] Orlan warned: [‘If not now, when?’]'],
    ['nested', 'Orlan said: [“She told us ‘never again’ and left.”]'],
    ['nested the British way', '[‘She told us “never again” and left,’] Orlan said.'],
    ['guillemets', 'Orlan said: [«We dig all night».]'.replace('.]', '].')],
    ['low and high', 'Orlan said: [„We dig all night“].'],
    ['two grave accents', "[``We dig all night,''] Orlan said."],
    ['straight within straight context', 'He called it ["a gift"] and ["a curse"].'],
    ['curly opened, straight closed', '[“We dig all night,"] Orlan said.'],
    ['curly, closed with the opening mark', '[“We dig all night,“] Orlan said. [“We dig.“] He left.'],
    ['a Dutch surname is none', "Sofie in 't Veen said [\"we dig\"] and 's-Hertog said it's late."],
    [
      'hats and stars',
      'He wore a “Dig Deep Now” cap by the “Harbour Nights” star of his “Mud Today” radio show.',
    ],
    [
      'a piece and its author',
      '“The fog closes the pier,” by Ada Lorn, is out. “No Mud Today,” by the Orlan Post.',
    ],
    [
      'somebody so named',
      'It was shut by a user labelled “Deep Mud” and an account called “Ostrey-Pier” on Monday.',
    ],
    ['so called', 'The so called “Harbour Plan” was late.'],
    ['what a crowd chants is no title', 'He came in to chants of [“Mud, Mud, Mud”] at noon.'],
    ['told a programme', 'Lorn told “Harbour and Friends” that [“we dig”].'],
    ['what a page puts below', '“Follow Ada Lorn on Twitter @lorn.”'],
    ['inches are none', 'The 6\'3" mayor said ["we dig"] twice.'],
    ['clipped words are none', 'Back in the ’90s and ’80s, rock ’n’ roll was loud.'],
    ['markup is none', 'See <a href="dredge.html">the plan</a> now.'],
    ['nickname', 'Robert “Bob” Lorn said he would dig.'],
    ['title of a work', 'She spoke on “Harbour Nights” and in the film “Mud and Money” later.'],
    [
      'a space on the wrong side of a straight mark',
      'Lorn stated, ["just when we dug it rained. "]Orlan was ["glad and sad"] then.',
    ],
    ['slip: never closed', 'Orlan said “we dig and left. Lorn said nothing.'],
    ['slip before a whole one', 'The “ mark was lost. Orlan said [“we dig”] again.'],
  ])('%s', (_, marked) => {
    const expected = [...marked.matchAll(/\[([^\]]*)\]/g)].map((m) => m[1]);
    expect(quoted(`${LEAD}\n\n${marked.replace(/[[\]]/g, '')}\n\n${LEAD}`)).toEqual(expected);
  });

  it.each([
    ['“', '”'],
    ['‘', '’'],
    ["'", "'"],
  ])('goes over paragraphs when the mark is reopened: %s', (open, close) => {
    const text = `${LEAD}\n\n${open}We dig, Orlan said.\n\n${open}And we dig again.${close}\n\n${LEAD}`;
    const drafts = findQuotations(readArticle(text));
    expect(drafts.map((d) => [text.slice(d.start, d.end), d.continues])).toEqual([
      [`${open}We dig, Orlan said.`, false],
      [`${open}And we dig again.${close}`, true],
    ]);
  });

  it('does not begin with an apostrophe that the next paragraph has as a mark', () => {
    const text = `${LEAD}\n\nThe crews’ boats and the ‘70s song are old.\n\n‘And we dig again,’ Orlan said.\n\n${LEAD}`;
    const drafts = findQuotations(readArticle(text));
    expect(drafts.map((d) => text.slice(d.start, d.end))).toEqual(['‘And we dig again,’']);
  });

  it.each([
    ['curly', 'Orlan said, “We dig here.', 'We dig again,” before he left.', 'We dig again,'],
    ['straight', 'Orlan said, "We dig here.', 'We dig again." He left.', 'We dig again.'],
  ])('goes on to the next paragraph where only that closes it: %s', (_, first, second, rest) => {
    const text = `${LEAD}\n\n${first}\n\n${second}\n\n${LEAD}`;
    const drafts = findQuotations(readArticle(text));
    expect(
      drafts.map((d) => [text.slice(d.start, d.end), ...d.rests.map((r) => text.slice(r.start, r.end))]),
    ).toEqual([[first.slice('Orlan said, '.length), rest]]);
  });

  it('goes on over paragraphs without marks', () => {
    const text = `${LEAD}\n\n“We dig here.\n\nWe dig there.\n\nWe dig again,” Orlan wrote.\n\n${LEAD}`;
    const drafts = findQuotations(readArticle(text));
    expect(drafts.map((d) => d.rests.map((r) => text.slice(r.start, r.end)))).toEqual([
      ['We dig there.', 'We dig again,'],
    ]);
  });

  it.each([
    ['inches', 'Orlan said, "We dig here.', 'It takes a pipe of 12" to dig.'],
    ['a caption', '"We dig here and we dig there.', 'Peter Orlan."'],
    ['another quotation', 'Orlan said, "We dig here.', 'Lorn said it was "far too slow".'],
  ])('does not go on to the next paragraph: %s', (_, first, second) => {
    const drafts = findQuotations(readArticle(`${LEAD}\n\n${first}\n\n${second}\n\n${LEAD}`));
    expect(drafts.filter(({ rests }) => rests.length > 0)).toEqual([]);
  });

  it('finds a quotation that is a heading', () => {
    expect(quoted(`Board Backs Dredging\n\n${LEAD}\n\n“Mud Is Money — We Dig”\n\n${LEAD}`)).toEqual([
      '“Mud Is Money — We Dig”',
    ]);
  });
});

describe('block quotations', () => {
  const block = (lead: string, next: string): string[] =>
    findQuotations(readArticle(`${LEAD}\n\n${lead}\n\n${next}\n\n${LEAD}`))
      .filter((q) => q.form === 'block')
      .map((q) => `${q.start}`);

  it.each([
    ['a verb', 'She noted:', 'The channel is deep enough for any ship.', 1],
    ['a noun', 'Lorn repeated his message to the board:', 'We will dig until it is deep.', 1],
    ['bullets', 'She noted:', '• The channel is deep.\n• The crane is old.', 2],
    ['examples are none', 'The plan has two parts:', 'The channel will be dredged first.', 0],
    ['bullets below points are none', 'Key points:', '• Sales are higher.\n• Profit is lower.', 0],
    ['bullets below a title are none', 'Key Highlights:', '• Sales are higher.\n• Profit is lower.', 0],
    [
      'nor below points',
      'Key points:',
      '• The plan is a risk, the report says.\n• Ministers met on Friday.',
      0,
    ],
    ['bullets after a list noun are none', 'She cited recent examples:', '• The channel\n• The crane', 0],
    ['marks win', 'She noted:', '“The channel is deep enough.”', 0],
  ])('%s', (_, lead, next, count) => {
    expect(block(lead, next)).toHaveLength(count);
  });
});

describe('hostile marks', () => {
  it.each([
    ['"\' ', 1_000_000],
    ['"', 300_000],
    ['"a" ', 300_000],
    ['‘axs’ b ', 300_000],
    ['“a,” he said. ', 300_000],
  ])(
    '%s, %i characters long',
    (piece, length) => {
      const text = piece.repeat(length / piece.length);
      const { quotations } = detectMentions(readArticle(text));
      for (const { start, end } of quotations) if (end <= start) expect.fail(`${start}-${end}`);
      expect(quotations.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    },
    30_000,
  );

  it('single ones on one line are read in linear time', () => {
    const article = readArticle('‘It bends but it holds,’ said the man there. '.repeat(100_000));
    const start = performance.now();
    expect(findQuotations(article)).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

/** `npm run prove` runs so many times as many. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);

describe('properties', () => {
  const words = fc.constantFrom(
    'Orlan',
    'said',
    '“',
    '”',
    '"',
    "'",
    '’',
    'we',
    'dig',
    '.',
    ',',
    ':',
    '\n',
    '\n\n',
    '🚢',
    '–',
    '•',
  );
  const half = fc.constantFrom('\ud83d', '\udea2');
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 })
      .map((list) => list.join('')),
    fc
      .array(fc.oneof({ weight: 9, arbitrary: words }, half), { maxLength: 60 })
      .map((list) => list.join(' ')),
  );

  const paragraph = fc.constantFrom(
    '“We dig,” Lorn said. “We always dig here.”',
    'Orlan called it a “heavy curse”.',
    '‘We dig here,’ Lorn said.',
    '"We dig," he said, adding that it was "nearly done".',
    'The harbour is deep. The crane is old.',
    'She noted:',
    '• The crane is old.',
    'Crane Falls Into Harbour',
    '9 March 2031',
    'Advertisement',
    'MODERATOR: The crane is old.',
    'Ada Olmedo: That is so.',
    'Ms Alvarez: We dig here.',
    'Results: 3',
    'Q: Who digs?',
    'A: It is the council.',
  );

  it('what a text says does not change when another is put behind it', () => {
    const article = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((list) => list.join('\n\n'));
    fc.assert(
      fc.property(article, article, (a, b) => {
        const first = `${a}\n\nThe mayor was glad.`;
        const places = (input: string): number[][] =>
          detectMentions(readArticle(input)).quotations.map((q) => [q.start, q.end]);
        const alone = places(first);
        expect(places(`${first}\n\n${b}`).filter(([start = 0]) => start < first.length)).toEqual(alone);
      }),
      { numRuns: 300 * PROVE },
    );
  });

  it('of arbitrary strings too, unless a quotation is open at the end of the first', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const places = (input: string): string[] =>
          findQuotations(readArticle(input)).map((q) => `${q.start}-${q.end}`);
        const article = readArticle(`${a}\n\n${b}`);
        // The kind of a line hangs on the next one: a heading has prose below it.
        const same = readArticle(a).blocks.every((block, i) => isSame(block, article.blocks[i]));
        fc.pre(same && !endsOpen(a));
        const both = new Set(places(article.text));
        for (const place of places(a)) expect(both).toContain(place);
      }),
      { numRuns: 300 * PROVE },
    );
  });

  it('spans are inside the text, in order, and split no surrogate pair', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { quotations, indirect } = detectMentions(readArticle(input));
        let last = 0;
        for (const q of quotations) {
          expect(q.start).toBeGreaterThanOrEqual(last);
          expect(q.end).toBeLessThanOrEqual(input.length);
          expect(q.content.start).toBeGreaterThanOrEqual(q.start);
          expect(q.content.end).toBeLessThanOrEqual(q.end);
          last = q.end;
        }
        for (const span of [...quotations, ...indirect]) {
          expect(
            /[\udc00-\udfff]/.test(input.charAt(span.start)) &&
              /[\ud800-\udbff]/.test(input.charAt(span.start - 1)),
          ).toBe(false);
          expect(
            /[\udc00-\udfff]/.test(input.charAt(span.end)) &&
              /[\ud800-\udbff]/.test(input.charAt(span.end - 1)),
          ).toBe(false);
        }
        expect(new Set(quotations.map((q) => q.id)).size).toBe(quotations.length);
      }),
      { numRuns: 300 * PROVE },
    );
  });
});
