import { describe, expect, it } from 'vitest';
import {
  bundleFile,
  eachNode,
  languages,
  type Node,
  nameOf,
  readBundle,
  textOf,
  wordsOfSources,
} from '../../scripts/lib/words.mjs';

const { found, unreadable } = wordsOfSources();
const said = [...new Set(found.map(({ text }) => text))];
const english = readBundle(bundleFile());

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
const codicons = (text: string): string[] => (text.match(/\$\([a-z-]+\)/g) ?? []).sort();

describe('the words of the sources', () => {
  it('are found', () => {
    expect(said.length).toBeGreaterThan(300);
    expect(said).toContain('Confirm');
  });

  // The one place where wording comes as data: `core` says what, the editor in which language.
  const edge = new Set(['src/vscode/in-words.ts']);
  it('stand in the call itself, so that a bundle can have them', () => {
    expect(unreadable.filter(({ file }) => !edge.has(file))).toEqual([]);
  });

  it('are all in l10n/bundle.l10n.json, and nothing else is: run “npm run words”', () => {
    expect(Object.keys(english).sort()).toEqual([...said].sort());
    expect(Object.values(english)).toEqual(Object.keys(english));
  });
});

describe.each(languages)('the words in %s', (language) => {
  const words = readBundle(bundleFile(language));
  const file = `l10n/bundle.l10n.${language}.json`;

  it.each(found.map(({ text, file: where }) => [text, where] as const))('%s', (text, where) => {
    const translated = words[text];
    expect(
      translated,
      `${where} says “${text}”: write ${JSON.stringify(text)} with its words in “${language}” into ${file}, then run “npm run words”.`,
    ).toBeTruthy();
    expect(placeholders(translated ?? ''), `${file}: the same {0}, {1} … as in English`).toEqual(
      placeholders(text),
    );
    expect(codicons(translated ?? ''), `${file}: the same icons as in English`).toEqual(codicons(text));
  });

  it('has nothing that is said no more: run “npm run words”', () => {
    expect(Object.keys(words).filter((text) => !said.includes(text))).toEqual([]);
  });

  // Spelt alike in both languages; anything else that is the same was forgotten.
  const alike = new Set([...['Counterpoint', 'status', 'Name', 'April', 'August', 'September', 'November']]);
  it('is translated', () => {
    expect(
      said.filter(
        (text) => words[text] === text && !alike.has(text) && /\p{L}{2}/u.test(text.replace(/\{\d\}/g, '')),
      ),
    ).toEqual([]);
  });
});

describe('nothing that is shown is English only', () => {
  /** Whose arguments people read, or that set what people read. */
  const SHOWN_CALL =
    /(?:^|\.)(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|appendMarkdown|appendText|commandLink)$/;
  const SHOWN_NEW =
    /(?:^|\.)(?:TreeItem|MarkdownString|Diagnostic|DiagnosticRelatedInformation|CodeAction|InlayHint|DocumentSymbol)$/;
  const SHOWN_FIELD =
    /^(?:title|label|placeHolder|prompt|tooltip|detail|description|message|ariaLabel|textContent|innerText|placeholder|alt|buttonLabel|contextTitle)$/;
  const TOLD_TO_PROGRAMS =
    /^(?:\w+\.)*log\.\w+$|^(?:\w+\.)?(?:executeCommand|registerCommand|getConfiguration|get|update)$/;
  /** Names of commands, of icons and of the product; lengths of CSS. */
  const NO_WORDS = /^(?:counterpoint(?:\.\w+)+|\$\([a-z-]+\)|Counterpoint|.*\dpx .*)$/s;
  const WORDS = /\p{L}{2,}/u;
  const SENTENCE = /\p{L}{2,} \p{L}{2,}/u;

  /** What a text can be a part of and be shown with it. */
  const PART =
    /^(?:TemplateLiteral|ConditionalExpression|LogicalExpression|ArrayExpression|BinaryExpression|SpreadElement)$/;
  /** What only the log and other programs are told, and what is written into files that colleagues share. */
  const NOT_SHOWN = new Set([
    'src/vscode/engine-thread.ts it is no longer needed',
    'src/vscode/thread.ts exit code ',
    "src/vscode/features/annotations/private-notes.ts # Counterpoint: notes that are nobody else's\n",
  ]);

  const literals: string[] = [];
  for (const folder of ['src/vscode', 'src/webview'])
    eachNode(folder, (node, around, { file, line }) => {
      const text = literalOf(node);
      if (text === null || !WORDS.test(text) || NO_WORDS.test(text) || isExcused(around)) return;
      if (NOT_SHOWN.has(`${file} ${text}`)) return;
      if (SENTENCE.test(text) || isShown(node, around)) literals.push(`${file}:${line()} ${text}`);
    });

  /** Of HTML what stands between its tags. */
  function bare(text: string): string {
    return /<[a-z!/]|>/i.test(text)
      ? [...text.matchAll(/>([^<>]*)</g)].map(([, one]) => one).join(' ')
      : text;
  }

  function literalOf(node: Node): string | null {
    if (node.type === 'TemplateElement') {
      const { cooked } = node.value as { cooked: string };
      return bare(cooked.replace(/\$\([a-z-]+\)/g, ''));
    }
    return textOf(node);
  }

  function isExcused(around: readonly Node[]): boolean {
    return around.some(
      (one) =>
        (one.type === 'CallExpression' && /(?:^|\.)l10n\.t$/.test(nameOf(one.callee))) ||
        (one.type === 'CallExpression' && TOLD_TO_PROGRAMS.test(nameOf(one.callee))) ||
        one.type === 'ImportDeclaration' ||
        one.type === 'TSLiteralType',
    );
  }

  /** Whether the text, or what it is a part of, goes where people read. */
  function isShown(node: Node, around: readonly Node[]): boolean {
    let inner = node;
    for (const one of [...around].reverse()) {
      if (one.type === 'Property') return one.value === inner && SHOWN_FIELD.test(nameOf(one.key));
      if (one.type === 'AssignmentExpression')
        return one.right === inner && SHOWN_FIELD.test(nameOf(one.left).split('.').at(-1) ?? '');
      if (one.type === 'CallExpression') return SHOWN_CALL.test(nameOf(one.callee));
      if (one.type === 'NewExpression') return SHOWN_NEW.test(nameOf(one.callee));
      if (
        !PART.test(one.type) ||
        one.test === inner ||
        (one.type === 'BinaryExpression' && one.operator !== '+')
      )
        return false;
      inner = one;
    }
    return false;
  }

  it('stands in vscode.l10n.t(…): put every text there that a person reads', () => {
    expect(literals).toEqual([]);
  });
});
