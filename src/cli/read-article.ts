import { readFileSync } from 'node:fs';
import { CommandError } from './io.ts';

/** A text file as it is worked on: without a leading byte order mark, which a writer puts back. */
export interface TextFile {
  readonly text: string;
  readonly bom: boolean;
}

/**
 * Reads an article or a sidecar as UTF-8. Offsets count in `text`, so without the byte order mark.
 * @throws CommandError when the file can't be read, is binary or is not UTF-8; says where and what to do.
 */
export function readArticle(path: string): TextFile {
  const bytes = bytesOf(path);
  const flaw = flawOf(bytes);
  if (flaw) throw new CommandError(`${path}: ${flaw.message}`, flaw.line);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bom = text.startsWith('\uFEFF');
  return { text: bom ? text.slice(1) : text, bom };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path}: ${reasonOf((error as NodeJS.ErrnoException).code)}`);
  }
}

function reasonOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'there is no such file. Check the spelling and the current folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read. Give yourself read permission.';
  if (code === 'EISDIR') return 'it is a folder. Name a file in it.';
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'it is too large to be an article. Split it.';
  return `it can't be read (${code ?? 'unknown reason'}). Try again when the disk is there.`;
}

/** What keeps the bytes from being text, with place and remedy; null for sound UTF-8. */
function flawOf(bytes: Uint8Array): { readonly message: string; readonly line: number } | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { message: 'it is UTF-16. Save it as UTF-8.', line: 1 };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const message = `it is a binary file (zero byte at ${zero}). Leave it out or save its text as UTF-8.`;
    return { message, line: lineOf(bytes, zero) };
  }
  const bad = invalidAt(bytes);
  if (bad < 0) return null;
  const line = lineOf(bytes, bad);
  return { message: `it is not UTF-8: byte ${bad}, line ${line}. Save it as UTF-8.`, line };
}

const lineOf = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((n, byte) => (byte === 10 ? n + 1 : n), 1);

/** Offset of the first sequence that is no UTF-8, or -1: halves the prefix that still decodes. */
function invalidAt(bytes: Uint8Array): number {
  const decodes = (end: number, stream = end < bytes.length): boolean => {
    try {
      // Streaming: a sequence cut off at `end` is no error yet.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(bytes.length)) return -1;
  let sound = 0;
  let broken = bytes.length;
  while (broken - sound > 1) {
    const middle = (sound + broken) >>> 1;
    if (decodes(middle)) sound = middle;
    else broken = middle;
  }
  // The sound prefix may end in the first bytes of the broken sequence: at most three.
  while (sound > 0 && !decodes(sound, false)) sound--;
  return sound;
}
