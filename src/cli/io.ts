/** Where a command writes: results to `out`, messages and progress to `err`, both without a closing newline added. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Wrong use or input that keeps a command from running at all: exit code 2, message on stderr. */
export class CommandError extends Error {
  /** Of the file that the message is about, from 1. */
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.line = line;
  }
}
