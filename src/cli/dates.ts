import { dirname, resolve } from 'node:path';
import { isCalendarDate } from '../core/sidecar/calendar-date.ts';
import { readText } from '../files/read-text.ts';
import { realPath } from './article-files.ts';
import { CommandError } from './io.ts';

/** Publication dates by the real path of their article, with the name that the file gives it. */
export type Dates = ReadonlyMap<string, { readonly name: string; readonly date: string }>;

/**
 * Reads a `--dates` file: a JSON object from an article's path, relative to the file's folder, to its date.
 * @throws CommandError when it can't be read, is something else, or holds what is no date.
 */
export function readDates(file: string | undefined): Dates {
  if (file === undefined) return new Map();
  const value = objectIn(file);
  return new Map(
    Object.entries(value).map(([name, date]) => {
      if (typeof date !== 'string' || !isCalendarDate(date)) {
        throw new CommandError(
          `--dates "${file}": the date of "${name}" is not a day in the form 2025-12-04.`,
        );
      }
      return [realPath(resolve(dirname(file), name)), { name, date }];
    }),
  );
}

function objectIn(file: string): object {
  const { text } = readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`--dates "${file}" can't be read as JSON: ${why}.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new CommandError(`--dates "${file}" holds no JSON object from article path to date.`);
}

const NAMED = 3;

/** What to say of dates that belong to none of the articles; null where each has one. */
export function unusedDates(dates: Dates, articles: readonly string[]): string | null {
  const known = new Set(articles.map(realPath));
  const unused = [...dates].filter(([path]) => !known.has(path)).map(([, { name }]) => `"${name}"`);
  if (unused.length === 0) return null;
  const more = unused.length > NAMED ? ` and ${unused.length - NAMED} more` : '';
  return `--dates: no article that is analysed has the name ${unused.slice(0, NAMED).join(', ')}${more}. Names are relative to the folder of the dates.`;
}
