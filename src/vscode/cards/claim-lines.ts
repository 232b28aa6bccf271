import * as vscode from 'vscode';
import type { ClaimCard } from '../../core/presentation/claim-card.ts';
import { commandLink } from '../claim-args.ts';
import { diffMarkdown, escaped } from '../markdown.ts';
import { counterpartLines } from './counterpart-lines.ts';
import { dismissal } from './dismissal-link.ts';
import { figureHead } from './figure-head.ts';
import { cite, fileName } from './place-text.ts';

export function claimLines(path: string, card: ClaimCard): string[] {
  const { counterparts, more } = card;
  const own = { path, claim: card.claim.id };
  return [
    [
      headLine(card),
      commandLink(`$(comment) ${vscode.l10n.t('Annotate')}`, 'counterpoint.annotate', own),
      ...(card.claim.kind === 'statement' ? [] : [dismissal(path, card.claim.kind, card.claim.mention)]),
    ].join(' · '),
    ...counterparts.flatMap((counterpart) => ['---', ...counterpartLines(counterpart)]),
    ...(more > 0 ? [commandLink(vscode.l10n.t('{0} more', more), 'counterpoint.showCounterparts', own)] : []),
    ...versionLines(card),
    ...sources(card),
    ...absence(card),
  ];
}

function headLine({ claim, figure, speaker }: ClaimCard): string {
  if (figure) return figureHead(figure);
  const icon = claim.kind === 'quotation' ? '$(quote)' : '$(note)';
  if (!speaker) {
    const unknown =
      claim.kind === 'quotation'
        ? vscode.l10n.t('The article does not tell who said it')
        : vscode.l10n.t('Statement');
    return `${icon} ${unknown}`;
  }
  const role = speaker.role === null ? '' : `, ${escaped(speaker.role)}`;
  const as = speaker.as === null ? '' : ` (${escaped(vscode.l10n.t('here: “{0}”', speaker.as))})`;
  return `${icon} **${escaped(speaker.name)}**${role}${as}`;
}

/** What another version of the article says instead. */
function versionLines({ versions }: ClaimCard): string[] {
  return versions.flatMap(({ kind, path, earlier, place, wording }) => {
    const other = place === null ? escaped(fileName(path)) : cite(place);
    const said =
      kind === 'added'
        ? vscode.l10n.t('Added: not in the earlier version, {0}.', other)
        : kind === 'withdrawn'
          ? vscode.l10n.t('Withdrawn: not in the later version, {0}.', other)
          : earlier
            ? vscode.l10n.t('Changed from the earlier version, {0}:', other)
            : vscode.l10n.t('Changed in the later version, {0}:', other);
    return ['---', `$(history) ${said}`, ...(wording.length > 0 ? [`> ${diffMarkdown(wording)}`] : [])];
  });
}

/** Said only where articles are no sources of their own: else their number says it. */
function sources({ articles, independent }: ClaimCard): string[] {
  if (independent === null || independent === articles) return [];
  const count =
    independent === 1
      ? vscode.l10n.t('In {0} articles that are one source.', articles)
      : vscode.l10n.t('In {0} articles, {1} independent.', articles, independent);
  return ['---', `$(copy) ${count}`];
}

function absence({ claim, absentFrom, untold, pending, otherArticles, figure }: ClaimCard): string[] {
  const dated = figure?.kind === 'date' || figure?.kind === 'duration' || figure?.kind === 'ordinal';
  if (claim.kind === 'statement' || dated || absentFrom === 0) return [];
  if (pending)
    return [
      '---',
      `$(loading) ${vscode.l10n.t('Other articles are still being read: what they do not have can’t be told yet.')}`,
    ];
  const text =
    untold > 0 && absentFrom === otherArticles
      ? withheldText(untold, otherArticles)
      : absenceText(absentFrom, otherArticles);
  const doubt = untold > 0 && absentFrom < otherArticles ? [doubtText(untold, absentFrom)] : [];
  return ['---', ['$(search)', text, ...doubt].join(' ')];
}

/** What was not found in half an article may be in the other half. */
function withheldText(untold: number, others: number): string {
  if (others === 1)
    return vscode.l10n.t(
      'Whether it is only here can’t be told: the other article is cut short or in another language.',
    );
  return untold === 1
    ? vscode.l10n.t(
        'Whether it is only here can’t be told: 1 of the other {0} articles is cut short or in another language.',
        others,
      )
    : vscode.l10n.t(
        'Whether it is only here can’t be told: {0} of the other {1} articles are cut short or in another language.',
        untold,
        others,
      );
}

function doubtText(untold: number, absent: number): string {
  if (absent === 1) return vscode.l10n.t('(That one is cut short or in another language.)');
  return untold === 1
    ? vscode.l10n.t('(1 of these is cut short or in another language.)')
    : vscode.l10n.t('({0} of these are cut short or in another language.)', untold);
}

function absenceText(absent: number, others: number): string {
  if (others === 1) return vscode.l10n.t('Not found in the other article of the story.');
  if (absent === others) return vscode.l10n.t('Not found in the other {0} articles of the story.', others);
  return vscode.l10n.t('Not found in {0} of the other {1} articles of the story.', absent, others);
}
