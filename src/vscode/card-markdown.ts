import * as vscode from 'vscode';
import type { Link, Relation } from '../core/counterparts/link.ts';
import type { WordDiff } from '../core/counterparts/word-diff.ts';
import type { Figure } from '../core/mentions/mention.ts';
import type { Card, ClaimCard, Counterpart, EntityCard, Place } from '../core/presentation/card.ts';
import { figureText } from '../core/presentation/figure-text.ts';
import type { FindingKind } from '../core/sidecar/annotation.ts';
import { commandLink } from './claim-args.ts';
import { diffMarkdown, escaped, shortened } from './markdown.ts';

/** Articles that the card of a name lists. */
const SHOWN = 4;

const COMMANDS = [
  'counterpoint.openBeside',
  'counterpoint.revealMention',
  'counterpoint.compare',
  'counterpoint.confirmLink',
  'counterpoint.rejectLink',
  'counterpoint.withdrawDecision',
  'counterpoint.annotate',
  'counterpoint.dismissFinding',
  'counterpoint.showCounterparts',
];

export function cardMarkdown(path: string, card: Card): vscode.MarkdownString {
  const lines = linesOf(path, card);
  const markdown = new vscode.MarkdownString(lines.join('\n\n'), true);
  markdown.isTrusted = { enabledCommands: COMMANDS };
  return markdown;
}

function linesOf(path: string, card: Card): string[] {
  if (card.kind === 'claim') return claimLines(path, card);
  if (card.kind === 'entity') return entityLines(path, card);
  return [`${figureHead(card.figure)} · ${dismissal(path, 'figure', card.figure.id)}`];
}

function claimLines(path: string, card: ClaimCard): string[] {
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
    ...absence(card),
  ];
}

function dismissal(path: string, kind: FindingKind, mention: string | null): string {
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

const figureHead = (figure: Figure): string =>
  `$(symbol-number) **${escaped(figureText(figure))}** — ${escaped(figureKind(figure.kind))}`;

function figureKind(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    money: vscode.l10n.t('money'),
    percent: vscode.l10n.t('percentage'),
    fraction: vscode.l10n.t('fraction'),
    count: vscode.l10n.t('count'),
    quantity: vscode.l10n.t('quantity'),
    date: vscode.l10n.t('date'),
    duration: vscode.l10n.t('duration'),
    ordinal: vscode.l10n.t('ordinal'),
  };
  return words[kind] ?? kind;
}

function counterpartLines({ link, place, wording, figure, sentence }: Counterpart): string[] {
  const value = figure === null ? '' : `: ${escaped(figureText(figure))}`;
  const why = escaped(vscode.l10n.t('Why: {0}', link.evidence.join('; ')));
  return [
    `**${relationText(link.relation, link.difference)}${value}** — ${cite(place)}`,
    `> ${figure === null ? shortenedDiff(wording) : figureInSentence(sentence)}`,
    // One paragraph of two lines: a card has little height, and each counterpart wants to be seen.
    [...(link.evidence.length > 0 ? [`*${why}*`] : []), actions(link)].join('  \n'),
  ];
}

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

export function relationText(relation: Relation, difference: string | null): string {
  const words: Readonly<Record<Relation, string>> = {
    verbatim: vscode.l10n.t('Same words'),
    reworded: vscode.l10n.t('Reworded'),
    paraphrase: vscode.l10n.t('Paraphrase'),
    agrees: vscode.l10n.t('Agrees'),
    differs: vscode.l10n.t('Differs'),
    contradicts: vscode.l10n.t('Contradicts'),
  };
  return difference === null ? words[relation] : `${words[relation]} (${escaped(difference)})`;
}

const fileName = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? path);

export const placeText = ({ path, outlet, date, line }: Place): string =>
  [outlet ?? fileName(path), date, vscode.l10n.t('line {0}', line)]
    .filter((part) => part !== null)
    .join(', ');

const cite = (place: Place): string => escaped(placeText(place));

function absence({ claim, absentFrom, untold, otherArticles, figure }: ClaimCard): string[] {
  const dated = figure?.kind === 'date' || figure?.kind === 'duration' || figure?.kind === 'ordinal';
  if (claim.kind === 'statement' || dated || absentFrom === 0) return [];
  const text = untold > 0 ? untoldText(untold, otherArticles) : absenceText(absentFrom, otherArticles);
  return ['---', `$(search) ${text}`];
}

/** What was not found in half an article may be in the other half. */
const untoldText = (untold: number, others: number): string =>
  untold === 1
    ? vscode.l10n.t(
        'Whether it is only here can’t be told: 1 of {0} other articles is cut short or in another language.',
        others,
      )
    : vscode.l10n.t(
        'Whether it is only here can’t be told: {0} of {1} other articles are cut short or in another language.',
        untold,
        others,
      );

function absenceText(absent: number, others: number): string {
  if (others === 1) return vscode.l10n.t('Not found in the other article of the story.');
  if (absent === others) return vscode.l10n.t('Not found in the other {0} articles of the story.', others);
  return vscode.l10n.t('Not found in {0} of the other {1} articles of the story.', absent, others);
}

function entityLines(
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
