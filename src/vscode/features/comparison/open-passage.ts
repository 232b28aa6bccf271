import * as vscode from 'vscode';
import type { FromPage } from '../../../webview/protocol.ts';
import { pause } from '../../pause.ts';
import { columnOf, locateClaims, reveal } from '../../places.ts';
import type { Session } from '../../session.ts';

type Asked = Extract<FromPage, { kind: 'open' | 'openBoth' }>;

/** How long the second of two clicks is waited for where the first would put a new column below the mouse. */
const SECOND_CLICK = 250;

const opensByOneClick = (): boolean =>
  vscode.workspace.getConfiguration('workbench.list').get('openMode') !== 'doubleClick';

/** Opens passages that the page of a panel asks for; of several that are asked for at once, the last. */
export function passageOpener(session: Session, panel: vscode.WebviewPanel): (asked: Asked) => Promise<void> {
  let turn = 0;
  return async (asked) => {
    const isClick = asked.how === 'click';
    if (isClick && !opensByOneClick()) return;
    const own = ++turn;
    if (isClick && vscode.window.tabGroups.all.length === 1) await pause(SECOND_CLICK);
    if (own !== turn) return;
    const refs = asked.kind === 'openBoth' ? [asked.from, asked.to] : [asked.ref];
    const [first, second] = await locateClaims(session, refs);
    if (!first || own !== turn) return;
    const isLook = asked.how !== 'go';
    const how = { preserveFocus: isLook, preview: isLook };
    const table = panel.viewColumn ?? vscode.ViewColumn.One;
    if (!second) {
      await reveal(first, { column: table + 1, ...how });
      return;
    }
    const [upper, lower] = await columnsBeside(table);
    const column = columnOf(first.uri) ?? (columnOf(second.uri) === upper ? lower : upper);
    await reveal(first, { ...how, column, preserveFocus: true });
    await reveal(second, { ...how, column: column === upper ? lower : upper });
  };
}

type Columns = readonly [vscode.ViewColumn, vscode.ViewColumn];

/** Two columns besides the table's, so that it stays in sight: one above the other where it is the first of at most two. */
async function columnsBeside(table: vscode.ViewColumn): Promise<Columns> {
  const { One, Two, Three } = vscode.ViewColumn;
  const isFirst = table === One;
  if (isFirst && vscode.window.tabGroups.all.length < 3)
    await vscode.commands.executeCommand('vscode.setEditorLayout', {
      orientation: 0,
      groups: [{ size: 0.5 }, { size: 0.5, groups: [{ size: 0.5 }, { size: 0.5 }] }],
    });
  return isFirst ? [Two, Three] : [One, table === Two ? Three : Two];
}
