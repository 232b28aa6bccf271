import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

const SYNTAXES = join(import.meta.dirname, '../syntaxes');
const SCOPE = 'text.counterpoint.article';

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm);
  const path = join(SYNTAXES, 'counterpoint-article.tmLanguage.json');
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  const loaded = await registry.loadGrammar(SCOPE);
  if (loaded === null) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** Every stretch under a scope that starts with `prefix`, in order, with the scope's own name. */
function stretches(text: string, prefix: string): string[] {
  const found: { scope: string; text: string; end: number; line: number }[] = [];
  let state: StateStack = INITIAL;
  for (const [line, words] of text.split('\n').entries()) {
    const result = grammar.tokenizeLine(words, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      const scope = token.scopes.find((name) => name.startsWith(prefix));
      const piece = words.slice(token.startIndex, token.endIndex);
      if (scope === undefined || piece === '') continue;
      const before = found.at(-1);
      if (before?.scope === scope && before.line === line && before.end === token.startIndex) {
        before.text += piece;
        before.end = token.endIndex;
      } else found.push({ scope, text: piece, end: token.endIndex, line });
    }
  }
  return found.map((f) => `${f.scope.slice(prefix.length + 1).replace(/\.?counterpoint$/, '')}|${f.text}`);
}

describe('quotations', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['She said “we waited” and left.', ['double.curly|“we waited”']],
    ['“One,” he said. “Two.”', ['double.curly|“One,”', 'double.curly|“Two.”']],
    ['“He told me ‘never again’ twice,” she said.', ['double.curly|“He told me ‘never again’ twice,”']],
    ['“A paragraph that goes on\nNext paragraph.', ['double.curly|“A paragraph that goes on']],
    ['He said "we waited" and left.', ['double.straight|"we waited"']],
    ['A 6" pipe and a 12" pipe burst.', []],
    ['"Unclosed\n\nNext "one" here.', ['double.straight|"Unclosed', 'double.straight|"one"']],
    ["The bridge was 'perfectly sound', he said.", ["single.straight|'perfectly sound'"]],
    ["He said 'we don't know' and left.", ["single.straight|'we don't know'"]],
    ["The dockers' union and the harbour's owners don't agree.", []],
    ["Rock 'n' roll of the '90s, 'tis said.", []],
    ['The ‘temporary’ closure in the workers’ town', ['single.curly|‘temporary’']],
    ['the workers’ town and the crews’ boats', []],
    ['Elle a dit « nous attendons » hier.', ['other.guillemets|« nous attendons »']],
    ['Han sagde »vi venter« i går.', ['other.guillemets|»vi venter«']],
    ['Er sagte „wir warten“ und ging.', ['double.low|„wir warten“']],
    ['On powiedział „czekamy” wczoraj.', ['double.low|„czekamy”']],
    ['Hon sade ”vi väntar” i går.', ['double.curly|”vi väntar”']],
    ['“Emoji 🌊 and שלום inside” stay whole.', ['double.curly|“Emoji 🌊 and שלום inside”']],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(stretches(text, 'string.quoted')).toEqual(expected);
  });
});

describe('figures and dates', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['It costs €640 million or $1.2bn.', ['money|€640 million', 'money|$1.2bn']],
    ['a 4-billion-dollar plan', ['money|4-billion-dollar']],
    [
      '250 million euros, 40 pence, five billion pounds',
      ['money|250 million euros', 'money|40 pence', 'money|five billion pounds'],
    ],
    ['US$5 and EUR 3.5m and 20 USD', ['money|US$5', 'money|EUR 3.5m', 'money|20 USD']],
    [
      'up 12%, 4.5 per cent, 3 percentage points',
      ['percent|12%', 'percent|4.5 per cent', 'percent|3 percentage points'],
    ],
    [
      'a 1.2-kilometre bridge, 1,200 metres, 50 minutes',
      ['quantity|1.2-kilometre', 'quantity|1,200 metres', 'quantity|50 minutes'],
    ],
    ['three years, eleven days', ['quantity|three years', 'quantity|eleven days']],
    ['14 hangers and 46,000 vehicles', ['|14', '|46,000']],
    ['over two thirds of members, one in four sensors', ['fraction|two thirds', 'fraction|one in four']],
    ['one million voters, the 21st day', ['|one million', '|21st']],
    ['March 03, 2026The Outlet', ['date|March 03, 2026']],
    ['On 3 March 2026, on 12 March, in May 2025', ['date|3 March 2026', 'date|12 March', 'date|May 2025']],
    ['2026-03-03 and 31/12/2025', ['date|2026-03-03', 'date|31/12/2025']],
    ['In 1974 and the 1980s, or 2025-26', ['date|1974', 'date|1980s', 'date|2025-26']],
    ['2,000 people, 2000 dollars', ['quantity|2,000 people', 'money|2000 dollars']],
    ['They may march on; one of them said a recent cent.', []],
    ['The G20, COVID-19 and F16 are names; B52s too.', []],
    ['“We need €5m by March 12,” she said.', ['money|€5m', 'date|March 12']],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(stretches(text, 'constant.numeric')).toEqual(expected);
  });
});

describe('bullets and placeholders', () => {
  it.each([
    ['  • Salt water in 14 sockets', ['unnumbered|  • Salt water in 14 sockets']],
    ['- a dash', ['unnumbered|- a dash']],
    ['2. the second', ['unnumbered|2. the second']],
    ['-5 degrees', []],
    ['1.2 km of road', []],
  ])('%s', (text, expected) => {
    expect(stretches(text, 'markup.list')).toEqual(expected);
  });

  it.each([
    'Advertisement',
    'Advertisement banner',
    'Cover Image',
    'Lead image: a ferry at dawn',
    '[Image: a ferry at dawn]',
    'Read more: How the Sound was crossed',
    'Share this article',
    '12 Comments',
    'https://example.org/a/b',
  ])('leaves “%s” aside', (text) => {
    expect(stretches(text, 'comment.line.placeholder')).toEqual([`|${text}`]);
  });

  it.each([
    'Advertisement rates rose 4% last year.',
    'Images of the bridge went round the world.',
    'The image is clear: nobody waited.',
    'Share prices fell.',
    'Read my lips, she said.',
  ])('reads “%s” as text', (text) => {
    expect(stretches(text, 'comment')).toEqual([]);
  });
});

describe('the sample articles', () => {
  interface Stretch {
    readonly file: string;
    readonly exact: string;
  }
  interface Gold {
    readonly documents: readonly {
      readonly file: string;
      readonly quotations: readonly { readonly exact: string; readonly form: string }[];
    }[];
    readonly notClaims: readonly Stretch[];
  }
  const gold: Gold = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds/gold.json'), 'utf8'));
  const article = (file: string): string =>
    readFileSync(join(import.meta.dirname, '../seeds/harbour-bridge', file), 'utf8');
  const texts = (file: string, prefix: string): string[] =>
    stretches(article(file), prefix).map((stretch) => stretch.slice(stretch.indexOf('|') + 1));

  it.each(gold.documents)('marks the quotations of $file and nothing else', ({ file, quotations }) => {
    const marked = quotations.filter((q) => q.form === 'marked').map((q) => q.exact);
    expect(texts(file, 'string.quoted')).toEqual(marked);
  });

  it.each(gold.documents)('sets the placeholders of $file aside', ({ file }) => {
    // A reader's comment is words like any other: only the analysis can tell.
    const left = gold.notClaims.filter((n) => n.file === file && !n.exact.includes('my uncle'));
    expect(texts(file, 'comment.line')).toEqual(left.map((n) => n.exact));
  });
});

describe('long lines', () => {
  const LENGTH = 100_000;
  it.each([
    '“',
    '‘',
    '"',
    "'",
    '«',
    '„',
    '1',
    '1,',
    '1,234',
    '€',
    'a',
    "a'",
    ' ',
    '•',
    'one ',
    '3 March ',
    '([',
    '1 million ',
    '2026-',
    "'a ",
    '‘a ',
    '“a',
    '[Image: ',
  ])(
    '%s again and again is read to its end',
    (unit) => {
      const line = unit.repeat(Math.ceil(LENGTH / unit.length));
      const { tokens, stoppedEarly } = grammar.tokenizeLine(line, INITIAL);
      expect(stoppedEarly).toBe(false);
      expect(tokens.at(-1)?.endIndex).toBeGreaterThanOrEqual(line.length);
    },
    60_000,
  );
});

describe('language configuration', () => {
  const configuration: {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  } = JSON.parse(readFileSync(join(SYNTAXES, 'language-configuration.json'), 'utf8'));

  it('takes words with their apostrophes and numbers with their separators', () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = (text: string): string[] => text.match(new RegExp(pattern, `g${flags}`)) ?? [];
    expect(words("The harbour’s 1,200 metres don't end; “Élan” at 10:30.")).toEqual([
      'The',
      'harbour’s',
      '1,200',
      'metres',
      "don't",
      'end',
      'Élan',
      'at',
      '10:30',
    ]);
  });

  it('does not close an apostrophe by itself', () => {
    expect(configuration.autoClosingPairs.map((pair) => pair.open)).not.toContain("'");
    expect(configuration.autoClosingPairs.map((pair) => pair.open)).not.toContain('‘');
  });
});
