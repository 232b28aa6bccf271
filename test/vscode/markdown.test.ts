import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../src/core/counterparts/word-diff.ts';
import { diffMarkdown, escaped, shortened, withoutImages } from '../../src/vscode/markdown.ts';

describe('article text in cards', () => {
  it.each([
    ['[click](command:evil)', '\\[click\\]\\(command\\:evil\\)'],
    ['<img src=x>', '&lt;img src\\=x&gt;'],
    ['**bold** `code`', '\\*\\*bold\\*\\* \\`code\\`'],
    ['# no heading\n- no list', '\\# no heading \\- no list'],
    ['$(alert) no icon', '\\\\\\$\\(alert\\) no icon'],
    ['$(5 million)', '\\$\\(5 million\\)'],
    ['A & B', 'A &amp; B'],
    ['https://example.org', 'https\\:\\/\\/example\\.org'],
  ])('%s stays text', (text, markdown) => {
    expect(escaped(text)).toBe(markdown);
  });

  it('is cut at a word', () => {
    expect(shortened('one two three four', 12)).toBe('one two …');
    expect(shortened('short', 12)).toBe('short');
  });
});

describe('images of a note', () => {
  it.each([
    ['![t](https://x.example/a.png)', '\\![t](https://x.example/a.png)'],
    ['![t][r]\n\n[r]: https://x.example/a.png', '\\![t][r]\n\n[r]: https://x.example/a.png'],
    ['![r]', '\\![r]'],
    ['![](a)![](b)', '\\![](a)\\![](b)'],
    ['[![t](a)](b)', '[\\![t](a)](b)'],
    ['!![t](a)', '!\\![t](a)'],
    ['\\![t](a)', '\\![t](a)'],
    ['\\\\![t](a)', '\\\\\\![t](a)'],
    ['`\\`![t](a)', '`\\`\\![t](a)'],
    ['&#33;[t](a) &#x21;[t](a) &excl;[t](a)', '\\![t](a) \\![t](a) \\![t](a)'],
    ['A [link](https://x.example)! *Really*!', 'A [link](https://x.example)! *Really*!'],
  ])('%s is not fetched', (markdown, shown) => {
    expect(withoutImages(markdown)).toBe(shown);
  });
});

describe('the other wording', () => {
  it.each([
    ['The bridge stays shut.', 'The bridge stays shut, again.', 'The bridge stays shut, **again**\\.'],
    ['The bridge never stays shut.', 'The bridge stays shut.', 'The bridge ~~never~~ stays shut\\.'],
    ['It stays shut for good', 'It stays shut', 'It stays shut ~~for good~~'],
    ['We inspect all cables', 'They opened a kettle shop', 'They opened a kettle shop'],
    ['the Defence budget', 'The defense budget', 'The defense budget'],
  ])('%s / %s', (here, there, markdown) => {
    expect(diffMarkdown(wordDiff(here, there))).toBe(markdown);
  });
});
