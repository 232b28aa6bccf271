import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { textOf } from '../../src/core/text/span.ts';
import { readText } from '../../src/files/read-text.ts';
import { spanFlaws } from '../support/spans.ts';

const BYTES = join(import.meta.dirname, '../fixtures/bytes');
const articles = readdirSync(BYTES).filter((name) => name.endsWith('.txt'));

/** The file as an editor would show it, whatever its bytes. */
const shown = (name: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(BYTES, name)));

describe('any bytes', () => {
  it('has fixtures', () => {
    expect(articles.length).toBeGreaterThan(15);
  });

  it.each(articles)('%s: analysed, every span sound', (name) => {
    const text = shown(name);
    const analysis = analyze(text);
    expect(spanFlaws(analysis)).toEqual([]);
    expect(analysis.article.text).toBe(text);
  });

  it('all of them make one corpus, whose links name claims that are there', () => {
    const project = createProject();
    for (const name of articles) project.set({ path: name, text: shown(name) });
    const ids = new Set(
      project.paths().flatMap((path) => (project.analysis(path)?.claims ?? []).map((c) => `${path}#${c.id}`)),
    );
    const ends = project.links(0).flatMap(({ from, to }) => [from, to]);
    expect(ends.filter(({ path, claim }) => !ids.has(`${path}#${claim}`))).toEqual([]);
    expect(ids.size).toBeGreaterThan(20);
  });
});

describe('what can be read is found at its place', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['crlf.txt', ['“We signed for €3 million.”'], ['May 04, 2026', '€3 million', '40 people']],
    ['lone-cr.txt', ['“We signed for €3 million.”'], ['May 04, 2026', '€3 million', '40 people']],
    ['bom.txt', ['“We signed for €3 million.”'], ['May 04, 2026', '€3 million', '40 people']],
    ['rtl-marks.txt', ['“وقعنا”', '“€5 million”'], ['€5 million']],
    ['emoji.txt', ['“👩🏽‍⚖️ We signed 🤝 for €3 million 💶,”', '“Flags: 🇳🇴🇫🇷 and 5️⃣ boats.”'], ['€3 million']],
    ['empty.txt', [], []],
    ['blank-lines.txt', [], []],
    ['one-letter.txt', [], []],
  ];
  it.each(rows)('%s', (name, quotations, figures) => {
    const { text } = readText(join(BYTES, name));
    const analysis = analyze(text);
    const found = analysis.quotations.map((q) => textOf(text, q));
    expect(found).toEqual(expect.arrayContaining([...quotations]));
    if (quotations.length === 0) expect(found).toEqual([]);
    const numbers = analysis.figures.map((f) => textOf(text, f));
    expect(numbers).toEqual(expect.arrayContaining([...figures]));
    if (figures.length === 0) expect(numbers).toEqual([]);
  });

  it.each(['crlf.txt', 'lone-cr.txt', 'bom.txt'])('%s: headline, date and outlet', (name) => {
    const { article } = analyze(readText(join(BYTES, name)).text);
    expect(article.headline && textOf(article.text, article.headline)).toBe('Harbour Talks Resume');
    expect([article.date, article.outlet]).toEqual(['2026-05-04', 'Quay Gazette']);
  });

  it('an opened mark ends with its paragraph', () => {
    const { text } = readText(join(BYTES, 'unclosed-marks.txt'));
    for (const quotation of analyze(text).quotations) expect(textOf(text, quotation)).not.toContain('\n');
  });
});

describe('what is no text is refused in words', () => {
  it.each([
    ['invalid-utf8.txt', /not UTF-8: byte 50, line 1\. Save it as UTF-8/],
    ['windows-1252.txt', /not UTF-8: byte 16, line 1\. Save it as UTF-8/],
    ['lone-surrogate.txt', /not UTF-8: byte 22, line 1/],
    ['utf-16le.txt', /UTF-16\. Save it as UTF-8/],
    ['binary.txt', /binary file/],
    ['nul-bytes.txt', /binary file \(zero byte at 9\)/],
    ['nothing-here.txt', /no such file/],
  ])('%s', (name, message) => {
    expect(() => readText(join(BYTES, name))).toThrow(message);
  });
});

/** `npm run prove` takes the whole line; the suite a twentieth of it. How long it takes, `npm run bench` says. */
const LONGEST = process.env.COUNTERPOINT_PROVE === undefined ? 250_000 : 5_000_000;

describe('an article on one long line', () => {
  const sentence =
    'Lena Brandvik said on Monday: “We signed 🤝 for €3 million.” She told 40 people "no" — twice. ';
  const line = sentence.repeat(Math.ceil(LONGEST / sentence.length));

  it('is analysed to its end, every span sound', () => {
    const analysis = analyze(line);
    expect(spanFlaws(analysis)).toEqual([]);
    expect(analysis.quotations.at(-1)?.end).toBeGreaterThan(line.length - 2 * sentence.length);
  }, 300_000);
});

/** Text that once took time by the square of its length; how long it takes, `npm run bench engine` says. */
describe('figures without end on one line', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['numbers with commas', '1,'],
    ['figures in quotations', '“Yes,” said Ms. I. Quill, 12 of 50% of 1,000 people — and $5 million '],
    ['one amount again and again', '$5 million '],
    ['ranges', '5% to 6% '],
    ['one number again and again', '12 '],
  ];
  it.each(rows)(
    '%s: linked, every span sound',
    (_, unit) => {
      const text = unit.repeat(Math.ceil(LONGEST / 25 / unit.length));
      const project = createProject();
      project.set({ path: 'a.txt', text });
      const analysis = project.analysis('a.txt');
      if (analysis === undefined) throw new Error('no analysis');
      expect(spanFlaws(analysis)).toEqual([]);
      expect(analysis.figures.at(-1)?.end).toBeGreaterThan(text.length - 2 * unit.length);
    },
    300_000,
  );
});

it('a sentence of negations without end is compared in linear time', () => {
  const decided =
    'The board of the Tarn Hill dam decided on Friday to open the northern sluices for visitors ';
  const project = createProject();
  project.set({ path: 'a.txt', text: `Dam\n\n${decided}${'and not walnut pepper marble '.repeat(15_000)}.` });
  project.set({ path: 'b.txt', text: `Dam\n\n${decided}.` });
  const start = performance.now();
  expect(project.links(0).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(15_000);
});
