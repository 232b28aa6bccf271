import * as vscode from 'vscode';
import type { FindingKind } from '../../core/sidecar/annotation.ts';
import { commandLink } from '../claim-args.ts';

/** What an analyst clicks where Counterpoint found what is none. */
export function dismissal(path: string, kind: FindingKind, mention: string | null): string {
  const labels: Readonly<Record<FindingKind, string>> = {
    quotation: vscode.l10n.t('Not a quotation'),
    figure: vscode.l10n.t('Not a figure'),
    name: vscode.l10n.t('Not a name'),
  };
  return commandLink(`$(circle-slash) ${labels[kind]}`, 'counterpoint.dismissFinding', {
    path,
    mention,
    kind,
  });
}
