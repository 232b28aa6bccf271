import * as vscode from 'vscode';
import { hintsOf, type OutlineEntry, outlineOf, sectionsOf } from '../../core/desk/outline.ts';
import { together } from '../disposables.ts';
import { inWords } from '../in-words.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';

/** Outline and breadcrumbs, folding by section, names and figures of all articles as symbols, and hints in the lines. */
export function outline(session: Session): vscode.Disposable {
  const { engine, views } = session;
  const hintsChanged = new vscode.EventEmitter<void>();

  const symbolOf = (document: vscode.TextDocument, entry: OutlineEntry): vscode.DocumentSymbol[] => {
    const range = views.range(document, entry.span);
    const selection = views.range(document, entry.selection);
    if (!range || !selection || !range.contains(selection)) return [];
    const { name, detail } = labelsOf(entry);
    const symbol = new vscode.DocumentSymbol(name, detail, SYMBOLS[entry.kind], range, selection);
    symbol.children = entry.children.flatMap((child) => symbolOf(document, child));
    return [symbol];
  };

  const provideDocumentSymbols = async (document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> => {
    await views.load(document);
    const view = views.view(document);
    return view ? outlineOf(view.analysis).flatMap((entry) => symbolOf(document, entry)) : [];
  };

  const provideFoldingRanges = async (document: vscode.TextDocument): Promise<vscode.FoldingRange[]> => {
    await views.load(document);
    const view = views.view(document);
    if (!view) return [];
    return sectionsOf(view.analysis).flatMap((section) => {
      const range = views.range(document, section);
      return range && range.end.line > range.start.line
        ? [new vscode.FoldingRange(range.start.line, range.end.line, vscode.FoldingRangeKind.Region)]
        : [];
    });
  };

  const provideInlayHints = (document: vscode.TextDocument, within: vscode.Range): vscode.InlayHint[] => {
    const view = settings.hints() ? views.view(document) : undefined;
    if (!view) return [];
    return hintsOf(view.analysis, inWords).flatMap(({ offset, text }) => {
      const at = views.range(document, { start: offset, end: offset })?.start;
      if (!at || !within.contains(at)) return [];
      const hint = new vscode.InlayHint(at, text);
      hint.paddingLeft = true;
      return [hint];
    });
  };

  const provideWorkspaceSymbols = async (query: string): Promise<vscode.SymbolInformation[]> =>
    (await engine.symbols(query)).map(({ kind, text, container, path, line, character }) => {
      const at = new vscode.Location(vscode.Uri.parse(path), new vscode.Position(line, character));
      return new vscode.SymbolInformation(text, WORKSPACE_SYMBOLS[kind], container, at);
    });

  return together(
    hintsChanged,
    views.onDidChange(() => hintsChanged.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.inlayHints')) hintsChanged.fire();
    }),
    vscode.languages.registerDocumentSymbolProvider(
      LANGUAGE,
      { provideDocumentSymbols },
      { label: 'Counterpoint' },
    ),
    vscode.languages.registerFoldingRangeProvider(LANGUAGE, { provideFoldingRanges }),
    vscode.languages.registerInlayHintsProvider(LANGUAGE, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints,
    }),
    vscode.languages.registerWorkspaceSymbolProvider({ provideWorkspaceSymbols }),
  );
}

const SYMBOLS: Readonly<Record<OutlineEntry['kind'], vscode.SymbolKind>> = {
  headline: vscode.SymbolKind.File,
  section: vscode.SymbolKind.Namespace,
  quotation: vscode.SymbolKind.String,
};

const WORKSPACE_SYMBOLS = {
  person: vscode.SymbolKind.Class,
  name: vscode.SymbolKind.Namespace,
  figure: vscode.SymbolKind.Number,
} as const;

/** VS Code refuses symbols without a name. */
const labelsOf = ({
  kind,
  name,
  detail,
}: OutlineEntry): { readonly name: string; readonly detail: string } =>
  kind === 'quotation' && name === null
    ? { name: detail || '…', detail: vscode.l10n.t('not attributed') }
    : { name: name || '…', detail };
