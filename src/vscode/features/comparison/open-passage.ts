import * as vscode from 'vscode';
import type { FromPage } from '../../../webview/protocol.ts';
import { pause } from '../../pause.ts';
import { locateClaims, reveal } from '../../places.ts';
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
    if (asked.kind === 'openBoth') {
      // VS Code takes a moment to see that a click in a page has brought its column to the front.
      panel.reveal();
      await vscode.commands.executeCommand('counterpoint.showLink', asked);
      return;
    }
    const [location] = await locateClaims(session, [asked.ref]);
    if (!location || own !== turn) return;
    const isLook = asked.how !== 'go';
    const column = (panel.viewColumn ?? vscode.ViewColumn.One) + 1;
    await reveal(location, { column, preserveFocus: isLook, preview: isLook });
  };
}
