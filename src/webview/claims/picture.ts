import { cellAt, columnName, type Matrix, type MatrixRow, stateAt } from '../../core/desk/matrix.ts';
import { MARKS, stateWords } from '../../core/desk/matrix-export.ts';
import { rowWords } from '../../core/desk/matrix-shown.ts';
import { filled } from '../../core/text/wording.ts';
import type { ClaimsWords } from '../words.ts';

/** In pixels, before the picture is made finer. */
const WIDTHS = { claim: 340, column: 160 };
const LINE = 18;
const ROW = 2 * LINE + 10;
const PAD = 8;
/** What a canvas holds without failing: pixels of an edge, and all of them. */
const MOST = { edge: 16_000, area: 60_000_000 };
const FINENESS = 2;

/** The rows as a picture, in the colours of the theme, bounded in size: where not all fit, it says so. Null where it can't be drawn. */
export async function picture(
  matrix: Matrix,
  rows: readonly MatrixRow[],
  words: ClaimsWords,
): Promise<Uint8Array | null> {
  const columns = Math.min(matrix.columns.length, Math.floor((MOST.edge - WIDTHS.claim) / WIDTHS.column));
  const width = columnAt(columns);
  const heightOf = (count: number): number => ROW * (count + 2) + LINE * 2;
  const most = Math.min(MOST.edge, Math.floor(MOST.area / width));
  const count = Math.max(1, Math.min(rows.length, Math.floor((most - 2 * LINE) / ROW) - 2));
  const height = heightOf(count);
  const isFine =
    width * FINENESS <= MOST.edge &&
    height * FINENESS <= MOST.edge &&
    width * height * FINENESS ** 2 <= MOST.area;
  const scale = isFine ? FINENESS : 1;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  const pen = penOf(context);
  pen.ground(width, height);
  pen.text(matrix.title, { x: PAD, y: PAD, width: width - 2 * PAD, isStrong: true });
  const cut = [
    ...(count < rows.length ? [filled(words.cut, count, rows.length)] : []),
    ...(columns < matrix.columns.length ? [filled(words.cutArticles, columns, matrix.columns.length)] : []),
  ].join(' ');
  pen.text(cut, { x: PAD, y: PAD + LINE, width: width - 2 * PAD, isDim: true });
  const shown = { ...matrix, columns: matrix.columns.slice(0, columns) };
  drawHead(pen, shown, words, ROW);
  for (const [at, row] of rows.slice(0, count).entries()) drawRow(pen, shown, row, words, ROW * (at + 2));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

interface TextOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isStrong?: boolean;
  readonly isDim?: boolean;
  readonly color?: string;
}

interface Pen {
  readonly ground: (width: number, height: number) => void;
  readonly line: (y: number, width: number) => void;
  /** One line, cut where it is too long. */
  readonly text: (text: string, options: TextOptions) => void;
  readonly bar: (x: number, y: number, color: string) => void;
  readonly color: (name: string) => string;
}

function penOf(context: CanvasRenderingContext2D): Pen {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(`--vscode-${name}`).trim();
  const foreground = color('foreground') || getComputedStyle(document.body).color;
  const family = color('font-family') || 'sans-serif';
  context.textBaseline = 'top';
  return {
    color,
    ground: (width, height) => {
      context.fillStyle = color('editor-background');
      context.fillRect(0, 0, width, height);
    },
    line: (y, width) => {
      context.fillStyle = color('editorWidget-border') || foreground;
      context.fillRect(0, y, width, 1);
    },
    bar: (x, y, fill) => {
      context.fillStyle = fill || foreground;
      context.fillRect(x, y, 3, ROW - 6);
    },
    text: (text, { x, y, width, isStrong = false, isDim = false, color: fill }) => {
      context.font = `${isStrong ? '600 ' : ''}13px ${family}`;
      context.fillStyle = fill ?? (isDim ? color('descriptionForeground') || foreground : foreground);
      context.fillText(fitted(context, text, width), x, y);
    },
  };
}

function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let [low, high] = [0, Math.min(text.length, 400)];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const columnAt = (column: number): number => WIDTHS.claim + column * WIDTHS.column;

function drawHead(pen: Pen, matrix: Matrix, words: ClaimsWords, y: number): void {
  const width = WIDTHS.column - 2 * PAD;
  pen.text(words.claim, { x: PAD, y: y + 5, width: WIDTHS.claim - 2 * PAD, isStrong: true });
  for (const [at, column] of matrix.columns.entries()) {
    const x = columnAt(at) + PAD;
    pen.text(columnName(column), { x, y: y + 5, width, isStrong: true });
    pen.text(column.date ?? words.undated, { x, y: y + 5 + LINE, width, isDim: true });
  }
}

function drawRow(pen: Pen, matrix: Matrix, row: MatrixRow, words: ClaimsWords, y: number): void {
  pen.line(y, columnAt(matrix.columns.length));
  const own = WIDTHS.claim - 2 * PAD;
  const who = [words.kinds[row.kind], ...(row.speaker === null ? [] : [row.speaker])].join(' · ');
  pen.text(who, { x: PAD, y: y + 5, width: own, isDim: true });
  pen.text(rowWords(row), { x: PAD, y: y + 5 + LINE, width: own });
  for (const at of matrix.columns.keys()) {
    const cell = cellAt(row, at);
    const state = stateAt(matrix, row, at);
    const x = columnAt(at) + PAD;
    const width = WIDTHS.column - 2 * PAD;
    if (state === 'differs') pen.bar(columnAt(at), y + 3, pen.color('counterpoint-differsUnderline'));
    const told = `${MARKS[state]} ${stateWords(words, state, cell?.possible ?? false)}`;
    pen.text(told, {
      x,
      y: y + 5,
      width,
      isStrong: state === 'differs',
      isDim: cell === undefined || cell.possible,
    });
    if (cell) pen.text(cell.words, { x, y: y + 5 + LINE, width, isDim: true });
  }
}
