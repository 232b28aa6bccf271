import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inRoot } from '../scripts/lib/paths.mjs';
import { smallPng } from '../scripts/lib/small-png.mjs';

it('a picture is as large as before and names few colours', () => {
  const png = readFileSync(inRoot('media', 'icon.png'));
  const small = smallPng(png);
  expect(small.subarray(0, 8)).toEqual(png.subarray(0, 8));
  expect(small.subarray(16, 24)).toEqual(png.subarray(16, 24));
  expect([...small.subarray(24, 26)]).toEqual([8, 3]);
  const chunk = (type: string): Buffer => {
    const at = small.indexOf(type, 0, 'latin1');
    return small.subarray(at + 4, at + 4 + small.readUInt32BE(at - 4));
  };
  const colours = chunk('PLTE').length / 3;
  expect(colours).toBeLessThanOrEqual(128);
  const rows = inflateSync(chunk('IDAT'));
  expect(rows.length).toBe((small.readUInt32BE(16) + 1) * small.readUInt32BE(20));
  expect(Math.max(...new Set(rows))).toBeLessThan(colours);
});
