import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/commands/annotate.ts';
import { FileError } from '../../src/files/file-error.ts';

const place = mkdtempSync(join(tmpdir(), 'full-'));
const disk = join(place, 'disk');
mkdirSync(disk);

/** A disk of 64 kB, where one may be had: on Linux, as its superuser. */
function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'counterpoint-test', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const isMounted = mounted();
afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(place, { recursive: true, force: true });
});

const article = join(disk, 'ferry.txt');
const sidecar = `${article}.annotations.yaml`;

/** Null where the note was taken. */
async function refusal(note: string): Promise<string | null> {
  const argv = [article, '--start', '4', '--end', '9', '--note', note, '--author', 'A'];
  try {
    await annotate(argv, { out: () => {}, err: () => {} });
    return null;
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

describe.skipIf(!isMounted)('a disk that is full', () => {
  it('takes notes until there is no room, then says so and leaves the sidecar as it was', async () => {
    writeFileSync(article, 'The ferry to Sollum is late.\n');
    let taken = 0;
    while (taken < 100 && (await refusal('x'.repeat(3000))) === null) taken++;
    expect(taken).toBeGreaterThan(2);
    const before = readFileSync(sidecar);
    expect(await refusal('x'.repeat(3000))).toMatch(/ENOSPC.*Nothing was changed/);
    expect(readFileSync(sidecar)).toEqual(before);
    expect(readdirSync(disk).sort()).toEqual(['ferry.txt', 'ferry.txt.annotations.yaml']);
    // Not even room for a lock.
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Number(bavail) * Number(bsize)));
    expect(await refusal('x')).toMatch(/ENOSPC.*Nothing was changed/);
    expect(readFileSync(sidecar)).toEqual(before);
    rmSync(join(disk, 'filler'));
    expect(await refusal('x')).toBeNull();
    expect(readdirSync(disk).sort()).toEqual(['ferry.txt', 'ferry.txt.annotations.yaml']);
  });
});
