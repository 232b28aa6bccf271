import { readFileSync, statSync } from 'node:fs';
import { type DecodedText, decodeText, type EncodingFlaw } from '../core/text/decode.ts';
import { FileError } from './file-error.ts';

/**
 * Reads an article or a sidecar as UTF-8. Offsets count in `text`, so without the byte order mark. `most`: bytes.
 * @throws FileError when the file can't be read, is binary or is not UTF-8; says where and what to do.
 */
export function readText(path: string, most = Number.POSITIVE_INFINITY): DecodedText {
  const decoded = decodeText(bytesOf(path, most));
  if ('flaw' in decoded) throw new FileError(`${path}: ${flawText(decoded.flaw)}`, decoded.flaw.line);
  return decoded;
}

function bytesOf(path: string, most: number): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.size > most) throw new FileError(`${path}: it is too large to be a sidecar. Split it.`);
    if (stat.isFile() || stat.isDirectory()) return readFileSync(path);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(`${path}: ${reasonOf((error as NodeJS.ErrnoException).code)}`);
  }
  throw new FileError(`${path}: it is a pipe or a device. Save its text to a file.`);
}

/** Why a file or folder can't be read, and what to do, from the error's code. */
export function reasonOf(code: string | undefined): string {
  if (code === 'ENOENT') return 'there is no such file. Check the spelling and the current folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read. Give yourself read permission.';
  if (code === 'EISDIR') return 'it is a folder. Name a file in it.';
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'it is too large to be an article. Split it.';
  return `it can't be read (${code ?? 'unknown reason'}). Try again when the disk is there.`;
}

function flawText({ kind, offset, line }: EncodingFlaw): string {
  if (kind === 'utf-16') return 'it is UTF-16. Save it as UTF-8.';
  if (kind === 'binary')
    return `it is a binary file (zero byte at ${offset}). Leave it out or save its text as UTF-8.`;
  return `it is not UTF-8: byte ${offset}, line ${line}. Save it as UTF-8.`;
}
