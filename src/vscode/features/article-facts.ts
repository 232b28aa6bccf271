import * as vscode from 'vscode';
import { isCalendarDate } from '../../core/sidecar/calendar-date.ts';
import type { StatedFact } from '../../core/sidecar/operation.ts';
import { textOf } from '../../core/text/span.ts';
import type { Session } from '../session.ts';
import { storyArticle } from './annotations/target.ts';

/** What the text itself may not say: outlet, day, headline and address of an article, stated in its sidecar. */
export const articleFacts = (session: Session): vscode.Disposable =>
  vscode.commands.registerCommand('counterpoint.setArticleFacts', async (arg: unknown) => {
    const article = storyArticle(session, arg);
    if (article === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first.'));
      return;
    }
    // One after another, until the analyst leaves the list: it shows what was stated.
    let stated: StatedFact | null = null;
    do stated = await stateOne(session, article, stated);
    while (stated !== null);
  });

/** The fact that was stated, or left as it was; null where the list was left. */
async function stateOne(
  session: Session,
  article: vscode.Uri,
  last: StatedFact | null,
): Promise<StatedFact | null> {
  const name = article.path.split('/').at(-1) ?? '';
  const items = await itemsOf(session, article);
  const picked = await pick(items, vscode.l10n.t('Details of {0}', name), last);
  if (!picked) return null;
  const { fact, label, value } = picked;
  const typed = await vscode.window.showInputBox({
    title: label,
    value,
    prompt: vscode.l10n.t('Kept in the sidecar; empty for what the text itself says.'),
    validateInput: (text) => wrongWith(fact, text.trim()),
  });
  const text = typed?.trim();
  if (text === undefined || text === value) return fact;
  const isDone = await session.sidecars.apply(article, {
    kind: 'setFacts',
    changes: { [fact]: text === '' ? null : text },
  });
  return isDone ? fact : null;
}

interface FactItem extends vscode.QuickPickItem {
  readonly fact: StatedFact;
  readonly value: string;
}

async function itemsOf({ engine, sidecars }: Session, article: vscode.Uri): Promise<FactItem[]> {
  const read = (await engine.view(article.toString()))?.value.analysis.article;
  const { facts } = await sidecars.load(article);
  const told: Readonly<Record<StatedFact, string | null>> = {
    headline: read?.headline ? textOf(read.text, read.headline) : null,
    outlet: read?.outlet ?? null,
    published: read?.date ?? null,
    url: null,
  };
  const item = (fact: StatedFact, icon: string, label: string): FactItem => {
    const stated = facts[fact];
    const value = stated ?? told[fact] ?? '';
    const from = stated !== undefined ? vscode.l10n.t('in the sidecar') : vscode.l10n.t('in the text');
    return {
      ...{ fact, value, label: `$(${icon}) ${label}` },
      description: value === '' ? vscode.l10n.t('not known') : `${value} · ${from}`,
    };
  };
  return [
    item('outlet', 'organization', vscode.l10n.t('Outlet')),
    item('published', 'calendar', vscode.l10n.t('Published')),
    item('headline', 'text-size', vscode.l10n.t('Headline')),
    item('url', 'link', vscode.l10n.t('Address (URL)')),
  ];
}

/** The list, at the line after the one that was stated last. */
function pick(
  items: readonly FactItem[],
  title: string,
  last: StatedFact | null,
): Promise<FactItem | undefined> {
  const list = vscode.window.createQuickPick<FactItem>();
  list.title = title;
  list.placeholder = vscode.l10n.t('Choose what to state; Escape when done');
  list.items = items;
  const next = items[items.findIndex(({ fact }) => fact === last) + 1];
  if (next) list.activeItems = [next];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function wrongWith(fact: StatedFact, text: string): string | null {
  if (text === '') return null;
  if (fact === 'published' && !isCalendarDate(text)) return vscode.l10n.t('Write the day like 2026-01-31.');
  if (fact === 'url' && !/^https?:\/\/\S+$/.test(text))
    return vscode.l10n.t('Write the whole address, with https:// in front.');
  return null;
}
