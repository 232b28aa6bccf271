import { fromSerial, iso } from '../mentions/dates/civil.ts';
import { filled } from '../text/wording.ts';
import { isoWhen, outletOf } from './ledger-export.ts';
import { markdownDocument, markdownTable, type Table } from './table.ts';
import type { Saying, SpokenOf, Telling, Timeline } from './timeline.ts';

/** What is written around it, in the reader's language. */
export interface TimelineWords {
  /** Heads of both parts. */
  readonly sayings: string;
  readonly days: string;
  /** Column heads. */
  readonly part: string;
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly speaker: string;
  readonly words: string;
  readonly article: string;
  readonly published: string;
  readonly lineHead: string;
  readonly articles: string;
  readonly undated: string;
  readonly unknown: string;
  /** “line {0}” */
  readonly line: string;
}

/** Those that are shown. */
export interface Told {
  readonly sayings: readonly Saying[];
  readonly days: readonly SpokenOf[];
}

const dayText = (days: number): string => iso(fromSerial(days));

export const speakerText = ({ speaker }: Pick<Saying, 'speaker'>, { unknown }: TimelineWords): string =>
  speaker ?? unknown;

export const placeText = (timeline: Timeline, { article, line }: Telling, words: TimelineWords): string =>
  `${outletOf(timeline, article)}, ${filled(words.line, line)}`;

/** A row a place where an article tells it, for spreadsheets. */
export function timelineTable(timeline: Timeline, { sayings, days }: Told, words: TimelineWords): Table {
  const placed = (telling: Telling): string[] => [
    outletOf(timeline, telling.article),
    isoWhen(telling, words),
    String(telling.line),
  ];
  return {
    head: [
      ...[words.part, words.from, words.to, words.speaker, words.words],
      ...[words.article, words.published, words.lineHead],
    ],
    rows: [
      ...sayings.flatMap((saying) =>
        saying.tellings.map((telling) => [
          ...[words.sayings, isoWhen(telling, words), '', speakerText(saying, words), telling.words],
          ...placed(telling),
        ]),
      ),
      ...days.flatMap((day) =>
        day.tellings.map((telling) => [
          ...[words.days, dayText(day.from), dayText(day.to - 1), '', telling.words],
          ...placed(telling),
        ]),
      ),
    ],
  };
}

/** A row a saying or a day, with all articles that tell it. */
export function timelineMarkdown(timeline: Timeline, { sayings, days }: Told, words: TimelineWords): string {
  const places = (tellings: readonly Telling[]): string =>
    tellings.map((telling) => placeText(timeline, telling, words)).join('; ');
  const span = ({ from, to }: SpokenOf): string =>
    to - from <= 1 ? dayText(from) : `${dayText(from)} – ${dayText(to - 1)}`;
  const said = sayings.map((saying) => [
    isoWhen(saying.tellings[0], words),
    speakerText(saying, words),
    saying.words,
    places(saying.tellings),
  ]);
  const spoken = days.map((day) => [span(day), day.sentence, places(day.tellings)]);
  const parts = [
    `## ${words.sayings}`,
    markdownTable({ head: [words.when, words.speaker, words.words, words.articles], rows: said }),
    `## ${words.days}`,
    markdownTable({ head: [words.when, words.words, words.articles], rows: spoken }),
  ];
  return markdownDocument(timeline.title, parts, timeline.articles, words);
}
