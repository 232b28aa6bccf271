import { version } from '../../package.json';
import { FileError } from '../files/file-error.ts';
import { agreement } from './commands/agreement.ts';
import { analyze } from './commands/analyze.ts';
import { annotate } from './commands/annotate.ts';
import { check } from './commands/check.ts';
import { merge } from './commands/merge.ts';
import type { Io } from './io.ts';

type Command = (argv: readonly string[], io: Io) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { analyze, annotate, check, agreement, merge };

const USAGE = `counterpoint: the same claims in other articles

  counterpoint analyze [--format text|json|ndjson] [--min-score X] [--dates FILE.json] [--cache DIR] PATH...
  counterpoint annotate ARTICLE --start S --end E [--tag T]... [--note TEXT] [--confidence C] [--author A] [--private]
  counterpoint check [--format text|json|sarif|github] [--differences] PATH...
  counterpoint agreement [--format text|json] [--branch NAME]... PATH...
  counterpoint merge BASE OURS THEIRS [NAME] | merge --install | merge --repair FILE...
  counterpoint --help | --version

PATH: an article (.txt) or a folder that holds some.
merge: merges sidecars by note and field into OURS, as git's merge driver; --install makes git use it here,
--repair merges sidecars in which git has left conflicts.
`;

const io: Io = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) };

async function main([name, ...argv]: readonly string[]): Promise<number> {
  if (name === '--version') {
    io.out(`${version}\n`);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === 'help' || isHelp(name) || (command && asksHelp(argv))) {
    io.out(USAGE);
    return 0;
  }
  if (!command) {
    io.err(name === undefined ? USAGE : `counterpoint: there is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(argv, io);
  } catch (error) {
    io.err(`counterpoint ${name}: ${oneLine(error)}\n`);
    return 2;
  }
}

const isHelp = (argument: string | undefined): boolean => argument === '--help' || argument === '-h';

/** After `--` everything is a path. */
function asksHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).some(isHelp);
}

/** What was thrown, for people: a stack is of no use to them, and their scripts read lines. */
function oneLine(error: unknown): string {
  if (error instanceof FileError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `something went wrong that should not: ${message.replace(/\s+/g, ' ')}`;
}

function fail(error: unknown): never {
  io.err(`counterpoint: ${oneLine(error)}\n`);
  process.exit(2);
}

// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(error);
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, fail);
