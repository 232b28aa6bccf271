import * as vscode from 'vscode';
import type { EntityCard } from '../../core/presentation/entity-card.ts';
import { commandLink } from '../claim-args.ts';
import { escaped } from '../markdown.ts';
import { dismissal } from './dismissal-link.ts';
import { cite } from './place-text.ts';

/** Articles that the card of a name lists. */
const SHOWN = 4;

export function entityLines(
  path: string,
  { mention, name, type, role, namesHere, namesElsewhere, mentionsHere, elsewhere }: EntityCard,
): string[] {
  const types: Readonly<Record<EntityCard['type'], string>> = {
    person: vscode.l10n.t('person'),
    organization: vscode.l10n.t('organization'),
    place: vscode.l10n.t('place'),
    group: vscode.l10n.t('group'),
    event: vscode.l10n.t('event'),
    other: vscode.l10n.t('other name'),
  };
  const head = `$(symbol-namespace) **${escaped(name)}** — ${types[type]}${role === null ? '' : `, ${escaped(role)}`}`;
  const mentions = elsewhere.slice(0, SHOWN).map((place) => {
    const at = { path: place.path, start: place.first.start, end: place.first.end };
    return `${cite(place)} (${place.mentions}×) ${commandLink('$(split-horizontal)', 'counterpoint.revealMention', at)}`;
  });
  return [
    `${head} · ${dismissal(path, 'name', mention)}`,
    vscode.l10n.t('Here {0}×: {1}', mentionsHere.length, namesHere.map(escaped).join(', ')),
    ...(mentions.length > 0 ? [vscode.l10n.t('Elsewhere: {0}', mentions.join('; '))] : []),
    ...(namesElsewhere.length > 0
      ? [vscode.l10n.t('Also called there: {0}', namesElsewhere.map(escaped).join(', '))]
      : []),
  ];
}
