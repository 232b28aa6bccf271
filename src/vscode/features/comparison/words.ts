import * as vscode from 'vscode';
import { DIFFERENCES, differenceWords } from '../../../core/presentation/difference-words.ts';
import type { ClaimsWords, Words } from '../../../webview/words.ts';
import { relationText } from '../../cards/relation-text.ts';
import { inWords } from '../../in-words.ts';

/** What the page says, in the language of the editor. */
export const pageWords = (): Words => ({
  page: {
    title: vscode.l10n.t('Story comparison'),
    views: vscode.l10n.t('Views of the story'),
    claims: vscode.l10n.t('Claims'),
    noStory: vscode.l10n.t('This story is not known any more. Open one of its articles and compare anew.'),
    reading: vscode.l10n.t('{0} articles are still being read …'),
  },
  claims: claimsWords(),
});

const claimsWords = (): ClaimsWords => ({
  table: vscode.l10n.t('Claims of the story by article'),
  states: {
    said: vscode.l10n.t('said'),
    reworded: vscode.l10n.t('reworded'),
    differs: vscode.l10n.t('differs'),
    reported: vscode.l10n.t('reported'),
    absent: vscode.l10n.t('absent'),
    unknown: vscode.l10n.t('can’t tell'),
  },
  kinds: {
    quotation: vscode.l10n.t('Quotation'),
    figure: vscode.l10n.t('Figure'),
    statement: vscode.l10n.t('Statement'),
  },
  kindsOf: {
    quotation: vscode.l10n.t('Quotations'),
    figure: vscode.l10n.t('Figures'),
    statement: vscode.l10n.t('Statements'),
  },
  relations: {
    verbatim: relationText('verbatim', null),
    reworded: relationText('reworded', null),
    paraphrase: relationText('paraphrase', null),
    agrees: relationText('agrees', null),
    differs: relationText('differs', null),
    contradicts: relationText('contradicts', null),
  },
  differences: Object.fromEntries(DIFFERENCES.map((one) => [one, inWords(differenceWords(one))])),
  kind: vscode.l10n.t('Kind'),
  speaker: vscode.l10n.t('Speaker'),
  claim: vscode.l10n.t('Claim'),
  possibly: vscode.l10n.t('possibly {0}'),
  line: vscode.l10n.t('line {0}'),
  articles: vscode.l10n.t('Articles'),
  undated: vscode.l10n.t('date unknown'),
  count: vscode.l10n.t('{0} of {1} claims'),
  nothing: vscode.l10n.t('No claim fits these filters.'),
  search: vscode.l10n.t('Search claims'),
  filters: vscode.l10n.t('What is shown'),
  allKinds: vscode.l10n.t('All kinds'),
  standing: vscode.l10n.t('Agreement'),
  allClaims: vscode.l10n.t('All claims'),
  differing: vscode.l10n.t('Told differently'),
  onlyHere: vscode.l10n.t('Only in one source'),
  shared: vscode.l10n.t('In several articles'),
  allSpeakers: vscode.l10n.t('All speakers'),
  name: vscode.l10n.t('Name'),
  allNames: vscode.l10n.t('All names'),
  order: vscode.l10n.t('Order'),
  byDisagreement: vscode.l10n.t('Most disagreement first'),
  byPublication: vscode.l10n.t('First published first'),
  asIn: vscode.l10n.t('As in {0}'),
  save: vscode.l10n.t('Save as'),
  saveAs: vscode.l10n.t('Save as {0}'),
  cut: vscode.l10n.t('The first {0} of {1} claims: more would not fit into a picture.'),
  version: vscode.l10n.t('version of {0}'),
  copy: vscode.l10n.t('prints the text of {0}'),
  notWhole: vscode.l10n.t('cut short or in another language'),
  passage: vscode.l10n.t('Passage'),
  open: vscode.l10n.t('Open passage'),
  openBoth: vscode.l10n.t('Open both side by side'),
  against: vscode.l10n.t('compared with {0}'),
  confirmedBy: vscode.l10n.t('confirmed by {0}'),
  more: vscode.l10n.t('other passages in this article: {0}'),
  isAbsent: vscode.l10n.t('Nothing of this claim was found in this article.'),
  isUnknown: vscode.l10n.t(
    'This article can’t tell: it is cut short, in another language, or has these words in another place.',
  ),
  keys: vscode.l10n.t('Arrow keys move, Enter opens the passage, Shift+Enter opens both, / searches.'),
});
