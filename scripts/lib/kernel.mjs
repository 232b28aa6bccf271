import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'];

/** The bytes that src/kernel/tagger.ts compiles to. */
export function compileKernel() {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-kernel-'));
  const file = join(folder, 'tagger.wasm');
  const compiler = inRoot('node_modules', 'assemblyscript', 'bin', 'asc.js');
  try {
    execFileSync(
      process.execPath,
      [compiler, 'tagger.ts', '--baseDir', inRoot('src', 'kernel'), ...OPTIONS, '--outFile', file],
      { cwd: inRoot('src', 'kernel'), stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
