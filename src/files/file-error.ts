/** A file can't be read or written; the message says what, where and what to do, and that nothing was changed. */
export class FileError extends Error {
  /** Of the file that the message is about, from 1. */
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.line = line;
  }
}
