import * as vscode from 'vscode';
import type { TagDefinition } from '../../core/sidecar/codebook-tags.ts';
import { plain } from '../../core/sidecar/scalar.ts';
import { meaningAt, type Offer, offersAt, type YamlKind } from '../../core/sidecar/yaml-help.ts';
import { SIDECARS_AND_CODEBOOKS } from '../codebooks.ts';
import { together } from '../disposables.ts';
import { inWords } from '../in-words.ts';
import { isMarker } from '../markers.ts';
import type { Session } from '../session.ts';
import { articleUri } from '../sidecar-files.ts';
import { usedTags } from './annotations/tag-choice.ts';

/** Completion and hover texts in sidecars and codebooks, without another extension. */
export function yamlHelp(session: Session): vscode.Disposable {
  const { codebooks, sidecars } = session;

  const tagsIn = (document: vscode.TextDocument): readonly TagDefinition[] => {
    const article = articleUri(document.uri);
    return (article && codebooks.tagsFor(article)) ?? [];
  };
  const tagItems = (document: vscode.TextDocument): vscode.CompletionItem[] => {
    const defined = tagsIn(document);
    const names = new Set(defined.map(({ name }) => name));
    const others = usedTags(sidecars).filter((tag) => !names.has(tag));
    return [
      ...defined.map((tag) => itemOf(plain(tag.name), textOf(tag), vscode.CompletionItemKind.EnumMember)),
      ...others.map((tag) => itemOf(plain(tag), '', vscode.CompletionItemKind.Text)),
    ];
  };

  const completion: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) => {
      const offers = offersAt(document.getText(), document.offsetAt(position), kindOf(document));
      const line = document.lineAt(position.line);
      const indent = ' '.repeat(line.firstNonWhitespaceCharacterIndex);
      return offers.flatMap((offer) => {
        if (offer.kind === 'tag') return tagItems(document);
        return hasOther() ? [] : [offerItem(offer, indent)];
      });
    },
  };
  const hover: vscode.HoverProvider = {
    provideHover: (document, position) => {
      const meaning = meaningAt(document.getText(), document.offsetAt(position), kindOf(document));
      if (meaning?.kind === 'key')
        return hasOther()
          ? null
          : new vscode.Hover(new vscode.MarkdownString().appendText(told(meaning.description)));
      const word = document.getWordRangeAtPosition(
        position,
        /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]:#-][^,[\]:#\n]*/,
      );
      const name =
        word &&
        document
          .getText(word)
          .trim()
          .replace(/^(["'])(.*)\1$/, '$2');
      const tag = meaning && tagsIn(document).find((one) => one.name === name);
      return tag ? new vscode.Hover(new vscode.MarkdownString().appendText(textOf(tag)), word) : null;
    },
  };

  return together(
    vscode.languages.registerCompletionItemProvider(SIDECARS_AND_CODEBOOKS, completion, ' ', ':'),
    vscode.languages.registerHoverProvider(SIDECARS_AND_CODEBOOKS, hover),
  );
}

/** What the schemas say, in the reader's language. */
const told = (description: string): string => inWords({ text: description, parts: [] });

/** It shows the schemas that this extension contributes: twice would be too much. */
const hasOther = (): boolean => vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;

const kindOf = ({ uri }: vscode.TextDocument): YamlKind => (isMarker(uri) ? 'codebook' : 'sidecar');

const textOf = ({ name, title, description }: TagDefinition): string =>
  [title ?? name, description].filter((part) => part).join('\n\n');

function itemOf(text: string, description: string, kind: vscode.CompletionItemKind): vscode.CompletionItem {
  const item = new vscode.CompletionItem(text, kind);
  if (description !== '') item.documentation = new vscode.MarkdownString().appendText(description);
  return item;
}

const AFTER = {
  keys: (indent: string) => `:\n${indent}  `,
  list: (indent: string) => `:\n${indent}  - `,
  value: () => ': ',
};

function offerItem(offer: Exclude<Offer, { kind: 'tag' }>, indent: string): vscode.CompletionItem {
  const { Property, Value } = vscode.CompletionItemKind;
  const item = itemOf(offer.text, told(offer.description), offer.kind === 'key' ? Property : Value);
  if (offer.kind === 'value') return item;
  item.insertText = offer.text + AFTER[offer.holds](indent);
  item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return item;
}
