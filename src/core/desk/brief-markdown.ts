import type { Kinship } from '../corpus/kinship.ts';
import type { Relation } from '../counterparts/link.ts';
import { differenceWords } from '../presentation/difference-words.ts';
import type { AnnotationStatus, Reply } from '../sidecar/annotation.ts';
import { inEnglish, say, type Wording } from '../text/wording.ts';
import type { Brief, BriefClaim, BriefSource, Cited, Told } from './brief.ts';

/** A note that goes into a brief: private ones never do. */
export interface BriefNote {
  readonly path: string;
  /** 1-based; null where its passage is not found. */
  readonly line: number | null;
  readonly quote: string;
  /** The analyst's own Markdown. */
  readonly note: string;
  readonly author: string;
  readonly status: AnnotationStatus;
  readonly tags: readonly string[];
  readonly replies: readonly Pick<Reply, 'author' | 'note'>[];
}

export interface BriefOptions {
  readonly notes: readonly BriefNote[];
  /** The day of writing, ISO 8601. */
  readonly today: string;
  /** How an article's file is named, from where the brief will be. */
  readonly fileName: (path: string) => string;
  /** The reader's language; English where it is not said. */
  readonly words?: (wording: Wording) => string;
}

/** How sentences and names of files are put into the brief. */
interface Put {
  readonly words: (wording: Wording) => string;
  readonly fileName: BriefOptions['fileName'];
  /** Numbers of the sources, by path. */
  readonly numbers: ReadonlyMap<string, number>;
}

const RELATIONS: Readonly<Record<Relation, Wording>> = {
  verbatim: say('same words'),
  reworded: say('reworded'),
  paraphrase: say('in other words'),
  agrees: say('agrees'),
  differs: say('differs'),
  contradicts: say('contradicts'),
};

const STATUSES: Readonly<Record<AnnotationStatus, Wording>> = {
  open: say('open'),
  verified: say('verified'),
  disputed: say('disputed'),
  closed: say('closed'),
};

/** A brief as a Markdown document that stands by itself: every line says where it is from. */
export function briefMarkdown(
  brief: Brief,
  { notes, today, fileName, words = inEnglish }: BriefOptions,
): string {
  const numbers = new Map(brief.sources.map(({ path }, at) => [path, at + 1]));
  const put: Put = { words, fileName, numbers };
  const parts: readonly (readonly [heading: Wording, lines: readonly string[], otherwise: Wording | null])[] =
    [
      [say('Sources'), brief.sources.map((source) => sourceLine(source, put)), null],
      [
        say('What they tell differently'),
        brief.differing.map((claim) => claimLines(claim, put)),
        say('Nothing was found.'),
      ],
      [
        say('Who said what'),
        brief.said.flatMap(({ speaker, claims }) => saidLines(speaker, claims, put)),
        say('No quotation was found.'),
      ],
      [
        say('Only in one article'),
        brief.onlyHere.flatMap(({ source, claims }) => onlyLines(source, claims, put)),
        brief.complete
          ? say('Nothing was found, or an article that is cut short or in another language can’t tell.')
          : say('Not told: other articles were still being read.'),
      ],
      [say('Notes'), notes.map((note) => noteLines(note, put)), null],
    ];
  const written = parts.flatMap(([heading, lines, otherwise]) =>
    lines.length > 0 || otherwise !== null
      ? [`## ${words(heading)}\n\n${lines.join('\n') || (otherwise && words(otherwise))}\n`]
      : [],
  );
  return [
    `# ${escapedText(brief.title) || words(say('Brief'))}\n`,
    `${words(writtenText(today, brief.sources.length))} ${words(HOW)}\n`,
    ...written,
  ].join('\n');
}

const writtenText = (today: string, articles: number): Wording =>
  articles === 1
    ? say('Written on {0} with Counterpoint from one article.', today)
    : say('Written on {0} with Counterpoint from {1} articles.', today, articles);

const HOW = say(
  'Claims are brought together by rule and by the analysts named; “verified” says who confirmed that two passages make the same claim.',
);

const citedPlace = ({ path, outlet, line }: Cited['place'], { words, fileName, numbers }: Put): string =>
  words(say('{0}, line {1} [{2}]', escapedText(outlet ?? fileName(path)), line, numbers.get(path) ?? '?'));

function sourceLine(source: BriefSource, put: Put): string {
  const { path, title, outlet, date, url, retrieved, archive, kin } = source;
  const { words, fileName, numbers } = put;
  const parts = [
    escapedText(outlet ?? words(say('unknown outlet'))),
    date ?? words(say('no date')),
    url === null ? words(say('no URL')) : link(url),
    ...(archive === null ? [] : [words(say('archived: {0}', link(archive)))]),
    words(retrieved === null ? say('retrieval date unknown') : say('retrieved {0}', escapedText(retrieved))),
    words(say('file {0}', code(fileName(path)))),
    ...(kin === null ? [] : [words(kinText(kin.kinship, numbers.get(kin.path) ?? '?'))]),
  ];
  return `${numbers.get(path) ?? '?'}. **${escapedText(title)}** — ${parts.join(', ')}`;
}

const kinText = (kinship: Kinship, number: number | string): Wording =>
  kinship === 'version'
    ? say('version of [{0}]: no source of its own', number)
    : say('prints the text of [{0}]: no source of its own', number);

function claimLines(claim: BriefClaim, put: Put): string {
  const { speaker, first, others } = claim;
  const by = speaker === null ? '' : `${escapedText(speaker)}: `;
  return [`- ${by}${citedText(first, put)}`, ...others.map((other) => `  - ${toldText(other, put)}`)].join(
    '\n',
  );
}

const citedText = ({ words, value, place }: Cited, put: Put): string =>
  `${value === null ? '' : `**${escapedText(put.words(value))}** — `}${escapedText(words)} (${citedPlace(place, put)})`;

function toldText(told: Told, put: Put): string {
  const { relation, difference, verifiedBy } = told;
  const named = put.words(relation === null ? say('also') : RELATIONS[relation]);
  const how = difference === null ? named : `${named}: ${put.words(differenceWords(difference))}`;
  const verified =
    verifiedBy === null ? '' : `; ${put.words(say('verified by {0}', escapedText(verifiedBy)))}`;
  return `*${how}${verified}* — ${citedText(told, put)}`;
}

const saidLines = (speaker: string | null, claims: readonly BriefClaim[], put: Put): string[] => [
  `### ${speaker === null ? put.words(say('Not attributed')) : escapedText(speaker)}\n`,
  ...claims.map((claim) => claimLines({ ...claim, speaker: null }, put)),
  '',
];

const onlyLines = ({ path, outlet }: BriefSource, claims: readonly BriefClaim[], put: Put): string[] => [
  `### ${escapedText(outlet ?? put.fileName(path))}\n`,
  ...claims.map((claim) => claimLines(claim, put)),
  '',
];

function noteLines(note: BriefNote, { words, fileName, numbers }: Put): string {
  const where = words(note.line === null ? say('passage not found') : say('line {0}', note.line));
  const head = [note.author, words(STATUSES[note.status]), ...note.tags].map(escapedText).join(', ');
  const number = numbers.get(note.path);
  const file = number === undefined ? code(fileName(note.path)) : `[${number}]`;
  return [
    `- “${escapedText(note.quote)}” (${where} ${file}) — ${head}`,
    ...(note.note.trim() === '' ? [] : [quoted(note.note)]),
    ...note.replies.map((reply) => quoted(`${escapedText(reply.author)}: ${reply.note}`)),
  ].join('\n');
}

/** What an analyst wrote is Markdown already; it is set in, so that it can't end the list. */
const quoted = (markdown: string): string =>
  markdown
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => `  > ${line}`.trimEnd())
    .join('\n');

/** An address is a link only where it is one: what else a sidecar may say there stays text. */
export const link = (url: string): string =>
  /^https?:\/\/[^\s<>"`\\]+$/i.test(url) ? `<${url}>` : escapedText(url);

const code = (text: string): string => `\`${text.replace(/[`\r\n]/g, ' ')}\``;

/** Text of articles that shows as it is; marks that are common in prose and harmless in a line stay readable. */
export const escapedText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]{}|~]/g, '\\$&')
    .replace(/^(#|[-+](?= )|\d+(?=[.)] ))/, '\\$1')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(https?):\/\//gi, '$1:\\//');
