import * as vscode from 'vscode';
import { hintsOf, type OutlineEntry, outlineOf, sectionsOf } from '../../core/desk/outline.ts';
import type { ArticleView } from '../../core/presentation/view.ts';
import { together } from '../disposables.ts';
import { isArticle } from '../documents.ts';
import { inWords } from '../in-words.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';

/** Milliseconds that an outline waits for its article at most, and between two looks. */
const LONGEST = 60_000;
const LOOK = 1000;

const nextChange = ({ onDidChange }: Session['views'], longest: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, longest);
    const listening = onDidChange(done);
  });

/** Outline and breadcrumbs, folding by section, names and figures of all articles as symbols, and hints in the lines. */
export function outline(session: Session): vscode.Disposable {
  const { engine, views } = session;
  const changed = new vscode.EventEmitter<void>();

  const symbolOf = (document: vscode.TextDocument, entry: OutlineEntry): vscode.DocumentSymbol[] => {
    const range = views.range(document, entry.span);
    const selection = views.range(document, entry.selection);
    if (!range || !selection || !range.contains(selection)) return [];
    const { name, detail } = labelsOf(entry);
    const symbol = new vscode.DocumentSymbol(name, detail, SYMBOLS[entry.kind], range, selection);
    symbol.children = entry.children.flatMap((child) => symbolOf(document, child));
    return [symbol];
  };

  /** VS Code asks once for an outline, when an article is opened: it may still have to be read. */
  const viewed = async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<ArticleView | undefined> => {
    // What git shows of it, or a passage, will never be read.
    if (!isArticle(document)) return undefined;
    await views.load(document);
    const end = Date.now() + LONGEST;
    while (!views.view(document) && !token.isCancellationRequested && Date.now() < end)
      await nextChange(views, LOOK);
    return views.view(document);
  };

  const provideDocumentSymbols = async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[]> => {
    const view = await viewed(document, token);
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
    changed,
    views.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.inlayHints')) changed.fire();
    }),
    vscode.languages.registerDocumentSymbolProvider(
      LANGUAGE,
      { provideDocumentSymbols },
      { label: 'Counterpoint' },
    ),
    vscode.languages.registerFoldingRangeProvider(LANGUAGE, {
      onDidChangeFoldingRanges: changed.event,
      provideFoldingRanges,
    }),
    vscode.languages.registerInlayHintsProvider(LANGUAGE, {
      onDidChangeInlayHints: changed.event,
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
