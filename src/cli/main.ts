import { analyze } from './commands/analyze.ts';
import { annotate } from './commands/annotate.ts';
import { check } from './commands/check.ts';
import { CommandError, type Io } from './io.ts';

type Command = (argv: readonly string[], io: Io) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { analyze, annotate, check };

const USAGE = `counterpoint: the same claims in other articles

  counterpoint analyze [--format text|json|ndjson] [--min-score X] [--dates FILE.json] PATH...
  counterpoint annotate ARTICLE --start S --end E [--tag T] [--note TEXT] [--author A]
  counterpoint check [--format text|json|sarif|github] PATH...

PATH: an article (.txt) or a folder that holds some.
`;

const io: Io = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) };

async function main([name, ...argv]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(USAGE);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) {
    io.err(name === undefined ? USAGE : `counterpoint: there is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(argv, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.err(`counterpoint ${name}: ${error.message}\n`);
    return 2;
  }
}

// A reader that stops early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
