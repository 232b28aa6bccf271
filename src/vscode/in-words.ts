import * as vscode from 'vscode';
import { type Wording, worded } from '../core/text/wording.ts';

/** What `core` says, in the reader's language. */
export const inWords = (wording: Wording): string =>
  worded(wording, (text, ...parts) => vscode.l10n.t(text, ...parts), vscode.env.language);
