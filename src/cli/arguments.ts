import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './io.ts';

/**
 * A command's options, and the words that belong to none.
 * @throws CommandError for an option that the command has not got, or that lacks its value.
 */
export function parseArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
