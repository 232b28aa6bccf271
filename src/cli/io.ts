import { FileError } from '../files/file-error.ts';

/** Where a command writes: results to `out`, messages and progress to `err`, both without a closing newline added. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Wrong use or input that keeps a command from running at all: exit code 2, message on stderr. */
export class CommandError extends FileError {}
