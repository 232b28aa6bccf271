import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeSpan } from '../../core/anchors/describe.ts';
import type { Annotation, Confidence } from '../../core/sidecar/annotation.ts';
import { applyOperation } from '../../core/sidecar/edit.ts';
import { isSidecar, PRIVATE_GLOB, sidecarOf } from '../../core/sidecar/location.ts';
import { nearest } from '../../core/sidecar/nearest.ts';
import { CONFIDENCES } from '../../core/sidecar/parse.ts';
import { lineAt, lineStarts } from '../../core/text/line-number.ts';
import type { Problem } from '../../core/text/problem.ts';
import type { Span } from '../../core/text/span.ts';
import { isTakenByGit } from '../../files/git-ignores.ts';
import { GIT_PATIENCE, gitIn, gitStart, quietGit } from '../../files/git-objects.ts';
import { createPlacements } from '../../files/placement.ts';
import { readText } from '../../files/read-text.ts';
import { changeSidecar } from '../../files/sidecar-file.ts';
import { parseArguments } from '../arguments.ts';
import { createCodebooks } from '../codebooks.ts';
import { CommandError, type Io } from '../io.ts';

interface Options {
  readonly article: string;
  readonly span: Span;
  readonly tags: readonly string[];
  readonly confidence: Confidence | null;
  readonly note: string;
  readonly author: string | undefined;
  readonly isPrivate: boolean;
}

/** `annotate ARTICLE --start S --end E [--tag T]... [--note TEXT] [--confidence C] [--author A] [--private]`: adds an annotation, prints its id. */
export async function annotate(argv: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(argv);
  const { text } = readText(options.article);
  const annotation = annotationOf(text, options);
  const owner = { author: annotation.author, isPrivate: options.isPrivate };
  const sidecar = sidecarOf(options.article, createPlacements().of(options.article), owner);
  makeFolder(dirname(sidecar));
  await changeSidecar(sidecar, (source) => {
    const result = applyOperation(source, { kind: 'addAnnotation', annotation });
    if (result.kind === 'refused') throw new CommandError(refusal(sidecar, source, result.problem));
    return result.text;
  });
  for (const message of strangeTags(options)) io.err(`counterpoint annotate: ${message}\n`);
  if (options.isPrivate && isTakenByGit(sidecar))
    io.err(`counterpoint annotate: git would take ${sidecar} along. Add ${PRIVATE_GLOB} to .gitignore.\n`);
  io.out(`${JSON.stringify({ id: annotation.id, sidecar })}\n`);
  return 0;
}

/** Tags that the codebook above the article does not have are written all the same, and said. */
function strangeTags({ article, tags }: Options): string[] {
  const known = createCodebooks()
    .tagsFor(article)
    ?.map(({ name }) => name);
  return tags.flatMap((tag) => {
    if (!known || known.includes(tag)) return [];
    const meant = nearest(tag, known);
    return [`the tag "${tag}" is not in the codebook.${meant === null ? '' : ` Did you mean "${meant}"?`}`];
  });
}

function optionsOf(argv: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArguments(argv, {
    ...{ start: text, end: text, note: text, author: text, confidence: text },
    tag: { type: 'string', multiple: true },
    private: { type: 'boolean' },
  });
  const [article, ...more] = positionals;
  if (article === undefined || more.length > 0) throw new CommandError('name one article.');
  if (isSidecar(article))
    throw new CommandError(`${article} is a sidecar. Name the article that it is about.`);
  return {
    article,
    span: { start: offset('start', values.start), end: offset('end', values.end) },
    tags: tagsOf(values.tag),
    confidence: confidenceOf(values.confidence),
    note: (values.note ?? '').replace(/\r\n?/g, '\n').trimEnd(),
    author: values.author,
    isPrivate: values.private === true,
  };
}

/** A folder of its own for sidecars comes with the first of them. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new CommandError(`${path} can't be made (${error instanceof Error ? error.message : error}).`);
  }
}

const tagsOf = (given: readonly string[] | undefined): string[] => [
  ...new Set((given ?? []).map((tag) => tag.trim()).filter((tag) => tag !== '')),
];

function confidenceOf(given: string | undefined): Confidence | null {
  const confidence = CONFIDENCES.find((known) => known === given);
  if (given !== undefined && !confidence)
    throw new CommandError(`--confidence is one of ${CONFIDENCES.join(', ')}.`);
  return confidence ?? null;
}

function offset(name: string, value: string | undefined): number {
  if (value !== undefined && /^\d{1,10}$/.test(value)) return Number(value);
  throw new CommandError(`--${name} must be a whole number: UTF-16 code units from the start of the text.`);
}

function annotationOf(text: string, { article, span, tags, confidence, note, author }: Options): Annotation {
  if (span.end < span.start)
    throw new CommandError(
      `--end ${span.end} is before --start ${span.start}. The end comes after the start.`,
    );
  if (span.end > text.length)
    throw new CommandError(
      `--end ${span.end} is after the end of ${article}, which has ${text.length} units.`,
    );
  if (text.slice(span.start, span.end).trim() === '')
    throw new CommandError(`there are no words from ${span.start} to ${span.end}. Give a passage with text.`);
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  return {
    id: `a-${randomBytes(5).toString('hex')}`,
    author: author ?? gitUser(dirname(article)),
    created: now,
    modified: now,
    status: 'open',
    confidence,
    tags,
    note,
    replies: [],
    selectors: describeSpan(text, span),
  };
}

/** `git config user.name` as it holds in the article's folder; "unknown" where git or the name is missing. */
function gitUser(folder: string): string {
  try {
    const name = execFileSync('git', gitIn(folder, ['config', 'user.name']), {
      cwd: gitStart(),
      env: quietGit(process.env),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: GIT_PATIENCE,
      windowsHide: true,
    });
    return name.trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}

function refusal(sidecar: string, text: string, { message, span }: Problem): string {
  const line = lineAt(lineStarts(text), span.start) + 1;
  return `${sidecar}:${line}: ${message} Nothing was changed.`;
}
