import * as vscode from 'vscode';
import { languageTag, type Wording, worded } from '../core/text/wording.ts';

/** The editor's: VS Code hands on what it was started with, `--locale=en_US` as it is. */
export const language = languageTag(vscode.env.language);

/** What `core` says, in the reader's language. */
export const inWords = (wording: Wording): string =>
  worded(wording, (text, ...parts) => vscode.l10n.t(text, ...parts), language);
