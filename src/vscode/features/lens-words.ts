import * as vscode from 'vscode';
import type { Limits } from '../../core/counterparts/candidates.ts';
import type { ArticleLens, VersionCount } from '../../core/presentation/lens.ts';
import { differText, figuresText, linkedText, quotationsText } from '../counts.ts';

/** VS Code shows neither text nor marks past this column of a line (editor.stopRenderingLineAfter). */
export const RENDERED_COLUMNS = 10_000;

const possibleText = (count: number): string[] =>
  count === 0 ? [] : [count === 1 ? vscode.l10n.t('1 possibly') : vscode.l10n.t('{0} possibly', count)];

/** What needs a look comes first. Two counts at most: of three columns beside each other none has room for more. */
export function paragraphTitle(linked: number, differing: number, possible: number): string {
  if (linked === 0) return onlyPossibleText(possible);
  if (differing > 0) return `${differText(differing)} · ${elsewhereShort(linked)}`;
  return [possible > 0 ? elsewhereShort(linked) : elsewhereText(linked), ...possibleText(possible)].join(
    ' · ',
  );
}

const elsewhereText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 claim elsewhere') : vscode.l10n.t('{0} claims elsewhere', count);

/** The same beside another count. */
const elsewhereShort = (count: number): string => vscode.l10n.t('{0} elsewhere', count);

const onlyPossibleText = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 possibly elsewhere') : vscode.l10n.t('{0} possibly elsewhere', count);

/** What the few words of a lens mean, and what a click does; nothing where none is to be listed. */
export const longText = (linked: number, differing: number, possible: number): string =>
  [
    ...(linked > 0 ? [linkedText(linked)] : []),
    ...(differing > 0 ? [differText(differing)] : []),
    ...(possible > 0 ? [possibleLong(possible)] : []),
    ...(linked + possible > 0 ? [vscode.l10n.t('Click to list them')] : []),
  ].join('\n');

const possibleLong = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 claim possibly has a counterpart')
    : vscode.l10n.t('{0} claims possibly have counterparts', count);

/** `busy`: others of the story may still be found. Where there are some, two counts at most, as above a paragraph. */
export function articleTitle(
  { quotations, figures, linked, differing, possible, otherArticles, versions }: ArticleLens,
  busy: boolean,
): string {
  const counts = (): string[] => {
    if (otherArticles === 0) return [aloneText(busy), quotationsText(quotations), figuresText(figures)];
    if (differing > 0) return [differText(differing), othersShort(linked, otherArticles)];
    if (possible > 0) return [othersShort(linked, otherArticles), ...possibleText(possible)];
    return [othersText(linked, otherArticles)];
  };
  return [...counts(), ...versions.map(versionText)].join(' · ');
}

const aloneText = (busy: boolean): string =>
  busy
    ? vscode.l10n.t('looking for other articles of this story…')
    : vscode.l10n.t('no other article of this story');

function othersText(linked: number, others: number): string {
  if (others === 1)
    return linked === 1
      ? vscode.l10n.t('1 claim in the other article')
      : vscode.l10n.t('{0} claims in the other article', linked);
  return linked === 1
    ? vscode.l10n.t('1 claim in {0} other articles', others)
    : vscode.l10n.t('{0} claims in {1} other articles', linked, others);
}

/** The same beside another count. */
const othersShort = (linked: number, others: number): string =>
  others === 1
    ? vscode.l10n.t('{0} in the other', linked)
    : vscode.l10n.t('{0} in {1} others', linked, others);

const versionText = ({ earlier, changed, added, withdrawn }: VersionCount): string =>
  earlier
    ? vscode.l10n.t(
        'since the earlier version {0} changed, {1} added, {2} withdrawn',
        changed,
        added,
        withdrawn,
      )
    : vscode.l10n.t('a later version: {0} changed, {1} added, {2} withdrawn', changed, added, withdrawn);

export const cutText = (line: number | null): string[] =>
  line === null
    ? []
    : [
        vscode.l10n.t(
          'Line {0} is longer than {1} columns: VS Code shows nothing past that',
          line,
          RENDERED_COLUMNS,
        ),
      ];

/** What is cut off is said: no limit is silent. */
export const limitTexts = ({ claims, articles }: Limits): string[] => [
  ...(claims > 0
    ? [vscode.l10n.t('The last {0} claims are not compared: the article has too many', claims)]
    : []),
  ...(articles > 0
    ? [
        vscode.l10n.t(
          'Compared with the most similar articles; in {0} more only rare words were looked for',
          articles,
        ),
      ]
    : []),
];
