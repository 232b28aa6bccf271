import type { Kinship } from '../corpus/kinship.ts';
import type { Relation } from '../counterparts/link.ts';
import type { AnnotationStatus, Reply } from '../sidecar/annotation.ts';
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
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  verbatim: 'same words',
  reworded: 'reworded',
  paraphrase: 'in other words',
  agrees: 'agrees',
  differs: 'differs',
  contradicts: 'contradicts',
};

const KINSHIPS: Readonly<Record<Kinship, string>> = { version: 'version of', copy: 'prints the text of' };

/** A brief as a Markdown document that stands by itself: every line says where it is from. */
export function briefMarkdown(brief: Brief, { notes, today, fileName }: BriefOptions): string {
  const numbers = new Map(brief.sources.map(({ path }, at) => [path, at + 1]));
  const cite: Cite = ({ path, outlet, line }) =>
    `${escapedText(outlet ?? fileName(path))}, line ${line} [${numbers.get(path) ?? '?'}]`;
  const parts: readonly (readonly [heading: string, lines: readonly string[], otherwise: string])[] = [
    ['Sources', brief.sources.map((source, at) => sourceLine(source, at + 1, fileName, numbers)), ''],
    [
      'What they tell differently',
      brief.differing.map((claim) => claimLines(claim, cite)),
      'Nothing was found.',
    ],
    [
      'Who said what',
      brief.said.flatMap(({ speaker, claims }) => saidLines(speaker, claims, cite)),
      'No quotation was found.',
    ],
    [
      'Only in one article',
      brief.onlyHere.flatMap(({ source, claims }) => onlyLines(source, claims, cite, fileName)),
      'Nothing was found, or an article that is cut short or in another language can’t tell.',
    ],
    ['Notes', notes.map((note) => noteLines(note, numbers.get(note.path), fileName)), ''],
  ];
  const written = parts
    .filter(([, lines, otherwise]) => lines.length > 0 || otherwise !== '')
    .map(([heading, lines, otherwise]) => `## ${heading}\n\n${lines.join('\n') || otherwise}\n`);
  return [
    `# ${escapedText(brief.title) || 'Brief'}\n`,
    `Written on ${today} with Counterpoint from ${brief.sources.length === 1 ? 'one article' : `${brief.sources.length} articles`}. Claims are brought together by rule and by the analysts named; “verified” says who confirmed that two passages make the same claim.\n`,
    ...written,
  ].join('\n');
}

type Cite = (place: Cited['place']) => string;

function sourceLine(
  source: BriefSource,
  number: number,
  fileName: BriefOptions['fileName'],
  numbers: ReadonlyMap<string, number>,
): string {
  const { path, title, outlet, date, url, retrieved, archive, kin } = source;
  const parts = [
    escapedText(outlet ?? 'unknown outlet'),
    date ?? 'no date',
    ...(url === null ? ['no URL'] : [link(url)]),
    ...(archive === null ? [] : [`archived: ${link(archive)}`]),
    retrieved === null ? 'retrieval date unknown' : `retrieved ${escapedText(retrieved)}`,
    `file ${code(fileName(path))}`,
    ...(kin === null
      ? []
      : [`${KINSHIPS[kin.kinship]} [${numbers.get(kin.path) ?? '?'}]: no source of its own`]),
  ];
  return `${number}. **${escapedText(title)}** — ${parts.join(', ')}`;
}

function claimLines(claim: BriefClaim, cite: Cite): string {
  const { speaker, first, others } = claim;
  const by = speaker === null ? '' : `${escapedText(speaker)}: `;
  return [`- ${by}${citedText(first, cite)}`, ...others.map((other) => `  - ${toldText(other, cite)}`)].join(
    '\n',
  );
}

const citedText = ({ words, value, place }: Cited, cite: Cite): string =>
  `${value === null ? '' : `**${escapedText(value)}** — `}${escapedText(words)} (${cite(place)})`;

function toldText(told: Told, cite: Cite): string {
  const { relation, difference, verifiedBy } = told;
  const named = relation === null ? 'also' : RELATIONS[relation];
  const how = difference === null ? named : `${named}: ${difference}`;
  const verified = verifiedBy === null ? '' : `; verified by ${escapedText(verifiedBy)}`;
  return `*${how}${verified}* — ${citedText(told, cite)}`;
}

const saidLines = (speaker: string | null, claims: readonly BriefClaim[], cite: Cite): string[] => [
  `### ${speaker === null ? 'Not attributed' : escapedText(speaker)}\n`,
  ...claims.map((claim) => claimLines({ ...claim, speaker: null }, cite)),
  '',
];

const onlyLines = (
  { path, outlet }: BriefSource,
  claims: readonly BriefClaim[],
  cite: Cite,
  fileName: BriefOptions['fileName'],
): string[] => [
  `### ${escapedText(outlet ?? fileName(path))}\n`,
  ...claims.map((claim) => claimLines(claim, cite)),
  '',
];

function noteLines(note: BriefNote, number: number | undefined, fileName: BriefOptions['fileName']): string {
  const where = note.line === null ? 'passage not found' : `line ${note.line}`;
  const head = [note.author, note.status, ...note.tags].map(escapedText).join(', ');
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
const link = (url: string): string =>
  /^https?:\/\/[^\s<>"`\\]+$/i.test(url) ? `<${url}>` : escapedText(url);

const code = (text: string): string => `\`${text.replace(/[`\r\n]/g, ' ')}\``;

/** Text of articles that shows as it is; marks that are common in prose and harmless in a line stay readable. */
const escapedText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]{}|~]/g, '\\$&')
    .replace(/^(#|[-+](?= )|\d+(?=[.)] ))/, '\\$1')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(https?):\/\//gi, '$1:\\//');
