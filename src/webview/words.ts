import type { ClaimKind } from '../core/claims/claim.ts';
import type { Relation } from '../core/counterparts/link.ts';
import type { LedgerWords } from '../core/desk/ledger-export.ts';
import type { MatrixWords } from '../core/desk/matrix-export.ts';
import type { TimelineWords as ExportedTimelineWords } from '../core/desk/timeline-export.ts';
import { filled, type Wording, worded } from '../core/text/wording.ts';

type InWords = (wording: Wording) => string;

/**
 * What the page says, in the reader's language; `{0}` stands for what is filled in. The extension translates: the page
 * has no access to `vscode.l10n`.
 */
export interface Words {
  readonly page: {
    /** Until the story's is known. */
    readonly title: string;
    /** Of the row of tabs, to screen readers. */
    readonly views: string;
    readonly claims: string;
    readonly figures: string;
    readonly timeline: string;
    readonly noStory: string;
    readonly reading: string;
  };
  readonly claims: ClaimsWords;
  readonly figures: FiguresWords;
  readonly timeline: TimelineWords;
}

/** As the extension sends them: data without functions. */
export interface SentWords extends Omit<Words, 'claims' | 'figures'> {
  readonly claims: Omit<ClaimsWords, 'inWords'>;
  readonly figures: Omit<FiguresWords, 'inWords'>;
  /** What `core` says, by its English. */
  readonly texts: Readonly<Record<string, string>>;
}

/** `language`: a BCP 47 tag. */
export function wordsFrom({ texts, claims, figures, ...others }: SentWords, language: string): Words {
  const inWords: InWords = (wording) =>
    worded(wording, (text, ...parts) => filled(texts[text] ?? text, ...parts), language);
  return { ...others, claims: { ...claims, inWords }, figures: { ...figures, inWords } };
}

/** Of every tab that saves. */
export interface SavingWords {
  readonly save: string;
  readonly saveAs: string;
}

/** What an analyst does with a passage in the table. */
export type Deed = 'confirm' | 'reject' | 'withdraw' | 'annotate' | 'copy';

/** Of the table of claims. */
export interface ClaimsWords extends MatrixWords, SavingWords {
  readonly inWords: InWords;
  readonly table: string;
  readonly kindsOf: Readonly<Record<ClaimKind, string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  /** “12 of 141 claims” */
  readonly count: string;
  readonly nothing: string;
  readonly search: string;
  readonly filters: string;
  /** On the button that shows the filters where there is little room. */
  readonly fold: string;
  readonly allKinds: string;
  readonly standing: string;
  readonly allClaims: string;
  readonly differing: string;
  readonly onlyHere: string;
  readonly shared: string;
  readonly allSpeakers: string;
  readonly name: string;
  readonly allNames: string;
  readonly order: string;
  readonly byDisagreement: string;
  readonly byPublication: string;
  readonly asIn: string;
  readonly cut: string;
  readonly cutArticles: string;
  readonly version: string;
  readonly copy: string;
  readonly notWhole: string;
  readonly passage: string;
  readonly open: string;
  readonly openBoth: string;
  readonly against: string;
  /** On the buttons, with their keys. */
  readonly deeds: Readonly<Record<Deed, string>>;
  /** Of a link, in a cell. */
  readonly confirmed: string;
  readonly more: string;
  /** What is said of a cell without a claim. */
  readonly isAbsent: string;
  readonly isUnknown: string;
  readonly keys: string;
}

/** Of the figures that several articles give. */
export interface FiguresWords extends LedgerWords, SavingWords {
  /** “line {0}” */
  readonly line: string;
  /** Of the whole list and of one plot, to screen readers. */
  readonly list: string;
  readonly plot: string;
  readonly filters: string;
  readonly which: string;
  readonly all: string;
  readonly differingOnly: string;
  readonly count: string;
  readonly alone: string;
  readonly nothing: string;
  readonly noneDiffers: string;
  readonly legendSame: string;
  readonly legendRounded: string;
  readonly legendDiffers: string;
  /** “differs in 2 of 3 articles: value” */
  readonly differ: string;
  readonly agreeing: string;
  readonly table: string;
  readonly offScale: string;
  readonly again: string;
  readonly confirmedBy: string;
}

/** Of who said what when, and of what days. */
export interface TimelineWords extends ExportedTimelineWords, SavingWords {
  /** Of the plots, to screen readers. */
  readonly sayingsPlot: string;
  readonly daysPlot: string;
  /** “Ilse Varnholt, 3 March 2026: 4 sayings” */
  readonly some: string;
  readonly one: string;
  readonly others: string;
  readonly filters: string;
  readonly allSpeakers: string;
  readonly count: string;
  readonly only: string;
  readonly showAll: string;
  readonly reported: string;
  readonly differing: string;
  readonly noSayings: string;
  readonly noDays: string;
  readonly daysCount: string;
  readonly span: string;
  readonly around: string;
  readonly wholeSpan: string;
  readonly outside: string;
  readonly publicationDay: string;
  /** Of the plot, where it has times of known zones. */
  readonly clock: string;
}
