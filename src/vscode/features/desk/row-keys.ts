import * as vscode from 'vscode';
import { isRecord } from '../../claim-args.ts';
import { say } from '../../say.ts';

/** How long VS Code may take to tell that another row is selected, in milliseconds. */
const TOLD = 500;

type Lists = Readonly<Record<string, vscode.TreeView<unknown>>>;

/**
 * Keys that the menu of a row shows do in the list what they do in an article. A key brings no row with it, as the menu
 * does; in the manifest it tells the list and the command.
 */
export const rowKeys = (lists: Lists): vscode.Disposable =>
  vscode.commands.registerCommand('counterpoint.onRow', async (arg: unknown) => {
    if (!isKeyArgs(arg)) return;
    const view = lists[arg.view];
    const row = view && (await focusedRow(view));
    if (row === undefined || isGroup(row)) say(vscode.l10n.t('Choose a row of the list first.'));
    else if (arg.command !== 'counterpoint.annotate' && isUnlinked(row))
      say(vscode.l10n.t('This claim has no counterpart.'));
    else await vscode.commands.executeCommand(arg.command, row);
  });

/**
 * Extensions are told which row is selected, not which has the focus: that one is found by selecting it as well, or not
 * any more, and taking that back.
 */
async function focusedRow(view: vscode.TreeView<unknown>): Promise<unknown> {
  const before = view.selection;
  const toggle = async (): Promise<readonly unknown[]> => {
    const changed = nextSelection(view);
    await vscode.commands.executeCommand('list.toggleSelection');
    return changed;
  };
  const after = await toggle();
  const row = after.find((one) => !before.includes(one)) ?? before.find((one) => !after.includes(one));
  if (row !== undefined) await toggle();
  return row;
}

function nextSelection(view: vscode.TreeView<unknown>): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(view.selection);
    };
    const timer = setTimeout(done, TOLD);
    const listening = view.onDidChangeSelection(done);
  });
}

interface KeyArgs {
  readonly view: string;
  readonly command: string;
}

const isKeyArgs = (arg: unknown): arg is KeyArgs =>
  isRecord(arg) && typeof arg.view === 'string' && typeof arg.command === 'string';

/** What heads rows has no passage: the commands are for the rows below it. */
const isGroup = (row: unknown): boolean => isRecord(row) && (row.kind === 'group' || row.kind === 'kind');

const isUnlinked = (row: unknown): boolean => isRecord(row) && row.to === null;
