import * as vscode from 'vscode';
import { isSure } from '../../core/counterparts/link.ts';
import { differs } from '../../core/presentation/lens.ts';
import type { ArticleView } from '../../core/presentation/view.ts';
import type { Block } from '../../core/text/article.ts';
import { byPosition, type Span } from '../../core/text/span.ts';
import { together } from '../disposables.ts';
import { rangeOfSpan } from '../documents.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, type MarkKind, settings } from '../settings.ts';

const MARKS = ['differs', 'linked', 'quotation', 'figure', 'name', 'plain'] as const;
type Mark = (typeof MARKS)[number];

/** What VS Code was told to show in an editor. It moves it along with edits: of another state of the text, it is told anew. */
interface Painted {
  readonly state: string;
  readonly marks: Map<Mark, readonly Span[]>;
}

/** Ranges of one mark after which whoever else waits for this thread has a turn. */
const MANY = 1000;

const color = (id: string): vscode.ThemeColor => new vscode.ThemeColor(`counterpoint.${id}`);

/**
 * Kinds differ in shape as well as in colour: quotations have a ground, figures a solid line, names a dotted
 * one; what has a counterpart a double line, what differs a wavy one and a mark in the overview ruler.
 */
function createTypes(): Readonly<Record<Mark, vscode.TextEditorDecorationType>> {
  const create = vscode.window.createTextEditorDecorationType;
  const closed = { rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed };
  // Lines of kinds are borders, lines of links are text decorations: one span can carry both.
  const border = (style: string, id: string) =>
    create({ ...closed, borderStyle: style, borderWidth: '0 0 1px 0', borderColor: color(id) });
  const line = (style: string, id: string) => `underline ${style} 1px var(--vscode-counterpoint-${id})`;
  return {
    quotation: create({
      ...closed,
      backgroundColor: color('quotationBackground'),
      outlineColor: color('quotationOutline'),
      outlineStyle: 'solid',
      // Within its own row: at its edge it would lie over the lines under the words above.
      outlineWidth: '1px; outline-offset: -2px',
      borderRadius: '3px',
    }),
    figure: border('solid', 'figureUnderline'),
    name: border('dotted', 'nameUnderline'),
    linked: create({ ...closed, textDecoration: line('double', 'linkedUnderline') }),
    differs: create({
      ...closed,
      textDecoration: line('wavy', 'differsUnderline'),
      overviewRulerColor: color('differsUnderline'),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
    // The grammar's colours can't be switched off for one language; a plain colour over them can.
    // Not as `color`, which would win over the colour of selected text: in high contrast that is another one.
    plain: create({ ...closed, fontStyle: 'normal; color: var(--vscode-editor-foreground)' }),
  };
}

/** Marks what was found in every visible article, and follows the analysis, not each key stroke. */
export function highlights({ views }: Session): vscode.Disposable {
  const types = createTypes();

  const spansOf = ({ analysis, links }: ArticleView): Readonly<Record<Mark, readonly Span[]>> => {
    const shown = new Set<MarkKind>(settings.marked());
    const differing = new Set(links.filter(differs).map((link) => link.from.claim));
    const linked = new Set(links.filter(isSure).map((link) => link.from.claim));
    const linkedMentions = new Set(analysis.claims.filter((c) => linked.has(c.id)).map((c) => c.mention));
    const quotation = shown.has('quotations') ? analysis.quotations : [];
    const figures = shown.has('figures') ? analysis.figures : [];
    return {
      quotation,
      // A linked figure has its link's line; two lines under one word would be noise.
      figure: figures.filter((f) => !linkedMentions.has(f.id)),
      name: shown.has('names') ? analysis.entities : [],
      linked: analysis.claims.filter(
        (c) => c.kind !== 'statement' && linked.has(c.id) && !differing.has(c.id),
      ),
      differs: analysis.claims.filter((claim) => differing.has(claim.id)),
      // What the grammar took for a quotation or a figure, and the analysis or the analyst does not.
      plain: between(analysis.article.blocks.filter(isTold), [...quotation, ...figures]),
    };
  };

  const painted = new WeakMap<vscode.TextEditor, Painted>();
  const paint = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    const { version } = document;
    if (document.languageId !== LANGUAGE) return;
    const on = settings.highlights();
    const view = views.view(document);
    const spans: Partial<Record<Mark, readonly Span[]>> = on
      ? view
        ? spansOf(view)
        : {}
      : { plain: [wholeOf(document)] };
    const rangeOf = (span: Span) => (on ? views.range(document, span) : rangeOfSpan(document, span));
    const state = `${version} ${on ? views.revision(document) : 'off'}`;
    const before = painted.get(editor);
    const now: Painted = { state, marks: before?.state === state ? before.marks : new Map() };
    painted.set(editor, now);
    for (const mark of MARKS) {
      const own = spans[mark] ?? [];
      if (areSame(now.marks.get(mark), own)) continue;
      editor.setDecorations(
        types[mark],
        own.flatMap((span) => rangeOf(span) ?? []),
      );
      now.marks.set(mark, own);
      if (own.length < MANY) continue;
      await pause();
      if (painted.get(editor) !== now || document.version !== version) return;
    }
  };
  const paintAll = (): void => vscode.window.visibleTextEditors.forEach((editor) => void paint(editor));

  const toggle = async (): Promise<void> => {
    const configuration = vscode.workspace.getConfiguration('counterpoint');
    // The workspace's settings file may be in the analyst's git: it is changed only where it says something already.
    const inWorkspace = configuration.inspect('highlights.enabled')?.workspaceValue !== undefined;
    await configuration.update('highlights.enabled', !settings.highlights(), !inWorkspace);
  };

  paintAll();
  return together(
    ...Object.values(types),
    views.onDidChange(paintAll),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.highlights')) paintAll();
    }),
    vscode.commands.registerCommand('counterpoint.toggleHighlights', toggle),
  );
}

const wholeOf = (document: vscode.TextDocument): Span => ({ start: 0, end: document.getText().length });

const areSame = (before: readonly Span[] | undefined, now: readonly Span[]): boolean =>
  before?.length === now.length &&
  now.every(({ start, end }, at) => before[at]?.start === start && before[at].end === end);

/** Furniture keeps the grammar's comment colour. */
const isTold = ({ kind }: Block): boolean => kind !== 'furniture';

/** The stretches of `blocks` (in order) that none of `spans` covers. */
function between(blocks: readonly Span[], spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(byPosition);
  let next = 0;
  return blocks.flatMap((block) => {
    const gaps: Span[] = [];
    let at = block.start;
    for (let span = sorted[next]; span && span.start < block.end; span = sorted[++next]) {
      if (span.start > at) gaps.push({ start: at, end: span.start });
      at = Math.max(at, span.end);
    }
    if (at < block.end) gaps.push({ start: at, end: block.end });
    return gaps;
  });
}
