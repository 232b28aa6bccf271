import * as vscode from 'vscode';
import { CLAIM_KINDS, type ClaimKind } from '../../../core/claims/claim.ts';
import type { ClaimRef } from '../../../core/counterparts/link.ts';
import {
  type ClaimFilter,
  type ClaimRow,
  filteredClaims,
  type Standing,
} from '../../../core/desk/claim-rows.ts';
import { inEnglish } from '../../../core/text/wording.ts';
import { relationText } from '../../cards/relation-text.ts';
import { emptyText } from '../../counts.ts';
import type { CurrentArticle } from '../../current-article.ts';
import { together } from '../../disposables.ts';
import { inWords } from '../../in-words.ts';
import type { Session } from '../../session.ts';
import { choices, filterText, ICONS } from './claim-filter.ts';
import { createTree, opens, type Row, spoken, type Tree, tell } from './tree.ts';

/** A row carries what commands ask for: the claim, and both ends of its best link. */
interface OneClaim extends Row, ClaimRef {
  readonly kind: 'claim';
  readonly row: ClaimRow;
  readonly from: ClaimRef;
  readonly to: ClaimRef | null;
}

type ClaimsRow =
  | (Row & { readonly kind: 'kind'; readonly of: ClaimKind; readonly rows: readonly ClaimRow[] })
  | OneClaim;

/** The claims of the open article by kind, narrowed as the analyst asks. */
export function claimsTree({ engine, corpus, log }: Session, current: CurrentArticle): Tree<ClaimsRow> {
  let filter: ClaimFilter = {};

  const claimsOf = async (path: string | null): Promise<readonly ClaimRow[]> =>
    path === null ? [] : engine.claimRows(path, { complete: !corpus.busy });

  const tree = createTree<ClaimsRow>('counterpoint.claims', {
    log,
    roots: async () => {
      const path = current.path();
      const rows = await claimsOf(path);
      const shown = filteredClaims(rows, filter, inWords);
      const isRead = path !== null && corpus.known.has(path);
      const message = shown.length > 0 || !isRead ? '' : await nothingText(path, rows.length);
      tell(tree.view, { message, description: filterText(filter) });
      return CLAIM_KINDS.flatMap((of) => {
        const own = shown.filter(({ kind }) => kind === of);
        return own.length > 0 ? [{ kind: 'kind' as const, treeId: of, of, rows: own }] : [];
      });
    },
    children: (row) => (row.kind === 'kind' ? row.rows.map(oneClaim) : []),
    item: (row) => (row.kind === 'kind' ? kindItem(row.of, row.rows.length) : claimItem(row.row)),
  });

  const nothingText = async (path: string, claims: number): Promise<string> => {
    if (claims > 0) return vscode.l10n.t('No claim of this article fits the filter.');
    const text = (await engine.text(path))?.value ?? '';
    return text.trim() === ''
      ? emptyText()
      : vscode.l10n.t('This article has no quotation, figure or statement.');
  };

  const narrow = (next: ClaimFilter): void => {
    filter = next;
    void vscode.commands.executeCommand(
      'setContext',
      'counterpoint.claimsFiltered',
      Object.keys(next).length > 0,
    );
    tree.refresh();
    void vscode.commands.executeCommand('counterpoint.claims.focus');
  };
  const search = async (): Promise<void> => {
    const title = vscode.l10n.t('Words that the claims have; empty for all claims');
    const typed = await vscode.window.showInputBox({ title, value: filter.words ?? '' });
    if (typed === undefined) return;
    const { words: _, ...others } = filter;
    narrow(typed.trim() === '' ? others : { ...others, words: typed.trim() });
  };
  const choose = async (): Promise<void> => {
    const path = current.path();
    const rows = await claimsOf(path);
    if (path === null || rows.length === 0) {
      const none = path === null ? vscode.l10n.t('Open an article first.') : await nothingText(path, 0);
      void vscode.window.showInformationMessage(none);
      return;
    }
    const picked = await vscode.window.showQuickPick(choices(rows), {
      title: vscode.l10n.t('Show only claims that …'),
      matchOnDescription: true,
    });
    if (picked) narrow({ ...filter, ...picked.filter });
  };
  const byName = (arg: unknown): void => {
    if (typeof arg !== 'object' || arg === null || !('name' in arg) || typeof arg.name !== 'string') return;
    narrow({ name: arg.name });
  };

  const commands = [
    vscode.commands.registerCommand('counterpoint.filterClaims', choose),
    vscode.commands.registerCommand('counterpoint.searchClaims', search),
    vscode.commands.registerCommand('counterpoint.clearClaimFilter', () => narrow({})),
    vscode.commands.registerCommand('counterpoint.filterClaimsByName', byName),
  ];
  return { ...tree, dispose: () => together(tree, ...commands).dispose() };
}

function oneClaim(row: ClaimRow): OneClaim {
  const { path, claim, best } = row;
  return { kind: 'claim', treeId: `${path}#${claim}`, path, claim, row, from: { path, claim }, to: best };
}

function kindItem(kind: ClaimKind, count: number): vscode.TreeItem {
  const names: Readonly<Record<ClaimKind, string>> = {
    quotation: vscode.l10n.t('Quotations'),
    figure: vscode.l10n.t('Figures'),
    statement: vscode.l10n.t('Statements'),
  };
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(names[kind], kind === 'statement' ? Collapsed : Expanded);
  item.description = String(count);
  item.contextValue = 'kind';
  return spoken(item, names[kind], String(count));
}

function claimItem(row: ClaimRow): vscode.TreeItem {
  const { kind, text, speaker, standing, best } = row;
  const value = row.value && inWords(row.value);
  // Who says it goes first: words are cut off in a narrow list, and the icon tells how it stands.
  const isSaid = kind === 'quotation' && speaker !== null;
  const item = new vscode.TreeItem(isSaid ? speaker : text);
  const stands = standingText(row);
  const isNew = row.value !== null && !text.toLowerCase().includes(inEnglish(row.value).toLowerCase());
  const besides = [kind === 'figure' && standing !== 'untold' ? stands : speaker, isNew ? value : null]
    .filter((part) => part)
    .join(' · ');
  // The icon alone says nothing to those who see it for the first time.
  const told = kind === 'figure' ? '' : standingShort(row);
  item.description = [told, isSaid ? text : besides].filter((part) => part !== '').join(' · ');
  item.tooltip = [
    text,
    ...(speaker === null ? [] : [speaker]),
    ...(value === null ? [] : [value]),
    stands,
  ].join('\n');
  const [icon, color] = ICONS[standing];
  item.iconPath = new vscode.ThemeIcon(icon, color === null ? undefined : new vscode.ThemeColor(color));
  item.contextValue = best === null ? 'claim' : 'linkedClaim';
  item.command = opens('counterpoint.goToClaim', vscode.l10n.t('Go to the claim'), {
    path: row.path,
    claim: row.claim,
  });
  return spoken(item, text, speaker, value, stands);
}

function standingText({ standing, relation, articles, sources }: ClaimRow): string {
  const counted =
    articles === 1 ? vscode.l10n.t('in 1 other article') : vscode.l10n.t('in {0} other articles', articles);
  // Versions and prints of one text corroborate nothing.
  const inOthers = sources === null || sources >= articles ? counted : `${counted}, ${sourcesText(sources)}`;
  const texts: Readonly<Record<Standing, () => string>> = {
    differs: () => `${relation === null ? '' : relationText(relation, null)}, ${inOthers}`,
    linked: () => `${relation === null ? '' : relationText(relation, null)}, ${inOthers}`,
    possible: () => vscode.l10n.t('possibly elsewhere'),
    onlyHere: () => (articles === 0 ? vscode.l10n.t('only here') : inOthers),
    untold: () => (articles === 0 ? vscode.l10n.t('no counterpart found') : inOthers),
  };
  return texts[standing]();
}

/** The same where there is little room; nothing for what is as it should be, or of which nothing can be told. */
function standingShort(row: ClaimRow): string {
  if (row.standing === 'possible') return vscode.l10n.t('possibly');
  if (row.standing === 'differs') return vscode.l10n.t('differs');
  return row.standing === 'onlyHere' ? standingText(row) : '';
}

function sourcesText(sources: number): string {
  if (sources === 0) return vscode.l10n.t('no other source');
  return sources === 1 ? vscode.l10n.t('1 other source') : vscode.l10n.t('{0} other sources', sources);
}
