// A small runner for a suite inside VS Code's extension host: tests run one after another in the order they
// are registered, each with a time limit; the results go to the log and, as JSON, to a file.
import { writeFileSync } from 'node:fs';

interface Case {
  readonly name: string;
  readonly body: () => Promise<void>;
  readonly limitMs: number;
}

export interface Outcome {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  readonly message: string | null;
}

/** Thrown by `skip`. */
class Skipped extends Error {}

const cases: Case[] = [];

export function test(name: string, body: () => Promise<void>, limitMs = 20_000): void {
  cases.push({ name, body, limitMs });
}

/** Prints; the mark tells test/host/launch.mjs our lines from VS Code's own. */
export const report = (line: string): void => console.log(`[suite] ${line}`);

/** Ends the running test as skipped; the reason is printed. */
export function skip(reason: string): never {
  throw new Skipped(reason);
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runCase({ name, body, limitMs }: Case): Promise<Outcome> {
  const start = performance.now();
  const outcome = (status: Outcome['status'], message: string | null): Outcome => ({
    name,
    status,
    ms: Math.round(performance.now() - start),
    message,
  });
  try {
    await within(limitMs, body());
    return outcome('passed', null);
  } catch (error) {
    if (error instanceof Skipped) return outcome('skipped', error.message);
    return outcome('failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/**
 * Runs every registered test whose name contains `COUNTERPOINT_TEST_FILTER`; rejects when one fails, which
 * VS Code turns into its exit code. The outcomes are written to the file `COUNTERPOINT_TEST_RESULTS`.
 */
export async function runAll(): Promise<void> {
  const filter = process.env.COUNTERPOINT_TEST_FILTER ?? '';
  const outcomes: Outcome[] = [];
  for (const one of cases.filter(({ name }) => name.includes(filter))) {
    const outcome = await runCase(one);
    outcomes.push(outcome);
    const mark = { passed: 'ok     ', failed: 'FAILED ', skipped: 'skipped' }[outcome.status];
    report(`${mark} ${outcome.name} (${outcome.ms} ms)${outcome.message ? `\n${outcome.message}` : ''}`);
  }
  const file = process.env.COUNTERPOINT_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(outcomes, null, 2));
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${outcomes.length} tests failed`);
}
