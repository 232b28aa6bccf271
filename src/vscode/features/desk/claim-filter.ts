import * as vscode from 'vscode';
import {
  type ClaimFilter,
  type ClaimRow,
  frequent,
  relationOf,
  STANDINGS,
  type Standing,
} from '../../../core/desk/claim-rows.ts';
import { relationText } from '../../cards/relation-text.ts';

/** Shapes first: colours only repeat what they say. */
export const ICONS: Readonly<Record<Standing, readonly [icon: string, color: string | null]>> = {
  differs: ['diff', 'counterpoint.differsUnderline'],
  linked: ['references', 'counterpoint.linkedUnderline'],
  possible: ['question', null],
  onlyHere: ['circle-filled', null],
  untold: ['dash', null],
};

const STANDING_NAMES = (): Readonly<Record<Standing, string>> => ({
  differs: vscode.l10n.t('differ'),
  linked: vscode.l10n.t('other articles have too'),
  possible: vscode.l10n.t('other articles possibly have'),
  onlyHere: vscode.l10n.t('only this article has'),
  untold: vscode.l10n.t('nothing can be said of'),
});

type Choice = vscode.QuickPickItem & { readonly filter: ClaimFilter };

/** What there is to narrow the claims to; nothing that none of them is. */
export function choices(rows: readonly ClaimRow[]): Choice[] {
  const group = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator, filter: {} });
  const count = (fits: (row: ClaimRow) => boolean): string => String(rows.filter(fits).length);
  // Where all that differ do so in one way, it would stand there twice.
  const differing = rows.filter(({ standing }) => standing === 'differs').length;
  const relations = frequent(rows.map(relationOf)).filter(
    ({ value, count }) => count !== differing || !['differs', 'contradicts'].includes(value),
  );
  return [
    group(vscode.l10n.t('Counterparts')),
    ...STANDINGS.filter((standing) => rows.some((row) => row.standing === standing)).map((standing) => ({
      label: `$(${ICONS[standing][0]}) ${STANDING_NAMES()[standing]}`,
      description: count((row) => row.standing === standing),
      filter: { standing },
    })),
    ...(relations.length > 0 ? [group(vscode.l10n.t('Relation'))] : []),
    ...relations.map(({ value, count }) => ({
      label: `$(references) ${relationText(value, null)}`,
      description: String(count),
      filter: { relation: value },
    })),
    group(vscode.l10n.t('Speaker')),
    ...frequent(rows.map(({ speaker }) => speaker)).map(({ value, count }) => ({
      label: `$(person) ${value}`,
      description: String(count),
      filter: { speaker: value },
    })),
    group(vscode.l10n.t('Named in it')),
    ...frequent(rows.flatMap(({ names }) => names)).map(({ value, count }) => ({
      label: `$(symbol-keyword) ${value}`,
      description: String(count),
      filter: { name: value },
    })),
  ];
}

export const filterText = ({ standing, relation, speaker, name, words }: ClaimFilter): string =>
  [
    standing && STANDING_NAMES()[standing],
    relation && relationText(relation, null),
    speaker,
    name,
    words && `“${words}”`,
  ]
    .filter((part) => part)
    .join(' · ');
