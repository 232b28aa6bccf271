import * as vscode from 'vscode';
import type { Kinship } from '../../core/corpus/kinship.ts';
import { isSure, type Link } from '../../core/counterparts/link.ts';
import type { WordDiff } from '../../core/counterparts/word-diff.ts';
import type { Counterpart } from '../../core/presentation/claim-card.ts';
import { figureWords } from '../../core/presentation/figure-text.ts';
import { commandLink } from '../claim-args.ts';
import { inWords } from '../in-words.ts';
import { diffMarkdown, escaped, shortened } from '../markdown.ts';
import { cite } from './place-text.ts';
import { relationText } from './relation-text.ts';

export function counterpartLines({ link, place, kinship, wording, figure, sentence }: Counterpart): string[] {
  const value = figure === null ? '' : `: ${escaped(inWords(figureWords(figure)))}`;
  const why = escaped(vscode.l10n.t('Why: {0}', link.evidence.map(inWords).join('; ')));
  return [
    `${doubt(link)}**${escaped(relationText(link.relation, link.difference))}${value}** — ${cite(place)}${kinshipText(kinship)}`,
    `> ${figure === null ? shortenedDiff(wording) : figureInSentence(sentence)}`,
    // One paragraph of two lines: a card has little height, and each counterpart wants to be seen.
    [...(link.evidence.length > 0 ? [`*${why}*`] : []), actions(link)].join('  \n'),
  ];
}

/** A weak link never looks like a sure one. */
const doubt = (link: Link): string => (isSure(link) ? '' : `$(question) ${vscode.l10n.t('Possibly:')} `);

function actions({ from, to, confirmedBy }: Link): string {
  const ends = { from, to };
  const decided =
    confirmedBy === undefined
      ? [
          commandLink(`$(check) ${vscode.l10n.t('Confirm')}`, 'counterpoint.confirmLink', ends),
          commandLink(`$(close) ${vscode.l10n.t('Not the same')}`, 'counterpoint.rejectLink', ends),
        ]
      : [
          `$(check) ${escaped(vscode.l10n.t('Confirmed by {0}', confirmedBy))}`,
          commandLink(vscode.l10n.t('Withdraw'), 'counterpoint.withdrawDecision', ends),
        ];
  return [
    commandLink(`$(split-horizontal) ${vscode.l10n.t('Open beside')}`, 'counterpoint.openBeside', to),
    commandLink(`$(diff) ${vscode.l10n.t('Compare')}`, 'counterpoint.compare', ends),
    ...decided,
  ].join(' · ');
}

/** Two figures differ in value, which the line above tells; their words are best read where they stand. */
function figureInSentence([before, itself, after]: Counterpart['sentence']): string {
  const lead =
    before.length > 200 ? `… ${before.slice(before.indexOf(' ', before.length - 200) + 1)}` : before;
  return `${escaped(lead)}**${escaped(itself)}**${escaped(shortened(after, 200))}`;
}

/** A diff cut to a readable length; whole parts are kept, so that marks stay balanced. */
function shortenedDiff(wording: readonly WordDiff[]): string {
  let room = 900;
  const kept = wording.filter((part) => {
    room -= part.text.length;
    return room > 0;
  });
  const diff = diffMarkdown(
    kept.length > 0 ? kept : wording.slice(0, 1).map((p) => ({ ...p, text: shortened(p.text) })),
  );
  return kept.length < wording.length ? `${diff} …` : diff;
}

function kinshipText(kinship: Kinship | null): string {
  if (kinship === null) return '';
  const said =
    kinship === 'version'
      ? vscode.l10n.t('another version of this article')
      : vscode.l10n.t('prints the same text as this article');
  return `, *${said}*`;
}
